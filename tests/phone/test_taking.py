"""Exercises that come in: as cards, or as plain problems with their places."""

from __future__ import annotations

import copy
import json
import random
import re
from dataclasses import replace

import pytest

from publisher.library.card_shapes import CardShape
from publisher.library.drafting import drafted
from publisher.library.reading import read_tree
from publisher.model.card import Card, Movement, Step
from publisher.model.dose import Range, Sides, Tempo
from publisher.phone.interchange import written
from publisher.phone.taking import NEEDED, read, unique
from publisher.problems import InputError
from tests.factories import a_card, a_dose, a_phrase, the_library, the_words

CARDS = tuple(card for card in the_library().cards.values() if isinstance(card.body, Movement))
A_CARD = a_card()


def out(cards: object = CARDS) -> dict:
    return json.loads(written(cards, the_words()))


def one() -> dict:
    """A file of one exercise, to spoil."""
    return {**out(CARDS[:1]), "@graph": [copy.deepcopy(out(CARDS[:1])["@graph"][0])]}


def as_bytes(value: object) -> bytes:
    return json.dumps(value, indent=1, ensure_ascii=False).encode()


def told(content: bytes) -> list:
    with pytest.raises(InputError) as caught:
        read(content, "exercise.json")
    return list(caught.value.problems)


def wrong_with(content: bytes) -> tuple:
    """The problems of a file; none if it can be taken. Anything else that it raises is a fault of ours."""
    try:
        read(content, "exercise.json")
    except InputError as error:
        return error.problems
    return ()


def test_what_went_out_comes_in_again() -> None:
    for card, taken in zip(CARDS, read(written(CARDS, the_words()), "exercise.json"), strict=True):
        said = taken.answers
        assert taken.id == card.id
        assert said[("title",)] == (card.title,)
        assert said[("stop_if",)] == card.body.stop_if
        assert taken.passed == ()
        for name in NEEDED:
            assert said[(name,)] == (getattr(card.body, name),)


# What stays here: where it comes from and who signed it, pictures and the poses that steps show, cards that show a
# variant, rules that may be broken, and the number, which a card gets anew.
NOT_CARRIED = ("evidence", "review", "picture", "excused", "number")


def carried(card: Card) -> Card:
    """A card without what a file for other programs has no place for."""
    body = card.body
    return replace(
        card,
        **{name: getattr(A_CARD, name) for name in NOT_CARRIED},
        body=body._replace(
            steps=tuple(step._replace(pose=None) for step in body.steps),
            easier=body.easier and body.easier._replace(card=None, of_dose=False),
            harder=body.harder and body.harder._replace(card=None, of_dose=False),
        ),
    )


@pytest.mark.parametrize("card", CARDS, ids=lambda card: str(card.id))
def test_a_card_comes_back_with_all_that_can_be_carried(card: Card) -> None:
    [taken] = read(written([card], the_words()), "exercise.json")
    own = {("id",): (taken.id,), ("number",): ("7",)}
    evidence = {("evidence", "level"): ("common-practice",), ("evidence", "sources"): ("acsm-2009",)}
    found = CardShape().read(read_tree(drafted({**taken.answers, **own, **evidence}).encode(), "back.yaml"))

    assert carried(found) == carried(card)


def test_tempo_captions_sides_and_holds_come_back() -> None:
    """The kinds of amounts that the cards of the library have are all among those that are tried above."""
    doses = [card.body.dose for card in CARDS]

    assert any(dose.tempo is not None and dose.tempo.pause for dose in doses)
    assert {dose.sides for dose in doses} >= {Sides.NONE, Sides.SIDE, Sides.LEG, Sides.WAY}
    assert any(dose.hold is not None for dose in doses)
    assert any(step.caption for card in CARDS for step in card.body.steps)


def test_parts_of_a_second_and_a_caption_for_one_step_alone_come_back() -> None:
    dose = a_dose(tempo=Tempo(2.5, 0, 1), hold=Range(1.5, 2), sides=Sides.ARM, effort=a_phrase("6 out of 10"))
    steps = (Step(a_phrase("Press.")), Step(a_phrase("Let go."), a_phrase("Let go")))
    card = replace(A_CARD, body=A_CARD.body._replace(dose=dose, steps=steps))
    [taken] = read(written([card], the_words()), "exercise.json")
    evidence = {("evidence", "level"): ("common-practice",), ("evidence", "sources"): ("acsm-2009",)}
    draft = drafted({**taken.answers, ("id",): ("x",), ("number",): ("7",), **evidence})
    body = CardShape().read(read_tree(draft.encode(), "back.yaml")).body

    assert (body.dose, body.steps) == (dose, steps)


def test_a_name_of_a_step_that_is_no_caption_is_passed_over() -> None:
    file = one()
    for number, step in enumerate(file["@graph"][0]["hasPart"]):
        step["name"] = f"Step number {number} of this exercise, at length"
    [taken] = read(as_bytes(file), "x.json")

    assert ("steps",) in taken.answers
    assert ("steps", "caption") not in taken.answers


