"""A surface records; what is neither in a role nor an artifact cannot be drawn."""

from __future__ import annotations

import pytest

from publisher.colour import INK
from publisher.drawing import Mark, rectangle
from publisher.geometry import Box, Point, Size, Transform, mm
from publisher.problems import Phrase, Place
from publisher.typesetting.face import Line, Role, Weight
from publisher.typesetting.lines import Span, Style
from publisher.typesetting.surface import Surface, Window
from tests.factories import a_drawing, the_typeface

STYLE = Style(9, 11, INK)
PANEL = Mark(rectangle(Box(0, 0, 10, 10)), fill=INK)


def a_surface() -> Surface:
    return Surface(Size(60, 90), the_typeface(), 9, "Plank")


@pytest.mark.parametrize(
    "draw",
    [
        lambda surface: surface.paint(PANEL),
        lambda surface: surface.write(surface.set("Plank", STYLE, 50), 5, 5),
        lambda surface: surface.label("Plank", STYLE, Point(5, 5)),
        lambda surface: surface.link(Box(0, 0, 5, 5), "https://example.org", "More"),
    ],
)
def test_nothing_can_be_drawn_outside_a_role_and_outside_an_artifact(draw: object) -> None:
    with pytest.raises(RuntimeError):
        draw(a_surface())


def test_a_role_ends_where_its_block_ends() -> None:
    surface = a_surface()
    with surface.element(Role.PARAGRAPH):
        surface.label("One", STYLE, Point(5, 5))

    with pytest.raises(RuntimeError):
        surface.label("Two", STYLE, Point(5, 9))


def test_elements_nest_and_the_face_keeps_the_order_of_drawing() -> None:
    surface = a_surface()
    with surface.element(Role.LIST, numbered=True):
        for number in "12":
            with surface.element(Role.ITEM):
                with surface.element(Role.LABEL):
                    surface.label(number, STYLE, Point(5, 5))
                with surface.element(Role.ITEM_BODY):
                    surface.label(f"Step {number}", STYLE, Point(9, 5))
    face = surface.face()

    assert [(element.role, element.parent) for element in face.elements] == [
        (Role.LIST, -1),
        (Role.ITEM, 0),
        (Role.LABEL, 1),
        (Role.ITEM_BODY, 1),
        (Role.ITEM, 0),
        (Role.LABEL, 4),
        (Role.ITEM_BODY, 4),
    ]
    assert face.spoken() == "1\nStep 1\n2\nStep 2"


def test_an_artifact_is_seen_and_not_spoken_even_inside_a_role() -> None:
    surface = a_surface()
    with surface.element(Role.PARAGRAPH):
        with surface.artifact():
            surface.paint(PANEL)
            surface.label("7", STYLE, Point(5, 5))
        surface.label("Seven", STYLE, Point(9, 5))
    face = surface.face()

    assert [part.element for part in face.parts] == [None, None, 0]
    assert face.spoken() == "Seven"
    assert [line.text for line in face.lines] == ["7", "Seven"]


def test_a_link_stands_only_in_a_link_element() -> None:
    surface = a_surface()
    with surface.element(Role.PARAGRAPH):
        with pytest.raises(RuntimeError):
            surface.link(Box(0, 0, 5, 5), "https://example.org", "More")
        with surface.element(Role.LINK):
            surface.link(Box(0, 0, 5, 5), "https://example.org", "More")

    (link,) = surface.face().parts
    assert (link.address, link.label, link.element) == ("https://example.org", "More", 1)


def test_a_picture_that_only_decorates_is_an_artifact_and_needs_no_words() -> None:
    surface = Surface(Size(50, 50), the_typeface(), 8)
    with surface.artifact():
        surface.picture("", (a_drawing(), Transform.move(1, 2)))
    face = surface.face()

    assert [part.element for part in face.parts] == [None]
    assert face.elements == ()


def test_a_picture_is_a_figure_with_its_words_and_the_box_round_all_of_it() -> None:
    surface = a_surface()
    drawing, half = a_drawing(), Transform.scale(0.5).then(Transform.move(50, 20))
    surface.picture("A runner stands, then hops.", (drawing, Transform()), (drawing, half))
    face = surface.face()

    (figure,) = face.elements
    assert (figure.role, figure.alt, figure.box) == (Role.FIGURE, "A runner stands, then hops.", Box(0, 0, 70, 60))
    assert [(part.drawing is drawing, part.box, part.element) for part in face.parts] == [
        (True, Box(0, 0, 40, 60), 0),
        (True, Box(50, 20, 20, 30), 0),
    ]


def test_a_block_keeps_the_place_of_its_words() -> None:
    place = Place("cards/plank.yaml", 4, 8)

    assert a_surface().set(Phrase("Lie on your back", place), STYLE, 20).place == place


def test_a_word_is_broken_only_where_that_was_asked_for_and_no_space_is_read_into_it() -> None:
    surface = Surface(Size(60, 90), the_typeface(), 9, breaking=True)
    block = surface.set("Write to desk@hillside.example", STYLE, 15)
    with surface.element(Role.PARAGRAPH):
        surface.write(block, 5, 10)
    face = surface.face()

    assert face.fits
    assert "".join(line.text + (" " if line.space_after else "") for line in face.lines) == (
        "Write to desk@hillside.example"
    )
    assert a_surface().set("Write to desk@hillside.example", STYLE, 15).overwide
    assert surface.trial().set("Write to desk@hillside.example", STYLE, 15) == block


