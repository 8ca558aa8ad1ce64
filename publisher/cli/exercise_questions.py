"""What `surefoot new exercise` asks: each question is a flag too, and goes into a field of the card."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from publisher.library.drafting import field_at
from publisher.library.several import ListOf
from publisher.library.shapes import Choice
from publisher.model.card import Group, Kind

if TYPE_CHECKING:
    from publisher.library.drafting import Path

# The groups in which a card of each kind usually stands; the kinds are those that move.
GROUPS = {
    Kind.EXERCISE: Group.STRENGTH,
    Kind.STRETCH: Group.STRETCHES,
    Kind.WARM_UP: Group.WARM_UP,
    Kind.DRILL: Group.FORM,
    Kind.RECOVERY: Group.RECOVERY,
}


class Question(NamedTuple):
    """One question. `usual` is taken when nothing is answered; `asked` is false for what only a flag can say.

    `means` says what one answer is, where the guide speaks of the whole list.
    """

    flag: str
    path: Path
    needed: bool = False
    usual: tuple[str, ...] = ()
    asked: bool = True
    means: str = ""

    @property
    def name(self) -> str:
        """What click calls its value."""
        return self.flag.removeprefix("--").replace("-", "_")

    @property
    def label(self) -> str:
        """What a person is asked for, in a word or two."""
        return self.name.replace("_", " ").capitalize()

    @property
    def says(self) -> str:
        """What it is for, in the words of the authoring guide."""
        return self.means or field_at(self.path).doc

    @property
    def several(self) -> int:
        """How many answers it takes."""
        shapes = (field_at(self.path[:length]).shape for length in range(1, len(self.path) + 1))
        return next((shape.most for shape in shapes if isinstance(shape, ListOf)), 1)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that it takes; none if it takes any text."""
        shape = field_at(self.path).shape
        if self.flag == "--kind":
            return tuple(kind.value for kind in GROUPS)
        return tuple(str(member.value) for member in shape.of) if isinstance(shape, Choice) else ()

    def option(self) -> click.Option:
        """The question as a flag. None is its default, so that what was typed is known from what was not."""
        more = "; can be given again" if self.several > 1 else ""
        usual = f" [default: {'; '.join(self.usual)}]" if self.usual else ""
        help_text = f"{self.says.removesuffix('.')}{more}.{usual}"
        kind = click.Choice(self.choices) if self.choices else click.STRING
        metavar = None if self.choices else "TEXT"
        return click.Option([self.flag], multiple=self.several > 1, type=kind, metavar=metavar, help=help_text)


# In the order in which they are asked.
QUESTIONS = (
    Question("--title", ("title",), needed=True),
    Question("--purpose", ("purpose",), needed=True),
    Question("--cue", ("cue",), needed=True),
    Question("--position", ("position",)),
    Question("--equipment", ("equipment",), means="One thing that is needed, such as a mat."),
    Question("--start", ("start",), needed=True),
    Question("--step", ("steps",), needed=True, means="One step, in one or two short sentences."),
    Question("--feel", ("feel",), needed=True),
    Question("--not-feel", ("not_feel",)),
    Question("--breathing", ("breathing",)),
    Question("--see", ("faults", "see"), means="What is seen to go wrong, often as a question: Back arching."),
    Question("--fix", ("faults", "fix")),
    Question("--easier", ("easier",)),
    Question("--harder", ("harder",)),
    Question("--move-on", ("move_on",)),
    Question("--sets", ("dose", "sets"), usual=("2 to 3",)),
    Question("--seconds", ("dose", "seconds")),
    Question("--reps", ("dose", "reps"), usual=("8 to 12",)),
    Question("--sides", ("dose", "sides"), asked=False),
    Question("--rest", ("dose", "rest"), usual=("60 s",)),
    Question("--days", ("dose", "days_a_week"), usual=("2 to 3",)),
    Question(
        "--stop-if",
        ("stop_if",),
        usual=("pain goes over 5 out of 10", "pain runs down a leg", "a leg tingles, goes numb or weak"),
        means="When to stop; it follows: Stop if.",
    ),
    Question(
        "--source",
        ("evidence", "sources"),
        usual=("not-yet-sourced",),
        means="The key of a work, as `surefoot list sources` shows it.",
    ),
    Question("--evidence", ("evidence", "level"), usual=("common-practice",), asked=False),
    Question("--note", ("evidence", "note")),
    Question("--kind", ("kind",), usual=("exercise",), asked=False),
    Question("--group", ("group",), asked=False, means="Where the card belongs; usually that of its kind."),
    Question("--level", ("level",), usual=("1",), asked=False),
    Question("--region", ("region",), asked=False),
    Question("--tag", ("tags",), asked=False, means="A word of your own, by which publications select cards."),
    Question("--figure", ("picture", "figure"), asked=False),
    Question("--alt", ("picture", "alt"), asked=False),
)