def test_a_tempo_that_is_written_otherwise_is_passed_over() -> None:
    file = one()
    file["@graph"][0]["additionalVariable"].append("tempo: slow and steady")
    [taken] = read(as_bytes(file), "x.json")

    assert taken.passed == ("tempo",)


def test_tabs_and_escapes_of_other_programs_are_read() -> None:
    text = json.dumps(one(), indent="\t", ensure_ascii=True).replace("/", "\\/")

    assert read(b"\xef\xbb\xbf" + text.encode(), "x.json") == read(text.encode(), "x.json")
    assert read(text.encode(), "x.json")[0].id == CARDS[0].id


def test_what_is_wrong_in_a_file_with_tabs_and_escapes_is_told_at_its_own_line() -> None:
    text = json.dumps(one(), indent="\t", ensure_ascii=True)
    line = next(place for place, each in enumerate(text.splitlines(), 1) if '"name"' in each)
    spoilt = re.sub(r'"name": ".*"', '"name": "\\\\ud83d\\\\ude00 \\\\/ \\\\\\\\ ' + "x" * 99 + '"', text, count=1)

    [problem] = told(spoilt.encode())
    assert problem.place.line == line


def test_half_a_sign_is_refused() -> None:
    assert told(json.dumps({**one(), "x": "\ud83d"}).encode())


def test_a_plan_alone_is_taken_without_a_graph() -> None:
    plan = {"@context": "http://schema.org/", **one()["@graph"][0]}

    assert read(as_bytes(plan), "x.json")[0].id == CARDS[0].id


def test_where_nothing_is_counted_the_whole_time_is_one_set() -> None:
    spoilt = one()
    [plan] = spoilt["@graph"]
    plan.pop("repetitions", None)
    plan["additionalVariable"] = [line for line in plan["additionalVariable"] if not line.startswith(("sets", "secon"))]
    plan["activityDuration"] = "PT1M30S"
    [taken] = read(as_bytes(spoilt), "x.json")

    assert taken.answers[("dose", "seconds")] == ("90 s",)
    assert taken.answers[("dose", "sets")] == ("1",)


WRONG = {
    "a title that is too long": ("name", "x" * 200),
    "a title that is no text": ("name", {"a": 1}),
    "reps that are none": ("repetitions", "many"),
    "reps without end": ("repetitions", {"@type": "QuantitativeValue", "minValue": 1, "maxValue": 10**9}),
    "reps backwards": ("repetitions", {"@type": "QuantitativeValue", "minValue": 12, "maxValue": 8}),
    "rest below nothing": ("restPeriods", -5),
    "no steps": ("hasPart", []),
    "a step that is too long": ("hasPart", [{"@type": "HowToStep", "text": "word " * 100}]),
    "a direction override": ("description", "Strong \u202e thighs"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_value_is_told_with_its_place(what: str) -> None:
    term, value = WRONG[what]
    spoilt = one()
    spoilt["@graph"][0][term] = value

    problems = told(as_bytes(spoilt))
    assert all(problem.place and problem.place.file == "exercise.json" and problem.place.line for problem in problems)


BROKEN = {
    b"": "not-json",
    b"{": "not-json",
    b"not json at all": "not-json",
    b'{"@context": NaN}': "not-json",
    b'{"a": 1, "a": 2}': "not-json",
    b'{"a": ' + b"9" * 5000 + b"}": "not-json",
    b"[" * 100_000: "not-json",
    b'{"@context": "https://evil.example"}': "not-schema-org",
    b'{"@context": "https://schema.org"}': "no-exercises",
    b'{"@context": "https://schema.org", "@graph": [1, null, "x", {"@type": "Person"}]}': "no-exercises",
    b'{"@context": "https://schema.org", "@type": "ExercisePlan", "name": "Plank"}': "exercise-lacks",
    b"\xff\xfe\x00": "not-utf-8",
    b'{"@context": "\xe9"}': "not-utf-8",
}


@pytest.mark.parametrize("content", BROKEN)
def test_a_damaged_file_is_told(content: bytes) -> None:
    assert BROKEN[content] in {problem.name for problem in told(content)} or BROKEN[content] == "not-utf-8"


@pytest.mark.parametrize("value", [[], "x", 1, None, True])
def test_a_file_without_fields_is_told(value: object) -> None:
    assert told(as_bytes(value))


def test_more_exercises_than_there_are_cards_are_refused() -> None:
    many = {**one(), "@graph": [{"@type": "ExercisePlan", "name": "x"}] * 301}

    assert told(as_bytes(many))[0].name == "no-exercises"


def test_spoilt_files_give_problems_and_nothing_else() -> None:
    chance, whole = random.Random(6), bytearray(written(CARDS[:2], the_words()))
    for _ in range(400):
        spoilt = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(spoilt))
            spoilt[at : at + chance.randint(0, 3)] = chance.choice(
                [b"", b'"', b"{", b"]", b"\x00", b"\xff", b"\\", b"\t", b": ", b"null", b"-1", "é".encode(), b"\\ud800"]
            )
        assert all(problem.place for problem in wrong_with(bytes(spoilt)))


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert unique("plank", ["plank", "plank-2"]) == "plank-3"
    assert unique("wall-sit", ["plank"]) == "wall-sit"
