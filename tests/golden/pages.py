"""The pages that are kept to compare with: which they are, and how they look as text and as a picture."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image, ImageChops, ImageStat

from layouts import cheat_sheet, film_strip, phone, plan_fold, plan_page, pocket, warning_card
from publisher.films import reels_of
from publisher.model.card import Advice, Explanation, FormCue, FormFault, Movement, WarningSign
from publisher.pdf.writer import render
from publisher.pictures import illustrations
from publisher.typesetting.document import Document, Page, Placed, Section, Where
from publisher.typesetting.face import Face, Ink, Line, Plate
from tests.factories import a_cover, a_job, the_cards, the_deck, the_library
from tests.pdf.checking import tag_tree
from tests.plans_at_hand import BUILT_IN, the_plan

if TYPE_CHECKING:
    from layouts.product import Made
    from publisher.geometry import Box
    from publisher.model.theme import Theme

# Enough to see that a thing stands where it stood; small enough to keep.
DOTS_PER_INCH = 60
# Grey levels of 255, averaged over a page: what another version of a rasteriser may differ by.
TOLERANCE = 1.0
# Those that are kept as pages of a phone: one of each kind, one whose picture lies and one that is full.
ON_PHONE = (
    *("hip-bridge", "light-mobility-flow", "look-ahead", "sitting-back", "braking-muscles"),
    *("trouble-peeing", "pain-down-one-leg", "shoes-for-downhill"),
)
ON_STRIPS = ("hip-bridge", "open-book", "walking-lunge", "sphinx")
# A picture of one card of each kind, and of every whole page.
KINDS = (Movement, FormCue, FormFault, Explanation, WarningSign, Advice)


@cache
def faces() -> dict[str, Face]:
    """Every built-in face in the usual size, by a name that says which it is."""
    out: dict[str, Face] = {}
    for card, pair in zip(the_cards("pocket-cards"), the_deck("poker").cards, strict=True):
        out[f"pocket/{card.id}.front"] = pair.front
        out[f"pocket/{card.id}.back"] = pair.back
    for name in ("pocket-cards", "strength-for-downhill-a"):
        about = the_library().publications[name]
        job = a_job((), "poker", title=about.title, subtitle=about.subtitle or "", cover=a_cover(name))
        [cover] = pocket.make(job).cards
        out[f"cover/{name}.front"], out[f"cover/{name}.back"] = cover.front, cover.back
    for paper in ("a4", "letter"):
        out[f"cheat-sheet/{paper}"] = _cheat_sheet(paper).pages[0]
    warning = warning_card.make(a_job(the_cards("warning-card"), "a6", title="Back pain warning card"))
    out["warning-card/a6.front"] = warning.cards[0].front
    out["warning-card/a6.back"] = warning.cards[0].back
    out["warning-card/fold"] = warning.strips[0].face
    for name in BUILT_IN:
        out |= _plan(name)
    return {**out, **_on_phone(), **_film_strip()}


def _on_phone() -> dict[str, Face]:
    """A phone page of one card of each kind, and of the fullest, with their pictures."""
    cards = [the_library().cards[name] for name in ON_PHONE]
    screens = phone.make(a_job(cards, None, drawings=illustrations(the_library(), cards, _theme()))).screens
    return {f"phone/{name}": screen.face for name, screen in zip(ON_PHONE, screens, strict=True)}


def _film_strip() -> dict[str, Face]:
    """A page of strips: a hold, a tempo, a way that goes on, and a picture alone."""
    cards = [the_library().cards[name] for name in ON_STRIPS]
    drawings, reels = illustrations(the_library(), cards, _theme()), reels_of(the_library(), cards, _theme())
    pages = film_strip.make(a_job(cards, None, title="Film strips", drawings=drawings, reels=reels)).pages
    return {f"film-strip/{number}": page for number, page in enumerate(pages, 1)}


def _theme() -> Theme:
    return the_library().themes["surefoot"]


def _plan(name: str) -> dict[str, Face]:
    """A plan as a page with its back, and as a strip with its back."""
    signs, more = the_cards("warning-card"), {"title": the_plan(name).plan.title}
    page = plan_page.make(a_job(signs, None, **more)._replace(plan=the_plan(name)))
    (strip,) = plan_fold.make(a_job(signs, "poker", **more)._replace(plan=the_plan(name))).strips
    sides = (*zip(("front", "back"), page.pages, strict=True), *zip(("fold", "fold-back"), strip.faces, strict=True))
    return {f"plan/{name}.{side}": face for side, face in sides}


def _cheat_sheet(paper: str) -> Made:
    publication = the_library().publications["cheat-sheet"]
    said = {"title": publication.title, "subtitle": publication.subtitle or ""}
    return cheat_sheet.make(a_job(the_cards("cheat-sheet"), None, paper, **said))


@cache
def pictured() -> tuple[str, ...]:
    """The faces of which a picture is kept."""
    cards = the_cards("pocket-cards")
    first = [next(card.id for card in cards if isinstance(card.body, kind)) for kind in KINDS]
    pocket = [f"pocket/{name}.{side}" for name in first for side in ("front", "back")]
    return (*pocket, *(name for name in faces() if not name.startswith("pocket/")))


def as_text(face: Face) -> str:
    """What stands where: millimetres from the top left, role, size in points, words. Ink is counted, not listed."""
    ink = sum(isinstance(part, Ink) for part in face.parts)
    head = [f"{face.title}: {face.trim.width:g} x {face.trim.height:g} mm, body {face.body:g} pt, {ink} paths"]
    head += [f"picture {x:.1f} {y:.1f} {width:.1f} x {height:.1f}" for x, y, width, height in _pictures(face)]
    head += [f"left out: {', '.join(face.left_out)}"] * bool(face.left_out)
    return "\n".join([*head, *(_line(face, part) for part in face.parts if isinstance(part, Line))]) + "\n"


def _pictures(face: Face) -> list[Box]:
    return [part.box for part in face.parts if isinstance(part, Plate)]


def _line(face: Face, line: Line) -> str:
    role = "-" if line.element is None else face.elements[line.element].role.value
    bold = "".join("b" if run.weight.value == "bold" else "r" for run in line.runs)
    return f"{line.at.x:6.1f} {line.at.y:6.1f}  {role:5} {line.size:5.2f}{bold:4} {line.text}"


def as_pdf(face: Face) -> bytes:
    """The face alone on a page."""
    page = Page(face.trim, (Placed(face),))
    return render(Document(face.title, "en", (page,), (Section(face.title, (Where(0, 0),)),)))


def as_tags(face: Face) -> str:
    """The structure tree of the face's page."""
    return tag_tree(as_pdf(face))


def as_picture(face: Face) -> Image.Image:
    """The page in grey."""
    document = pypdfium2.PdfDocument(as_pdf(face))
    try:
        return document[0].render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil().convert("L")
    finally:
        document.close()


def stored(picture: Image.Image) -> bytes:
    """A picture as a small file: 16 greys are plenty."""
    out = BytesIO()
    picture.point(lambda grey: round(grey / 17) * 17).save(out, "PNG", optimize=True, bits=4)
    return out.getvalue()


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference in grey levels; 255 where the sizes differ."""
    if one.size != other.size:
        return 255.0
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])
