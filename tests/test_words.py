"""What a reader sees that no card carries: every dose reads as a person would say it."""

from __future__ import annotations

import ast
import re
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts import cheat_sheet
from publisher.model.card import EvidenceLevel, Group, Movement, Position, Review, Tier
from publisher.model.dose import Dose, Range, Sides, Tempo
from publisher.problems import Phrase
from tests.factories import a_card, a_job, the_cards, the_deck, the_library, the_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.words import Figure, Words

ROOT = Path(__file__).parents[1]
LANGUAGES = ("en", "en-GB", "en-US")
COUNTRIES = the_words().countries()


def r(low: float, high: float | None = None) -> Range:
    return Range(low, low if high is None else high)


# Doses


@pytest.mark.parametrize(
    ("dose", "line"),
    [
        (Dose(r(3), reps=r(8, 10), sides=Sides.SIDE, tempo=Tempo(3, 0, 1)), "3 × 8 to 10 each side, 3 s down, 1 s up"),
        (Dose(r(3), reps=r(6), tempo=Tempo(3, 1, 1)), "3 × 6, 3 s down, 1 s pause, 1 s up"),
        (Dose(r(3), seconds=r(30)), "3 × 30 s"),
        (Dose(r(2, 3), seconds=r(60), sides=Sides.LEG, rest=r(45)), "2 to 3 × 1 min each leg, rest 45 s"),
        (Dose(r(1), seconds=r(90)), "1 × 90 s"),
        (Dose(r(2), seconds=r(60, 120), rest=r(60, 120)), "2 × 1 to 2 min, rest 1 to 2 min"),
        (Dose(r(1), reps=r(5), hold=r(10), sides=Sides.WAY), "1 × 5 each way, hold 10 s"),
        (Dose(r(3), reps=r(8), sides=Sides.ARM, days_a_week=r(1)), "3 × 8 each arm, 1 day a week"),
        (Dose(r(3), reps=r(8), days_a_week=r(2, 3)), "3 × 8, 2 to 3 days a week"),
        (Dose(r(1), reps=r(8), per_day=r(2), days_a_week=r(7)), "1 × 8, 2 times a day, 7 days a week"),
        (Dose(r(2), reps=r(5), tempo=Tempo(2.5, 0, 1)), "2 × 5, 2.5 s down, 1 s up"),
    ],
)
def test_a_dose_in_one_line(dose: Dose, line: str) -> None:
    assert the_words().dose_line(dose) == line


@pytest.mark.parametrize(
    ("dose", "strip"),
    [
        (
            Dose(r(3), reps=r(8, 10), sides=Sides.SIDE, days_a_week=r(3)),
            ["3 sets", "8–10 times a side", "3 days a week"],
        ),
        (Dose(r(1), reps=r(10)), ["10 times"]),
        (Dose(r(1), reps=r(1), sides=Sides.LEG), ["1 time a leg"]),
        (Dose(r(3), seconds=r(30)), ["3 sets", "30 seconds"]),
        (Dose(r(1), seconds=r(60), days_a_week=r(1)), ["1 minute", "1 day a week"]),
        (Dose(r(1), seconds=r(120), sides=Sides.WAY), ["2 minutes each way"]),
        (Dose(r(1), seconds=r(90)), ["90 seconds"]),
        (Dose(r(1), reps=r(5), hold=r(30), sides=Sides.ARM), ["30 seconds", "5 times an arm"]),
        (Dose(r(2), reps=r(5), hold=r(30)), ["2 sets", "5 times"]),
        (Dose(r(1), seconds=r(30, 60), per_day=r(2)), ["30–60 seconds", "2 times a day"]),
        (Dose(r(1, 2), reps=r(5), per_day=r(1), days_a_week=r(7)), ["1–2 sets", "5 times", "7 days a week"]),
    ],
)
def test_the_large_figures_of_a_dose(dose: Dose, strip: list[str]) -> None:
    assert [shown(figure) for figure in the_words().dose_strip(dose)] == strip


