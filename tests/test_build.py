"""The whole line, from a library to files: what is printed, in what order, and always the same bytes."""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from layouts import pocket
from publisher.build import fit_everything, publish
from publisher.library import read_library
from publisher.model.card import Group, Movement
from publisher.model.printing import PrinterProfile, PrintSettings, SheetOrder, Sides
from publisher.pictures import illustrations
from publisher.problems import InputError, Level, Phrase, UsageError
from publisher.workshop import Choices, Product, layout_names
from tests.factories import a_cover, a_job, read, the_cards, the_library, the_words
from tests.pdf.checking import assert_conforming, tag_tree

if TYPE_CHECKING:
    from layouts.product import Made
    from publisher.model.library import Library

ROOT = Path(__file__).parents[1]
NAMES = ("cheat-sheet", "pocket-cards", "warning-card")
DECK = the_cards("pocket-cards")
POINTS = 72 / 25.4


def chosen(**more: object) -> Choices:
    own = {name: more.pop(name) for name in tuple(more) if name in Choices.__dataclass_fields__}
    return Choices(**{"paper": None, "size": None, "theme": None, "printing": PrintSettings(**more), **own})


@cache
def product(name: str, **more: object) -> Product:
    (made,) = publish(the_library(), [name], chosen(**more), {}, None)
    return made


@cache
def deck_as_printed() -> Made:
    """The cover and the pocket cards with the pictures that the file shows."""
    library = the_library()
    pictures = illustrations(library, DECK, library.themes["surefoot"])
    deck = library.publications["pocket-cards"]
    said = {"title": deck.title, "subtitle": deck.subtitle or ""}
    return pocket.make(a_job(DECK, "poker", **said, drawings=pictures, cover=a_cover("pocket-cards")))


def with_card(folder: Path, text: str, name: str = "own") -> Library:
    """The built-in library with one more card."""
    (folder / "cards").mkdir(parents=True, exist_ok=True)
    (folder / f"cards/{name}.yaml").write_text(text, encoding="utf-8")
    return read_library([folder])


def text_of(pdf: bytes) -> list[str]:
    """The words of each page as a reader's program finds them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(document[i].get_textpage().get_text_bounded().split()) for i in range(len(document))]
    finally:
        document.close()


# The default set


def test_the_default_set_is_these_three_files() -> None:
    made = publish(the_library(), [], chosen(), {}, None)

    assert [one.name for one in made] == [f"{name}.pdf" for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_pages_and_sheets_are_counted_right(name: str) -> None:
    made = product(name)
    with pikepdf.open(BytesIO(made.content)) as pdf:
        assert len(pdf.pages) == made.pages
    sheets = -(-(1 + len(DECK)) // 9)  # the cover is a card

    assert (made.pages, made.sheets) == {
        "cheat-sheet": (1, 1),
        "pocket-cards": (2 * sheets, sheets),
        "warning-card": (3, 2),
    }[name]


@pytest.mark.parametrize("theme", ["surefoot", "one-ink"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", NAMES)
def test_every_product_conforms_on_both_papers_in_both_themes(name: str, paper: str, theme: str) -> None:
    assert_conforming(product(name, paper=paper, theme=theme).content)


@pytest.mark.parametrize("sides", [Sides.FOLD, Sides.FRONT, Sides.SINGLE])
@pytest.mark.parametrize("name", ["pocket-cards", "warning-card"])
def test_every_way_of_printing_conforms(name: str, sides: Sides) -> None:
    assert_conforming(product(name, sides=sides).content)


@pytest.mark.parametrize("size", ["a6", "badge", "avery-5371"])
def test_other_sizes_conform(size: str) -> None:
    made = publish(the_library(), ["pocket-cards"], chosen(size=size, paper="letter"), {}, None)

    assert_conforming(made[0].content)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_says_its_title_and_its_language(name: str) -> None:
    with pikepdf.open(BytesIO(product(name).content)) as pdf:
        assert str(pdf.docinfo.Title) == the_library().publications[name].title
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert pdf.Root.ViewerPreferences.PrintScaling == pikepdf.Name("/None")


def test_a_date_is_written_only_when_it_is_given() -> None:
    with pikepdf.open(BytesIO(product("cheat-sheet").content)) as pdf:
        assert "/CreationDate" not in pdf.docinfo
    with pikepdf.open(BytesIO(product("cheat-sheet", date=86400).content)) as pdf:
        assert str(pdf.docinfo.CreationDate).startswith("D:19700102")


def test_progress_goes_from_nothing_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    publish(the_library(), ["cheat-sheet", "warning-card"], chosen(), {}, lambda done, of: told.append((done, of)))

    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]


# Same bytes

_PRINT = """
import hashlib, sys
from pathlib import Path
from publisher.build import publish
from publisher.workshop import Choices
from publisher.library import read_folders
from publisher.model.printing import PrintSettings
library = read_folders([Path(sys.argv[1])])
for one in publish(library, [], Choices(None, None, None, PrintSettings()), {}, None):
    print(one.name, hashlib.sha256(one.content).hexdigest())
