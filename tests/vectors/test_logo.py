"""An SVG becomes a drawing by a list of what is allowed; nothing is fetched, opened or run."""

from __future__ import annotations

import contextlib
import random
import socket

import pytest

from publisher.colour import Colour
from publisher.geometry import Box
from publisher.problems import InputError
from publisher.vectors.logo import LONGER, MOST_BYTES, MOST_DEPTH, MOST_ELEMENTS, read_svg

SVG = 'xmlns="http://www.w3.org/2000/svg"'
INKSCAPE = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape -->
<svg width="120mm" height="40mm" viewBox="0 0 120 40" version="1.1" id="svg5" {SVG}
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net"
   inkscape:version="1.2">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff"><inkscape:page x="0"/></sodipodi:namedview>
  <defs id="defs2"/>
  <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>
  <title>Hill &amp; Back</title>
  <g inkscape:label="Layer 1" id="layer1" transform="translate(10,5)">
    <path id="p" d="m 0,30 20,-25 40,25 z"
      style="fill:#0b5f5c;fill-opacity:1;stroke:none;stroke-width:0.2;-inkscape-stroke:none;font-variation-settings:x"/>
    <circle cx="70" cy="10" r="8" fill="#d2781e" class="cls-1" data-name="sun"/>
  </g>
