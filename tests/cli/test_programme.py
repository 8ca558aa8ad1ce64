"""`surefoot programme` as a clinic types it: start, merge, compare, keep."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publisher.cli import programme_new
from publisher.cli.programme_new import grouped
from publisher.library import read_library
from publisher.library.programme_files import read_programme
from publisher.model.dose import Range
from publisher.model.programme import Side
from publisher.programme_words import usual_lines
from publisher.rules import broken
from tests.factories import the_library, the_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from publisher.model.card import Card
    from publisher.model.programme import Programme
    from tests.cli.conftest import Said

PLANK = ("--exercise", "plank", "--sets", "3", "--seconds", "20")
STEP = ("--exercise=step-down", "--load=2 kg in each hand", "--side", "left", "--days-a-week", "3")


def read(name: str) -> Programme:
    return read_programme(Path(name), the_library())


# --- new ---


def test_flags_belong_to_the_exercise_before_them(surefoot: Callable[..., Said]) -> None:
    said = surefoot("programme", "new", "mine", "--title", "On the hill", *PLANK, *STEP)

    plank, step = read("mine.yaml").exercises
    assert said.code == 0
    assert "surefoot handout mine.yaml" in said.out
    assert (plank.dose.sets, plank.dose.seconds) == (Range(3, 3), Range(20, 20))
    assert (step.dose.load, step.dose.days_a_week, step.side.value) == ("2 kg in each hand", Range(3, 3), "left")
    assert read("mine.yaml").title == "On the hill"
    assert (
        read("mine.yaml").purpose == "Make your belly and thighs strong, for a back that hurts after running downhill."
    )


def test_what_was_started_can_be_printed(surefoot: Callable[..., Said]) -> None:
    surefoot("programme", "new", "mine", *PLANK)

    assert surefoot("handout", "mine.yaml").code == 0
    assert Path("out/mine.pdf").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["mine", "--exercise", "plonk"], "there is no card called `plonk`"),
        (["mine", "--exercise", "plank", "--sets", "-1"], "not a number or a range"),
        (["mine", "--sets", "3"], "stands before any `--exercise`"),
        (["mine", "--exercise"], "needs something behind it"),
        (["mine", "--exercise", "plank", "--side", "left"], "not done side by side"),
        (["mine", "--exercise", "plank", "--seets", "3"], "`--seets` is not an option"),
        (["mine"], "there is no `--exercise`"),
        (["mine", *PLANK, *("--remember", "Rest.") * 4], "this list has 4 entries"),
        (["Mein Programm", "--exercise", "plank"], "is not an id"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    surefoot: Callable[..., Said], words: list[str], told: str
) -> None:
    said = surefoot("programme", "new", *words)

    assert said.code in {1, 2}
    assert told in " ".join(said.err.split())
    assert not [*Path().iterdir()]


def test_a_file_that_is_there_stays(surefoot: Callable[..., Said]) -> None:
    Path("mine.yaml").write_text("mine", encoding="utf-8")

    assert surefoot("programme", "new", "mine", *PLANK).code == 2
    assert Path("mine.yaml").read_text(encoding="utf-8") == "mine"


def test_without_flags_everything_is_asked_for(surefoot: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    exercise = ["", "plonk", "plank", "3", "x", "20", "", "", "Slowly.", ""]
    answers = iter(["On the hill", "Strong legs.", *exercise, "Count aloud.", "-", "Come back in May."])
    monkeypatch.setattr(programme_new, "_must_be_there", lambda: None)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))

    assert surefoot("programme", "new", "mine").code == 0
    (plank,) = read("mine.yaml").exercises
    assert (plank.dose.sets, plank.dose.seconds, plank.note) == (Range(3, 3), Range(20, 20), "Slowly.")
    assert read("mine.yaml").remember == ("Count aloud.",)
    assert read("mine.yaml").move_on == "Come back in May."
    assert read("mine.yaml").sources == ()
    assert next(answers, None) is None


def test_what_is_usual_is_written_out_with_its_sources_to_be_changed(surefoot: Callable[..., Said]) -> None:
    surefoot("programme", "new", "mine", *PLANK)

    assert read("mine.yaml").remember == usual_lines(the_words())
    assert read("mine.yaml").move_on == the_words().say("handout.move_on")
    assert read("mine.yaml").sources == ("pain-rule-page",)


def test_lines_of_one_s_own_are_flags_too(surefoot: Callable[..., Said]) -> None:
    lines = ("--remember", "Count aloud.", "--remember", "Rest on Sunday.", "--move-on", "Come back in May.")

    surefoot("programme", "new", "mine", *PLANK, *lines)

    assert read("mine.yaml").remember == ("Count aloud.", "Rest on Sunday.")
    assert read("mine.yaml").move_on == "Come back in May."
    assert read("mine.yaml").sources == ()


def test_a_programme_of_ours_is_copied_and_changed(surefoot: Callable[..., Said]) -> None:
    step = ("--exercise", "step-down", "--sets", "2", "--exercise", "plank")

    said = surefoot("programme", "new", "mine", "--from", "downhill-back-start", "--title", "For Ana", *step)

    ours, mine = the_library().programmes["downhill-back-start"], read("mine.yaml")
    assert said.code == 0
    assert (mine.id, mine.title, mine.purpose) == ("mine", "For Ana", ours.purpose)
    assert (mine.remember, mine.move_on, mine.sources) == (ours.remember, ours.move_on, ours.sources)
    assert [str(each.card) for each in mine.exercises] == [*(str(each.card) for each in ours.exercises), "plank"]
    assert mine.exercises[3].dose.sets == Range(2, 2)


def test_a_copy_with_lines_of_its_own_leaves_the_sources_behind(surefoot: Callable[..., Said]) -> None:
    own = ("--remember", "Count aloud.", "--move-on", "Come back in May.")

    surefoot("programme", "new", "mine", "--from", "first-steps", *own)

    assert read("mine.yaml").remember == ("Count aloud.",)
    assert read("mine.yaml").sources == ()
    assert len(read("mine.yaml").exercises) == 4


def test_words_that_belong_to_no_exercise_are_left_to_the_command() -> None:
    groups, rest = grouped(["mine", "--title", "A", *PLANK, "--library", "x"])

    assert groups == [{"card": "plank", "sets": "3", "seconds": "20"}]
    assert rest == ["mine", "--title", "A", "--library", "x"]


# --- merge, diff, keep ---


def test_two_programmes_become_one(surefoot: Callable[..., Said]) -> None:
    surefoot("programme", "new", "mine", *PLANK, "--exercise", "bird-dog", "--sets", "2", "--seconds", "10")
    merge = ("programme", "merge", "downhill-back-start", "mine.yaml", "--as", "both")

    refused = surefoot(*merge)

    assert refused.code == 1
    assert "`bird-dog` stands in both, and not alike" in refused.err
    assert not Path("both.yaml").exists()
    said = surefoot(*merge, "--prefer", "second")
    both = {str(each.card): each for each in read("both.yaml").exercises}
    assert said.code == 0
    assert [*both] == ["bird-dog", "side-plank", "single-leg-bridge", "step-down", "plank"]
    assert both["bird-dog"].dose.sets == Range(2, 2)
    assert read("both.yaml").id == "both"
    # There are 5 by now.
    assert "Do all 4" in said.err
    assert not [line for line in read("both.yaml").remember if "Do all 4" in line]


def test_what_is_said_of_an_exercise_in_a_copy_leaves_the_rest_of_it(surefoot: Callable[..., Said]) -> None:
    surefoot("programme", "new", "base", *STEP)

    surefoot("programme", "new", "mine", "--from", "base.yaml", "--exercise", "step-down", "--sets", "2")

    (step,) = read("mine.yaml").exercises
    assert (step.dose.sets, step.dose.load, step.side.value) == (Range(2, 2), "2 kg in each hand", "left")


def test_a_copy_that_counts_other_exercises_is_told(surefoot: Callable[..., Said]) -> None:
    said = surefoot("programme", "new", "mine", "--from", "downhill-back-start", "--exercise", "plank")

    assert said.code == 0
    assert "says “all 4”, and the sheet has 5" in said.err


def test_what_has_changed_is_told(surefoot: Callable[..., Said]) -> None:
    surefoot("programme", "new", "mine", *PLANK, "--exercise", "bird-dog")

    said = surefoot("programme", "diff", "downhill-back-start", "mine.yaml")
    data = surefoot("programme", "diff", "downhill-back-start", "mine.yaml", "--json")

    lines = said.out.splitlines()
    assert lines[:2] == ["New: Plank.", "No more: Step-down, Side plank on knees and Single-leg bridge."]
    gone = [line for line in lines if line.startswith("No longer there: ")]
    assert gone
    assert json.loads(data.out) == {"changes": lines[: -len(gone)], "dropped": gone, "problems": []}


def test_no_change_is_told(surefoot: Callable[..., Said]) -> None:
    said = surefoot("programme", "diff", "downhill-back-start", "downhill-back-start")

    assert said.out == "Nothing. Go on as before.\n"


def keep(surefoot: Callable[..., Said], *words: str) -> Said:
    Path("own/cards").mkdir(parents=True, exist_ok=True)
    return surefoot("programme", "keep", "mine.yaml", "--library", "own", *words)


def kept_cards() -> Mapping[str, Card]:
    return read_library([Path("own")]).cards


def test_doses_become_those_of_a_library_of_one_s_own(surefoot: Callable[..., Said]) -> None:
    surefoot("programme", "new", "mine", *PLANK, *STEP)

    said = keep(surefoot)

    ours, kept = the_library().cards, kept_cards()
    assert said.code == 0
    assert kept["plank"].body.dose.seconds == Range(20, 20)
    assert kept["step-down"].body.dose.sides is ours["step-down"].body.dose.sides
    # A load is one person's: it stays out unless it is asked for.
    assert kept["step-down"].body.dose.load == ours["step-down"].body.dose.load
    assert "2 kg in each hand, is not kept" in said.err


def test_a_load_is_kept_where_somebody_asks_for_it(surefoot: Callable[..., Said]) -> None:
    surefoot("programme", "new", "mine", *STEP)

    assert keep(surefoot, "--with-load").err == ""
    assert kept_cards()["step-down"].body.dose.load == "2 kg in each hand"


def test_a_dose_that_is_kept_can_be_replaced_and_not_by_mistake(surefoot: Callable[..., Said]) -> None:
    surefoot("programme", "new", "mine", *PLANK)
    keep(surefoot)
    Path("mine.yaml").unlink()
    surefoot("programme", "new", "mine", "--exercise", "plank", "--sets", "2")

    refused, replaced = keep(surefoot), keep(surefoot, "--replace")

    assert (refused.code, replaced.code) == (2, 0)
    assert "--replace" in refused.err
    dose = kept_cards()["plank"].body.dose
    assert (dose.sets, dose.seconds) == (Range(2, 2), Range(20, 20))
    assert kept_cards()["plank"].body.harder is None


def test_what_keep_writes_is_nothing_to_be_warned_of(surefoot: Callable[..., Said]) -> None:
    surefoot("programme", "new", "mine", *PLANK, *STEP)
    keep(surefoot)

    told = [*broken(read_library([Path("own")]), {"plank", "step-down"})]

    assert [problem.name for problem in told] == ["excused"]


def test_a_dose_kept_since_is_told_where_two_programmes_are_compared(surefoot: Callable[..., Said]) -> None:
    surefoot("programme", "new", "old", "--exercise", "plank", "--exercise", "bird-dog")
    surefoot("programme", "new", "mine", *PLANK)
    keep(surefoot)

    said = surefoot("programme", "diff", "old.yaml", "mine.yaml", "--library", "own")

    # What is to be written makes the old programme say what it said.
    assert "dose: {sets: 4 to 6, seconds: 10 s}" in said.err
    text = Path("old.yaml").read_text(encoding="utf-8")
    whole = text.replace("- plank", "- {card: plank, dose: {sets: 4 to 6, seconds: 10 s}}")
    Path("old.yaml").write_text(whole, encoding="utf-8")
    mended = surefoot("programme", "diff", "old.yaml", "mine.yaml", "--library", "own")
    assert mended.err == ""
    assert "It was 4 to 6 sets of 10 s. Now: 3 sets of 20 s." in mended.out


def test_doses_are_kept_in_a_library_of_one_s_own_only(surefoot: Callable[..., Said]) -> None:
    said = surefoot("programme", "keep", "downhill-back-start")

    assert said.code == 2
    assert "--library my-clinic" in said.err


def test_a_programme_without_doses_keeps_none(surefoot: Callable[..., Said]) -> None:
    Path("own/cards").mkdir(parents=True)

    assert "No dose" in surefoot("programme", "keep", "downhill-back-start", "--library", "own").out


def test_of_what_is_only_read_nothing_but_a_note_is_asked(
    surefoot: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    cue, counted = ["quick-short-steps", "On each run."], ["step-up", "2", "8", "", "left", "", "", ""]
    answers = iter(["On the hill", "Strong legs.", *cue, *counted, "Count aloud.", "-", "-", "-"])
    monkeypatch.setattr(programme_new, "_must_be_there", lambda: None)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))

    assert surefoot("programme", "new", "mine").code == 0
    steps, up = read("mine.yaml").exercises
    assert (steps.note, up.dose.reps, up.side) == ("On each run.", Range(8, 8), Side.LEFT)


def test_a_count_of_what_is_timed_is_no_programme(surefoot: Callable[..., Said]) -> None:
    said = surefoot("programme", "new", "mine", "--exercise", "plank", "--reps", "10")

    assert said.code == 1
    assert "`plank` is timed on its card, 4 to 6 sets of 10 seconds." in said.err
    assert not Path("mine.yaml").exists()


def test_a_tempo_is_a_flag_as_it_is_written_down(surefoot: Callable[..., Said]) -> None:
    assert surefoot("programme", "new", "mine", "--exercise", "step-down", "--tempo", "4-0-2").code == 0
    assert read("mine.yaml").exercises[0].dose.tempo == (4, 0, 2)


def test_a_line_that_says_otherwise_is_told_when_it_is_written(surefoot: Callable[..., Said]) -> None:
    said = surefoot("programme", "new", "mine", *PLANK, "--remember", "Pain over 9 is fine.")

    assert said.code == 0
    assert "warning: this line says “Pain over 9 is fine.”, and the page says to stop over 5 out of 10." in said.err
    assert read("mine.yaml").remember == ("Pain over 9 is fine.",)