def shown(figure: Figure) -> str:
    number = f"{figure.low}–{figure.high}" if figure.high else figure.low
    return f"{number} {figure.unit}"


@pytest.mark.parametrize(
    ("dose", "notes"),
    [
        (Dose(r(3), reps=r(8)), ""),
        (Dose(r(3), reps=r(8), tempo=Tempo(3, 0, 1)), "3 seconds down, 1 up."),
        (Dose(r(3), reps=r(8), tempo=Tempo(3, 2, 1)), "3 seconds down, 2 hold, 1 up."),
        (Dose(r(3), reps=r(8), hold=r(5, 10)), "Hold 5 to 10 seconds each time."),
        (Dose(r(1), reps=r(8), hold=r(5)), ""),
        (Dose(r(2), seconds=r(30), rest=r(60)), "Rest 1 minute."),
        (Dose(r(2), seconds=r(30), rest=r(60, 120)), "Rest 1 to 2 minutes."),
        (Dose(r(1), seconds=r(30), weeks=r(1)), "For 1 week."),
        (Dose(r(1), seconds=r(30), weeks=r(6, 8)), "For 6 to 8 weeks."),
        (Dose(r(1), seconds=r(30), when=Phrase("before a run")), "Before a run."),
        (
            Dose(r(1), seconds=r(30), load=Phrase("a full pack."), effort=Phrase("hard but clean")),
            "A full pack. Hard but clean.",
        ),
    ],
)
def test_what_the_figures_leave_unsaid(dose: Dose, notes: str) -> None:
    assert the_words().dose_notes(dose) == notes


def test_days_can_be_said_below_the_figures() -> None:
    assert the_words().dose_notes(Dose(r(3), reps=r(8), days_a_week=r(1)), days=True) == "1 day a week."


@pytest.mark.parametrize(("seconds", "said"), [(20, "About 1 minute in all."), (300, "About 5 minutes in all.")])
def test_the_minutes_of_a_dose(seconds: float, said: str) -> None:
    assert the_words().minutes(Dose(r(1), seconds=r(seconds))) == said


AMOUNTS = st.integers(1, 12).flatmap(lambda low: st.integers(low, 15).map(lambda high: Range(low, high)))
SECONDS = st.integers(1, 180).flatmap(lambda low: st.integers(low, 240).map(lambda high: Range(low, high)))
DOSES = st.builds(
    Dose,
    sets=AMOUNTS,
    reps=AMOUNTS,
    seconds=st.none(),
    load=st.none(),
    effort=st.none(),
    weeks=st.none(),
    when=st.none(),
    hold=st.none() | SECONDS,
    tempo=st.none() | st.builds(Tempo, st.integers(1, 5), st.integers(0, 3), st.integers(1, 5)),
    sides=st.sampled_from(Sides),
    rest=st.none() | SECONDS,
    per_day=st.none() | st.integers(2, 5).map(lambda times: Range(times, times)),
    days_a_week=st.none() | st.integers(1, 7).map(lambda days: Range(days, days)),
)


@given(DOSES)
def test_one_is_never_many_and_many_is_never_one(dose: Dose) -> None:
    words = the_words()
    texts_said = [
        words.dose_line(dose),
        words.dose_notes(dose),
        words.minutes(dose),
        *map(shown, words.dose_strip(dose)),
    ]
    said = "\n".join(texts_said)

    assert not re.search(r"\b1 (sets|times|days|seconds|minutes|weeks)\b", said)
    assert not re.search(r"\b(?!1 )\d+ (set|time|day|second|minute|week)\b", said)
    assert "  " not in said
    assert not re.search(r"[{}]|\bNone\b|\.0\b", said)


@given(DOSES)
def test_every_number_of_a_dose_is_on_the_card(dose: Dose) -> None:
    words = the_words()
    said = f"{' '.join(map(shown, words.dose_strip(dose)))} {words.dose_notes(dose)}"
    counted = [dose.sets, dose.reps, dose.per_day, dose.days_a_week]

    for span in counted:
        if span is not None and span != r(1):
            assert re.search(rf"\b{span.low:g}(–|\b)", said)
            assert re.search(rf"\b{span.high:g}\b", said)


