"""One row of a monthly workbook, judged against the plan it reports on: its reviews, and all that is wrong in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ita_data.imports.dates import fiscal_month
from ita_data.imports.layouts.monthly.answers import AnswerReader
from ita_data.imports.layouts.monthly.background import Background
from ita_data.imports.layouts.monthly.context.sure import Open, Sure, Told, own
from ita_data.imports.layouts.monthly.done_for import is_done_for_another
from ita_data.imports.layouts.monthly.habits import Habits
from ita_data.imports.layouts.monthly.headers import TABLE
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.layouts.monthly.subject import RowSubject
from ita_data.imports.layouts.monthly.sure_review import Key, ReviewOf, review_of
from ita_data.imports.layouts.monthly.ticks import TICK
from ita_data.imports.layouts.monthly.written import with_link, written
from ita_data.imports.reading import Plain, Rank, Source
from ita_data.imports.statuses import DOUBTED, status_meant
from ita_data.labels import label
from ita_data.model.periods import FiscalMonth
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import Problem
from ita_data.model.records import EVERY_SECTION, Review
from ita_data.model.review_checks import goes_with, status_at
from ita_data.model.review_fields import Kind, fields_of
from ita_data.model.states import Status

_NEEDED = ("key", "measure", "section", "month", "status")
"""The fields in which an error of the spreadsheet costs the row; in any other one it is only left out."""
_OPTIONAL = (*fields_of(Kind.TEXT, Kind.LINK, Kind.PERCENT, Kind.DATE), "title", "due")
_VALUES = (Kind.PERCENT, Kind.WHOLE_NUMBER, Kind.DATE)
_NAMES_IN_JSON = {"progress": "percent"}
"""Names on which programs rely, where they aren't those of the fields."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a row came to: the reviews it holds, without their plan only what they are `of`, and all that was met in it.

    `values` are what was understood of its fields, for JSON. One that is not `taken` is left out for another row, or
    until somebody asks for it.
    """

    row: MonthlyRow
    of: tuple[ReviewOf, ...]
    reviews: tuple[Review, ...]
    problems: tuple[Problem, ...]
    values: dict[str, Plain]
    taken: bool = True

    @property
    def keys(self) -> tuple[Key, ...]:
        """What its reviews are of."""
        return tuple(of.key for of in self.of)

    @property
    def ok(self) -> bool:
        """Whether nothing keeps the row from being taken."""
        return self.taken and not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def waits(self) -> bool:
        """Whether somebody has to say first what the row is of."""
        return any(isinstance(told, Open) for told in self.row.told.values())

    def without(self, problem: Problem) -> "Judged":
        """The row left out for this reason."""
        return replace(self, problems=(*self.problems, problem), reviews=(), taken=False)


def month_in(row: MonthlyRow, fiscal_year: int | None) -> FiscalMonth | None:
    """The month that a row reports on, as far as it can be read."""
    return fiscal_month(row.cell("month"), fiscal_year)[0]


def judged(row: MonthlyRow, background: Background, habits: Habits) -> Judged:
    """What a row comes to, written as people write in its sheet."""
    return _RowReader(row, background, habits).judged()


@dataclass(slots=True)
class _RowReader(RowSubject):
    def judged(self) -> Judged:
        self.problems += self.row.problems
        self._report_errors()
        self.key = self.read_key()
        measure, sections, month = self.measure(), self.sections(), self.month()
        of_month = month.value if month else None
        state = self._status(of_month)
        sections = self.heirs(sections, of_month) if of_month else sections
        answers = self._answers()
        read: dict[str, Any] = {name: answers.value(name, of_month) for name in fields_of(*_VALUES)}
        due = answers.day("due", of_month)
        self._check_progress(state.value if state else None, read["progress"])
        values: dict[str, Plain] = {
            "measure": measure.value if measure else None,
            "month": month.value.code if month else None,
            "due": _plain(due),
            "status": state.value.value if state else None,
            "sections": [section.value for section in sections],
        }
        values |= {_NAMES_IN_JSON.get(name, name): _plain(value) for name, value in read.items()}
        named = [section for section in sections if section.value != EVERY_SECTION]
        if self.is_faulty or not measure or not named or not month or not state:
            return Judged(self.row, (), (), tuple(self.problems), values)
        of = tuple(ReviewOf(measure, section, month) for section in named)
        reviews = tuple(self._review(one, state, read) for one in of) if self.background.plan else ()
        return Judged(self.row, of, reviews, tuple(self.problems), values)

    @property
    def is_faulty(self) -> bool:
        """Whether something was met that keeps the row from being taken."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def _review(self, of: ReviewOf, state: Sure[Status], read: Mapping[str, Any]) -> Review:
        self.check_assignment(of.measure.value, of.section.value)
        texts: dict[str, Any] = {name: written(self.row.cell(name)) for name in fields_of(Kind.TEXT)}
        links: dict[str, Any] = {name: with_link(self.row.cell(name)) for name in fields_of(Kind.LINK)}
        received_on, is_sample = self.background.known.received_on, self.row.is_sample
        return review_of(of, state, received_on, is_sample, {**texts, **links, **read})

    def _answers(self) -> AnswerReader:
        return AnswerReader(self.row, self.background.fiscal_year, self.background.plan, self.habits, self.problems)

    def _report_errors(self) -> None:
        for code, names in (("cell-error", _NEEDED), ("cell-error-left-out", _OPTIONAL)):
            found = (self.row.cells[name] for name in names if name in self.row.cells)
            self.problems += [Problem(code, cell.place, cell.error) for cell in found if cell.error]

    def _status(self, month: FiscalMonth | None) -> Sure[Status] | None:
        cell = self.row.cell("status")
        if tick := self.row.told.get(TICK):
            return self._ticked(tick)
        if cell.is_blank and self.row.is_of_month and (percentage := self._answers().percentage()) is not None:
            return own(self.row.cell("progress")).read_as(lambda _cell: status_at(percentage))
        needed = self.needed("status")
        if needed is None:
            return None
        meant = self.background.known.meaning(TABLE, "status", cell.text)
        if meant in set(Status):
            return Sure(Status(meant), Source(Rank.ANSWER, cell.place, cell.text))
        found, said = status_meant(cell.text)
        if said and found is Status.COMPLETED and month and is_done_for_another(cell.text, month, self.background.plan):
            found, said = None, DOUBTED
        if found is None:
            self.problem(said, cell)
            return None
        if said:
            self.problem(said, cell, proposal=label("status", found))
        return Sure(found, Source(Rank.OWN, cell.place, cell.text))

    def _ticked(self, told: Told) -> Sure[Status] | None:
        """What a tick says, which is asked once for a sheet."""
        if isinstance(told, Open):
            asked = told.candidates[0].source
            self.problems.append(Problem("tick-asked", asked.place, asked.text))
            return None
        return told.read_as(lambda cell: Status(cell.text))

    def _check_progress(self, state: Status | None, percentage: float | None) -> None:
        if state and percentage is not None and not goes_with(state, percentage):
            words = {"status": label("status", state), "progress": f"{percentage:g}"}
            self.problem("status-against-progress", self.row.cell("progress"), **words)


def _plain(value: float | date | None) -> Plain:
    return value.isoformat() if isinstance(value, date) else value
