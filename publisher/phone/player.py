"""Follow along: the part of a page that leads through a session. Scripts fill it in; the words are all here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from publisher.files import Output
from publisher.phone.help_page import tiers
from publisher.phone.log_page import entry_form
from publisher.phone.markup import Markup, data, tag

if TYPE_CHECKING:
    from publisher.phone.kit import Kit

# In this order: each uses those before it. A page that shows pictures has movement.js before them. In a folder the
# last one brings the others when a session begins, and this part of the page with them.
LAUNCHER, PLAYER = "launch.js", "player.js"
PLAYER_SCRIPTS = ("signals.js", "store.js", "log.js", "follow.js", LAUNCHER)
_WORDS = (
    "pause",
    "go_on",
    "paused",
    "rep",
    "card",
    "then",
    "last",
    "seconds",
    "second",
    "times",
    "done_says",
    "stopped_says",
)


def launcher(kit: Kit, title: str) -> Markup:
    """The button that begins; it appears where scripts run."""
    named = f"{kit.say('phone.follow.start')}: {title}"
    return tag(
        "button",
        kit.icon("timer"),
        kit.say("phone.follow.start"),
        type="button",
        class_="go",
        data_follow=True,
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
    return {name: kit.words.say(f"phone.follow.{name}") for name in _WORDS} | {
        "low": kit.words.say("phone.follow.low"),
        "high": kit.words.say("phone.follow.high"),
        "language": kit.words.language,
    }


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
        tag("p", say("phone.follow.ready_says")),
        tag("fieldset", tag("legend", say("phone.follow.amount")), amounts),
        tag("fieldset", tag("legend", say("phone.follow.setting")), signals),
        tag("div", _button(kit, "begin", "go"), _button(kit, "back", "quiet", "leave"), class_="row"),
        class_="screen",
        data_screen="before",
    )


def _during(kit: Kit) -> Markup:
    return tag(
        "div",
        tag(
            "div",
            tag("p", tag("b", data_name=True), " ", tag("span", data_place=True), class_="place"),
            _button(kit, "stop", "halt"),
            class_="over",
        ),
        tag(
            "progress",
            max="1",
            value="0",
            aria_label=kit.say("phone.follow.card", n="", of="").strip() or kit.say("phone.name"),
        ),
        tag("div", data_stage=True, class_="stage"),
        tag(
            "div",
            tag("h1", data_word=True, class_="word", tabindex="-1"),
            tag("p", tag("span", data_count=True), tag("small", data_unit=True), class_="count", aria_hidden="true"),
            tag("p", data_small=True, class_="small"),
            class_="now",
        ),
        tag("p", data_then=True, class_="next"),
        tag("p", data_live=True, class_="unseen", aria_live="assertive"),
        tag(
            "div",
            _button(kit, "back", "quiet"),
            _button(kit, "pause", "go"),
            _button(kit, "next", "quiet"),
            class_="row three",
        ),
        class_="screen",
        data_screen="during",
        hidden=True,
    )


def _stop(kit: Kit) -> Markup:
    say = kit.say
    return tag(
        "div",
        tag("h1", kit.icon("stop"), say("phone.follow.why_stop"), tabindex="-1"),
        tag("p", say("phone.follow.stop_says")),
        tag("ul", data_reasons=True, class_="reasons"),
        tag("div", _button(kit, "none", "go"), _button(kit, "just_end", "quiet"), class_="row"),
        class_="screen",
        data_screen="stop",
        hidden=True,
    )


def _after(kit: Kit) -> Markup:
    say = kit.say
    return tag(
        "div",
        tag("h1", say("phone.follow.done"), data_ended=say("phone.follow.stopped"), tabindex="-1"),
        tag("p", data_result=True),
        entry_form(kit),
        tag("div", tiers(kit, 2), data_tiers=True, hidden=True, id="what-to-do"),
        tag("div", _button(kit, "end", "quiet", "leave"), class_="row"),
        class_="screen",
        data_screen="after",
        hidden=True,
    )


def _button(kit: Kit, words: str, look: str, does: str = "") -> Markup:
    return tag("button", kit.say(f"phone.follow.{words}"), type="button", class_=look, data_does=does or words)