# Numbers, times, places


@pytest.mark.parametrize(("value", "said"), [(3, "3"), (3.0, "3"), (2.5, "2.5"), (0.75, "0.75"), (1000, "1000")])
def test_a_number_has_no_needless_zeros(value: float, said: str) -> None:
    assert the_words().number(value) == said


@pytest.mark.parametrize(
    ("seconds", "long", "short"),
    [
        (r(1), "1 second", "1 s"),
        (r(30), "30 seconds", "30 s"),
        (r(60), "1 minute", "1 min"),
        (r(90), "90 seconds", "90 s"),
        (r(45, 60), "45 to 60 seconds", "45 to 60 s"),
        (r(60, 120), "1 to 2 minutes", "1 to 2 min"),
        (r(300), "5 minutes", "5 min"),
    ],
)
def test_a_time_is_told_in_the_unit_that_one_would_say(seconds: Range, long: str, short: str) -> None:
    assert the_words().time(seconds) == long
    assert the_words().short_time(seconds) == short


@pytest.mark.parametrize(
    ("things", "said"),
    [
        ((), ""),
        (("a mat",), "a mat"),
        (("a mat", "a wall"), "a mat and a wall"),
        (("a mat", "a wall", "a band"), "a mat, a wall and a band"),
    ],
)
def test_things_in_a_row(things: tuple[str, ...], said: str) -> None:
    assert the_words().listed(things) == said


def test_how_to_be_placed_and_what_is_needed() -> None:
    assert the_words().needs(a_card(position=Position.LYING_BACK)) == "On your back."
    assert the_words().needs(a_card(position=Position.STANDING, equipment=("a wall",))) == "Standing. You need a wall."
    assert the_words().needs(a_card(position=None)) == ""


def test_reasons_to_stop_are_one_sentence() -> None:
    assert the_words().stop_if(("it hurts", "your leg goes numb")) == "it hurts, or your leg goes numb."


def test_the_number_of_a_card_carries_its_group() -> None:
    card = a_card(number=4)

    assert (the_words().number_of(card), the_words().full_number(card)) == ("S4", "Strength S4")


def test_no_two_groups_share_a_letter() -> None:
    letters = [the_words().say(f"groups.{group.value}.letter") for group in Group]

    assert len(set(letters)) == len(letters)


def test_evidence_is_said_with_its_sources_or_without() -> None:
    assert the_words().evidence(EvidenceLevel.SMALL_STUDIES, ["Cai 2017"]) == "Small studies: Cai 2017"
    assert (
        the_words().evidence(EvidenceLevel.GUIDANCE, ["NICE 2020", "Finucane 2020"])
        == "Guidance: NICE 2020, Finucane 2020"
    )
    assert the_words().evidence(EvidenceLevel.COMMON_PRACTICE, []) == "Common practice"


# Varieties of English and countries


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Reviewed by A. Roe, physiotherapist, 5 March 2026"),
        ("en-GB", "Reviewed by A. Roe, physiotherapist, 5 March 2026"),
        ("en-US", "Reviewed by A. Roe, physiotherapist, March 5, 2026"),
    ],
)
def test_a_review_is_dated_as_one_does_there(language: str, said: str) -> None:
    review = Review(Phrase("A. Roe"), Phrase("physiotherapist"), Phrase("2026-03-05"))

    assert the_words(language).review(review) == said
    due = review._replace(next=Phrase("2028-03-05"))
    assert the_words(language).review(due) == f"{said}. Next review: March 2028"


def test_a_card_that_has_changed_is_not_said_to_be_reviewed() -> None:
    review = Review(Phrase("A. Roe"), None, Phrase("2026-03-05"), changed=True)

    assert the_words().review(review) == "Not yet reviewed by a physiotherapist"


