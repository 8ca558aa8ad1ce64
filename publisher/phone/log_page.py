"""The log of what was done, kept on the device: entries, a form for one more, and files to take it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.phone.frame import LOG, Page
from publisher.phone.markup import Markup, data, joined, tag

if TYPE_CHECKING:
    from publisher.phone.kit import Kit

# Words that scripts say: of the form, and of the list.
_FORM_WORDS = ("saved", "not_saved", "full")
_LIST_WORDS = (
    *("none", "done", "ended", "stopped", "part", "pain_said", "before_said", "imported", "damaged", "too_large"),
    *("line", "entry", "start_of_file", "sure", "deleted", "take_out", "take_out_of", "taken_out", "put_back"),
    *("week", "week_one", "most_pain"),
)
# In this order: each uses those before it.
LISTING = ("files.js", "list.js")
LOG_SCRIPTS = ("store.js", "log.js", *LISTING)
MOST_PAIN, MOST_NOTE, MOST_TITLE = 10, 500, 120


def log_page(kit: Kit, tiers: Markup) -> Page:
    """The page of the log; `tiers` are shown when pain is over 5."""
    say = kit.say
    body = [
        tag("h1", say("phone.log_page.title")),
        tag("p", say("phone.log_page.lead"), class_="lead"),
        tag("noscript", tag("p", say("phone.log_page.no_script"))),
        log_part(kit, tiers, "h2"),
    ]
    return Page(LOG, say("phone.log_page.title"), joined(body), LOG_SCRIPTS)


def log_part(kit: Kit, tiers: Markup, heading: str, *, form: bool = True) -> Markup:
    """All that is done with a log; it appears where scripts run. A page with another form needs no second."""
    say = kit.say
    return tag(
        "div",
        tag("p", data_told=True, role="status", class_="told", tabindex="-1"),
        _weeks(kit, heading),
        tag("section", tag(heading, say("phone.log_page.entries")), tag("ul", data_entries=True, class_="entries")),
        _adding(kit, tiers) if form else None,
        tag("section", tag(heading, say("phone.log_page.export")), _files(kit), class_="files"),
        tag("section", tag(heading, say("phone.log_page.delete")), _delete(kit), class_="wipe"),
        data("list-words", _words(kit, (*_FORM_WORDS, *_LIST_WORDS))),
        data_log=True,
        hidden=True,
    )


def _words(kit: Kit, names: tuple[str, ...]) -> dict[str, str]:
    return {name: kit.words.say(f"phone.log_page.{name}") for name in names}


def _weeks(kit: Kit, heading: str) -> Markup:
    """Room for the dots of four weeks: what they say stands in words above, and in the list below."""
    say = kit.say
    scale = tag("div", [tag("span", str(n)) for n in (10, 5, 0)], class_="scale")
    ends = tag(
        "p", tag("span", say("phone.log_page.weeks_ago")), tag("span", say("phone.log_page.today")), class_="ends"
    )
    dots = tag("svg", viewBox="-2 -8 284 116")
    return tag(
        "section",
        tag(heading, say("phone.log_page.weeks")),
        tag("p", data_said=True),
        tag("div", scale, dots, ends, class_="dots", aria_hidden="true"),
        data_weeks=True,
        hidden=True,
    )


def _adding(kit: Kit, tiers: Markup) -> Markup:
    """Most entries come from a session: who wants to add one unfolds it."""
    return tag(
        "details",
        tag("summary", kit.say("phone.log_page.by_hand")),
        entry_form(kit, named=True),
        tag("div", tiers, data_tiers=True, hidden=True, id="what-to-do"),
        class_="by-hand",
    )


def entry_form(kit: Kit, *, named: bool = False) -> Markup:
    """Pain from 0 to 10 and a note. `named` asks what was done, too, and is saved; without, each answer is kept."""
    say = kit.say
    what = [
        tag("label", say("phone.log_page.what"), for_="log-what"),
        tag("input", type="text", id="log-what", name="what", maxlength=MOST_TITLE, required=True, autocomplete="off"),
    ]
    return tag(
        "form",
        what if named else None,
        tag(
            "fieldset",
            tag("legend", say("phone.log_page.pain")),
            tag("p", say("phone.log_page.pain_hint"), class_="hint"),
            ruler(kit, "pain"),
        ),
        tag(
            "p",
            tag("b", say("phone.log_page.high")),
            " ",
            tag("a", say("phone.log_page.see"), href="#what-to-do"),
            role="alert",
            data_warning=True,
            hidden=True,
            class_="warning",
        ),
        tag(
            "label",
            say("phone.log_page.note"),
            " ",
            tag("span", say("phone.log_page.note_hint"), class_="hint"),
            for_="log-note",
        ),
        tag("textarea", id="log-note", name="note", rows=2, maxlength=MOST_NOTE),
        tag("div", tag("button", say("phone.log_page.save"), type="submit", class_="go"), class_="row")
        if named
        else None,
        tag("p", role="status", class_="told", data_saved=True),
        data("log-words", _words(kit, _FORM_WORDS)),
        class_="entry",
    )


def ruler(kit: Kit, name: str) -> Markup:
    """A choice from 0 to 10, with what its two ends mean."""
    ends = {0: kit.say("phone.log_page.least"), MOST_PAIN: kit.say("phone.log_page.worst")}
    cells = [
        tag(
            "label",
            tag("input", type="radio", name=name, value=n),
            tag("span", str(n), [" ", tag("small", ends[n])] if n in ends else None),
            class_="cell",
        )
        for n in range(MOST_PAIN + 1)
    ]
    return tag("div", cells, class_="ruler")


def _files(kit: Kit) -> list[Markup]:
    say = kit.say
    buttons = [
        tag("button", say(f"phone.log_page.export_{kind}"), type="button", class_="quiet", data_export=kind)
        for kind in ("csv", "json")
    ]
    return [
        tag("div", buttons, class_="row"),
        tag("label", say("phone.log_page.import"), for_="log-file"),
        tag("p", say("phone.log_page.import_hint"), class_="hint", id="log-file-hint"),
        tag("input", type="file", id="log-file", accept=".json,.csv", aria_describedby="log-file-hint"),
    ]


def _delete(kit: Kit) -> list[Markup]:
    say = kit.say
    yes = tag("button", say("phone.log_page.delete_yes"), type="button", class_="halt", data_delete="yes")
    no = tag("button", say("phone.log_page.delete_no"), type="button", class_="quiet", data_delete="no")
    return [
        tag("button", say("phone.log_page.delete"), type="button", class_="quiet", data_delete="ask"),
        tag(
            "div",
            tag("p", data_sure=True, tabindex="-1"),
            tag("div", yes, no, class_="row"),
            data_ask=True,
            hidden=True,
        ),
    ]
