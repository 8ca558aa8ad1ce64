from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from publisher.geometry import Box, Transform
from publisher.pdf.writer import render
from publisher.typesetting.document import Document, Page, Placed, Section, Where
from publisher.typesetting.face import Element, Face, Part, Role
from tests.pdf.checking import assert_conforming, tag_tree
from tests.pdf.factories import A4, POKER, a_document, a_face, a_figure, a_line, a_panel, everything


def said(*lines: str) -> Face:
    """A face that says each line in a paragraph."""
    parts: tuple[Part, ...] = tuple(a_line(line, 4, 10 + 5 * index, index) for index, line in enumerate(lines))
    return a_face(parts, tuple(Element(Role.PARAGRAPH) for _ in lines))


def test_the_whole_tree_of_a_face_with_everything() -> None:
    pdf = render(a_document(everything()))

    assert (
        tag_tree(pdf)
        == """\
Document
  Sect title='Plank'
    H1
      "Side plank"
    Figure alt='A runner lies on one side – “straight” as a board (front view).'
      (ink)
    H2
      "Steps"
    L ListNumbering=Decimal
      LI
        Lbl
          "1"
        LBody
          "Lie on your side."
      LI
        Lbl
          "2"
        LBody
          "Lift the hips."
    L ListNumbering=None
      LI
        LBody
          "Breathe out."
    Table
      TR
        TH Scope=Column
        TH Scope=Column
          "Sets"
      TR
        TH Scope=Row
          "Easy"
        TD
          "3 × 8"
    P
      "Read more at "
      Link
        "example.org"
        -> https://example.org/a?b=(%C3%BC) (More about the side plank)
      "before you start."
    Note
      "Half: ½ of (all) \\ of it."
"""
    )


def test_a_card_is_read_front_then_back_wherever_its_faces_lie() -> None:
    pages = (
        Page(A4, (Placed(said("second front")), Placed(said("first front")))),
        Page(A4, (Placed(said("first back")), Placed(said("second back")))),
    )
    sections = (Section("First", (Where(0, 1), Where(1, 0))), Section("Second", (Where(0, 0), Where(1, 1))))
    pdf = render(Document("Deck", "en", pages, sections))

    words = [line.strip() for line in tag_tree(pdf).splitlines() if '"' in line]

    assert words == ['"first front"', '"first back"', '"second front"', '"second back"']
    assert_conforming(pdf)


def test_groups_hold_their_sections() -> None:
    page = Page(A4, tuple(Placed(said(word)) for word in ("one", "two", "three")))
    groups = ("Strength", "Strength", "Stretch")
    sections = tuple(Section(f"Card {i}", (Where(0, i),), group) for i, group in enumerate(groups))
    pdf = render(Document("Deck", "en", (page,), sections))

    sects = [line for line in tag_tree(pdf).splitlines() if "Sect" in line]

    assert sects == [
        "  Sect title='Strength'",
        "    Sect title='Card 0'",
        "    Sect title='Card 1'",
        "  Sect title='Stretch'",
        "    Sect title='Card 2'",
    ]
    assert_conforming(pdf)


def test_what_no_section_names_is_an_artifact_even_where_it_has_roles_and_links() -> None:
    page = Page(POKER, (Placed(everything()), Placed(said("spoken"))))
    pdf = render(Document("Deck", "en", (page,), (Section("Card", (Where(0, 1),)),)))

    assert tag_tree(pdf) == "Document\n  Sect title='Card'\n    P\n      \"spoken\"\n"
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert "/Annots" not in opened.pages[0]
    assert_conforming(pdf)


def test_one_face_read_in_two_places_is_said_twice() -> None:
    face = said("again")
    page = Page(A4, (Placed(face), Placed(face, Transform.move(70, 0))))
    pdf = render(Document("Deck", "en", (page,), (Section("A", (Where(0, 0),)), Section("B", (Where(0, 1),)))))

    assert tag_tree(pdf).count('"again"') == 2
    assert_conforming(pdf)


def test_decoration_between_two_lines_does_not_cut_a_paragraph_in_two() -> None:
    parts = (a_line("one", 4, 10, 0, space_after=True), a_panel(), a_line("two", 4, 15, 0))
    pdf = render(a_document(a_face(parts, (Element(Role.PARAGRAPH),))))

    assert tag_tree(pdf).count(" P\n") == 1
    assert_conforming(pdf)


def test_reading_follows_painting_and_not_the_order_in_which_elements_were_named() -> None:
    parts = (a_line("first", 4, 10, 1), a_line("second", 4, 15, 0))
    tree = tag_tree(render(a_document(a_face(parts, (Element(Role.PARAGRAPH), Element(Role.PARAGRAPH))))))

    assert tree.index("first") < tree.index("second")


def test_an_element_without_content_says_nothing_but_a_cell_keeps_its_column() -> None:
    elements = (
        Element(Role.PARAGRAPH),
        Element(Role.TABLE),
        Element(Role.ROW, 1),
        Element(Role.CELL, 2),
        Element(Role.CELL, 2),
        Element(Role.CELL, 2),
    )
    tree = tag_tree(render(a_document(a_face((a_line("middle", 4, 10, 4),), elements))))

    assert tree.splitlines()[2:] == [
        "    Table",
        "      TR",
        "        TD",
        "        TD",
        '          "middle"',
        "        TD",
    ]


def test_a_list_with_signs_says_so() -> None:
    elements = (Element(Role.LIST), Element(Role.ITEM, 0), Element(Role.LABEL, 1), Element(Role.ITEM_BODY, 1))
    parts = (a_panel(Box(4, 9, 1, 1), 2), a_line("Breathe", 8, 10, 3))
    pdf = render(a_document(a_face(parts, elements)))

    assert "L ListNumbering=Disc" in tag_tree(pdf)
    assert_conforming(pdf)


def test_a_note_can_be_named() -> None:
    parts = (a_line("one", 4, 10, 0), a_line("two", 4, 15, 1))
    pdf = render(a_document(a_face(parts, (Element(Role.NOTE), Element(Role.NOTE)))))

    with pikepdf.open(BytesIO(pdf)) as opened:
        names = opened.Root.StructTreeRoot.IDTree.Names
        assert [bytes(name) for name in names[::2]] == [bytes(note.ID) for note in names[1::2]]
        assert len({bytes(name) for name in names[::2]}) == 2
    assert_conforming(pdf)


def test_the_box_of_a_figure_is_where_it_lies_on_the_page() -> None:
    elements = (Element(Role.FIGURE, alt="A plank", box=Box(10, 20, 30, 5)),)
    turned = Transform.turn(90).then(Transform.move(100, 50))
    page = Page(A4, (Placed(a_face(tuple(a_figure(0)), elements), turned),))
    pdf = render(Document("Deck", "en", (page,), (Section("Plank", (Where(0, 0),)),)))

    with pikepdf.open(BytesIO(pdf)) as opened:
        figure = opened.Root.StructTreeRoot.K.K[0].K[0]
        box = [float(value) * 25.4 / 72 for value in figure.A.BBox]

    # Clockwise, 20 to 25 mm below the top becomes 25 to 20 mm left of the axis.
    assert box == pytest.approx([75, 297 - 90, 80, 297 - 60], abs=0.001)


def test_a_placed_face_is_read_once() -> None:
    page = Page(POKER, (Placed(said("one")),))
    twice = (Section("A", (Where(0, 0),)), Section("B", (Where(0, 0),)))

    with pytest.raises(ValueError, match="read once"):
        render(Document("Deck", "en", (page,), twice))