def test_several_reviewers_are_all_named_each_with_the_oldest_day_and_the_nearest_next_one() -> None:
    roe = Review(Phrase("A. Roe"), None, Phrase("2026-03-05"), Phrase("2028-03-05"))
    earlier = roe._replace(date=Phrase("2025-01-02"), next=Phrase("2027-01-02"))
    li = Review(Phrase("B. Li"), None, Phrase("2026-04-06"))

    said = "Reviewed by A. Roe, 2 January 2025 and B. Li, 6 April 2026. Next review: January 2027"
    assert the_words().review_in_all([roe, earlier, li]) == said
    assert the_words().review_in_all([roe, Review(), li]) == "Not yet reviewed by a physiotherapist"


@pytest.mark.parametrize(
    ("language", "who"), [("en", "physiotherapist"), ("en-GB", "physiotherapist"), ("en-US", "physical therapist")]
)
def test_nobody_has_reviewed_until_somebody_has(language: str, who: str) -> None:
    assert the_words(language).review(Review()) == f"Not yet reviewed by a {who}"


@pytest.mark.parametrize(
    ("language", "number", "see"),
    [
        ("en", "112", "a doctor or physiotherapist"),
        ("en-GB", "999", "a GP or physiotherapist"),
        ("en-US", "911", "a doctor or physical therapist"),
    ],
)
def test_a_variety_of_english_brings_its_country_along(language: str, number: str, see: str) -> None:
    words = the_words(language)

    assert words.language == language
    assert f"Call {number} " in words.tier(Tier.EMERGENCY, "action")
    assert words.tier(Tier.SEE_SOMEONE, "action") == f"See {see}"


def test_a_country_that_is_chosen_goes_before_that_of_the_language() -> None:
    assert the_words("en-GB", "US").tier(Tier.EMERGENCY, "action") == "Call 911 or go to the ER now"


# National sources: 112 in the EU, Switzerland and India, 999 also in the UK, 000 in Australia, 111 in New Zealand.
@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("AT", "112"),
        ("AU", "000"),
        ("CA", "911"),
        ("CH", "112"),
        ("DE", "112"),
        ("GB", "999"),
        ("IE", "112"),
        ("IN", "112"),
        ("NZ", "111"),
        ("US", "911"),
    ],
)
def test_the_emergency_number_is_that_of_the_country(country: str, number: str) -> None:
    words = the_words("en", country)

    assert f"Call {number} or go to " in words.tier(Tier.EMERGENCY, "action")
    assert words.emergency_note().startswith(f"{number} is the number in ")


def test_without_a_country_the_number_comes_with_a_warning() -> None:
    assert the_words().emergency_note() == "112 works in the EU. Know your local number."


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_all_that_the_tiers_name(language: str, country: str) -> None:
    words = the_words(language, country)
    said = [words.tier(tier, part) for tier in Tier for part in ("name", "action", "list", "strip", "follow", "any")]

    assert not [text for text in said if "{" in text or not text]
    assert re.search(r"\b\d{3}\b", words.emergency_note())


# The words file and the program


def test_a_text_that_is_not_there_is_a_fault_of_ours() -> None:
    words = the_words()

    assert words.has("card.start")
    assert not words.has("card")
    assert not words.has("card.start.more")
    for path in ("card", "card.nothing", "card.start.more"):
        with pytest.raises(KeyError):
            words.say(path)


# What a `{…}` inside a path stands for. A path that is not here names its own choices below.
FAMILIES = {
    "level.value": [level.value for level in EvidenceLevel],
    "tier.value": [tier.value for tier in Tier],
    "card.group.value": [group.value for group in Group],
    "group.value": [group.value for group in Group],
    "sides.value": [sides.value for sides in Sides],
    "dose.sides.value": [sides.value for sides in Sides],
    "card.position.value": [position.value for position in Position],
    "month": [f"{month:02}" for month in range(1, 13)],
    "form": ["one", "other"],
}


