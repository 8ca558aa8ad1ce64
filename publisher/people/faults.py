"""What can be wrong with a row of a list, as a code and in words. Nothing of the row itself is told."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Code(Enum):
    """What is wrong with one row. The value stands in the report; `sentence` says it to a person."""

    SHORT_ROW = "short-row"
    LONG_ROW = "long-row"
    HEADINGS_AGAIN = "headings-again"
    MERGED_CELLS = "merged-cells"
    FORMULA = "formula-without-result"
    EXCEL_ERROR = "excel-error"
    NOT_TEXT = "not-text"
    LOST_DIGITS = "lost-digits"
    CONTROL_CHARACTER = "control-character"
    LETTER_NOT_IN_FONT = "letter-not-in-font"
    TOO_LONG = "too-long"
    NO_NAME = "no-name"
    NOT_A_DATE = "not-a-date"
    NO_SUCH_DAY = "no-such-day"
    DAY_OUT_OF_REACH = "day-out-of-reach"
    UNKNOWN_NEED = "unknown-need"
    NOT_A_LANGUAGE = "not-a-language"
    NOT_A_DOSE = "not-a-dose"
    DOSE_OUT_OF_RANGE = "dose-out-of-range"
    DATE_IN_DOSE = "date-in-dose"
    SAME_PERSON = "same-person"
    NO_PASSWORD = "no-password"  # noqa: S105  # a word, no password
    PASSWORD_TOO_LONG = "password-too-long"  # noqa: S105  # a word, no password
    OTHER_KIND_OF_DOSE = "other-kind-of-dose"
    WORKER_LOST = "worker-lost"
    OUR_MISTAKE = "our-mistake"
    # Told of rows that are printed all the same:
    UNMET_NEED = "unmet-need"
    NO_PHONE_LINK = "no-phone-link"
    DOES_NOT_AGREE = "does-not-agree"

    @property
    def sentence(self) -> str:
        """What is wrong and what would be right, without a capital at the start."""
        return _SENTENCES[self]


_SENTENCES = {
    Code.SHORT_ROW: "fewer cells than headings; is a separator missing?",
    Code.LONG_ROW: "more cells than headings; put a cell with a separator in it into quotes",
    Code.HEADINGS_AGAIN: "the headings once more; delete this row",
    Code.MERGED_CELLS: "merged cells; unmerge them and fill in each",
    Code.FORMULA: "a formula whose result is not in the file; open it in Excel, save it, or paste values",
    Code.EXCEL_ERROR: "an error of Excel in place of a value",
    Code.NOT_TEXT: "a value of another kind, such as yes or no, or a time of day",
    Code.LOST_DIGITS: "Excel has rounded this number; make the column text and enter it again",
    Code.CONTROL_CHARACTER: "a line break or a sign that is not seen",
    Code.LETTER_NOT_IN_FONT: "a letter that the font has no sign for; write it in Latin letters",
    Code.TOO_LONG: "too long to print",
    Code.NO_NAME: "no name",
    Code.NOT_A_DATE: "no date in the order that was said, with four digits for the year",
    Code.NO_SUCH_DAY: "a day that the calendar does not have",
    Code.DAY_OUT_OF_REACH: "a date of birth before 1900 or after today",
    Code.UNKNOWN_NEED: "a need that we do not know",
    Code.NOT_A_LANGUAGE: "no language; write a short form such as en or en-GB",
    Code.NOT_A_DOSE: "not what this part of a dose takes",
    Code.DOSE_OUT_OF_RANGE: "a number that no dose has",
    Code.DATE_IN_DOSE: "Excel has made a date of it; write 8 to 12, and make the column text",
    Code.SAME_PERSON: "the same person as an earlier row",
    Code.NO_PASSWORD: "no password",
    Code.PASSWORD_TOO_LONG: "a password over 127 bytes",
    Code.OTHER_KIND_OF_DOSE: "reps without a hold, or a hold without reps, of an exercise that is timed",
    Code.WORKER_LOST: "the program that made it was ended, twice",
    Code.OUR_MISTAKE: "our mistake, not yours",
    Code.UNMET_NEED: "printed, but this layout does not give what is needed; take another for this row",
    Code.NO_PHONE_LINK: "printed without codes for the phone; the clinic has no `link`",
    Code.DOES_NOT_AGREE: "printed, but its own doses do not agree with a line, a note or a card on the page",
}


# Codes of rows that have a handout all the same.
PRINTED = frozenset({Code.UNMET_NEED.value, Code.NO_PHONE_LINK.value, Code.DOES_NOT_AGREE.value})


class Fault(NamedTuple):
    """One thing that is wrong with one row. `heading` is one that we know, or nothing; `like` is an earlier row."""

    row: int
    code: str
    heading: str = ""
    like: int = 0

    @property
    def sentence(self) -> str:
        """The fault in words; a problem of another room has only its name."""
        known = {code.value: code.sentence for code in Code}
        return known.get(self.code, "this cannot be printed as it is") + (f" (row {self.like})" if self.like else "")