</svg>
"""


def refused(text: str | bytes) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        read_svg(text if isinstance(text, bytes) else text.encode())
    [problem] = caught.value.problems
    assert problem.hint
    return problem.name, problem.sentence


def an_svg(inside: str, more: str = 'viewBox="0 0 100 50"') -> str:
    return f"<svg {SVG} {more}>{inside}</svg>"


def test_a_logo_as_programs_for_drawing_save_it() -> None:
    drawing = read_svg(INKSCAPE.encode())

    assert drawing.box == pytest.approx(Box(0, 0, LONGER, LONGER / 3))
    hill, sun = drawing.marks
    assert (hill.fill, hill.stroke) == (Colour(11, 95, 92), None)
    assert hill.path.bounds == pytest.approx(Box(10 / 1.2, 10 / 1.2, 50, 25 / 1.2))
    assert sun.fill == Colour(210, 120, 30)


def test_without_a_view_the_size_counts() -> None:
    assert read_svg(an_svg('<rect width="9" height="9"/>', 'width="2in" height="1in"').encode()).box.height == 50


def test_what_lies_outside_the_view_is_not_seen() -> None:
    inside, across = read_svg(an_svg('<rect width="9" height="9"/><rect x="95" width="9" height="9"/>').encode()).marks

    assert inside.clip is None
    assert across.clip is not None
    assert across.clip.bounds == Box(0, 0, 100, 50)


def test_what_lies_ready_for_others_is_not_drawn() -> None:
    drawing = read_svg(an_svg('<defs><rect width="50" height="50"/></defs><rect width="9" height="9"/>').encode())

    assert len(drawing.marks) == 1


def test_a_doctype_that_only_names_one_is_no_harm() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://127.0.0.1:1/svg11.dtd">'

    assert read_svg((doctype + an_svg('<rect width="9" height="9"/>')).encode()).marks


RECT = '<rect width="9" height="9"/>'


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + an_svg(RECT + "&a;"),
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + an_svg("<title>&a;</title>" + RECT),
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x"> %a;]>' + an_svg(RECT),
        '<!DOCTYPE svg PUBLIC "a" "http://127.0.0.1:1/x">' + an_svg("<title>&a;</title>" + RECT),
        '<?xml-stylesheet href="http://127.0.0.1:1/x.css"?>' + an_svg(RECT),
        an_svg("<style>rect{fill:red}</style>" + RECT),
        an_svg("<style>@import url(http://127.0.0.1:1/x)</style>" + RECT),
        an_svg("<script>alert(1)</script>" + RECT),
        an_svg('<rect width="9" height="9" onclick="x()"/>'),
        an_svg(RECT, 'viewBox="0 0 9 9" onload="x()"'),
        an_svg(f'<a href="javascript:x()">{RECT}</a>'),
        an_svg('<image href="../secret.png" width="9" height="9"/>'),
        an_svg('<image xlink:href="data:image/png;base64,AA" xmlns:xlink="http://www.w3.org/1999/xlink"/>'),
        an_svg('<g id="a">' + RECT + '</g><use href="#a"/>'),
        an_svg('<g href="#a">' + RECT + "</g>"),
        an_svg("<text>Clinic</text>"),
        an_svg("<foreignObject><p/></foreignObject>"),
        an_svg('<rect width="9" height="9"><animate attributeName="x"/></rect>'),
        an_svg('<defs><linearGradient id="a"/></defs>' + RECT),
        an_svg(f"<svg>{RECT}</svg>"),
        an_svg('<rect width="9" height="9" fill="url(#a)"/>'),
        an_svg('<rect width="50%" height="9"/>'),
        an_svg('<rect width="nan" height="9"/>'),
        an_svg('<rect width="1e999" height="9"/>'),
        an_svg('<rect width="9" height="9" stroke="red" transform="scale(1 9)"/>'),
        an_svg(RECT * 2, 'viewBox="0 0 nan 9"'),
        an_svg(RECT, 'viewBox="0 0 0 0"'),
        an_svg(RECT, 'viewBox="0 0 900 1"'),
        an_svg(RECT, ""),
        an_svg(RECT * (MOST_ELEMENTS + 1)),
        an_svg("<g>" * (MOST_DEPTH + 2) + RECT + "</g>" * (MOST_DEPTH + 2)),
        an_svg("<title>" + "<a>" * 5000 + "</a>" * 5000 + "</title>" + RECT),
        an_svg('<path d="M0 0' + "h1" * 70_000 + '"/>'),
        an_svg(RECT + " " * MOST_BYTES),
        an_svg(RECT, 'viewBox="0 0 9 9" width="9" wide="9"'),
        "<html><body/></html>",
        '<svg viewBox="0 0 9 9"/>',
    ],
    ids=lambda text: text.replace(SVG, "")[:60],
)
def test_what_is_not_on_the_list_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_told: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr("builtins.open", refuse)

    assert refused(text)[0] == "svg-not-simple"


@pytest.mark.parametrize(
    "data", [b"", b"<svg", b"\x89PNG", an_svg(RECT).encode()[:-4], b"<?xml version='1.0' encoding='no'?><svg/>"]
)
def test_what_is_no_whole_file_is_told_as_damage(data: bytes) -> None:
    assert refused(data)[0] == "damaged-picture"


def test_white_on_white_paper_is_told() -> None:
    assert refused(an_svg('<rect width="9" height="9" fill="white"/>'))[0] == "picture-not-seen"
    assert refused(an_svg("<g/>"))[0] == "picture-not-seen"


def test_the_place_is_told_where_it_is_known() -> None:
    with pytest.raises(InputError) as caught:
        read_svg(an_svg(f"\n\n  <text>a</text>{RECT}").encode())

    place = caught.value.problems[0].place
    assert place is not None
    assert (place.line, place.column) == (3, 3)


def mutants(count: int, seed: int) -> list[bytes]:
    chance = random.Random(seed)
    tokens = [
        b"<g>",
        b"</g>",
        b"1e9",
        b"-",
        b"NaN",
        b"&#0;",
        b"&a;",
        b"A1 1 0 0",
        b"\xff",
        b"\0",
        b"<![CDATA[",
        b"url(#a)",
    ]
    found = []
    for _ in range(count):
        data = bytearray(INKSCAPE.encode())
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[at] = chance.randrange(256)
                case 1:
                    del data[at : at + chance.randint(1, 30)]
                case 2:
                    data[at:at] = chance.choice(tokens)
                case _:
                    other = chance.randrange(len(data))
                    data[at:at] = data[other : other + chance.randint(1, 60)]
        found.append(bytes(data))
    return found


def test_damage_of_any_kind_is_a_problem_and_never_an_error_of_ours() -> None:
    taken = 0
    for data in mutants(1500, seed=3):
        with contextlib.suppress(InputError):
            taken += bool(read_svg(data).marks)

    assert taken > 50
