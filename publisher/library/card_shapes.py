"""The fields of a card, kind by kind. The reader, the schema and the authoring guide are made from these tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.library.amounts import Flag, Number, Whole
from publisher.library.dose_shape import DOSE
from publisher.library.fillable_shapes import Filling, alternatives, not_to_fill, said, sayable
from publisher.library.nodes import Mapping, Node, Scalar
from publisher.library.picture_files import PictureFile
from publisher.library.records import Build, Field, Record, fields_schema, read_fields
from publisher.library.review_shapes import REVIEW
from publisher.library.several import Either, Instead, ListOf
from publisher.library.shapes import ID, JSON, Choice, Fragment, Refused, Schema, Shape, Text, Word, refuse
from publisher.model import card as model
from publisher.model.programme import Side
from publisher.problems import Phrase, Problem

if TYPE_CHECKING:
    from collections.abc import Callable


class _Short(NamedTuple):
    """A plain text that stands for a group of fields with nothing else in it."""

    text: Shape[Phrase]
    build: Callable[[Phrase], object]

    def read(self, node: Node) -> object:
        return self.build(self.text.read(node))

    def schema(self, *, whole: bool = True) -> Schema:
        return self.text.schema(whole=whole)

    def describe(self) -> str:
        return self.text.describe()


def _step(
    text: Phrase,
    caption: Phrase | None = None,
    pose: Phrase | None = None,
    one_side: Phrase | None = None,
    without: Phrase | None = None,
) -> model.Step:
    return model.Step(sayable(text, one_side, without), caption, pose)


_SENTENCE = Text(240)
_STEP: Either[object] = Either(
    _Short(Filling(_SENTENCE), model.Step),
    Record(
        "a step",
        _step,
        (
            Field("text", Filling(_SENTENCE), "What to do, in one or two short sentences."),
            Field("caption", Filling(Text(24)), "One to three words under the picture that shows it.", needed=False),
            Field("pose", ID, "The pose of the figure that looks like this step.", needed=False),
            *alternatives(_SENTENCE),
        ),
    ),
)
_VARIANT: Either[object] = Either(
    _Short(Filling(Text(160)), model.Variant),
    Record(
        "an easier or harder form",
        model.Variant,
        (
            Field("text", Filling(Text(160)), "What to do instead, as a sentence."),
            Field("card", ID, "The id of a card that shows it.", needed=False),
            Field(
                "of_dose",
                Flag(),
                "Whether it is another dose (Do 3 sets.); it is left out where somebody sets another.",
                needed=False,
            ),
        ),
    ),
)
_FAULT = Record(
    "a fault",
    model.Fault,
    (
        Field("see", Text(60), "What is seen or felt to go wrong, often a question: Back arching?"),
        Field("fix", Text(120), "What to do about it, as a sentence."),
    ),
)
_POINT = Record(
    "a point",
    model.Point,
    (
        Field("lead", Text(40), "A few words in bold that run into the text."),
        Field("text", _SENTENCE, "The sentences that follow."),
    ),
)
_ALT: Either[Phrase] = Either(
    Text(400),
    Record(
        "a text for one who cannot see it",
        sayable,
        (
            Field("text", Text(400), "The text."),
            Field(
                "one_side",
                Filling(Text(400), sided=True),
                "What it says where one side alone is done; `{side}` and `{other}` are left and right.",
            ),
        ),
    ),
)
_PICTURE = Record(
    "a picture",
    model.Picture,
    (
        Field("figure", ID, "The id of the figure."),
        Field("alt", _ALT, "What the picture shows, for somebody who cannot see it."),
        Field("person", ID, "The id of the person who shows it; else the deck shares them out.", needed=False),
        Field("beside", ID, "The id of a figure to stand next to it: wrong beside right.", needed=False),
    ),
)
_PHOTO = Record(
    "a photograph",
    model.Photo,
    (
        Field("file", PictureFile(("jpg", "jpeg", "png"), "pictures/wall-sit-1.jpg"), "Its file in the library."),
        Field("alt", Text(200), "What it shows, for somebody who cannot see it."),
        Field("caption", Text(24), "One to three words under it; else those of its step.", needed=False),
        Field("step", Whole(1, 7), "The number of the step that it shows.", needed=False),
        Field(
            "focus",
            ListOf(Number(0, 1), 2, 2),
            "What must show, as shares of its width and height from the top left; `[0.5, 0.5]` if not given.",
            needed=False,
        ),
    ),
)


def _photographed(
    photos: tuple[model.Photo, ...], frame: model.Crop | None = None, side: Side | None = None
) -> model.Picture:
    alt = Phrase(" ".join(photo.alt for photo in photos), photos[0].alt.place)
    return model.Picture(None, alt, photos=photos, frame=frame, side=side)


_PHOTOGRAPHS = Record(
    "a picture of photographs",
    _photographed,
    (
        Field("photos", ListOf(_PHOTO, 1, 4), "Photographs of your own, in their order, in place of a figure."),
        Field("frame", Choice(model.Crop), "What all of them are cut to; else as most of them are.", needed=False),
        Field("side", Choice(Side), "The side that they show: what `{side}` would say in the texts.", needed=False),
    ),
)

EVIDENCE = Record(
    "evidence",
    model.Evidence,
    (
        Field("level", Choice(model.EvidenceLevel), "How well it is shown to work, strongest first."),
        Field("sources", ListOf(ID, 1, 12), "Keys of cards/sources.yaml, the strongest first."),
        Field("note", Text(400), "Where the proof is thin.", needed=False),
    ),
)

EXCUSE = Record(
    "an excuse",
    model.Excuse,
    (
        Field("rule", ID, "The rule, by the name that `surefoot check` tells."),
        Field("because", Text(200), "Why the card may break it."),
    ),
)

_STEPS = ListOf(_STEP, 1, 7)
_STOP_IF = ListOf(Fragment(100), 1, 6)
_FAULTS = ListOf(_FAULT, 0, 6)
_LINES = ListOf(Text(60), 1, 3)
_DO_NOT = Text(120, starts="Do not ")

COMMON = (
    Field("id", ID, "The name of the card in files and lists; it never changes."),
    Field("kind", Choice(model.Kind), "What sort of card it is; it decides which other fields there are."),
    Field("group", Choice(model.Group), "Where the card belongs; it gives colour, letter, icon and pattern."),
    Field("number", Whole(1, 999), "Its number within the group; it stays with the card once printed."),
    Field("title", Text(34), "The name of the card, as the reader sees it."),
    Field("purpose", Text(120), "What it is for, in one short sentence."),
    Field("level", Whole(1, 3), "How hard it is, 1 to 3.", needed=False),
    Field("region", Choice(model.Region), "The part of the body that it works on.", needed=False),
    Field("position", Choice(model.Position), "How the person is placed.", needed=False),
    Field("equipment", ListOf(Text(40), 0, 8), "What is needed, such as a mat.", needed=False),
    Field("tags", ListOf(ID, 0, 20), "Words of your own, by which publications select cards.", needed=False),
    Field("also_called", ListOf(Text(60), 0, 8), "Other names of it.", needed=False),
    Field("picture", Instead(_PICTURE, _PHOTOGRAPHS, "photos"), "What shows it.", needed=False),
    Field("evidence", EVIDENCE, "How sure we are, and the sources."),
    Field("review", REVIEW, "Who signed the card off.", needed=False),
    Field("excused", ListOf(EXCUSE, 0, 8), "Rules of `surefoot check` that it may break, with reasons.", needed=False),
)

_MOVEMENT = (
    Field("cue", said(Text(80)), "The one thing to think of, as a short sentence."),
    Field("start", said(Text(200)), "How to get into place."),
    Field("steps", _STEPS, "What to do; each a text, or text and caption."),
    Field("feel", said(Fragment()), "Where it is felt; it follows: Feel it."),
    Field("not_feel", said(Fragment()), "Where it should not be felt; it follows: Not.", needed=False),
    Field("breathing", Fragment(), "How to breathe; it follows: Breathe.", needed=False),
    Field("faults", _FAULTS, "What is often seen to go wrong, with its fix.", needed=False),
    Field("easier", _VARIANT, "An easier form.", needed=False),
    Field("harder", _VARIANT, "A harder form.", needed=False),
    Field("move_on", Filling(Fragment()), "When to go on; it follows: Move on.", needed=False),
    Field("dose", DOSE, "How much, and how often."),
    Field("stop_if", _STOP_IF, "When to stop; each follows: Stop if."),
    Field("precautions", ListOf(_SENTENCE, 0, 6), "What to heed before starting, in whole sentences.", needed=False),
)
_FORM_CUE = (
    Field("cue", Text(40, words=6), "What to think of while running, in at most six words."),
    Field("right", Text(80), "The right way, in one plain line."),
    Field("wrong", _DO_NOT, "The wrong way."),
    Field("why", Text(240), "Why it helps."),
    Field("steps", _STEPS, "A short drill to practise it."),
    Field("feel", Fragment(), "Where it is felt; it follows: Feel it."),
    Field("faults", _FAULTS, "What is often seen to go wrong, with its fix."),
    Field("stop_if", _STOP_IF, "When to stop; each follows: Stop if."),
)
_FORM_FAULT = (
    Field("wrong", _DO_NOT, "The wrong way."),
    Field("instead", Text(160), "What to do instead."),
    Field("signs", ListOf(Text(140), 1, 6), "How a runner notices it."),
    Field("why", Text(240), "What it does to the back."),
    Field("steps", _STEPS, "How to mend it."),
    Field("stop_if", _STOP_IF, "When to stop; each follows: Stop if."),
    Field("cue", ID, "The id of the form cue that mends it.", needed=False),
)
_EXPLANATION = (
    Field("lines", _LINES, "Up to three short lines for the front."),
    Field("points", ListOf(_POINT, 1, 6), "What happens, point by point."),
    Field("so", _SENTENCE, "What follows from it for the runner, in one sentence."),
)
_WARNING_SIGN = (
    Field("tier", Choice(model.Tier), "How fast to act, most urgent first."),
    Field("short", Fragment(60), "The sign in one line, for lists that show all signs."),
    Field(
        "brief",
        Text(36),
        "The sign in a few words for the cover of a deck, if the title is not clear there.",
        needed=False,
    ),
    Field(
        "alone",
        Fragment(60),
        "The same for lists under a heading that says: even with no back pain. For signs that need no back pain.",
        needed=False,
    ),
    Field("front", _LINES, "One to three lines under the title."),
    Field("signs", ListOf(Text(140), 1, 7), "The signs in full."),
    Field("why", Text(300), "Why it matters."),
    Field("say", Text(240), "The words to say.", needed=False),
    Field("runner", Flag(), "Whether it concerns runners above all.", needed=False),
)
_ADVICE = (
    Field("lines", _LINES, "Up to three short lines for the front."),
    Field("do", ListOf(_SENTENCE, 1, 7), "What to do."),
    Field("do_not", ListOf(_DO_NOT, 0, 7), "What not to do."),
    Field("why", Text(240), "Why it helps."),
    Field("stop_if", ListOf(Fragment(100), 0, 6), "When to stop; each follows: Stop if.", needed=False),
)

_MOVEMENTS = (model.Kind.EXERCISE, model.Kind.STRETCH, model.Kind.WARM_UP, model.Kind.DRILL, model.Kind.RECOVERY)
BODIES: dict[model.Kind, tuple[Build[model.Body], tuple[Field, ...]]] = {
    **dict.fromkeys(_MOVEMENTS, (model.Movement, _MOVEMENT)),
    model.Kind.FORM_CUE: (model.FormCue, _FORM_CUE),
    model.Kind.FORM_FAULT: (model.FormFault, _FORM_FAULT),
    model.Kind.EXPLANATION: (model.Explanation, _EXPLANATION),
    model.Kind.WARNING_SIGN: (model.WarningSign, _WARNING_SIGN),
    model.Kind.ADVICE: (model.Advice, _ADVICE),
}
_BODY_NAMES = tuple({field.name: None for _, fields in BODIES.values() for field in fields})
_CARD: Build[model.Card] = model.Card


def called(kind: model.Kind) -> str:
    """The kind as messages say it: "an exercise card", "a warning-sign card"."""
    return f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value} card"


class CardShape(NamedTuple):
    """A card: the fields that all cards have, and beside them those of its kind."""

    def read(self, node: Node) -> model.Card:
        """The card, or everything that is wrong with it."""
        if not isinstance(node, Mapping):
            raise refuse("wrong-type", node, "a card is a group of fields.", "Start with `id: hip-bridge`.")
        written = node.text("kind")
        if not isinstance(written, Scalar):
            raise Refused(_no_kind(node))
        kind = Choice(model.Kind).read(written)
        build, own = BODIES[kind]
        values, problems = read_fields(node, COMMON + own, called(kind), _BODY_NAMES)
        if problems:
            raise Refused(*problems)
        body = build(**{field.name: values.pop(field.name) for field in own if field.name in values})
        if unsaid := [*not_to_fill(body)]:
            raise Refused(*unsaid)
        values.setdefault("review", model.Review())
        return _CARD(**values, body=body, place=node.place)

    def schema(self, *, whole: bool = True) -> Schema:
        """The common fields, and for each kind its own; no others."""
        kinds: list[JSON] = [
            self._of_kinds(own, whole=whole) for own in dict.fromkeys(own for _, own in BODIES.values())
        ]
        if not whole:
            kinds.append(self._of_no_kind())
        return {"type": "object", **fields_schema(COMMON, whole=whole), "allOf": kinds}

    def _of_kinds(self, own: tuple[Field, ...], *, whole: bool) -> Schema:
        names: list[JSON] = ["extends", *(field.name for field in COMMON + own)]
        kinds: JSON = [kind.value for kind in BODIES if BODIES[kind][1] == own]
        is_kind: JSON = {"properties": {"kind": {"enum": kinds}}, "required": ["kind"]}
        return {"if": is_kind, "then": {**fields_schema(own, whole=whole), "propertyNames": {"enum": names}}}

    def _of_no_kind(self) -> Schema:
        names: list[JSON] = ["extends", *(field.name for field in COMMON), *_BODY_NAMES]
        then: Schema = {"propertyNames": {"enum": names}, **fields_schema(_same_everywhere(), whole=False)}
        return {"if": {"not": {"required": ["kind"]}}, "then": then}

    def describe(self) -> str:
        """In words."""
        return "a card"


def _same_everywhere() -> list[Field]:
    """The fields that mean the same on every kind of card that has them."""
    every: dict[str, list[Field]] = {field.name: [] for _, fields in BODIES.values() for field in fields}
    for _, fields in BODIES.values():
        for field in fields:
            every[field.name].append(field)
    return [found[0] for found in every.values() if all(field == found[0] for field in found)]


def _no_kind(node: Mapping) -> Problem:
    words = ", ".join(kind.value for kind in model.Kind)
    hint = f"Add `kind:` with one of {words}."
    return Problem("missing-field", "a card needs `kind`, which is not here.", hint, node.place)


PARTS = Word(
    (
        *("move_on", "rest", "harder", "easier", "breathing", "purpose", "not_feel", "fault", "cue", "feel"),
        *("why", "say", "so", "help", "evidence", "tab"),
    )
)