# Names of files, which look like paths of words.
FILES = {"plan.ics"}


@cache
def paths_in_the_program() -> frozenset[str]:
    """Every text of letters, dots and dashes that begins with the name of a part of the words file."""
    table = the_library().words
    parts = {key for key, value in table.items() if not isinstance(value, str)}
    found = {path for file in files() for path in texts(ast.parse(file.read_text(encoding="utf-8")))}
    return frozenset(path for path in found - FILES if path.partition(".")[0] in parts and not path.endswith("."))


def files() -> Iterator[Path]:
    yield from sorted((ROOT / "layouts").rglob("*.py"))
    yield from (path for path in sorted((ROOT / "publisher").rglob("*.py")) if "library" not in path.parts)


def texts(tree: ast.AST) -> Iterator[str]:
    joined = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in joined:
            yield from [node.value] if re.fullmatch(r"[a-z_-]+(\.[a-z0-9_-]+)+", node.value) else []
        elif isinstance(node, ast.JoinedStr):
            yield from filled(node)


def filled(node: ast.JoinedStr) -> Iterator[str]:
    choices = [
        [part.value] if isinstance(part, ast.Constant) else FAMILIES.get(ast.unparse(part.value), [])
        for part in node.values
    ]
    for parts in product(*choices):
        text = "".join(map(str, parts))
        yield from [text] if re.fullmatch(r"[a-z_-]+(\.[a-z0-9_-]+)+", text) else []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_path_that_the_program_says_is_in_the_words_file(language: str) -> None:
    words, known = the_words(language), set(leaves(the_words(language).table))
    # A path may name the beginning of a family whose end is added elsewhere: dose.tempo + _no_pause.
    missing = [
        path
        for path in paths_in_the_program()
        # The files of the phone's pages are no words.
        if not path.endswith(".js") and not words.has(path) and not any(leaf.startswith(path) for leaf in known)
    ]

    assert len(paths_in_the_program()) > 60
    assert missing == []


def leaves(table: object, before: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, str):
            yield f"{before}{key}"
        else:
            yield from leaves(value, f"{before}{key}.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_count_has_both_forms(language: str) -> None:
    counts = the_words(language).table["counts"]

    assert all(sorted(forms) == ["one", "other"] for forms in counts.values())


@pytest.mark.parametrize("language", ["en-GB", "en-US"])
def test_a_variety_says_only_what_differs(language: str) -> None:
    own = (ROOT / f"assets/words/{language}.yaml").read_text(encoding="utf-8")
    varied, plain = the_words(language), the_words("en")
    said = [leaf for leaf in leaves(varied.table) if leaf.rpartition(".")[2] + ":" in own and plain.has(leaf)]

    assert {leaf for leaf in leaves(varied.table) if not plain.has(leaf)} == set()
    assert any(str(varied._find(leaf)) != str(plain._find(leaf)) for leaf in said)


@pytest.mark.parametrize("country", ["", "GB", "US"])
def test_no_gap_is_left_unfilled_on_any_face(country: str) -> None:
    sheet = cheat_sheet.make(a_job(the_cards("cheat-sheet"), None, country=country))
    faces = [*the_deck().faces, *sheet.faces]

    assert [line.text for face in faces for line in face.lines if re.search(r"[{}]|None", line.text)] == []


def every_movement() -> list[Movement]:
    return [card.body for card in the_library().cards.values() if isinstance(card.body, Movement)]


@pytest.mark.parametrize("movement", every_movement(), ids=lambda movement: movement.cue)
def test_every_built_in_dose_reads_well(movement: Movement) -> None:
    words: Words = the_words()
    said = [words.dose_line(movement.dose), words.dose_notes(movement.dose), words.minutes(movement.dose)]

    assert not [text for text in said if re.search(r"[{}]|\.\.|  |\b1 (sets|times|minutes|seconds)\b", text)]
    assert 1 <= len(words.dose_strip(movement.dose)) <= 3
