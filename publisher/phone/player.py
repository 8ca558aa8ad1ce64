"""Follow along: the part of a page that leads through a session. Scripts fill it in; the words are all here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from publisher.files import Output
from publisher.phone.frame import HELP, LOG
from publisher.phone.help_page import emergency
from publisher.phone.log_page import LISTING, entry_form, ruler
from publisher.phone.markup import Markup, data, tag
from publisher.phone.stops import Sort

if TYPE_CHECKING:
    from publisher.phone.kit import Kit

# In this order: each uses those before it. What a page with a session has; and what is fetched when somebody begins,
# the style and the screens first.
PLAYER_SCRIPTS = ("movement.js", "resume.js", "lead.js")
PLAYER, PLAYER_STYLE = "player.js", "follow.css"
LATER_SCRIPTS = ("signals.js", "store.js", "log.js", "course.js", "coach.js", "follow.js")
# One file has all of it from the start: what leads through a session is there before the way into it.
SINGLE_SCRIPTS = ("movement.js", "resume.js", *LATER_SCRIPTS, "lead.js", *LISTING)
_WORDS = (
    *("low", "high", "pause", "go_on", "paused", "rep", "card", "then", "last", "seconds", "second"),
    *("done", "done_says", "ended", "ended_cards", "ended_sets", "stopped", "stopped_says", "now"),
    *("do_emergency", "do_leg", "do_pain", "do_other", "do_easier", "away", "go_from", "skip_to"),
)


def launcher(kit: Kit, title: str) -> Markup:
    """The button that begins; it appears where scripts run, and knows what they fetch."""
    named = f"{kit.say('phone.follow.start')}: {title}"
    return tag(
        "button",
        kit.icon("timer"),
        kit.say("phone.follow.start"),
        type="button",
        class_="go",
        data_follow=True if kit.single else " ".join((PLAYER_STYLE, PLAYER, *LATER_SCRIPTS)),
        aria_label=named,
        hidden=True,
    )


def player(kit: Kit) -> Markup:
    """All screens of a session, hidden until it begins."""
    return tag(
        "section",
        _before(kit),
        _during(kit),
        _stop(kit),
        _away(kit),
        _after(kit),
        data("follow-words", _words(kit)),
        id="follow",
        class_="follow",
        aria_labelledby="follow-title",
        hidden=True,
    )


def player_file(kit: Kit) -> Output:
    """The player in a script of its own, which nobody needs who does not follow along: one for all pages."""
    text = json.dumps(player(kit), ensure_ascii=False)
    return Output(PLAYER, f"window.Surefoot=window.Surefoot||{{}};Surefoot.player={text};\n".encode())


def _words(kit: Kit) -> dict[str, str]:
    """Texts that the script fills in; `{n}` and the like stay in them."""
    return {name: kit.words.say(f"phone.follow.{name}") for name in _WORDS} | {"language": kit.words.language}


def _before(kit: Kit) -> Markup:
    say = kit.say
    amounts = [
        tag(
            "label",
            tag("input", type="radio", name="amount", value=name, checked=name == "low"),
            tag("span", data_amount=name),
            class_="choice",
        )
        for name in ("low", "high")
    ]
    signals = [
        tag(
            "label",
            tag("input", type="checkbox", name=name, checked=True),
            tag("span", say(f"phone.follow.{name}")),
            class_="choice",
        )
        for name in ("beep", "voice", "shake")
    ]
    return tag(
        "div",
        tag("h1", data_title=True, id="follow-title", tabindex="-1"),
        tag("p", tag("span", data_need=True), " ", say("phone.follow.ready_says")),
        tag("p", say("phone.follow.signs_today"), " ", _to_help(kit, "signs_first"), class_="first-look"),
        tag("fieldset", tag("legend", say("phone.follow.pain_now")), ruler(kit, "pain-now")),
        tag("p", say("phone.follow.high_now"), role="alert", data_high_now=True, hidden=True, class_="warning"),
        tag("fieldset", tag("legend", say("phone.follow.amount")), tag("div", amounts, class_="pair")),
        tag("details", tag("summary", say("phone.follow.sounds")), signals),
        tag("div", _button(kit, "begin", "go"), _button(kit, "back", "quiet", "leave"), class_="row low"),
        class_="screen",
        data_screen="before",
    )


def _during(kit: Kit) -> Markup:
    now = [
        tag("progress", max="1", value="0", data_fill=True, class_="fill", aria_hidden="true"),
        tag("h1", data_word=True, class_="word", tabindex="-1"),
        tag("p", tag("span", data_count=True), tag("small", data_unit=True), class_="count", aria_hidden="true"),
        tag("p", data_small=True, class_="small"),
        tag("p", data_coach=True, class_="coach"),
    ]
    chips = [
        _chip(kit, "easier", data_easier=True, aria_pressed="false"),
        _chip(kit, "longer", data_longer=True),
        _chip(kit, "ready_now", data_ready_now=True),
    ]
    three = (("back", "quiet"), ("pause", "go"), ("next", "quiet"))
    return tag(
        "div",
        tag(
            "div",
            tag("p", tag("b", data_name=True), " ", tag("span", data_place=True), class_="place"),
            _button(kit, "stop", "halt"),
            class_="over",
        ),
        tag("progress", max="1", value="0", aria_label=kit.say("phone.follow.done_part")),
        tag("div", data_stage=True, class_="stage"),
        tag("div", now, class_="now"),
        tag("div", tag("p", data_then=True, class_="next"), chips, class_="chips"),
        tag("p", data_live=True, class_="unseen", aria_live="assertive"),
        tag("div", [_button(kit, words, look) for words, look in three], class_="row three"),
        class_="screen",
        data_screen="during",
        hidden=True,
    )


def _stop(kit: Kit) -> Markup:
    """The one sign that cannot wait stands first on every card, whatever the card itself lists."""
    say = kit.say
    weak = say("phone.follow.weak")
    sort = Sort.EMERGENCY.value
    urgent = tag("button", weak, type="button", class_="halt wide-halt", data_reason=weak, data_sort=sort)
    return tag(
        "div",
        tag("h1", kit.icon("stop"), say("phone.follow.why_stop"), tabindex="-1"),
        tag("p", say("phone.follow.stop_says")),
        urgent,
        tag("ul", data_reasons=True, class_="reasons"),
        tag("div", _button(kit, "none", "go"), _button(kit, "just_end", "quiet"), class_="row"),
        class_="screen",
        data_screen="stop",
        hidden=True,
    )


def _away(kit: Kit) -> Markup:
    """After a long look away nobody is said to have gone on: they choose where to."""
    return tag(
        "div",
        tag("h1", data_away=True, tabindex="-1"),
        tag("p", kit.say("phone.follow.away_says")),
        tag("button", type="button", class_="go", data_does="here"),
        tag("button", type="button", class_="quiet", data_does="there"),
        _button(kit, "just_end", "quiet"),
        class_="screen stack",
        data_screen="away",
        hidden=True,
    )


def _after(kit: Kit) -> Markup:
    say = kit.say
    log = None if kit.single else tag("a", say("phone.follow.see_log"), href=LOG, class_="quiet", data_kept=True)
    signs = tag(
        "details",
        tag("summary", say("phone.follow.any_too")),
        emergency(kit, 2),
        tag("p", _to_help(kit, "all_signs"), class_="see"),
        data_tiers=True,
        hidden=True,
        id="what-to-do",
    )
    return tag(
        "div",
        tag("h1", say("phone.follow.done"), tabindex="-1"),
        tag("p", data_result=True),
        tag("p", data_advice=True, class_="advice"),
        signs,
        entry_form(kit),
        tag("div", _button(kit, "leave", "go"), log, class_="row"),
        tag("button", say("phone.follow.unlog"), type="button", class_="chip", data_does="unlog", data_kept=True),
        class_="screen",
        data_screen="after",
        hidden=True,
    )


def _to_help(kit: Kit, words: str) -> Markup:
    return tag("a", kit.say(f"phone.follow.{words}"), href="#help" if kit.single else HELP)


def _chip(kit: Kit, words: str, **more: str | bool) -> Markup:
    """A small button that stands only in some parts of a session."""
    does = words.replace("_", "-")
    said = kit.say(f"phone.follow.{words}")
    return tag("button", said, type="button", class_="chip", data_does=does, hidden=True, **more)


def _button(kit: Kit, words: str, look: str, does: str = "") -> Markup:
    return tag("button", kit.say(f"phone.follow.{words}"), type="button", class_=look, data_does=does or words)
