"""Pictures of a library lie in its folder; nothing else is ever opened."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from publisher.library.picture_files import PictureFile, bytes_in, placed
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.problems import InputError, Phrase, Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

LOGO = PictureFile(("png", "jpg", "jpeg", "svg"), "assets/logo.png")
GOOD = ("logo.png", "assets/clinics/logo.svg", "pictures/Übung 1 (neu).JPG", "a/b/c/d.jpeg", "two..dots.png")
BAD = (
    *("", ".", "..", "/", "/etc/passwd.png", "../logo.png", "a/../logo.png", "./logo.png", "a//b.png", "a/./b.png"),
    *(".hidden.png", "a/.git/b.png", "~/logo.png/", "\\\\server\\logo.png", "a\\b.png", "C:logo.png", "C:\\logo.png"),
    *("file:///etc/a.png", "http://x.example/a.png", "data:image/png;base64,AA.png", "logo.png::$DATA", "logo.png."),
    *("logo.png ", " logo.png", "a /b.png", "a./b.png", "NUL.png", "con.png", "a/AUX.jpg", "com1.png", "LPT9.svg"),
    *("logo*.png", "logo?.png", "a|b.png", "<a>.png", "logo", "logo.gif", "logo.png.exe", "logo.pdf", "png", "a.eps"),
)


def tried(text: str) -> Phrase:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return LOGO.read(read_tree(f'logo: "{quoted}"\n'.encode(), "a.yaml").fields["logo"][1])


@pytest.mark.parametrize("text", GOOD)
def test_names_inside_the_library_are_taken_as_they_stand(text: str) -> None:
    assert tried(text) == text
    assert allows(text)


@pytest.mark.parametrize("text", BAD)
def test_names_that_could_lead_out_or_mean_something_else_are_refused(text: str) -> None:
    with pytest.raises(Refused) as caught:
        tried(text)

    assert caught.value.problems[0].name in {"not-a-picture-path", "no-value"}


def allows(text: str) -> bool:
    """Whether an editor would take it."""
    schema = LOGO.schema()
    patterns = [schema["pattern"], *(each["pattern"] for each in schema["allOf"])]
    return len(text) <= schema["maxLength"] and all(re.search(pattern, text) for pattern in patterns)


def test_an_editor_refuses_what_we_refuse_but_for_devices_of_windows() -> None:
    passed = [text for text in BAD if allows(text)]

    assert passed == ["NUL.png", "con.png", "a/AUX.jpg", "com1.png", "LPT9.svg"]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    root = tmp_path / "library"
    (root / "assets").mkdir(parents=True)
    (root / "assets/logo.png").write_bytes(b"of the library")
    (tmp_path / "secret.png").write_bytes(b"of somebody else")
    (tmp_path / "library-evil").mkdir()
    (tmp_path / "library-evil/secret.png").write_bytes(b"of somebody else")
    return root


def name(text: str) -> Phrase:
    return Phrase(text, Place("a.yaml", 3, 7))


def refused(library: Path, text: str) -> Problem:
    with pytest.raises(InputError) as caught:
        bytes_in(library, name(text))
    [problem] = caught.value.problems
    assert problem.place == Place("a.yaml", 3, 7)
    assert problem.hint
    return problem


def test_what_a_picture_holds_is_read_whole(library: Path) -> None:
    assert bytes_in(library, name("assets/logo.png")) == b"of the library"


def test_a_link_inside_the_library_is_followed(library: Path) -> None:
    (library / "other.png").symlink_to("assets/logo.png")

    assert bytes_in(library, name("other.png")) == b"of the library"


@pytest.mark.parametrize("target", ["../secret.png", "../library-evil/secret.png"])
def test_a_link_out_of_the_library_is_not(library: Path, target: str) -> None:
    (library / "logo.png").symlink_to(target)
    (library / "folder").symlink_to("../library-evil")

    assert refused(library, "logo.png").name == "outside-library"
    assert refused(library, "folder/secret.png").name == "outside-library"


def test_what_is_not_there_is_told_with_what_is(library: Path) -> None:
    assert "`logo.png`" in refused(library, "assets/logos.png").hint
    assert refused(library, "assets/LOGO.png").name == "no-such-picture"
    assert refused(library, "nothing/at/all.png").name == "no-such-picture"


def test_what_is_no_file_is_not_opened(library: Path) -> None:
    (library / "folder.png").mkdir()
    os.mkfifo(library / "pipe.png")
    (library / "nothing.png").symlink_to("gone.png")

    for text in ("folder.png", "pipe.png", "nothing.png"):
        assert refused(library, text).name == "not-a-file"


def test_what_is_wrong_inside_is_told_where_it_is_named_or_where_it_is(library: Path) -> None:
    error = InputError([Problem("a", "whole"), Problem("b", "a line of it", place=Place("", 4, 2))])

    whole, line = placed(error, name("assets/logo.svg"), library).problems

    assert (whole.place, whole.length) == (Place("a.yaml", 3, 7), 15)
    assert line.place is not None
    assert line.place.file.endswith("library/assets/logo.svg")
    assert line.place.line == 4
