"""What is handed to one person: a programme, a clinic and a patient through a layout to a PDF.

    programme + patient → exercises with their doses → layout (fitted faces) → PDF

Nothing is written here, and nothing of the patient leaves by another way than the page: the file's title and bookmarks
are those of the programme, problems name fields and never values.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from layouts.product import Job
from publisher.binding import Press, bind, document
from publisher.branding import branded
from publisher.contradictions import contradictions
from publisher.in_full import in_full
from publisher.inks import inked
from publisher.model.patient import Need
from publisher.model.printing import Flip
from publisher.model.programme import Prescribed
from publisher.model.publication import Publication
from publisher.pdf.writer import render
from publisher.phone.codes import codes_of
from publisher.press.tiling import is_whole
from publisher.problems import InputError, Level, Phrase, Problem, place_of
from publisher.programme_lines import other_lines
from publisher.programme_words import Signature, holds, note_said, other_days, signatures, times_said
from publisher.programmes import Changes, Handout, Version, exercises_of, signs_among, too_much
from publisher.rules.safety import NEVER_SAID
from publisher.shop_pages import bind_for_shop
from publisher.sides import on_its_side
from publisher.stamping import stamped
from publisher.typesetting.glyphs import missing_letters
from publisher.words import EUROPE
from publisher.workshop import Product, Workshop, layout_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from layouts.product import Made
    from publisher.binding import Bound
    from publisher.model.clinic import Clinic
    from publisher.model.library import Library
    from publisher.model.patient import Patient
    from publisher.model.programme import Programme
    from publisher.model.theme import Theme
    from publisher.typesetting.face import Face
    from publisher.words import Words

# Layouts whose exercises are cards; their size, or by the paper. Four of A6 would leave an office printer no margin on
# A4: two lie on a sheet. On what is left of a quarter, 96 by 138 mm, most cards have no room in 12 points.
OF_CARDS, CARDS, CARD_SIZES = ("tear-off",), "a6", {"letter": "avery-5389"}
# The paper of a poster that is printed by a shop, where no larger one is chosen.
WHOLE_POSTER = "a3"
# Layouts that are printed as large as the paper, or two sheets of it, allow.
POSTERS = ("poster", "wall-chart")
# What a handout may be laid out as: its name on the command line, and its layout.
LAYOUTS = {
    "full": "full-handout",
    "compact": "compact-handout",
    "large-print": "large-print-handout",
    "log": "exercise-log",
    "visit-summary": "visit-summary",
    "tear-off": "tear-off",
    "booklet": "booklet",
    "poster": "poster",
    "wall-chart": "wall-chart",
}
# Those that show no exercise.
UNPICTURED = ("exercise-log", "visit-summary")


# What somebody may need of a page, and the layouts that give it: pictures are left away from all of them.
HONOURED = {
    Need.LARGE_PRINT: ("large-print", "poster"),
    Need.EASY_WORDS: ("full", "large-print", "booklet"),
    Need.PHONE_LINK: ("full", "tear-off"),
    Need.NO_PEOPLE: tuple(LAYOUTS),
}


class Occasion(NamedTuple):
    """When and by whom something is handed out, what went before it, and a word that is laid under each page.

    With `initials` there is a line to sign on.
    """

    on: dt.date
    by: str = ""
    before: Programme | None = None
    watermark: str = ""
    initials: bool = False


def handout(
    shop: Workshop,
    programme: Programme,
    clinic: Clinic | None,
    patient: Patient | None,
    occasion: Occasion,
    layout: str,
) -> Product:
    """One handout as a PDF. Raises what does not fit, and what the font cannot print."""
    bound = bound_handout(shop, programme, clinic, patient, occasion, layout)
    pages = document(bound, str(programme.title), str(programme.purpose), shop.words.language, shop.choices.date)
    content = render(pages, zlib.compress, shop.choices.separation)
    return Product(f"{programme.id}.pdf", content, len(bound.pages), bound.sheets, bound.warnings, {})


def bound_handout(
    shop: Workshop,
    programme: Programme,
    clinic: Clinic | None,
    patient: Patient | None,
    occasion: Occasion,
    layout: str,
) -> Bound:
    """The pages of one handout, still to be printed. Raises what does not fit, and what the font cannot print."""
    shop = _for_press(shop, layout)
    told = told_of(shop, programme, clinic, patient, occasion)
    long = too_much(programme, told.exercises)
    problems = _unprintable(shop, told)
    if long is not None and long.level is Level.ERROR:
        problems.append(long)
    if problems:
        raise InputError(problems)
    publication = publication_of(programme, layout, shop.choices.paper)
    made = _laid(shop, publication, told)
    if errors := [problem for problem in made.problems if problem.level is Level.ERROR]:
        raise InputError(errors)
    setting = shop.setting(publication, shop.stock(publication))
    otherwise = doubts(shop.words, programme, shop.library, occasion.on)
    lacking = (
        *without_country(shop.words, clinic),
        *unmet(told.needs, layout, clinic),
        *_lapsed(told),
        *left_out(shop.words, told, made),
        *off_cards(shop.words, told, made),
    )
    notes = (*(() if long is None else (long,)), *otherwise, *lacking)
    press = Press(shop.paper(publication), shop.choices.printing, setting, str(programme.title), shop.choices.profile)
    if shop.choices.separation is None:
        bound = on_both_sides(bind(made, shop.stock(publication), press), made)
    else:
        bound = bind_for_shop(made, shop.stock(publication), press)
    if occasion.watermark:
        bound = stamped(bound, occasion.watermark, setting)
    return bound._replace(warnings=(*notes, *bound.warnings))


def doubts(words: Words, programme: Programme, library: Library, on: dt.date) -> tuple[Problem, ...]:
    """What a reader could not follow both of: lines, notes and texts of cards beside other doses, on this day.

    Advice that is never given is told as well, wherever a clinician wrote it.
    """
    exercises = exercises_of(programme, library.cards)
    never = (problem._replace(level=Level.WARNING) for problem in NEVER_SAID.broken_by(programme, library))
    lines = (*other_days(words, programme, exercises), *other_lines(programme, exercises, on), *never)
    return tuple(dict.fromkeys((*lines, *contradictions(programme, library.cards))))


def _for_press(shop: Workshop, layout: str) -> Workshop:
    """The workshop with a paper that a poster goes onto whole: no print shop glues two sheets."""
    choices = shop.choices
    own = shop.library.papers.get(choices.paper or "")
    if choices.separation is None or layout not in POSTERS or (own is not None and is_whole(own.size)):
        return shop
    return shop._replace(choices=replace(choices, paper=WHOLE_POSTER))


def on_both_sides(bound: Bound, made: Made) -> Bound:
    """Whole pages two on a sheet: turned on the long edge or, where they lie across the paper, on the short one."""
    pages = len(made.pages)
    if pages <= 1:
        return bound
    trim = made.pages[0].trim
    flip = Flip.SHORT if trim.width > trim.height else Flip.LONG
    return bound._replace(sheets=bound.sheets - pages // 2, duplex=bound.duplex or flip.value)


def left_out(words: Words, told: Handout, made: Made) -> tuple[Problem, ...]:
    """A note on what was written or asked for and stands nowhere on what is handed out; it does not say the words."""
    printed = _printed(made.faces)
    missing = dict.fromkeys(name for name, text in _own_words(told) if _letters(text) not in printed)
    asked = [name for name, text in _asked_for(words, told) if _letters(text) not in printed]
    own = [f"{' and '.join(missing)} of `{told.programme.id}`"] if missing else []
    if not missing and not asked:
        return ()
    sentence = f"this layout has no place for {', for '.join([*own, *asked])}."
    hint = "Hand out another layout beside it, such as `full`: it is told there."
    return (Problem("left-out", sentence, hint, level=Level.NOTE),)


def off_cards(words: Words, told: Handout, made: Made) -> tuple[Problem, ...]:
    """A warning on what was said to this person and is missing on the card of its exercise: cards are taken apart."""
    lacking: list[str] = []
    for exercise, pair in zip(told.exercises, made.cards, strict=False):
        printed, given = _printed((pair.front, pair.back)), exercise.prescribed
        own = Prescribed(given.card, days=given.days), Prescribed(given.card, start=given.start, stop=given.stop)
        said = {"note": note_said(given), "days": times_said(words, own[0]), "dates": times_said(words, own[1])}
        missing = [name for name, text in said.items() if _letters(text) not in printed]
        lacking += [f"the {words.listed(missing)} of `{given.card}`"] if missing else []
    if not lacking:
        return ()
    sentence = f"a card has no room for {', for '.join(lacking)}: only the page says it."
    hint = "Shorten the note, or hand out another layout beside it."
    return (Problem("left-out", sentence, hint, level=Level.WARNING),)


def _asked_for(words: Words, told: Handout) -> Iterator[tuple[str, str]]:
    """What was asked for on the command line, and the words by which it is known on a page."""
    if told.initials:
        yield "the lines of `--initials-line`", words.say("handout.shown_to")
    if told.changes is not None:
        yield "what has changed since `--before`", words.say("handout.changes")


def _own_words(told: Handout) -> Iterator[tuple[str, str]]:
    """What was written for this programme, by the name of its field."""
    for exercise in told.exercises:
        given = exercise.prescribed
        if given.note:
            yield f"the note on `{given.card}`", given.note
        if given.dose.load:
            yield f"the load of `{given.card}`", given.dose.load
    yield from (("`remember`", text) for text in told.programme.remember)
    if told.programme.move_on:
        yield "`move_on`", told.programme.move_on


def _printed(faces: Iterable[Face]) -> str:
    return _letters(" ".join(line.text for face in faces for line in face.lines))


def _letters(text: str) -> str:
    """Letters and digits alone: a line may break anywhere, even within a word."""
    return "".join(filter(str.isalnum, text))


def layout_for(patient: Patient | None) -> str:
    """The layout, by its name on the command line, that somebody needs."""
    large = patient is not None and Need.LARGE_PRINT in patient.needs
    return "large-print" if large and "large-print" in LAYOUTS else "full"


def told_of(
    shop: Workshop, programme: Programme, clinic: Clinic | None, patient: Patient | None, occasion: Occasion
) -> Handout:
    """All that a handout tells."""
    cards = shop.library.cards
    exercises = exercises_of(programme, cards)
    full = tuple(in_full(shop.words, exercise) for exercise in exercises)
    now, then = Version(programme, exercises), occasion.before
    changed = None if then is None else Changes(Version(then, exercises_of(then, cards)), now)
    by = occasion.by or (str(clinic.by) if clinic and clinic.by else "")
    signs = signs_among(cards.values())
    return Handout(programme, full, signs, occasion.on, by, clinic, patient, changed, occasion.initials)


def publication_of(programme: Programme, layout: str, paper: str | None = None) -> Publication:
    """A publication that stands in no file: a programme through one layout. Cards come in a size for the paper."""
    size = Phrase(CARD_SIZES.get(paper or "", CARDS)) if layout in OF_CARDS else None
    return Publication(Phrase("handout"), programme.title, Phrase(layout), size=size)


def _laid(shop: Workshop, publication: Publication, told: Handout) -> Made:
    """The faces, with the pictures of its cards; none for somebody who asks for no people."""
    cards = tuple(exercise.card for exercise in told.exercises)
    shown = () if Need.NO_PEOPLE in told.needs else cards
    stock, paper = shop.stock(publication), shop.paper(publication)
    setting = shop.setting(publication, stock, shown)
    if publication.layout not in UNPICTURED:
        exercises, drawings = on_its_side(shop.library, shop.words, told.exercises, setting.drawings)
        cards = tuple(exercise.card for exercise in exercises)
        setting, told = replace(setting, drawings=drawings), told._replace(exercises=exercises)
    if told.clinic is not None:
        theme = inked(branded(setting.theme, told.clinic), shop.choices.ink)
        setting, told = replace(setting, theme=theme), told._replace(clinic=_logo_like(told.clinic, theme))
    if led_to_a_phone(told):
        linked = publication._replace(link=told.clinic.link if told.clinic else None)
        setting = replace(setting, codes=codes_of(linked, cards, setting.theme.ink))
    job = Job(publication.title, "", (*cards, *told.signs), setting, paper.size, stock, handout=told)
    return layout_of(publication).make(job)


def led_to_a_phone(told: Handout) -> bool:
    """Whether each exercise has a code that opens its page: where somebody needs it and the clinic has such pages."""
    return Need.PHONE_LINK in told.needs and told.clinic is not None and told.clinic.link is not None


def unmet(needs: Iterable[Need], layout: str, clinic: Clinic | None) -> Iterator[Problem]:
    """What somebody needs and cannot have of a layout, by its own name; said without a word of who it is."""
    name = next(name for name, module in LAYOUTS.items() if module == layout)
    for need in needs:
        if name not in HONOURED[need]:
            sentence = f"`{need.value}` is asked for, and the layout `{name}` does not give it."
            given = " or ".join(f"`--layout {other}`" for other in HONOURED[need])
            yield Problem("unmet-need", sentence, f"{given} does.", level=Level.NOTE)
        elif need is Need.PHONE_LINK and (clinic is None or clinic.link is None):
            yield _no_link()


def without_country(words: Words, clinic: Clinic | None) -> tuple[Problem, ...]:
    """A warning where a clinic does not say where it is: a number that may not work there stands on each page."""
    if clinic is None or clinic.country is not None or not words.has_no_country:
        return ()
    number = words.emergency_number()
    sentence = f"`{clinic.id}` names no country, so the emergency number on each page is {number}."
    hint = f"Say where it is: `country: GB` prints 999, `country: US` 911. If {number} holds, `country: {EUROPE}`."
    return (Problem("no-country", sentence, hint, clinic.id.place, len(clinic.id), Level.WARNING),)


def _no_link() -> Problem:
    sentence = "a code for the phone is asked for, and the clinic has no `link` to pages of its cards."
    hint = (
        "Put the pages of `surefoot build phone` on any web space, and its address into the clinic’s file as `link:`."
    )
    return Problem("no-phone-link", sentence, hint, level=Level.NOTE)


def _lapsed(told: Handout) -> Iterator[Problem]:
    """Checks that do not count on the day that is printed: the page does not speak of them."""
    for by, on, again in signatures(told):
        if holds(Signature(by, on, again), told.on):
            continue
        when = f"was due again on {again}" if on <= told.on else f"is of {on}, which lies ahead"
        sentence = f"the check by {by} {when}: the page does not speak of it."
        hint = (
            "Have it looked at again, and write down who did it and when: `reviewed_by:`, `reviewed:`, `next_review:`."
        )
        yield Problem("lapsed-check", sentence, hint, place_of(by), len(by), Level.NOTE)


def _logo_like(clinic: Clinic, theme: Theme) -> Clinic:
    """The clinic with its logo in grey where the page is."""
    if clinic.drawing is None or not theme.in_grey:
        return clinic
    from publisher import rasters  # noqa: PLC0415  # Pillow takes 14 ms at the start, and most pages have colour

    return clinic._replace(drawing=rasters.drawing_in_grey(clinic.drawing))


def _unprintable(shop: Workshop, told: Handout) -> list[Problem]:
    """Letters that the font lacks; of the patient, only which field holds one."""
    found = [*shop.missing(exercise.card for exercise in told.exercises)]
    found += [*missing_letters(shop.typeface, (told.programme, told.by)), *shop.missing_in(told.clinic)]
    patient = told.patient
    for name in ("name", "reference") if patient else ():
        if shop.typeface.missing(getattr(patient, name) or "") is not None:
            sentence = f"the {name} of the patient has a letter that the font cannot print."
            found.append(Problem("missing-glyph", sentence, "Write it in letters that the font has."))
    return found
