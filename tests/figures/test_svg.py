"""SVG: what a browser reads, and what a screen reader says."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from publisher.colour import Colour
from publisher.drawing import Drawing, Mark, Path, Stroke, ellipse, rectangle
from publisher.figures.svg import Label, path_data, svg
from publisher.geometry import Box, Point

NAMES = "{http://www.w3.org/2000/svg}"
BLUE, RED = Colour(0, 0, 255), Colour(200, 0, 0)
BOX = Box(-10, -20, 40, 30)


def read(*marks: Mark, labels=(), air: float = 0.0, title: str = "Plank", description: str = "A person holds."):
    return ET.fromstring(svg(Drawing(BOX, marks), title, description, labels, air))


def test_its_size_is_that_of_the_drawing_in_millimetres() -> None:
    root = read()

    assert (root.get("width"), root.get("height")) == ("40mm", "30mm")
    assert root.get("viewBox") == "-10 -20 40 30"


def test_air_is_added_on_all_sides() -> None:
    assert read(air=5).get("viewBox") == "-15 -25 50 40"


def test_title_and_description_come_first_and_are_pointed_to() -> None:
    root = read(title="Sit & reach", description="Hands < feet.")

    assert [child.tag for child in root[:2]] == [f"{NAMES}title", f"{NAMES}desc"]
    assert [child.text for child in root[:2]] == ["Sit & reach", "Hands < feet."]
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == " ".join(child.get("id") for child in root[:2])


def test_a_path_keeps_its_pieces_to_a_hundredth() -> None:
    path = Path((("M", (1.0, -2.5)), ("L", (0.333333, 0.0)), ("C", (1, 2, 3, 4, 5, 6)), ("Z", ())))

    assert path_data(path) == "M1 -2.5L0.33 0C1 2 3 4 5 6Z"


def test_next_to_nothing_is_nothing() -> None:
    assert path_data(Path((("M", (-0.001, 0.004)),))) == "M0 0"


def test_fills_and_lines_keep_colour_width_and_dashes() -> None:
    lined = Stroke(RED, 0.4, "butt", (1.0, 0.5))
    fill, line = read(Mark(rectangle(BOX), fill=BLUE, even_odd=True), Mark(rectangle(BOX), stroke=lined)).findall(
        f"{NAMES}path"
    )

    assert (fill.get("fill"), fill.get("fill-rule"), fill.get("stroke")) == ("#0000FF", "evenodd", None)
    assert (line.get("fill"), line.get("stroke"), line.get("stroke-width")) == ("none", "#C80000", "0.4")
    assert (line.get("stroke-linecap"), line.get("stroke-dasharray")) == ("butt", "1 0.5")


def test_marks_are_painted_in_their_order() -> None:
    shown = read(*(Mark(rectangle(BOX), fill=colour) for colour in (BLUE, RED, BLUE)))

    assert [path.get("fill") for path in shown.findall(f"{NAMES}path")] == ["#0000FF", "#C80000", "#0000FF"]


def test_what_is_clipped_points_to_its_clip() -> None:
    root = read(Mark(rectangle(BOX), fill=BLUE, clip=ellipse(Point(0, 0), 5)))
    [clip] = root.findall(f"{NAMES}clipPath")
    [path] = root.findall(f"{NAMES}path")

    assert path.get("clip-path") == f"url(#{clip.get('id')})"
    assert clip[0].get("d") == path_data(ellipse(Point(0, 0), 5))


def test_words_stay_words() -> None:
    [text] = read(labels=(Label("palm_r on wall", Point(2, 3), 2.8, RED, bold=True),)).findall(f"{NAMES}text")

    assert (text.text, text.get("x"), text.get("y"), text.get("font-size")) == ("palm_r on wall", "2", "3", "2.8")
    assert (text.get("fill"), text.get("font-weight")) == ("#C80000", "bold")
