"""The catalogue of problems: what can be wrong in a file, why it matters and how to mend it.

A problem is a value with the place where it was met. Its severity decides what becomes of the row:

- refusal: nothing of the file is taken
- error: this row or value is left out, the rest goes on
- warning: taken as proposed, and a person should look at it
- note: taken; said so that nothing happens in silence
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from ita_data.language import gettext as _
from ita_data.model.file_problems import FILE_PROBLEMS
from ita_data.model.monthly_problems import MONTHLY_PROBLEMS
from ita_data.model.problem_kinds import ProblemKind, Severity
from ita_data.model.report_problems import REPORT_PROBLEMS


class Verdict(StrEnum):
    """What became of a file as a whole."""

    ACCEPTED = "accepted"
    PARTIAL = "partial"
    REJECTED = "rejected"


class Place(NamedTuple):
    """Where something stands in a file: the sheet's name and the cell's address, or empty for the whole file.

    A tuple, because a file may have a million of them, and they are made and compared three times as fast.
    """

    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        return " · ".join(part for part in (self.sheet, self.cell) if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem met in a file; `words` fill the gaps of its message besides `value`."""

    code: str
    place: Place
    value: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    def __reduce__(self) -> tuple[type["Problem"], tuple[str, Place, str, Mapping[str, str]]]:
        """How it is pickled; what dataclasses do by themselves takes twice as long, and a file may have 100,000."""
        return Problem, (self.code, self.place, self.value, self.words)

    @property
    def severity(self) -> Severity:
        return PROBLEMS[self.code].severity

    @property
    def message(self) -> str:
        """What is wrong, in the language of the reader."""
        return self._filled(PROBLEMS[self.code].message)

    @property
    def mend(self) -> str:
        """How to mend it, in the language of the reader."""
        return self._filled(PROBLEMS[self.code].mend)

    def _filled(self, message: str) -> str:
        text = _(message)
        return text.format(value=self.value, **self.words) if "{" in text else text


def verdict_of(problems: Iterable[Problem]) -> Verdict:
    """Rejected by any refusal, partial by any error, otherwise accepted."""
    severities = {problem.severity for problem in problems}
    if Severity.REFUSAL in severities:
        return Verdict.REJECTED
    return Verdict.PARTIAL if Severity.ERROR in severities else Verdict.ACCEPTED


PROBLEMS: dict[str, ProblemKind] = {**FILE_PROBLEMS, **REPORT_PROBLEMS, **MONTHLY_PROBLEMS}
"""The whole catalogue by code."""
