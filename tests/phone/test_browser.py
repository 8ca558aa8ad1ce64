"""The site in a real browser: by hand, by keyboard, without a network, in the dark, and through a whole session."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from publisher.files import Output
from publisher.library import read_library
from publisher.model.dose import Sides
from publisher.phone.card_page import card_page
from publisher.phone.frame import document
from publisher.phone.kit import Kit
from publisher.phone.site import single_of
from publisher.phone.static import static_files
from tests.phone.conftest import a_shop
from tests.phone.reading import KINDS
from tests.photographed import a_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None:
    pytest.skip("there is no Chromium: type `make browser`", allow_module_level=True)

playwright = pytest.importorskip("playwright.sync_api")
axe_room = pytest.importorskip("axe_playwright_python.sync_playwright")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, TALL, TABLET, DESK = (
    {"width": width, "height": height} for width, height in ((360, 740), (412, 915), (768, 1024), (1280, 800))
)
SIZES = pytest.mark.parametrize("size", [PHONE, TALL, TABLET, DESK], ids=lambda size: f"{size['width']}")
EVERY_KIND = pytest.mark.parametrize("name", KINDS)
# Nothing is fetched by the checker itself.
AXE = {"resultTypes": ["violations"], "preload": False}
# Reads where text runs out of the page, and what a finger would miss.
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TOO_SMALL = """() => [...document.querySelectorAll(
  'a, button, summary, select, input:not([type=radio]), .choice, .cell')]
  .filter(one => one.checkVisibility() && !one.matches('.skip, .choice input'))
  .filter(one => !(one.matches('p a') && getComputedStyle(one).display === 'inline'))
  .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 || box.width < 43.5).map(([text, box]) => text + ' ' + box.height)"""


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class Visit:
    """A page of one visit, what it asked for and what it complained of."""

    def __init__(self, browser, where: str, **more) -> None:
        self.where = where
        self.context = browser.new_context(**{"viewport": PHONE, "accept_downloads": True, **more})
        self.page = self.context.new_page()
        self.asked: list[str] = []
        self.wrong: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on(
            "console", lambda told: self.wrong.append(told.text) if told.type in {"error", "warning"} else None
        )
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def open(self, name: str):
        self.page.goto(self.where + name)
        return self.page

    @property
    def outside(self) -> list[str]:
        return [url for url in self.asked if not url.startswith((self.where, "blob:", "data:"))]


@pytest.fixture
def visit(browser, folder: Path):
    """Open the site from the folder, as somebody who was sent it."""
    visits: list[Visit] = []

    def begin(where: str = folder.as_uri() + "/", **more) -> Visit:
        visits.append(Visit(browser, where, **more))
        return visits[-1]

    begin.folder = folder.as_uri() + "/"
    yield begin
    for one in visits:
        one.context.close()
        assert (one.outside, one.wrong) == ([], [])


# --- Every page ---


def test_every_kind_of_page_holds_to_the_rules_for_everybody(visit) -> None:
    axe = axe_room.Axe()
    for scheme in ("light", "dark"):
        one = visit(color_scheme=scheme)
        for name in KINDS:
            page = one.open(name)
            found = axe.run(page, options=AXE).response["violations"]
            assert [(each["id"], each["nodes"][0]["html"][:90]) for each in found] == [], (scheme, name)


@SIZES
def test_nothing_runs_out_of_the_page_and_everything_is_as_large_as_a_finger(visit, size) -> None:
    one = visit(viewport=size)
    for name in KINDS:
        page = one.open(name)
        assert page.evaluate(TOO_WIDE) <= 0, name
        assert page.evaluate(TOO_SMALL) == [], name


def test_type_can_be_twice_as_large_and_a_page_four_times(visit) -> None:
    one = visit(viewport={"width": 320, "height": 256})  # 1280 by 1024 at 400 %
    for name in (
        "index.html",
        "page.find.html",
        "page.help.html",
        "hip-bridge.html",
        "deck.starter.html",
        "page.log.html",
    ):
        page = one.open(name)
        assert page.evaluate(TOO_WIDE) <= 0, name
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(TOO_WIDE) <= 0, name


def test_without_scripts_there_are_plain_pages(visit) -> None:
    one = visit(java_script_enabled=False)
    page = one.open("index.html")
    page.get_by_role("link", name="Find", exact=True).click()
    assert page.locator(".finder").is_hidden()
    page.get_by_role("link", name="Hip bridge").first.click()
    assert page.get_by_role("heading", name="Hip bridge").is_visible()
    assert page.get_by_text("Lower slowly as you count to 3.").is_visible()
    assert page.locator("svg[viewBox]").first.is_visible()
    assert page.get_by_role("button").count() == 0


def test_it_prints_on_white_without_what_is_tapped(visit) -> None:
    page = visit(color_scheme="dark").open("hip-bridge.html")
    page.locator(FILM).first.wait_for(state="attached")
    page.emulate_media(media="print")
    assert page.locator(".film").is_hidden()
    assert page.locator(".frame:visible").count() == 2
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("header.top").is_hidden()
    assert page.locator("[data-follow]").is_hidden()


def test_a_card_prints_on_one_sheet_and_a_plan_with_all_its_weeks(visit) -> None:
    one = visit(color_scheme="dark")
    page = one.open("hip-bridge.html")
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    one.open("plan.eight-weeks.html")
    page.emulate_media(media="print")
    for week in page.locator(".week .days").all():
        assert week.bounding_box()["height"] > 50
    assert page.evaluate("getComputedStyle(document.querySelector('.week summary'), '::before').display") == "none"
    one.open("page.help.html")
    under = "getComputedStyle(document.querySelector('.t-emergency .back')).stroke"
    assert page.evaluate(under) == "rgb(255, 255, 255)"


def test_a_wide_screen_sets_the_picture_beside_the_words_and_keeps_bands_in_the_column(visit) -> None:
    page = visit(viewport=DESK).open("hip-bridge.html")
    ground, says = (page.locator(name).bounding_box() for name in (".ground", ".says"))
    assert ground["x"] + ground["width"] <= says["x"]
    assert abs(ground["y"] - says["y"]) < 40
    page.set_viewport_size(TABLET)
    column, band = (page.locator(name).bounding_box() for name in (".card", ".ground .dose"))
    assert band["x"] >= column["x"]


def test_the_dark_dims_pictures_and_doses(visit) -> None:
    page = visit(color_scheme="dark").open("hip-bridge.html")
    shade = "name => getComputedStyle(document.querySelector(name)).backgroundColor.match(/[0-9]+/g).map(Number)"
    assert max(page.evaluate(shade, ".picture")) < 235
    assert max(page.evaluate(shade, ".dose")) < 60


# --- Find, look, call ---


def test_a_card_is_found_by_name_group_things_position_and_minutes(visit) -> None:
    page = visit().open("page.find.html")
    shown = page.locator("li[data-name]:visible")
    every = shown.count()
    clear = page.get_by_role("button", name="Clear")
    assert page.get_by_role("status").inner_text() == f"{every} cards found"
    assert clear.is_hidden()

    page.get_by_label("Name").fill("bridge glute")
    assert shown.all_inner_texts()[0].startswith("S4")
    assert page.get_by_role("status").inner_text() == f"{shown.count()} cards found".replace("1 cards", "1 card")
    page.get_by_label("Name").fill("no such thing")
    assert page.get_by_role("status").inner_text() == "No card found. Try fewer words."
    clear.click()
    playwright.expect(shown).to_have_count(every)
    assert page.evaluate("document.activeElement.id") == "find-name"

    page.get_by_text("More ways to search").click()
    page.get_by_label("Group").select_option("Strength")
    page.get_by_label("What you have").select_option("a mat")
    page.get_by_label("How you are placed").select_option("On your back")
    page.get_by_label("Time").select_option("Up to 5 minutes")
    assert shown.count() > 0
    assert page.locator("li[data-name]:visible:not([data-group=strength])").count() == 0
    shown.first.get_by_role("link").click()
    assert page.get_by_role("heading", level=1).is_visible()


def test_warning_signs_come_last_for_who_browses_and_first_for_who_asks(visit) -> None:
    page = visit().open("page.find.html")
    groups = page.locator("[data-group-of]:visible h2")
    assert groups.all_inner_texts()[-1] == "Warning"
    page.get_by_label("Name").fill("leg")
    assert groups.all_inner_texts()[0] == "Warning"
    page.get_by_label("Name").fill("")
    assert groups.all_inner_texts()[-1] == "Warning"


def test_the_first_page_begins_with_what_is_for_the_new_and_leads_to_the_rest(visit) -> None:
    page = visit().open("index.html")
    starter = page.get_by_role("link", name="Starter 4 cards")
    assert starter.bounding_box()["y"] + starter.bounding_box()["height"] < PHONE["height"]
    assert starter.locator("svg").is_visible()
    assert page.get_by_role("link", name="Gear").is_hidden()
    page.get_by_text("More decks").click()
    assert page.get_by_role("link", name="Gear").is_visible()
    page.get_by_role("link", name="Log", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "My log"


def test_warning_signs_are_one_tap_away_and_the_button_calls(visit) -> None:
    page = visit().open("plank.html")
    page.get_by_role("link", name="Warning signs").click()

    call = page.get_by_role("link", name="Call 112")
    assert call.get_attribute("href") == "tel:112"
    assert call.bounding_box()["y"] < PHONE["height"]


def test_a_card_leads_to_its_harder_form_the_next_card_and_its_sessions(visit) -> None:
    page = visit().open("bird-dog.html")
    page.get_by_role("link", name="Bird-dog squares").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Bird-dog squares"
    page.go_back()
    page.get_by_role("link", name="Next Hip bridge").click()
    page.get_by_role("link", name="Before Bird-dog").click()
    page.get_by_role("navigation", name="From here").get_by_role("link", name="Starter").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Starter"


def test_a_session_begins_from_anywhere_in_its_list(visit) -> None:
    page = visit().open("deck.starter.html")
    begin = page.get_by_role("button", name="Follow along: Starter")
    for place in (0, 300, 1e6):
        page.evaluate(f"scrollTo(0, {place})")
        box = begin.bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= PHONE["height"]
    last = page.locator(".dosed a").last  # and hides nothing that is come to by keys
    page.evaluate("scrollTo(0, 0)")
    last.focus()
    assert last.bounding_box()["y"] + last.bounding_box()["height"] <= begin.bounding_box()["y"]


# The film as it is: where each mark of the picture shown begins, and what is told below it.
SHOWN = """() => {
  const groups = [...document.querySelectorAll('.film svg:not(.ring) > g')];
  const on = groups.filter(one => getComputedStyle(one).display !== 'none');
  return [groups.length, on.length, groups.indexOf(on[0]), document.querySelector('.beat').textContent];
}"""
FILM = ".film svg:not(.ring) > g"


def begin_film(visit, name: str, **more):
    """A card whose film stands at its beginning; from then on time goes by when a test says so."""
    page = visit(**more).page
    page.clock.install(time=1_000_000)
    page.clock.pause_at(1_000_100)
    page.goto(f"{visit.folder}{name}.html")
    page.locator(FILM).first.wait_for(state="attached")
    page.clock.run_for(20)
    return page


def test_a_card_moves_by_itself_at_its_tempo_and_goes_round(visit) -> None:
    page = begin_film(visit, "hip-bridge")
    began = page.evaluate(SHOWN)
    assert began == [11, 1, 0, "Up, breathe out"]

    page.clock.run_for(600)  # on the way up, which takes a second
    count, on, up, word = page.evaluate(SHOWN)
    assert (count, on, word) == (11, 1, "Up, breathe out")
    assert 0 < up < 10
    page.clock.run_for(600)
    assert page.evaluate(SHOWN) == [11, 1, 10, "Hold 1"]
    page.clock.run_for(1000)
    assert page.evaluate(SHOWN) == [11, 1, 10, "Hold 2"]
    page.clock.run_for(900)
    assert page.evaluate(SHOWN)[3] == "Down, breathe in"
    page.clock.run_for(2880)  # 6 seconds in all
    assert page.evaluate(SHOWN) == began


def test_nothing_stands_on_a_line_where_it_is_seen_from_above(visit) -> None:
    page = visit().open("childs-pose-side-bend.html")
    page.locator(FILM).first.wait_for(state="attached")
    assert page.locator(".soil").count() == 0
    page.get_by_role("button", name="Stand still").click()
    assert page.locator(".frame svg:visible").count() == 2
    assert page.locator(".frame svg path").count() > 20


def test_a_card_stands_when_asked_and_stands_from_then_on(visit) -> None:
    page = begin_film(visit, "hip-bridge")
    assert page.locator(".frame:visible").count() == 0
    page.get_by_role("button", name="Stand still").click()
    assert page.locator(".film").count() == 0
    assert page.locator(".frame:visible").count() == 2

    page.reload()
    assert page.locator(".frame:visible").count() == 2
    page.get_by_role("button", name="Show it moving").click()
    page.locator(FILM).first.wait_for(state="attached")
    page.reload()
    page.locator(FILM).first.wait_for(state="attached")
    assert page.get_by_role("button", name="Stand still").is_visible()


def test_nothing_moves_for_those_who_want_less(visit) -> None:
    page = visit(reduced_motion="reduce").open("hip-bridge.html")
    assert page.get_by_role("button", name="Show it moving").is_hidden()
    assert page.locator(".frame:visible").count() == 2
    assert page.locator(".film").count() == 0

    page.emulate_media(reduced_motion="no-preference")  # and begins once they want it
    page.get_by_role("button", name="Show it moving").click()
    page.locator(FILM).first.wait_for(state="attached")
    page.emulate_media(reduced_motion="reduce")
    playwright.expect(page.locator(".frame:visible")).to_have_count(2)


OLD = "delete window.DecompressionStream"


def test_an_old_browser_shows_frames_one_after_another(visit) -> None:
    one = visit()
    one.page.add_init_script(OLD)
    page = one.open("hip-bridge.html")
    page.get_by_role("button", name="Show it moving").click()
    playwright.expect(page.locator(".moving .frame.shown")).to_have_count(1)
    page.get_by_role("button", name="Stand still").click()
    assert page.locator(".frame:visible").count() == 2


def test_only_what_is_seen_moves(visit) -> None:
    page = visit().page
    page.clock.install(time=1_000_000)
    page.goto(f"{visit.folder}hip-bridge.html")
    page.locator(FILM).first.wait_for(state="attached")
    page.evaluate("window.scrollTo(0, 1e6)")
    page.evaluate("new Promise(told => new IntersectionObserver(told).observe(document.body))")  # all are told at once
    before = page.evaluate(SHOWN)
    page.clock.run_for(1500)
    assert page.evaluate(SHOWN) == before


# --- Served ---


def test_after_one_visit_it_needs_no_network(visit, served: str) -> None:
    one = visit(served)
    page = one.open("index.html")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.evaluate(
        "new Promise(done => navigator.serviceWorker.controller ? done()"
        " : navigator.serviceWorker.addEventListener('controllerchange', () => done()))"
    )
    one.context.set_offline(True)

    for name in ("", "hip-bridge.html", "deck.starter.html", "page.help.html"):
        one.open(name)
        assert page.get_by_role("heading", level=1).is_visible()
        assert page.evaluate("document.styleSheets.length") == (1 if name == "hip-bridge.html" else 2)
    one.open("plank.html")
    page.locator(FILM).first.wait_for(state="attached")
    page.get_by_role("button", name="Follow along").click()
    page.get_by_role("button", name="Begin").click()
    page.locator("[data-screen=during]").wait_for()
    assert page.evaluate("fetch('manifest.webmanifest').then(answer => answer.json())")["display"] == "standalone"


def test_from_a_folder_no_worker_is_asked_for(visit) -> None:
    page = visit().open("index.html")

    assert (
        page.evaluate(
            "navigator.serviceWorker ? navigator.serviceWorker.getRegistrations().then(r => r.length, () => 0) : 0"
        )
        == 0
    )


# --- Follow along ---


SIZED = [(375, 553), (360, 616), (320, 568), (360, 740), (740, 360), (768, 1024)]
# Buttons of the running session that do not lie on the screen whole.
OFF_SCREEN = """() => [...document.querySelectorAll('[data-screen=during] button')]
  .filter(one => one.checkVisibility()).map(one => [one.textContent, one.getBoundingClientRect()])
  .filter(([, box]) => box.top < -.5 || box.left < -.5 || box.bottom > innerHeight + .5 || box.right > innerWidth + .5)
  .map(([text]) => text)"""
# What a phone is told to say, and the tones it is told to give.
LISTENING = """
  window.heard = []; window.tones = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, 'speechSynthesis', {value: {cancel() {}, speak(said) { heard.push(said.text); }}});
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (at) { tones.push(this.frequency.value); start.call(this, at); };
"""


def session_of(page) -> dict:
    """The session of a page, each block with its texts."""
    session = json.loads(page.locator("#session").text_content())
    text = session["texts"].__getitem__
    for block in session["low"] + session.get("high", []):
        block |= {name: text(block[name]) for name in ("word", "say", "what")}
        block["small"] = [text(place) for place in block.get("small", [])]
        block["tips"] = [(at, text(place)) for at, place in block.get("tips", [])]
        block["beats"] = [(text(word), seconds, name) for word, seconds, name in block.get("beats", [])]
    return session


def begin(visit, **more):
    page = visit(**more).page
    page.clock.install(time=1_000_000)
    return page


def start(page, folder, name: str, *, scale: int = 100) -> dict:
    page.goto(f"{folder.as_uri()}/{name}")
    page.evaluate(f"document.documentElement.style.fontSize = '{scale}%'")
    page.clock.pause_at(1_000_600)  # from here on time goes by when a test says so
    session = session_of(page)
    page.get_by_role("button", name="Follow along").first.click()
    page.get_by_role("button", name="Begin").click()
    page.clock.run_for(200)
    return session


def now(page) -> tuple[str, str]:
    return page.locator("[data-word]").inner_text(), page.locator("[data-count]").inner_text()


def go_by(page, seconds: float) -> None:
    """Time that a runner spends with the phone: never so much at once that it looks as if nobody were there."""
    while seconds > 0:
        page.clock.fast_forward(int(min(seconds, 30) * 1000))
        page.clock.run_for(100)
        seconds -= min(seconds, 30) + 0.1


def kept(page) -> list[dict]:
    return page.evaluate("JSON.parse(localStorage.getItem('surefoot-log') || '[]')")


def test_a_whole_session_goes_by_the_clock_to_its_end(visit, folder) -> None:
    page = begin(visit)
    session = start(page, folder, "deck.starter.html")
    assert now(page) == ("Get ready", "15")
    assert page.get_by_text(session["cards"][0]["start"]).last.is_visible()

    spent = 0.2
    for block in session["low"]:
        # In the middle of each block its own word stands there.
        page.clock.fast_forward(int(block["s"] * 500))
        page.clock.run_for(200)
        shown, _ = now(page)
        assert shown in ([beat[0] for beat in block["beats"]] or [block["word"]]), block
        page.clock.fast_forward(int(block["s"] * 500) - 200)
        spent += block["s"]
        if page.locator("[data-screen=after]").is_visible():
            break
    whole = sum(block["s"] for block in session["low"])
    page.clock.fast_forward(1000)
    page.clock.run_for(200)
    assert spent == pytest.approx(whole, abs=whole * 0.05)
    assert page.get_by_role("heading", name="Well done").is_visible()
    assert [entry["how"] for entry in kept(page)] == ["done"]


def test_a_phone_that_is_locked_for_a_moment_does_not_stop_the_clock(visit, folder) -> None:
    page = begin(visit)
    start(page, folder, "deck.starter.html")

    # Nothing runs while it is locked: the clock jumps, and no tick was counted.
    page.clock.fast_forward(55_000)
    page.clock.run_for(100)

    assert now(page)[1] == "7"  # 40 seconds into 8 reps of 6 seconds


def test_who_was_away_for_long_is_asked_where_to_go_on(visit, folder) -> None:
    page = begin(visit)
    session = start(page, folder, "deck.starter.html")
    go_by(page, 20)
    page.clock.fast_forward(180_000)
    page.clock.run_for(200)
    assert page.get_by_role("heading", name="You were away 3 min").is_visible()
    first = session["cards"][0]["title"]
    page.get_by_role("button", name=f"Go on from {first}, Set 1 of 3").click()
    page.clock.run_for(100)
    assert now(page)[1] == "1"

    page.clock.fast_forward(90_000)
    page.clock.run_for(200)
    page.get_by_role("button", name=f"Skip ahead to {first}, Next: set 2 of 3").click()
    page.clock.run_for(100)
    assert now(page)[0] == "Rest"


def test_what_nobody_did_is_not_said_to_be_done(visit, folder) -> None:
    page = begin(visit)
    start(page, folder, "deck.starter.html")
    page.clock.fast_forward(30 * 60_000)  # longer than the session
    page.clock.run_for(200)
    assert page.get_by_role("button", name="Skip ahead").is_hidden()
    page.locator("[data-screen=away]").get_by_role("button", name="I just want to end").click()
    assert page.get_by_role("heading", name="Ended").is_visible()
    assert page.get_by_text("You ended early: 0 of 4 cards done.").is_visible()
    assert kept(page) == []  # no work had begun: nothing is kept unless somebody answers


def test_next_to_the_end_is_ended_early(visit, folder) -> None:
    page = begin(visit)
    session = start(page, folder, "side-plank.html")
    work = 0
    for block in session["low"]:
        if block["k"] in ("reps", "time") and work < 2:  # both sides of the first set
            work += 1
            go_by(page, block["s"] - 0.3)
        page.get_by_role("button", name="Next", exact=True).click()
    assert page.get_by_role("heading", name="Ended").is_visible()
    assert page.get_by_text("You ended early: 1 of 4 sets done.").is_visible()
    assert [(one["how"], one["did"], one["of"]) for one in kept(page)] == [("ended", 1, 4)]
    page.get_by_role("link", name="See my log").click()
    assert "ended early, 1 of 4" in page.locator(".entries").inner_text()


def test_pause_back_and_next(visit, folder) -> None:
    page = begin(visit)
    session = start(page, folder, "side-plank.html")
    page.get_by_role("button", name="Pause").click()
    before = page.locator("[data-count]").inner_text()
    page.clock.fast_forward(600_000)
    page.clock.run_for(200)
    assert now(page) == ("Paused", before)
    page.get_by_role("button", name="Go on", exact=True).click()
    page.get_by_role("button", name="Next").click()
    page.clock.run_for(100)
    assert now(page)[0] in [session["low"][1]["word"], *(beat[0] for beat in session["low"][1]["beats"])]
    page.get_by_role("button", name="Back", exact=True).last.click()
    page.clock.run_for(100)
    assert now(page)[0] == "Get ready"
    page.locator("[data-word]").focus()
    page.keyboard.press("Space")
    assert now(page)[0] == "Paused"
    page.keyboard.press("Space")
    assert now(page)[0] == "Get ready"


def test_a_rest_can_be_longer_or_over(visit, folder) -> None:
    page = begin(visit)
    start(page, folder, "hip-bridge.html")
    page.get_by_role("button", name="+15 s").click()
    assert now(page) == ("Get ready", "30")
    go_by(page, 20)
    assert now(page)[0] == "Get ready"
    page.get_by_role("button", name="Ready", exact=True).click()
    page.clock.run_for(100)
    assert now(page)[1] == "1"
    assert page.get_by_role("button", name="+15 s").is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZED, ids=str)
def test_stop_and_pause_are_on_the_screen_in_every_part(visit, folder, size, scheme) -> None:
    for scale in (100, 200):
        page = begin(visit, viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
        session = start(page, folder, "kneeling-hip-stretch.html", scale=scale)
        heights = set()
        for block in session["low"][:6]:
            assert page.evaluate(OFF_SCREEN) == [], (block, scale)
            assert page.evaluate(TOO_WIDE) <= 0
            stop = page.locator("[data-does=stop]")
            assert stop.evaluate("one => one.getClientRects().length && one.scrollWidth <= one.clientWidth")
            heights.add(page.locator("[data-does=pause]").bounding_box()["y"])
            page.get_by_role("button", name="Next", exact=True).click()
            page.clock.run_for(100)
        assert len(heights) == 1  # buttons do not jump
        if scale == 100:
            assert page.locator(".stage").bounding_box()["height"] >= 100


def test_each_kind_of_part_has_a_ground_of_its_own(visit, folder) -> None:
    for scheme in ("light", "dark"):
        page = begin(visit, color_scheme=scheme)
        session = start(page, folder, "side-plank.html")
        grounds = {}
        for block in session["low"][:8]:
            ground = page.locator("[data-screen=during]").evaluate("one => getComputedStyle(one).backgroundColor")
            grounds[block["k"]] = ground
            page.get_by_role("button", name="Next", exact=True).click()
            page.clock.run_for(100)
        assert grounds["ready"] == grounds["change"]
        assert len({grounds["ready"], grounds["time"], grounds["rest"]}) == 3
        page.get_by_role("button", name="Pause").click()
        assert page.locator(".stage .picture").evaluate("one => getComputedStyle(one).opacity") == "0.4"


def test_the_other_side_is_shown_from_the_other_side(visit, folder) -> None:
    page = begin(visit)
    session = start(page, folder, "bird-dog.html")
    for block in session["low"][:10]:
        side = 1 if block["k"] == "rest" else block.get("side", 0)  # a rest shows how the next set begins
        turned = page.locator(".stage .film svg").evaluate("one => getComputedStyle(one).transform")
        assert turned == ("matrix(-1, 0, 0, 1, 0, 0)" if side == 2 else "none"), block
        page.get_by_role("button", name="Next", exact=True).click()
        page.clock.run_for(100)


def test_a_voice_tells_the_first_reps_and_tones_the_others(visit, folder) -> None:
    one = visit()
    one.page.add_init_script(LISTENING)
    page = one.page
    page.clock.install(time=1_000_000)
    session = start(page, folder, "hip-bridge.html")
    work = session["low"][1]
    assert session["cards"][0]["coach"][0] in page.evaluate("heard")[0]  # the cue, before the set
    assert page.locator("[data-live]").inner_text() == ""  # a reader of the screen would say it again
    for _ in range(int(15 + work["s"])):
        page.clock.run_for(1000)
    heard = page.evaluate("heard")
    assert heard[1] == "Set 1 of 3. 8 times."
    assert heard[2:7] == ["Hold", "Down", "2. Up", "Hold", "Down"]
    assert heard[7:13] == ["3", "4", "5", "6", "7", "8"]
    assert len(set(page.evaluate("tones.slice(-12)"))) >= 3


def test_a_long_hold_is_told_at_its_half_and_counted_down(visit, folder) -> None:
    one = visit()
    one.page.add_init_script(LISTENING)
    page = one.page
    page.clock.install(time=1_000_000)
    session = start(page, folder, "kneeling-hip-stretch.html")
    for _ in range(15 + 2 + 26):
        page.clock.run_for(1000)
    assert page.evaluate("heard").count("Halfway.") == 1
    assert session["cards"][0]["coach"][0] in page.evaluate("heard")
    before = page.evaluate("tones.length")
    page.clock.run_for(3500)
    assert page.evaluate("tones.length") - before == 3


def test_advice_and_the_easier_form_stand_under_the_number(visit, folder) -> None:
    page = begin(visit)
    session = start(page, folder, "hip-bridge.html")
    card = session["cards"][0]
    seen = []
    go_by(page, 16)
    for _ in range(3):
        seen.append(page.locator("[data-coach]").inner_text())
        page.clock.run_for(8000)
    assert seen == card["coach"]
    page.get_by_role("button", name="Easier").click()
    page.clock.run_for(200)
    assert page.locator("[data-coach]").inner_text() == card["easier"]


def test_before_the_session_it_asks_for_pain_and_tells_what_to_fetch(visit) -> None:
    page = visit().open("kneeling-hip-stretch.html")
    page.get_by_role("button", name="Follow along").click()
    page.locator("[data-screen=before]").wait_for()
    assert page.locator("[data-need]").inner_text() == "You need a mat and a cushion."
    assert page.get_by_role("link", name="See them first.").get_attribute("href") == "page.help.html"
    assert page.get_by_text("Over 5? Rest today").is_hidden()
    page.locator("[data-screen=before] .cell").nth(6).click()
    assert page.get_by_text("Over 5? Rest today").is_visible()
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("button", name="I just want to end").click()
    page.locator("form.entry .cell").nth(2).click()
    assert [(one["before"], one["pain"]) for one in kept(page)] == [(6, 2)]


def test_a_session_that_was_left_waits_on_its_page_and_on_that_of_the_signs(visit, folder) -> None:
    page = begin(visit)
    start(page, folder, "side-plank.html")
    go_by(page, 20)
    page.reload()
    page.clock.run_for(200)
    # The card is what was asked for: the session waits above it.
    assert page.get_by_role("heading", name="Side plank").first.is_visible()
    assert page.get_by_text("Session paused: Side plank").is_visible()
    page.get_by_role("link", name="Warning signs").click()
    assert page.get_by_text("Session paused: Side plank").is_visible()
    page.get_by_role("button", name="Go on", exact=True).click()
    page.locator("[data-screen=during]").wait_for()
    assert now(page)[0] == "Paused"
    page.get_by_role("button", name="Go on", exact=True).last.click()
    page.clock.run_for(200)
    assert now(page)[0] != "Paused"
    page.reload()
    page.get_by_role("button", name="End", exact=True).click()
    page.get_by_role("heading", name="Ended").wait_for()
    page.get_by_role("button", name="Done").click()
    assert page.get_by_text("Session paused:").is_hidden()


STAGED = ".stage .film svg > g"  # the pictures of the film on the stage
# The number of the one that stands there now.
ON_STAGE = """() => {
  const groups = [...document.querySelectorAll('.stage .film svg > g')];
  return groups.findIndex(one => one.getAttribute('display') !== 'none');
}"""


def test_the_film_goes_in_step_with_the_session(visit, folder) -> None:
    page = begin(visit)
    session = start(page, folder, "hip-bridge.html")
    playwright.expect(page.locator(STAGED)).to_have_count(11)
    assert page.evaluate(ON_STAGE) == 0  # while somebody gets ready
    ready = session["low"][0]["s"]
    page.clock.fast_forward(int(ready * 1000) + 300)  # on the way up
    page.clock.run_for(200)
    assert 0 < page.evaluate(ON_STAGE) < 10
    page.clock.fast_forward(1000)
    page.clock.run_for(100)
    assert (now(page)[0], page.evaluate(ON_STAGE)) == ("Hold", 10)
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(5000)
    assert page.evaluate(ON_STAGE) == 10
    page.get_by_role("button", name="Go on", exact=True).click()
    page.clock.fast_forward(2500)
    page.clock.run_for(200)
    assert now(page)[0] == "Down"
    assert 0 < page.evaluate(ON_STAGE) < 10


def test_the_film_of_a_hold_leads_into_it_and_a_rest_shows_its_start(visit, folder) -> None:
    page = begin(visit)
    session = start(page, folder, "side-plank.html")
    into, hold = session["cards"][0]["into"], session["cards"][0]["film"]["low"]
    page.locator(STAGED).nth(into[-1][0]).wait_for(state="attached")
    seen = {}
    for block in session["low"][:8]:
        page.clock.run_for(100)
        seen.setdefault(block["k"], set()).add(page.evaluate(ON_STAGE))
        if block["k"] == "settle":
            page.clock.run_for(1200)
            seen["settle"].add(page.evaluate(ON_STAGE))
        page.get_by_role("button", name="Next", exact=True).click()
    assert seen["ready"] == seen["change"] == seen["rest"] == {into[0][0]}
    assert seen["time"] == {hold[0][0]}
    assert len(seen["settle"]) == 2
    assert seen["settle"] <= {picture for picture, _ in into}


def test_a_session_of_a_plan_has_the_doses_of_its_week(visit, folder) -> None:
    page = begin(visit)
    page.goto(f"{folder.as_uri()}/plan.eight-weeks.html")
    page.locator("summary", has_text="Week 7").click()
    page.locator("details[open]", has_text="Week 7").get_by_role("link", name="Strength A").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Strength\u00a0A"
    said = page.locator(".dosed > li").first.locator(".dose strong").first.inner_text()
    page.clock.pause_at(1_000_900)
    page.get_by_role("button", name="Follow along").click()
    page.get_by_role("button", name="Begin").click()
    page.clock.fast_forward(16_000)
    page.clock.run_for(200)
    assert page.locator("[data-small]").inner_text().startswith(f"Set 1 of {said}")
    page.locator(STAGED).nth(5).wait_for(state="attached")
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("button", name="I just want to end").click()
    assert [one["what"] for one in kept(page)] == [session_of(page)["title"]]
    assert kept(page)[0]["what"] == "Strength A (Weeks 7 to 8)"


def test_whoever_wants_less_motion_sees_the_poses_of_a_session(visit) -> None:
    one = visit(reduced_motion="reduce")
    page = one.open("session.eight-weeks-1-7.html")
    page.get_by_role("button", name="Follow along").click()
    page.get_by_role("button", name="Begin").click()
    page.locator(".stage .frame svg g").first.wait_for()
    assert page.locator(".stage .frame:visible").count() > 1


def test_photographs_stand_on_the_stage_and_turn_round_with_the_side(visit, tmp_path) -> None:
    library = read_library([a_library(tmp_path / "own")])
    card = library.cards["chair-squat"]
    card = replace(card, body=card.body._replace(dose=card.body.dose._replace(sides=Sides.LEG)))
    kit = Kit.of(a_shop(library), [card])
    page = card_page(card, kit)
    for one in (Output(page.name, document(page, kit).encode()), *static_files(kit)):
        (tmp_path / one.name).write_bytes(one.content)
    page = visit(tmp_path.as_uri() + "/").open(page.name)
    page.get_by_role("button", name="Follow along").click()
    page.get_by_role("button", name="Begin").click()
    photographs, stage = page.locator(".stage .photo"), page.locator(".stage").bounding_box()
    assert photographs.count() == 2
    for place, turned in enumerate(("none", "none", "matrix(-1, 0, 0, 1, 0, 0)")):
        for one in photographs.all():
            box = one.bounding_box()
            assert min(box["width"], box["height"]) > 50
            assert stage["y"] <= box["y"]
            assert box["y"] + box["height"] <= stage["y"] + stage["height"] + 0.5
            assert one.evaluate("one => getComputedStyle(one).transform") == turned, place
        page.get_by_role("button", name="Next", exact=True).click()


def test_a_session_goes_on_in_a_browser_without_films(visit, folder) -> None:
    page = begin(visit)
    page.add_init_script(OLD)
    start(page, folder, "hip-bridge.html")
    assert page.locator(".stage .film").count() == 0
    page.clock.fast_forward(17_500)
    page.clock.run_for(200)
    assert page.locator(".stage .frame.shown").count() == 1


@pytest.mark.parametrize(
    ("reason", "heading", "advice", "shown"),
    [
        ("A leg is weak, or numb between my legs", "Get help now", "This cannot wait", True),
        ("A leg hurts, tingles or goes numb", "Stop for today", "Book a doctor or physiotherapist.", False),
        ("Pain grows or is over 5 out of 10", "Stop for today", "Wait until it settles.", False),
    ],
)
def test_a_reason_to_stop_shows_what_it_asks_for(visit, folder, reason, heading, advice, shown) -> None:
    page = begin(visit)
    start(page, folder, "side-plank.html")
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("button", name=reason).click()

    assert page.get_by_role("heading", name=heading).is_visible()
    assert page.get_by_text(advice).is_visible()
    call = page.locator("[data-tiers]").get_by_role("link", name="Call 112")
    assert call.is_visible() == shown
    if not shown:
        page.get_by_text("A weak leg too?").click()
    assert call.is_visible()
    assert [(one["how"], one["note"]) for one in kept(page)] == [("stopped", reason)]


def test_pain_over_5_shows_what_to_do_and_is_kept_without_a_tap_more(visit, folder) -> None:
    page = begin(visit)
    session = start(page, folder, "side-plank.html")
    go_by(page, sum(block["s"] for block in session["low"]) + 2)
    assert page.get_by_role("heading", name="Well done").is_visible()
    page.locator("form.entry .cell").nth(5).click()
    assert page.locator("[data-tiers]").is_hidden()
    page.locator("form.entry .cell").nth(8).click()
    assert page.get_by_role("heading", name="Ended").is_visible()
    assert page.get_by_text("Pain over 5 is a sign to stop.").is_visible()
    assert page.get_by_role("button", name="Done").bounding_box()["y"] < 2 * PHONE["height"]
    page.get_by_role("link", name="See what to do").click()
    assert page.locator("[data-tiers]").get_by_role("link", name="Call 112").is_visible()
    assert [(one["how"], one["pain"]) for one in kept(page)] == [("done", 8)]
    page.get_by_role("button", name="Do not keep it").click()
    assert kept(page) == []


def test_a_session_can_be_led_by_keys_alone(visit) -> None:
    page = visit().open("side-plank.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("'follow' in document.activeElement.dataset"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.locator("[data-screen=before]").wait_for()
    page.locator("#follow-title:focus").wait_for()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.does") == "begin":
            break
    page.keyboard.press("Enter")
    assert page.locator("[data-screen=during]").is_visible()
    page.keyboard.press("Tab")  # from the word that is shown now
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_of_a_session_holds_to_the_rules(visit, folder, scheme: str) -> None:
    axe = axe_room.Axe()
    page = begin(visit, color_scheme=scheme)
    page.goto(f"{folder.as_uri()}/deck.starter.html")
    steps = (
        page.get_by_role("button", name="Follow along").first.click,
        page.get_by_role("button", name="Begin").click,
        page.get_by_role("button", name="Pause").click,
        page.get_by_role("button", name="Stop").click,
        page.locator("[data-screen=stop]").get_by_role("button", name="I just want to end").click,
        page.locator("form.entry .cell").nth(8).click,
        page.get_by_role("link", name="See what to do").click,
    )
    for step in steps:
        step()
        page.locator(".screen:visible").wait_for()
        page.clock.run_for(200)
        found = axe.run(page, options=AXE).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:90]) for each in found] == []
        assert page.evaluate(TOO_SMALL) == []
        assert page.evaluate(TOO_WIDE) <= 0


# --- A plan ---

WEDNESDAY = "2026-11-25T09:00:00"


def test_a_plan_begins_on_any_day_and_the_first_page_shows_what_is_for_today(visit) -> None:
    one = visit(timezone_id="Europe/Zurich")
    page = one.page
    page.clock.install(time=WEDNESDAY)
    one.open("index.html")
    today = page.get_by_role("region", name="Today")
    assert today.is_hidden()
    one.open("plan.eight-weeks.html")
    page.get_by_role("button", name="Start today").click()
    assert page.get_by_text("Week 1 of 8. You began on 25\u00a0Nov.").is_visible()
    assert page.locator("[aria-current=date] dt").inner_text() == "Wed"
    assert today.get_by_text("Rest day").is_visible()

    page.clock.set_fixed_time("2026-11-30T09:00:00")  # a Monday, still in the first seven days
    one.open("index.html")
    assert today.get_by_text("Week 1 of 8.").is_visible()
    today.get_by_role("link", name="Strength A").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Strength\u00a0A"
    title = session_of(page)["title"]
    one.open("index.html")
    assert today.get_by_text("Done").count() == 0
    page.evaluate(
        "title => Surefoot.store.add({date: Surefoot.store.now(), what: title, how: 'done', pain: 2, note: ''})", title
    )
    page.reload()
    assert today.get_by_text("Done").is_visible()

    page.clock.set_fixed_time("2026-12-08T09:00:00")  # a Tuesday of the second week: a run has no page of its own
    page.reload()
    assert today.get_by_text("Week 2 of 8.").is_visible()
    today.get_by_role("button", name="I did this: Flat run").click()
    assert today.get_by_text("It stands in your log.").is_visible()
    assert page.evaluate("Surefoot.store.all().map(one => one.what)") == [title, "Flat run"]
    today.get_by_role("link", name="8 weeks for a runner").click()
    assert page.locator("details[open] [aria-current=date] .ticked").count() == 1
    page.locator("summary", has_text="Week 1").click()
    assert page.locator("[data-week='0'] .ticked").count() == 1  # last Monday


def test_a_plan_ends_by_its_last_week_or_when_it_is_stopped(visit) -> None:
    one = visit(timezone_id="America/New_York")
    page = one.page
    page.clock.install(time=WEDNESDAY)
    one.open("plan.eight-weeks.html")
    page.get_by_role("button", name="Start today").click()
    page.clock.set_fixed_time("2027-01-20T09:00:00")
    page.reload()
    assert page.get_by_text("You have done all 8 weeks.").is_visible()
    one.open("plan.downhill-build-up.html")
    assert page.get_by_text("You follow another plan now.").is_visible()
    one.open("plan.eight-weeks.html")
    page.get_by_text("Stop this plan").click()
    page.get_by_role("button", name="Yes, stop it").click()
    assert page.get_by_role("button", name="Start today").is_visible()
    assert page.locator("[aria-current=date]").count() == 0
    one.open("index.html")
    assert page.get_by_role("region", name="Today").is_hidden()


# --- The log ---


def fill_log(page, what: str, pain: int, note: str) -> None:
    if page.get_by_label("What you did").is_hidden():
        page.get_by_text("Add by hand").click()
    page.get_by_label("What you did").fill(what)
    page.locator(".cell").nth(pain).click()
    page.get_by_label("Note").fill(note)
    page.get_by_role("button", name="Save to my log").click()


@pytest.mark.parametrize("kind", ["JSON", "CSV"])
def test_a_log_goes_out_and_comes_back(visit, tmp_path, kind: str) -> None:
    page = visit().open("page.log.html")
    fill_log(page, '=HYPERLINK("x"), "quoted"; <b>', 3, "two\nlines, 'and' \"more\"")
    fill_log(page, "Walk", 7, "")
    kept = page.evaluate("Surefoot.store.all()")
    with page.expect_download() as coming:
        page.get_by_role("button", name=kind).click()
    file = tmp_path / coming.value.suggested_filename
    coming.value.save_as(file)
    text = file.read_text(encoding="utf-8-sig")
    assert kind == "JSON" or "\"'=HYPERLINK" in text

    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete everything").click()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('surefoot'))") == []
    assert page.get_by_text("Nothing yet.").is_visible()

    page.get_by_label("Import a file").set_input_files(file)
    page.get_by_text("2 entries added.").wait_for()
    assert page.evaluate("Surefoot.store.all()") == kept
    page.get_by_label("Import a file").set_input_files(file)
    page.get_by_text("0 entries added.").wait_for()


def test_a_log_shows_four_weeks_and_one_entry_can_go(visit) -> None:
    one = visit(timezone_id="Europe/Zurich")
    page = one.page
    page.clock.install(time="2026-11-30T20:12:00")
    one.open("page.log.html")
    assert page.get_by_role("heading", name="Your last 4 weeks").is_hidden()
    for date, pain in (("2026-10-01 08:00", 9), ("2026-11-10", 7), ("2026-11-28 07:05", 2), ("2026-11-30 20:12", None)):
        told = "([date, pain]) => Surefoot.store.add({date, what: 'On ' + date, how: 'done', pain, note: ''})"
        page.evaluate(told, [date, pain])
    page.reload()
    assert page.get_by_text("2 times in the last 7 days. Most pain in 4 weeks: 7 of 10.").is_visible()
    assert (page.locator(".dots circle").count(), page.locator(".dots .over-limit").count()) == (1, 1)
    assert "30\u00a0Nov, 20:12, done" in page.locator(".entries li").first.inner_text()
    assert "10\u00a0Nov, done" in page.locator(".entries li").nth(2).inner_text()

    before = page.evaluate("Surefoot.store.all()")
    page.get_by_role("button", name="Delete On 2026-11-28 07:05").click()
    assert page.get_by_text("On 2026-11-28 07:05 is deleted.").is_visible()
    assert len(page.evaluate("Surefoot.store.all()")) == 3
    assert page.get_by_text("Once in the last 7 days.").is_visible()
    page.get_by_role("button", name="Put it back").click()
    assert page.evaluate("Surefoot.store.all()") == before


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("a.json", b'{"entries": [', "its start"),
        ("a.json", b'{"entries": [{"date": "2026-01-01", "what": "x", "how": "done"}, {"pain": 99}]}', "entry 2"),
        ("a.csv", b"date,what,how,pain,note\r\n2026-01-01,x,done,11,\r\n", "line 2"),
        ("a.csv", b"date,what,how,pain,note,before,did,of\r\n2026-01-01,x,ended,1,,1,2,\r\n", "line 2"),
        ("a.csv", b'date,what,how,pain,note\r\n"2026', "its start"),
        ("a.csv", b"\xff\xfe\x00", "its start"),
        ("a.csv", b"", "its start"),
    ],
)
def test_a_damaged_file_is_told_and_nothing_is_lost(visit, tmp_path, name: str, content: bytes, where: str) -> None:
    page = visit().open("page.log.html")
    fill_log(page, "Walk", 1, "")
    (tmp_path / name).write_bytes(content)
    page.get_by_label("Import a file").set_input_files(tmp_path / name)

    page.get_by_text(f"This file is damaged at {where}.").wait_for()
    assert len(page.evaluate("Surefoot.store.all()")) == 1


def test_a_file_that_is_too_large_is_not_read(visit, tmp_path) -> None:
    page = visit().open("page.log.html")
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(20_000_001)
    page.get_by_label("Import a file").set_input_files(tmp_path / "a.csv")

    page.get_by_text("This file is too large for a log.").wait_for()


def test_a_file_from_an_earlier_log_is_read(visit, tmp_path) -> None:
    page = visit().open("page.log.html")
    (tmp_path / "a.csv").write_bytes(b"date,what,how,pain,note\r\n2026-01-01,Walk,done,3,fine\r\n")
    page.get_by_label("Import a file").set_input_files(tmp_path / "a.csv")

    page.get_by_text("1 entries added.").wait_for()
    assert page.locator(".entries").inner_text().startswith("Walk")


REFUSED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.mark.parametrize(("fault", "said"), [(REFUSED, "does not let the page keep a log"), (FULL, "is used up")])
def test_a_phone_that_keeps_nothing_is_told_and_goes_on(visit, fault: str, said: str) -> None:
    one = visit()
    one.page.add_init_script(fault)
    page = one.open("page.log.html")
    fill_log(page, "Walk", 1, "")

    assert page.get_by_text(said).is_visible()
    assert page.locator(".entries b").all_inner_texts() == ["Walk"]


# --- Beats, and one file ---


def test_steps_that_are_tapped_are_counted(visit) -> None:
    one = visit()
    one.page.clock.install(time=1_000_000)
    page = one.open("page.steps.html")
    one.page.clock.pause_at(1_100_000)
    for _ in range(8):
        page.get_by_role("button", name="Tap with each step").click()
        page.clock.run_for(375)
    assert page.get_by_text("You take 160 steps a minute. Try 168, at most 176.").is_visible()
    assert page.get_by_label("Beats a minute").input_value() == "168"
    page.get_by_role("button", name="Start the beat").click()
    page.get_by_role("button", name="Stop the beat").click()


def test_one_file_leads_through_its_session(visit, shop, tmp_path) -> None:
    made = single_of(shop, "starter")
    (tmp_path / made.name).write_bytes(made.content)
    one = visit(tmp_path.as_uri() + "/")
    one.page.clock.install(time=1_000_000)
    page = one.open(made.name)
    session = session_of(page)
    axe = axe_room.Axe()
    found = axe.run(page, options=AXE).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:90]) for each in found] == []
    page.locator(FILM).first.wait_for(state="attached")
    page.get_by_role("button", name="Start the beat").click()
    page.get_by_role("button", name="Stop the beat").click()
    page.get_by_role("button", name="Follow along").click()
    page.get_by_role("button", name="Begin").click()
    page.clock.fast_forward(16_000)
    page.clock.run_for(200)
    page.locator(STAGED).nth(5).wait_for(state="attached")
    assert now(page)[0] in [beat[0] for beat in session["low"][1]["beats"]]
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("link", name="Warning signs").click()  # they stand on the same page
    assert page.locator("#help").get_by_role("link", name="Call 112").is_visible()
    page.get_by_role("button", name="Go on", exact=True).click()
    assert page.locator("[data-screen=during]").is_visible()
    assert one.asked == [f"{one.where}{made.name}"]


def test_one_file_of_cards_that_are_only_read_has_step_beats(visit, shop, tmp_path) -> None:
    made = single_of(shop, "pocket-why")
    (tmp_path / made.name).write_bytes(made.content)
    one = visit(tmp_path.as_uri() + "/")
    page = one.open(made.name)
    found = axe_room.Axe().run(page, options=AXE).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:90]) for each in found] == []
    assert page.evaluate(TOO_WIDE) <= 0
    page.get_by_role("button", name="Start the beat").click()
    page.get_by_role("button", name="Stop the beat").click()
    assert one.asked == [f"{one.where}{made.name}"]
