"""One row of a monthly workbook, judged against the plan it reports on: its reviews, and all that is wrong in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ita_data.imports.dates import day, day_in_fiscal_year, fiscal_month, last_day_of_month
from ita_data.imports.grid import Cell
from ita_data.imports.layouts.monthly.background import Background
from ita_data.imports.layouts.monthly.context.sure import Sure, own
from ita_data.imports.layouts.monthly.habits import Habits
from ita_data.imports.layouts.monthly.headers import TABLE
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.layouts.monthly.slips import is_out_of_time, swapped_day
from ita_data.imports.layouts.monthly.subject import RowSubject
from ita_data.imports.layouts.monthly.sure_review import Key, ReviewOf, review_of
from ita_data.imports.layouts.monthly.written import with_link, written
from ita_data.imports.reading import Plain, Rank, Source
from ita_data.imports.spellings import header_shown, is_nothing, status_meant
from ita_data.imports.values import bare_number, progress, whole_number
from ita_data.labels import date_label, label, month_label
from ita_data.model.periods import FiscalMonth
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import Problem
from ita_data.model.records import EVERY_SECTION, Review
from ita_data.model.review_checks import goes_with, status_at
from ita_data.model.review_fields import REVIEW_FIELDS, Kind, fields_of
from ita_data.model.spelling import normalised
from ita_data.model.states import Status

_NUMBERS = fields_of(Kind.WHOLE_NUMBER)
_READ = tuple(name for name in (*REVIEW_FIELDS, "title", "due") if name not in _NUMBERS)
"""The fields in which an error of the spreadsheet costs the row; a number that can't be read is only left out."""
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
        measure, sections, month, state = self.measure(), self.sections(), self.month(), self._status()
        of_month = month.value if month else None
        read: dict[str, Any] = {name: self._value(name, of_month) for name in fields_of(*_VALUES)}
        due = self._day("due", of_month)
        self._check_progress(state.value if state else None, read["progress"])
        values: dict[str, Plain] = {
            "measure": measure.value if measure else None,
            "month": f"{month.value.first_day:%Y-%m}" if month else None,
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

    def _report_errors(self) -> None:
        found = (self.row.cells[name] for name in _READ if name in self.row.cells)
        self.problems += [Problem("cell-error", cell.place, cell.error) for cell in found if cell.error]

    def _answer(self, name: str) -> Cell | None:
        """The cell of a field that may stay empty; a mere dash or "ไม่มี" says so. None where it is doubted."""
        cell = self.row.cell(name)
        if not normalised(cell.text) or name in self.row.doubted:
            return None
        if is_nothing(cell.text):
            self.problem("read-as-blank", cell)
            return None
        return cell

    def _status(self) -> Sure[Status] | None:
        cell = self.row.cell("status")
        if cell.is_blank and self.row.is_of_month and (percentage := self._percentage()) is not None:
            return own(self.row.cell("progress")).read_as(lambda _cell: status_at(percentage))
        needed = self.needed("status")
        if needed is None:
            return None
        found, said = status_meant(cell.text)
        if found is None:
            self.problem("status-unknown", cell)
            return None
        if said:
            self.problem(said, cell, proposal=label("status", found))
        return Sure(found, Source(Rank.OWN, cell.place, cell.text))

    def _value(self, name: str, month: FiscalMonth | None) -> float | date | None:
        """What the cell of a percentage, a number or a day says."""
        match REVIEW_FIELDS[name].kind:
            case Kind.PERCENT:
                return self._progress(name)
            case Kind.WHOLE_NUMBER:
                return self._number(name)
            case _:
                return self._day(name, month)

    def _number(self, name: str) -> int | None:
        own = self.row.cell(name)
        cell = own if own.error else self._answer(name)
        if cell is None:
            return None
        number = whole_number(cell, REVIEW_FIELDS[name].units)
        if number is None:
            self.problem("number-unreadable", cell, field=header_shown(TABLE, name))
        return number

    def _progress(self, name: str) -> float | None:
        cell = self._answer(name)
        if cell is None:
            return None
        percentage, number = self._percentage(name), bare_number(cell)
        if percentage is None:
            self.problem("progress-unreadable", cell)
        elif number and name in self.habits.fractions and number <= 1:
            self.problem("progress-fraction", cell, proposal=f"{percentage:g}")
        elif number and number < 1:
            self.problem("progress-small", cell, proposal=f"{percentage:g}")
        return percentage

    def _percentage(self, name: str = "progress") -> float | None:
        """The percentage as it is taken, where parts of 1 are meant for parts of 100."""
        cell = self.row.cell(name)
        number = bare_number(cell)
        is_part = name in self.habits.fractions and number is not None and 0 < number <= 1
        return round(100 * number, 6) if number and is_part else progress(cell)

    def _check_progress(self, state: Status | None, percentage: float | None) -> None:
        if state and percentage is not None and not goes_with(state, percentage):
            words = {"status": label("status", state), "progress": f"{percentage:g}"}
            self.problem("status-against-progress", self.row.cell("progress"), **words)

    def _day(self, name: str, month: FiscalMonth | None) -> date | None:
        cell = self._answer(name)
        if cell is None:
            return None
        found, said = day(cell)
        if said == "date-unreadable":
            found, said = self._due_day(cell) if name == "due" else self._day_without_year(cell, month)
        if found is None:
            self.problem(said, cell)
            return None
        if self.is_far(FiscalMonth.of(found)):
            self.doubt_year(cell, date_label(found))
            return None
        if name == "done_on" and month and self._is_doubtful(cell, found, month):
            return None
        if said:
            self.problem(said, cell, proposal=date_label(found))
        return found

    def _is_doubtful(self, cell: Cell, found: date, month: FiscalMonth) -> bool:
        """Whether a day is likely a slip, which is said: the row does without it. A faulty row is left out anyway."""
        if self.is_faulty:
            return False
        if other := swapped_day(cell, "done_on", month, self.habits):
            self.problem("date-swapped", cell, proposal=date_label(other))
            return True
        if is_out_of_time(found, month, self.background.plan):
            self.problem("date-doubtful", cell, month=month_label(month.first_day))
            return True
        return False

    def _due_day(self, cell: Cell) -> tuple[date | None, str]:
        """The end of the month by which something is due; a month far away is no such day, and costs no row."""
        found = last_day_of_month(cell)
        return (found, "date-range") if found and not self.is_far(FiscalMonth.of(found)) else (None, "due-unreadable")

    def _day_without_year(self, cell: Cell, month: FiscalMonth | None) -> tuple[date | None, str]:
        found = day_in_fiscal_year(cell, month.fiscal_year) if month else None
        return (found, "date-without-year") if found else (None, "date-unreadable")


def _plain(value: float | date | None) -> Plain:
    return value.isoformat() if isinstance(value, date) else value