def test_a_paragraph_is_read_as_one_text_with_spaces_between_its_lines() -> None:
    surface = a_surface()
    block = surface.set("Lie on your back with your knees bent", STYLE, 20)
    with surface.element(Role.PARAGRAPH):
        bottom = surface.write(block, 5, 10)
    lines = surface.face().lines

    assert len(lines) > 2
    assert [line.space_after for line in lines] == [True] * (len(lines) - 1) + [False]
    assert bottom == pytest.approx(10 + len(lines) * mm(11))
    assert [line.at.y - lines[0].at.y for line in lines] == pytest.approx([i * mm(11) for i in range(len(lines))])


@pytest.mark.parametrize(("align", "share"), [("left", 0), ("centre", 0.5), ("right", 1)])
def test_a_text_is_aligned_on_its_x(align: str, share: float) -> None:
    surface = a_surface()
    with surface.element(Role.PARAGRAPH):
        surface.write(surface.set("Plank", STYLE, 50), 30, 10, align)
        surface.label("Plank", STYLE, Point(30, 20), align=align)

    for line in surface.face().lines:
        assert line.at.x + share * line.width == pytest.approx(30)


def test_a_turned_label_runs_along_the_edge() -> None:
    surface = a_surface()
    with surface.artifact():
        width = surface.label("100 mm", STYLE, Point(5, 40), align="centre", turn=270)

    (line,) = surface.face().lines
    assert (line.turn, line.at.x) == (270, 5)
    assert line.at.y - width / 2 == pytest.approx(40)


def test_words_keep_their_place_on_the_face() -> None:
    place = Place("cards/plank.yaml", 8, 5)
    surface = a_surface()
    with surface.element(Role.PARAGRAPH):
        surface.write(
            surface.set(
                [Span("Feel it ", Weight.BOLD), Span(Phrase("in your belly", place), Weight.REGULAR)], STYLE, 50
            ),
            5,
            5,
        )

    (line,) = surface.face().lines
    assert isinstance(line, Line)
    assert line.place == place


def test_a_word_wider_than_its_column_is_reported_with_its_field_and_place() -> None:
    place = Place("cards/plank.yaml", 8, 5)
    surface = a_surface()
    with surface.element(Role.PARAGRAPH):
        surface.write(surface.set(Phrase("Anterolateral", place), STYLE, 9), 5, 5, field="feel")
    face = surface.face()

    assert not face.fits
    assert [(one.field, one.place) for one in face.excess] == [("feel", place)]


def test_what_a_size_does_without_is_noted_and_no_excess() -> None:
    surface = a_surface()
    surface.leave_out("move_on")

    assert surface.face().left_out == ("move_on",)
    assert surface.face().fits


def test_a_box_is_clear_of_words_and_small_marks_but_grounds_do_not_count() -> None:
    surface = a_surface()
    with surface.artifact():
        surface.paint(Mark(rectangle(Box(-3, 40, 66, 60)), fill=INK))
        surface.paint(PANEL)
        surface.label("Plank", STYLE, Point(30, 60))

    assert surface.is_clear(Box(20, 65, 30, 20))
    assert not surface.is_clear(Box(5, 5, 30, 20))
    assert not surface.is_clear(Box(20, 58, 30, 20))


def test_a_trial_takes_as_much_room_as_the_real_thing_and_keeps_nothing() -> None:
    def drawn(surface: Surface) -> tuple[float, float]:
        with surface.element(Role.PARAGRAPH), surface.artifact():
            surface.paint(PANEL)
            width = surface.label("3 × 8", STYLE, Point(5, 5))
            return width, surface.write(surface.set("Lie on your back and push one heel down. " * 3, STYLE, 40), 5, 8)

    surface = a_surface()
    trial = surface.trial()

    assert drawn(trial) == drawn(surface)
    assert trial.face().parts == trial.face().elements == ()
    assert len(surface.face().parts) > 4


def test_what_is_drawn_in_a_window_stands_on_the_page_and_is_read_in_its_place() -> None:
    def drawn(surface: Surface, by: float) -> None:
        with surface.element(Role.PARAGRAPH):
            surface.write(surface.set("Lie down.", STYLE, 40), by + 2, by + 3)
            surface.label("3", STYLE, Point(by + 5, by + 30))
        with surface.artifact():
            surface.paint(Mark(rectangle(Box(by + 1, by + 1, 4, 4)), fill=INK))
        surface.picture("Somebody", (a_drawing(), Transform.move(by + 10, by + 10)))

    page, whole = a_surface(), a_surface()
    drawn(Window(page, Box(7, 7, 40, 60)), 0.0)
    drawn(whole, 7.0)

    assert page.face() == whole.face()


def test_a_window_gives_heights_of_its_own_and_tells_the_page_what_does_not_fit() -> None:
    page = a_surface()
    window = Window(page, Box(7, 30, 40, 60))
    with window.element(Role.PARAGRAPH):
        bottom = window.write(window.set("Lie down.", STYLE, 40), 0, 3)
    window.too_long("steps", 1, 10, None)
    window.leave_out("easier")

    assert bottom == pytest.approx(3 + window.set("Lie down.", STYLE, 40).height)
    assert [excess.field for excess in page.face().excess] == ["steps"]
    assert page.face().left_out == ("easier",)


def test_a_window_of_a_trial_keeps_nothing_either() -> None:
    trial = a_surface().trial()
    window = Window(trial, Box(7, 30, 40, 60))
    with window.artifact():
        window.paint(Mark(rectangle(Box(0, 0, 4, 4)), fill=INK))

    assert not window.keeps
    assert trial.face().parts == ()
