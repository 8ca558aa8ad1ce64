"""Beats for the step rate: quick, short steps are run to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.cheat_sheet.middle import GENTLE, MOST, STEP_RATES
from publisher.phone.frame import STEPS, Page
from publisher.phone.markup import Markup, data, joined, tag

if TYPE_CHECKING:
    from publisher.phone.kit import Kit

# Beats a minute: the slowest and the fastest, and where to begin.
SLOWEST, FASTEST, FIRST = 120, 220, 170
STEPS_SCRIPTS = ("signals.js", "metronome.js")


def steps_page(kit: Kit) -> Page:
    """The page of the metronome, and the table for those without scripts."""
    title = kit.say("phone.steps_page.title")
    return Page(STEPS, title, joined([tag("h1", title), steps_part(kit, "h2")]), STEPS_SCRIPTS)


def steps_part(kit: Kit, heading: str) -> Markup:
    """All of it but its title; `heading` stands over the table."""
    say = kit.say
    words = {
        name: kit.words.say(f"phone.steps_page.{name}") for name in ("start", "stop", "tapped", "tap_more", "silent")
    }
    return joined(
        [
            tag("p", say("phone.steps_page.lead"), class_="lead"),
            _beats(kit),
            tag(heading, say("phone.steps_page.table")),
            _table(kit),
            tag("p", kit.words.say("cheat_sheet.steps_help")),
            data("steps-words", {**words, "gentle": GENTLE, "most": MOST}),
        ]
    )


def _beats(kit: Kit) -> Markup:
    say = kit.say
    rate = tag("input", type="number", id="rate", min=SLOWEST, max=FASTEST, value=FIRST, inputmode="numeric")
    return tag(
        "div",
        tag("label", say("phone.steps_page.rate"), for_="rate"),
        tag(
            "div",
            tag("button", "−", type="button", class_="quiet", data_by=-5, aria_label=say("phone.steps_page.slower")),
            rate,
            tag("button", "+", type="button", class_="quiet", data_by=5, aria_label=say("phone.steps_page.faster")),
            class_="rate",
        ),
        tag("p", tag("span", class_="dot", data_dot=True), aria_hidden="true"),
        tag(
            "div",
            tag("button", say("phone.steps_page.start"), type="button", class_="go", data_beat=True),
            tag("button", say("phone.steps_page.tap"), type="button", class_="quiet", data_tap=True),
            class_="row",
        ),
        tag("p", role="status", class_="told", data_told=True),
        class_="metronome",
        data_metronome=True,
        hidden=True,
    )


def _table(kit: Kit) -> Markup:
    say = kit.words.say
    heads = [say(f"cheat_sheet.steps_{name}") for name in ("now", "try", "most")]
    rows = [
        tag(
            "tr",
            tag("th", str(rate), scope="row"),
            tag("td", tag("b", str(int(rate * GENTLE + 0.5)))),
            tag("td", str(int(rate * MOST + 0.5))),
        )
        for rate in STEP_RATES
    ]
    head = tag("tr", [tag("th", text, scope="col") for text in heads])
    return tag("table", tag("thead", head), tag("tbody", rows))
