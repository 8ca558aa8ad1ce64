from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.colour import contrast, parse
from publisher.library.laying import merged
from publisher.library.overlays import built_in
from publisher.library.print_shapes import THEME
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused

if TYPE_CHECKING:
    from publisher.problems import Problem

OURS = (built_in() / "assets/themes/surefoot.yaml").read_text(encoding="utf-8")


def problems(text: str) -> list[Problem]:
    with pytest.raises(Refused) as caught:
        THEME.read(read_tree(text.encode(), "theme.yaml"))
    return list(caught.value.problems)


@pytest.mark.parametrize("name", sorted(path.name for path in (built_in() / "assets/themes").glob("*.yaml")))
def test_our_themes_pass(name: str) -> None:
    data = (built_in() / "assets/themes" / name).read_bytes()

    assert THEME.read(read_tree(data, name)).name


def test_a_pale_colour_is_told_with_its_figure_and_a_shade_that_passes() -> None:
    (problem,) = problems(OURS.replace('wrong: "#A31F1A"', 'wrong: "#C9A227"'))

    assert problem.name == "low-contrast"
    assert "2.4 to 1" in problem.sentence
    assert problem.place is not None
    assert OURS.splitlines()[problem.place.line - 1].startswith("wrong:")
    shade = parse(problem.hint.split('"')[1])
    white = parse("#FFFFFF")
    assert shade is not None
    assert white is not None
    assert contrast(shade, white) >= 4.5


def test_colours_that_come_close_only_in_grey_are_told_so() -> None:
    (problem,) = problems(OURS.replace('stop_ground: "#F4F5F6"', 'stop_ground: "#00A000"'))

    assert "to 1 in grey." in problem.sentence


def test_every_ground_is_looked_at() -> None:
    dark = OURS.replace('tint: "#E8EFF9"', 'tint: "#445566"').replace('main: "#1E4C94"', 'main: "#8FB4E8"')

    sentences = [problem.sentence for problem in problems(dark)]
    assert any("strength tint" in sentence for sentence in sentences)
    assert any("strength main" in sentence and "white" in sentence for sentence in sentences)


def test_a_shape_needs_less_contrast_than_text() -> None:
    grey = OURS.replace('paper: "#FFFFFF"', 'paper: "#A8A8A8"').replace('main: "#1E4C94"', 'main: "#3A6AB4"')

    told = [problem for problem in problems(grey) if "strength main" in problem.sentence]
    assert ["needs 3 to 1" in problem.sentence for problem in told] == [True]


def test_a_colour_is_told_once_with_a_shade_that_passes_everywhere() -> None:
    (problem,) = problems(OURS.replace('main: "#1E4C94"', 'main: "#FFD700"'))

    again = OURS.replace('main: "#1E4C94"', f'main: "{problem.hint.split(chr(34))[1]}"')
    assert THEME.read(read_tree(again.encode(), "theme.yaml")).name


@pytest.mark.parametrize("change", ['ink: "#888888"', 'paper: "#000000"'])
def test_a_theme_that_changes_one_colour_is_told_of_that_colour(change: str) -> None:
    """And not of the eleven others that it does not suit, which stand in a file that is not the author's."""
    ours, theirs = read_tree(OURS.encode(), "ours.yaml"), read_tree(f"id: club\n{change}\n".encode(), "club.yaml")

    with pytest.raises(Refused) as caught:
        THEME.read(merged(ours, theirs))

    (problem,) = caught.value.problems
    assert problem.place is not None
    assert (problem.place.file, problem.place.line) == ("club.yaml", 2)
    assert problem.sentence.startswith(f"`{change.split(':', maxsplit=1)[0]}`")