"""


def test_the_same_cards_make_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    runs = [("0", "UTC", 1), ("1", "America/St_Johns", 2), ("4242", "Asia/Kathmandu", 3)]
    printed = {_printed(shuffled(tmp_path / str(order), order), seed, zone) for seed, zone, order in runs}

    assert len(printed) == 1
    here = [f"{one.name} {hashlib.sha256(one.content).hexdigest()}" for one in map(product, NAMES)]
    assert printed == {"\n".join(here)}


def shuffled(folder: Path, seed: int) -> Path:
    """A copy of the built-in library whose files were made in another order."""
    files = [path for top in ("cards", "assets") for path in sorted((ROOT / top).rglob("*")) if path.is_file()]
    files = [path for path in files if "examples" not in path.parts and "schema" not in path.parts]
    random.Random(seed).shuffle(files)
    for path in files:
        to = folder / path.relative_to(ROOT)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to)
    return folder


def _printed(folder: Path, seed: str, zone: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", _PRINT, folder],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


# Words


def test_every_word_of_every_card_can_be_found_in_the_file() -> None:
    found = " ".join(text_of(product("pocket-cards").content))
    letters = re.sub(r"\s+", "", found)

    for pair in deck_as_printed().cards:
        for face in (pair.front, pair.back):
            for line in face.lines:
                assert re.sub(r"\s+", "", line.text) in letters, line.text


HOSTILE = r"""
id: hostile
kind: advice
group: gear
number: 90
title: Say <b>&amp;</b> "no"
purpose: Paths C:\new (a) and ((b) and %s
lines: ["<script>alert(1)</script>", "{{ 7*7 }} ${HOME} %(x)s", "one & two"]
do: ["keep (parentheses) and \\ apart"]
do_not: ["Do not trust </para>"]
why: "BT /F1 12 Tf (x) Tj ET"
evidence: {level: common-practice, sources: [not-yet-sourced]}
review: {reviewed_by: null}
"""


def test_hostile_text_comes_out_as_it_was_written(tmp_path: Path) -> None:
    library = with_card(tmp_path, HOSTILE, "hostile")
    own = library.publications["pocket-cards"]._replace(cards=("hostile",), select=None)
    (made,) = publish(library._replace(publications={"own": own}), ["own"], chosen(size="a6"), {}, None)
    found = re.sub(r"\s+", "", spoken(made.content))

    for said in (
        'Say <b>&amp;</b> "no"',
        r"Paths C:\new (a) and ((b) and %s",
        "<script>alert(1)</script>",
        "{{ 7*7 }} ${HOME} %(x)s",
        "one & two",
        r"keep (parentheses) and \ apart",
        "Do not trust </para>",
        "BT /F1 12 Tf (x) Tj ET",
    ):
        assert re.sub(r"\s+", "", said) in found
    assert_conforming(made.content)
    with pikepdf.open(BytesIO(made.content)) as pdf:
        assert "/JavaScript" not in pdf.Root.get("/Names", {})
        cover = ("Surefoot pocket cards", [])
        assert bookmarks(pdf) == [cover, (the_words().group(Group.GEAR), ['Say <b>&amp;</b> "no"'])]


# Order and bookmarks


def spoken(pdf: bytes) -> str:
    return " ".join(re.findall(r'^ *"(.*)"$', tag_tree(pdf), re.MULTILINE))


@pytest.mark.parametrize("order", list(SheetOrder))
def test_cards_are_read_front_then_back_however_they_lie_on_the_sheets(order: SheetOrder) -> None:
    words = re.sub(r"\s+", "", spoken(product("pocket-cards", order=order).content))
    at = 0
    for pair in deck_as_printed().cards:
        for face in (pair.front, pair.back):
            said = re.sub(r"\s+", "", read(face))
            found = words.find(said, at)
            assert found == at, pair.title
            at = found + len(said)
    assert at == len(words)


def test_a_card_that_is_printed_many_times_is_read_once() -> None:
    words = spoken(product("warning-card").content)

    assert words.count(the_words().say("warning_card.back_title")) <= 1
    # Once for the card and once for the fold.
    assert words.count("newly leaking poo, or not feeling it pass") == 2


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[str, list[str]]]:
    with pdf.open_outline() as outline:
        return [(item.title, [child.title for child in item.children]) for item in outline.root]


def test_every_card_has_a_bookmark_under_its_group() -> None:
    expected: dict[str, list[str]] = {}
    for card in DECK:
        expected.setdefault(the_words().group(card.group), []).append(card.title)

    with pikepdf.open(BytesIO(product("pocket-cards").content)) as pdf:
        cover = ("Surefoot pocket cards", [])
        assert bookmarks(pdf) == [cover, *expected.items()]


# Cards on a phone


@pytest.mark.parametrize("theme", ["surefoot", "one-ink"])
def test_phone_cards_conform_and_are_a_page_each(theme: str) -> None:
    made = product("phone-cards", theme=theme)

    assert_conforming(made.content)
    assert (made.pages, made.sheets) == (len(DECK), 0)
    with pikepdf.open(BytesIO(made.content)) as pdf:
        for leaf in pdf.pages:
            assert box(leaf.MediaBox) == pytest.approx([0, 0, 90, 160], abs=0.01)
            assert box(leaf.get("/TrimBox", leaf.MediaBox)) == pytest.approx([0, 0, 90, 160], abs=0.01)


def test_phone_cards_have_bookmarks_by_group_a_title_and_a_language() -> None:
    expected: dict[str, list[str]] = {}
    for card in DECK:
        expected.setdefault(the_words().group(card.group), []).append(card.title)

    with pikepdf.open(BytesIO(product("phone-cards").content)) as pdf:
        assert bookmarks(pdf) == [*expected.items()]
        assert str(pdf.docinfo.Title) == "Surefoot phone cards"
        assert str(pdf.Root.Lang) == "en"


def test_a_phone_is_no_printer_and_has_no_size_or_paper_to_choose() -> None:
    plain = product("phone-cards").content

    assert product("phone-cards", profile=PRINTER).content == plain
    assert product("phone-cards", size="a6", paper="letter").content == plain


# Page boxes and printers


def box(values: object) -> list[float]:
    return [float(value) / POINTS for value in values]


@pytest.mark.parametrize("name", NAMES)
def test_the_trim_box_is_the_paper_where_sheets_are_cut_by_hand(name: str) -> None:
    with pikepdf.open(BytesIO(product(name).content)) as pdf:
        for leaf in pdf.pages:
            assert box(leaf.MediaBox) == pytest.approx([0, 0, 210, 297], abs=0.01)
            assert box(leaf.get("/TrimBox", leaf.MediaBox)) == pytest.approx([0, 0, 210, 297], abs=0.01)


def test_single_cards_have_their_trim_inside_the_bleed() -> None:
    made = product("pocket-cards", sides=Sides.SINGLE)
    with pikepdf.open(BytesIO(made.content)) as pdf:
        assert len(pdf.pages) == 2 * (1 + len(DECK))
        for leaf in pdf.pages:
            assert box(leaf.TrimBox) == pytest.approx([3, 3, 66.5, 91.9], abs=0.01)
            assert box(leaf.BleedBox) == pytest.approx([0, 0, 69.5, 94.9], abs=0.01)


PRINTER = PrinterProfile("office", front_x=2, front_y=-1, back_x=-3, back_y=1.5)


def _where(pdf: bytes, page: int) -> tuple[float, float]:
    """The lower left corner of all ink of a page, millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        leaf = document[page]
        boxes = [leaf.get_textpage().get_charbox(i) for i in range(40)]
        return min(each[0] for each in boxes) / POINTS, min(each[1] for each in boxes) / POINTS
    finally:
        document.close()


@pytest.mark.parametrize("name", NAMES)
def test_the_profile_of_a_printer_moves_every_product(name: str) -> None:
    plain, moved = product(name).content, product(name, profile=PRINTER).content
    (x, y), (moved_x, moved_y) = _where(plain, 0), _where(moved, 0)

    # What lands 2 mm to the right and 1 mm too high goes 2 mm to the left and 1 mm down (y points up here).
    assert (moved_x - x, moved_y - y) == pytest.approx((-2, -1), abs=0.05)


def test_backs_are_moved_by_their_own_offset() -> None:
    plain, moved = product("pocket-cards").content, product("pocket-cards", profile=PRINTER).content
    (x, y), (moved_x, moved_y) = _where(plain, 1), _where(moved, 1)

    assert (moved_x - x, moved_y - y) == pytest.approx((3, 1.5), abs=0.05)


# Only what changed


def test_nothing_changed_means_nothing_to_print() -> None:
    before = {key: value for name in NAMES for key, value in product(name).card_hashes.items()}

    assert publish(the_library(), [], chosen(changed=True), before, None) == ()


def test_only_the_card_that_changed_is_printed_again(tmp_path: Path) -> None:
    before = product("pocket-cards").card_hashes
    library = with_card(tmp_path, "extends: plank\ncue: Long as a plank\n", "plank")

    (made,) = publish(library, ["pocket-cards"], chosen(changed=True), before, None)

    assert (made.pages, made.sheets) == (2, 1)
    assert "Long as a plank" in text_of(made.content)[0]
    changed = {key for key, value in made.card_hashes.items() if before[key] != value}
    assert changed == {"pocket-cards/plank"}


def test_a_card_that_moves_to_another_title_is_printed_again_with_the_cover_of_its_deck(tmp_path: Path) -> None:
    before = product("pocket-mind").card_hashes
    library = with_card(tmp_path, "extends: slow-breathing\ntitle: Breathe low\n", "slow-breathing")

    (made,) = publish(library, ["pocket-mind"], chosen(changed=True), before, None)
    texts = text_of(made.content)

    assert (made.pages, made.sheets) == (2, 1)
    assert "Breathe low" in texts[0]
    assert "Stress and pain" in texts[0]  # the cover tells the whole deck
    assert "Back pain warning signs" in texts[1]


def test_a_sign_that_changes_is_told_on_the_cover_of_every_deck(tmp_path: Path) -> None:
    before = product("starter").card_hashes
    library = with_card(tmp_path, "extends: legs-giving-way\nbrief: Legs give way\n", "legs-giving-way")

    (made,) = publish(library, ["starter"], chosen(changed=True), before, None)

    assert {key for key, value in made.card_hashes.items() if before[key] != value} == {"starter/.cover"}
    assert "Legs give way" in text_of(made.content)[1]


def test_every_card_of_every_product_has_its_own_mark() -> None:
    hashes = product("pocket-cards").card_hashes

    assert len(hashes) == len(set(hashes.values())) == len(DECK) + 1  # and the cover
    assert product("pocket-cards", size="a7").card_hashes != hashes


# What goes wrong


def test_all_that_does_not_fit_is_told_at_once(tmp_path: Path) -> None:
    for name in ("plank", "bird-dog"):
        library = with_card(tmp_path, f"extends: {name}\nfeel: {'deep in your belly and ' * 5}\n", name)

    with pytest.raises(InputError) as raised:
        publish(library, ["pocket-cards"], chosen(size="mini"), {}, None)

    assert len(raised.value.problems) > 2
    assert {problem.name for problem in raised.value.problems} == {"does-not-fit"}
    assert all(problem.level is Level.ERROR for problem in raised.value.problems)


@pytest.mark.parametrize(
    ("ids", "more", "name"),
    [
        (["pocket-card"], {}, "unknown-publication"),
        (["pocket-cards"], {"size": "pocker"}, "unknown-size"),
        (["pocket-cards"], {"paper": "a44"}, "unknown-paper"),
        (["pocket-cards"], {"theme": "sure-foot"}, "unknown-theme"),
        (["pocket-cards"], {"country": "UK"}, "unknown-country"),
    ],
)
def test_what_does_not_exist_is_named_with_what_does(ids: list[str], more: dict, name: str) -> None:
    with pytest.raises(UsageError) as raised:
        publish(the_library(), ids, chosen(**more), {}, None)

    (problem,) = raised.value.problems
    assert problem.name == name
    assert problem.hint


def test_a_product_keeps_its_own_size_unless_it_takes_any() -> None:
    assert product("warning-card", size="mini").content == product("warning-card").content


def test_the_built_in_library_fits_everywhere_by_default() -> None:
    assert fit_everything(the_library(), chosen()) == ()
    assert fit_everything(the_library(), chosen(paper="letter")) == ()


def test_what_does_not_fit_is_told_by_a_check_too() -> None:
    problems = fit_everything(the_library(), chosen(size="mini"))

    assert problems
    assert {problem.name for problem in problems} == {"does-not-fit"}


def test_layouts_are_the_files_that_make_something() -> None:
    assert set(layout_names()) == {
        "booklet",
        "cheat-sheet",
        "compact-handout",
        "exercise-log",
        "film-strip",
        "full-handout",
        "large-print-handout",
        "phone",
        "plan-fold",
        "plan-page",
        "pocket",
        "poster",
        "tear-off",
        "visit-summary",
        "wall-chart",
        "warning-card",
    }


def test_a_guide_comes_before_the_cards() -> None:
    plain, guided = product("pocket-cards"), product("pocket-cards", guide=True)

    assert guided.pages > plain.pages
    assert text_of(guided.content)[-1] == text_of(plain.content)[-1]
    assert_conforming(guided.content)


def test_every_movement_tells_its_minutes() -> None:
    found = " ".join(text_of(product("pocket-cards").content))

    for card in DECK:
        if isinstance(card.body, Movement):
            assert the_words().minutes(card.body.dose) in found


def test_a_page_is_printed_whole_when_one_thing_on_it_has_changed() -> None:
    library, name = the_library(), "eight-weeks-page"
    (before,) = publish(library, [name], chosen(), {}, None)
    plan = library.plans["eight-weeks"]
    other = library._replace(plans={**library.plans, "eight-weeks": plan._replace(missed_week=Phrase("Start again."))})

    assert publish(library, [name], chosen(changed=True), before.card_hashes, None) == ()
    (after,) = publish(other, [name], chosen(changed=True), before.card_hashes, None)
    assert after.pages == before.pages
    assert after.content != before.content


# Codes that lead to the web


def linked(link: str | None = "https://example.org/back", **more: object) -> Product:
    """A plank, which has room for a code on a bank card, and foam rolling, which has none."""
    library = the_library()
    deck = library.publications["starter"]._replace(
        cards=(Phrase("plank"), Phrase("foam-rolling")), link=link and Phrase(link), session=False, size=Phrase("id-1")
    )
    (made,) = publish(library._replace(publications={"starter": deck}), ["starter"], chosen(**more), {}, None)
    return made


def test_a_build_says_how_many_cards_have_no_room_for_a_code() -> None:
    [note] = [note for note in linked().notes if note.name == "no-room-for-code"]

    assert "1 of 2 cards has no 20 mm free" in note.sentence
    assert note.level is Level.NOTE
    assert not [note for note in linked(None).notes if note.name == "no-room-for-code"]


def test_a_code_can_be_clicked() -> None:
    with pikepdf.open(BytesIO(linked().content)) as pdf:
        [link] = [link for page in pdf.pages for link in page.get("/Annots", [])]
        assert str(link.A.URI) == "https://example.org/back/plank.html"
        assert str(link.Contents).endswith(str(link.A.URI))
    assert_conforming(linked().content)


def test_a_card_is_printed_again_when_its_code_leads_elsewhere() -> None:
    here, there, nowhere = (linked(link).card_hashes for link in ("https://a.example", "https://b.example", None))

    assert here["starter/plank"] != there["starter/plank"]
    assert nowhere["starter/plank"] not in (here["starter/plank"], there["starter/plank"])
