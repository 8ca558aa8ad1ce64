"""The site: everything is text, everything is reached, nobody is asked, and it is small."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from publisher.phone.links import page_name
from publisher.phone.site import single_of, site_of
from publisher.phone.static import SCRIPTS
from publisher.problems import InputError, Phrase, UsageError
from tests.factories import the_library
from tests.phone.conftest import a_shop
from tests.phone.reading import HOSTILE, KINDS, Read

FIRST_CARD, MOST_WITH_FILM, WHOLE = 100_000, 137_000, 5_000_000


def pages(site) -> dict[str, str]:
    return {name: content.decode() for name, content in site.items() if name.endswith(".html")}


def test_there_is_a_page_for_every_card_and_plan(site) -> None:
    library = the_library()

    assert {f"{name}.html" for name in library.cards} <= set(site)
    assert {f"plan.{name}.html" for name in library.plans} <= set(site)
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)?\.[a-z0-9]+", name) for name in site)


def test_every_link_leads_somewhere(site) -> None:
    for name, text in pages(site).items():
        read = Read(text)
        ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
        assert len(set(ids)) == len(ids), name
        for attributes in (*read.all("a"), *read.all("link"), *read.all("script")):
            file, _, place = (attributes.get("href") or attributes.get("src") or "").partition("#")
            assert not file or file in site or file.startswith("tel:"), (name, file)
            assert not place or file or place in ids, (name, place)


def test_nobody_is_asked_for_anything(site) -> None:
    for name, content in site.items():
        if name.endswith(".png"):
            continue
        text = content.decode().replace("http://www.w3.org/2000/svg", "").replace("^https?:$", "")
        assert not re.search(r"https?:|[\"\']//[a-z]|url\(|@import", text), name
    for text in pages(site).values():
        assert set(Read(text).names).isdisjoint({"iframe", "object", "embed", "base", "img", "style"})


def test_rules_for_content_stand_first_and_no_script_stands_in_a_page(site) -> None:
    for name, text in pages(site).items():
        read = Read(text)
        rules = next(meta["content"] for meta in read.all("meta") if meta.get("http-equiv"))
        assert read.names[:6] == ["html", "head", "meta", "title", "meta", "meta"], name
        assert "unsafe" not in rules
        assert "default-src 'none'" in rules
        assert all(one.get("src") or one.get("type") == "application/json" for one in read.all("script")), name
        assert not any(key.startswith("on") or key == "style" for _, attributes in read.tags for key in attributes)


@pytest.mark.parametrize("name", KINDS)
def test_a_page_has_language_landmarks_and_headings_in_order(site, name: str) -> None:
    read = Read(pages(site)[name])

    assert read.all("html") == [{"lang": "en", "dir": "ltr"}]
    assert read.names.count("h1") == 1
    assert read.names.count("main") == 1
    assert [attributes["href"] for attributes in read.all("a")[:3]] == ["#main", "index.html", "page.help.html"]
    order = [int(tag[1]) for tag in read.names if re.fullmatch(r"h\d", tag)]
    assert all(after - before <= 1 for before, after in pairwise(order))


SPOILT = (
    "hip-bridge",
    "bird-dog",
    "kneeling-hip-stretch",
    "tempo-squat",
    "fever",
    "legs-giving-way",
    "look-ahead",
    "heel-far-in-front",
    "insoles",
    "stress-and-pain",
    "evidence-legend",
)


def hostile_library(text: str):
    """The built-in library with this text in every place that takes one."""
    library = the_library()

    def spoilt(value):
        if isinstance(value, Phrase):
            return Phrase(text, value.place)
        if isinstance(value, tuple):
            made = [spoilt(one) for one in value]
            return type(value)(*made) if hasattr(value, "_fields") else tuple(made)
        return value

    def card(one):
        picture = one.picture and one.picture._replace(alt=Phrase(text))
        kept = {"id": one.id, "picture": picture, "evidence": one.evidence, "place": None}
        body = spoilt(one.body)
        if hasattr(body, "dose"):
            body = body._replace(dose=one.body.dose._replace(load=Phrase(text)))
        steps = getattr(one.body, "steps", None)
        if steps:
            body = body._replace(steps=tuple(step._replace(text=Phrase(text), caption=Phrase(text)) for step in steps))
        return replace(
            one,
            title=Phrase(text),
            purpose=Phrase(text),
            also_called=(Phrase(text),),
            equipment=(Phrase(text),),
            tags=(Phrase(text),),
            body=body,
            **kept,
        )

    cards = {name: card(library.cards[name]) for name in SPOILT}
    publications = {
        name: library.publications[name]._replace(title=Phrase(text), subtitle=Phrase(text))
        for name in ("starter", "pocket-why")
    }
    plan = library.plans["eight-weeks"]
    session = plan.sessions[0]._replace(name=Phrase(text), deck=None, cards=(Phrase("hip-bridge"), Phrase("bird-dog")))
    plan = plan._replace(
        title=Phrase(text), subtitle=Phrase(text), how=(Phrase(text),), after=Phrase(text), sessions=(session,)
    )
    return library._replace(cards=cards, publications=publications, plans={"eight-weeks": plan})


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_an_author_come_out_as_text(site, text: str, monkeypatch) -> None:
    monkeypatch.setattr("publisher.workshop.missing_letters", lambda *_: ())  # hostile texts need no glyphs here
    made = {one.name: one.content for one in site_of(a_shop(hostile_library(text)))}

    plain, hostile = pages(site), pages(made)
    assert {f"{name}.html" for name in SPOILT} <= set(hostile)
    session = "session.eight-weeks-1-1.html"
    for name in ("deck.starter.html", "hip-bridge.html", "fever.html", "look-ahead.html", session):
        before, after = Read(plain[name]), Read(hostile[name])
        assert set(after.names) == set(before.names)
        assert after.names.count("script") == before.names.count("script")
        assert text in after.text
        assert {key for _, attributes in after.tags for key in attributes} == {
            key for _, attributes in before.tags for key in attributes
        }
    assert text in Read(hostile["plan.eight-weeks.html"]).text
    assert set(Read(hostile["plan.eight-weeks.html"]).names) <= set(Read(plain["plan.eight-weeks.html"]).names)
    # What a script writes into the page is made where all pages are.
    before, after = player_of(site), player_of(made)
    assert set(after.names) == set(before.names)
    assert after.names.count("script") == before.names.count("script")
    assert text in after.text
    assert set(Read(hostile["index.html"]).names) <= set(Read(plain["index.html"]).names)
    assert Read(hostile["deck.starter.html"]).data["session"]["title"] == text


def player_of(site) -> Read:
    """The screens of a session, which are fetched when one begins."""
    return Read(json.loads(re.fullmatch(r".*Surefoot\.player=(.*);\n", site["player.js"].decode(), re.DOTALL)[1]))


def test_what_leads_through_a_session_is_there_and_fits_into_every_page(site) -> None:
    player = player_of(site)
    own = [attributes["id"] for _, attributes in player.tags if "id" in attributes]
    led = 0
    assert player.names.count("h1") == 5  # each screen of a session is a page of its own
    assert {one["href"].partition("#")[0] for one in player.all("a")} <= {*site, "", "tel:112"}
    for name, text in pages(site).items():
        read = Read(text)
        begins = [one["data-follow"] for one in read.all("button") if "data-follow" in one]
        assert bool(begins) == ("session" in read.data), name
        if begins:
            led += 1
            ids = [*own, *(attributes["id"] for _, attributes in read.tags if "id" in attributes)]
            assert len(set(ids)) == len(ids), name
            assert set(begins[0].split()) <= set(site)
    assert led > 50


def test_a_card_is_small_and_so_is_the_whole(site) -> None:
    with_film = {}
    for name, text in pages(site).items():
        card = name.removesuffix(".html")
        if card not in the_library().cards:
            continue
        beside = {one["src"] for one in Read(text).all("script") if one.get("src")}
        beside |= {one["href"] for one in Read(text).all("link") if one["rel"] in {"stylesheet", "icon"}}
        whole = len(text.encode()) + sum(len(site[file]) for file in beside)
        assert whole < FIRST_CARD, name
        with_film[card] = whole + len(site.get(f"film.{card}.js", b""))
    # Those that have much to show go a little over it once they move.
    assert max(with_film.values()) < MOST_WITH_FILM
    assert sum(size >= FIRST_CARD for size in with_film.values()) < 6
    assert sum(map(len, site.values())) < WHOLE


def test_pictures_that_move_name_films_that_are_there(site) -> None:
    named = set()
    for text in pages(site).values():
        for figure in Read(text).all("figure"):
            if "data-film" in figure:
                named.add(f"film.{figure['data-film']}.js")
                assert re.fullmatch(r"-?\d+ -?\d+ \d+ \d+", figure["data-room"])

    assert named == {name for name in site if name.startswith("film.")}
    assert "film.hip-bridge.js" in named


def test_the_site_is_the_same_every_time(site, shop) -> None:
    assert {one.name: one.content for one in site_of(shop)} == site


def test_the_worker_keeps_every_file_and_its_cache_is_named_after_them(site) -> None:
    text = site["sw.js"].decode()
    kept = dict(json.loads(re.search(r"FILES = (\[.*\]);", text)[1]))

    assert set(kept) == set(site) - {"sw.js"}
    assert re.search(r'CACHE = "surefoot-[0-9a-f]{16}"', text)
    assert "@" not in text.replace("@media", "")
    other = {one.name: one.content for one in site_of(a_shop(country="GB"))}["sw.js"].decode()
    assert re.search(r'CACHE = ".*"', other)[0] != re.search(r'CACHE = ".*"', text)[0]


def test_the_manifest_names_icons_that_are_there(site) -> None:
    manifest = json.loads(site["manifest.webmanifest"])

    assert all(icon["src"] in site for icon in manifest["icons"])
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}
    assert "maskable" in {icon.get("purpose") for icon in manifest["icons"]}


@pytest.mark.parametrize(("country", "number"), [("", "112"), ("GB", "999"), ("US", "911")])
def test_the_call_button_calls_the_number_of_the_country(country: str, number: str) -> None:
    made = pages({one.name: one.content for one in site_of(a_shop(country=country))})

    assert f'href="tel:{number}"' in made["page.help.html"]
    assert f"Call {number}" in made["page.help.html"]


def test_a_card_without_a_picture_has_a_page() -> None:
    library = the_library()
    cards = {name: replace(card, picture=None) for name, card in library.cards.items()}

    made = pages({one.name: one.content for one in site_of(a_shop(library._replace(cards=cards)))})

    assert "<figure" not in made["hip-bridge.html"]
    assert "Lower slowly" in made["hip-bridge.html"]


def test_nothing_is_told_twice_on_a_page(site) -> None:
    made = pages(site)

    assert (
        Read(made["quick-short-steps.html"]).text.count("Quick, short steps") == 2
    )  # in the title of the page, and once
    assert Read(made["numb-between-your-legs.html"]).text.count("may be squeezed") == 1
    say = made["page.help.html"].index("Check me for cauda equina")
    assert made["page.help.html"].index("tel:112") < say < made["page.help.html"].index("numb or tingly")


def test_scripts_are_not_modules_and_write_no_markup(site) -> None:
    for name in SCRIPTS:
        text = site[name].decode()
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", text), name
        assert not re.search(r"^(import|export) ", text, re.MULTILINE), name


def test_one_deck_is_one_file_that_needs_no_other(shop) -> None:
    made = single_of(shop, "starter")
    read = Read(made.content.decode())

    assert made.name == "starter.html"
    assert not [one for one in read.all("script") if one.get("src")]
    assert not read.all("link")
    assert all(one["href"].startswith(("#", "tel:")) for one in read.all("a"))
    assert len(read.data["film-hip-bridge"]["ink"]) > 10_000
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    assert {one["href"][1:] for one in read.all("a") if one["href"].startswith("#")} <= set(ids)
    rules = next(meta["content"] for meta in read.all("meta") if meta.get("http-equiv"))
    assert "unsafe" not in rules
    assert "'self'" not in rules


def test_the_code_on_a_printed_card_leads_to_its_page(site) -> None:
    assert {page_name(name) for name in the_library().cards} <= set(site)


def test_no_card_takes_the_place_of_the_first_page() -> None:
    library = the_library()
    cards = {**library.cards, "index": replace(library.cards["plank"], id=Phrase("index"))}

    with pytest.raises(InputError) as refused:
        site_of(a_shop(library._replace(cards=cards)))
    assert refused.value.problems[0].name == "reserved-id"


def test_one_file_is_a_deck(shop) -> None:
    with pytest.raises(UsageError) as refused:
        single_of(shop, "cheat-sheet")
    assert refused.value.problems[0].name == "no-deck"
    with pytest.raises(UsageError) as refused:
        single_of(shop, "startre")
    assert refused.value.problems[0].name == "unknown-publication"
