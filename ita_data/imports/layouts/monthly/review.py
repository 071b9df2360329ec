"""One row of a monthly workbook, judged against the plan it reports on: its reviews, and all that is wrong in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ita_data.imports.dates import fiscal_month
from ita_data.imports.grid import Cell
from ita_data.imports.layouts.monthly.answers import AnswerReader
from ita_data.imports.layouts.monthly.background import Background
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.layouts.monthly.written import with_link, written
from ita_data.imports.reading import Plain
from ita_data.imports.statuses import status_meant
from ita_data.imports.values import loose_measure_code, measure_code, measure_codes, names_several_measures
from ita_data.labels import label, month_label
from ita_data.model.monthly_template import TemplateKey, key_in
from ita_data.model.periods import FiscalMonth
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import Problem
from ita_data.model.records import EVERY_SECTION, Review
from ita_data.model.review_checks import goes_with, is_far, status_at
from ita_data.model.review_fields import Kind, fields_of
from ita_data.model.states import Status

_NEEDED = ("key", "measure", "section", "month", "status")
"""The fields in which an error of the spreadsheet costs the row; in any other one it is only left out."""
_OPTIONAL = (*fields_of(Kind.TEXT, Kind.LINK, Kind.PERCENT, Kind.DATE), "title", "due")
_VALUES = (Kind.PERCENT, Kind.WHOLE_NUMBER, Kind.DATE)
_NAMES_IN_JSON = {"progress": "percent"}
"""Names on which programs rely, where they aren't those of the fields."""

Key = tuple[str, str, FiscalMonth]
"""What a review is of: a measure, a section and a month."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a row came to: the reviews it holds, without their plan only what they are of, and all that was met in it.

    `values` are what was understood of its fields, for JSON.
    """

    row: MonthlyRow
    keys: tuple[Key, ...]
    reviews: tuple[Review, ...]
    problems: tuple[Problem, ...]
    values: dict[str, Plain]

    @property
    def ok(self) -> bool:
        """Whether nothing keeps the row from being taken."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def month_in(row: MonthlyRow, fiscal_year: int | None) -> FiscalMonth | None:
    """The month that a row reports on, as far as it can be read."""
    return fiscal_month(row.cell("month"), fiscal_year)[0]


def judged(row: MonthlyRow, background: Background, titled_year: int | None, fractions: frozenset[str]) -> Judged:
    """What a row comes to; `titled_year` is the fiscal year that its sheet's title names.

    `fractions` are the fields whose percentages are written as parts of 1.
    """
    return _RowReader(row, background, titled_year, fractions).judged()


@dataclass(slots=True)
class _RowReader:
    row: MonthlyRow
    background: Background
    titled_year: int | None
    fractions: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    key: TemplateKey | None = None

    def judged(self) -> Judged:
        self.problems += self.row.problems
        self._report_errors()
        self.key = self._key()
        measure, sections, month, state = self._measure(), self._sections(), self._month(), self._status()
        answers = self._answers()
        read: dict[str, Any] = {name: answers.value(name, month) for name in fields_of(*_VALUES)}
        due = answers.day("due", month)
        self._check_progress(state, read["progress"])
        values: dict[str, Plain] = {
            "measure": measure,
            "month": f"{month.first_day:%Y-%m}" if month else None,
            "due": _plain(due),
            "status": state.value if state else None,
            "sections": [*sections],
        }
        values |= {_NAMES_IN_JSON.get(name, name): _plain(value) for name, value in read.items()}
        named = [section for section in sections if section != EVERY_SECTION]
        faulty = any(problem.severity is Severity.ERROR for problem in self.problems)
        if faulty or not measure or not named or not month or not state:
            return Judged(self.row, (), (), tuple(self.problems), values)
        keys = tuple((measure, section, month) for section in named)
        reviews = tuple(self._review(key, state, read) for key in keys) if self.background.plan else ()
        return Judged(self.row, keys, reviews, tuple(self.problems), values)

    def _review(self, of: Key, state: Status, read: Mapping[str, Any]) -> Review:
        measure, section, month = of
        self._check_assignment(measure, section)
        texts: dict[str, Any] = {name: written(self.row.cell(name)) for name in fields_of(Kind.TEXT)}
        links: dict[str, Any] = {name: with_link(self.row.cell(name)) for name in fields_of(Kind.LINK)}
        return Review(
            measure=measure,
            section=section,
            month=month.month,
            status=state,
            received_on=self.background.known.received_on,
            is_sample=self.row.is_sample,
            **texts,
            **links,
            **read,
        )

    def _answers(self) -> AnswerReader:
        return AnswerReader(self.row, self.background.fiscal_year, self.fractions, self.problems)

    def _problem(self, code: str, cell: Cell, **words: str) -> None:
        self.problems.append(Problem(code, cell.place, cell.text or cell.error, words))

    def _report_errors(self) -> None:
        for code, names in (("cell-error", _NEEDED), ("cell-error-left-out", _OPTIONAL)):
            found = (self.row.cells[name] for name in names if name in self.row.cells)
            self.problems += [Problem(code, cell.place, cell.error) for cell in found if cell.error]

    def _needed(self, name: str) -> Cell | None:
        """The cell of a field that no review can do without; None where it is missing or doubted."""
        if name in self.row.doubted:
            return None
        cell = self.row.cell(name)
        if cell.is_blank:
            self.problems.append(Problem(f"{name}-missing", cell.place))
        return cell if cell.paragraphs else None

    def _key(self) -> TemplateKey | None:
        cell = self.row.cell("key")
        found = key_in(cell.text)
        if found is None and not cell.is_blank:
            self._problem("key-unreadable", cell)
        return found

    def _differs(self, cell: Cell, expected: str) -> None:
        self._problem("key-different", cell, expected=expected)

    def _measure(self) -> str | None:
        cell = self.row.cell("measure")
        if cell.is_blank and self.key:
            if self.background.plan and self.key.measure not in self.background.measures:
                self._unknown_measure(self.row.cell("key"))
            return self.key.measure
        needed = self._needed("measure")
        if needed is None:
            return None
        if isinstance(cell.value, date):
            self._problem("measure-is-date", cell)
            return None
        codes = measure_codes(cell, self.background.measures)
        if self.key:
            return self._measure_of_key(cell, codes, self.key.measure)
        if len(codes) > 1:
            self._problem("measure-ambiguous", cell, first=codes[0], second=codes[1])
        elif codes and not self.background.plan and isinstance(cell.value, float) and cell.text.endswith("0"):
            # A number 4.2 that is shown as 4.20; only a plan could tell that there is no measure 4.20.
            self._problem("measure-repaired", cell, proposal=codes[0])
        return codes[0] if codes else self._loose_measure(cell)

    def _measure_of_key(self, cell: Cell, codes: Sequence[str], expected: str) -> str | None:
        if expected not in {*codes, measure_code(cell), loose_measure_code(cell)}:
            self._differs(cell, expected)
        elif expected not in self.background.measures:
            self._unknown_measure(cell)
        return expected

    def _loose_measure(self, cell: Cell) -> str | None:
        code = loose_measure_code(cell)
        if code is None or (self.background.plan and code not in self.background.measures):
            self._unknown_measure(cell)
            return None
        if code != measure_code(cell):
            self._problem("measure-repaired", cell, proposal=code)
        return code

    def _unknown_measure(self, cell: Cell) -> None:
        if names_several_measures(cell):
            self._problem("measure-several", cell)
        elif self.background.plan:
            self._problem("measure-unknown", cell, fiscal_year=str(self.background.plan.fiscal_year))
        else:
            self._problem("measure-unreadable", cell)

    def _sections(self) -> tuple[str, ...]:
        is_left_to_key = self.row.cell("section").is_blank and self.key
        cell = self.row.cell("key") if is_left_to_key else self._needed("section")
        if cell is None:
            return ()
        named = self.background.sections_in(self.key.section if is_left_to_key and self.key else cell.text)
        problems = [found.problem(cell.place, self.background.sections) for found in named]
        self.problems += [problem for problem in problems if problem]
        names = tuple(found.name for found in named if found.name)
        self._check_number(cell, names)
        if self.key and names and self.key.section not in names:
            self._differs(cell, self.key.section)
        return names

    def _check_number(self, cell: Cell, names: Sequence[str]) -> None:
        """Say so where a cell names several sections, or all of them."""
        single = [name for name in names if name != EVERY_SECTION]
        if len(single) < len(names):
            code = "section-every-beside" if single else "section-every"
            self.problems.append(Problem(code, cell.place, EVERY_SECTION, {"sections": ", ".join(single)}))
        if len(single) > 1:
            self._problem("row-for-several-sections", cell, count=str(len(single)))

    def _month(self) -> FiscalMonth | None:
        if self.row.cell("month").is_blank and self.key:
            return self._month_of_plan(self.row.cell("key"), self.key.month)
        cell = self._needed("month")
        if cell is None:
            return None
        month, said = fiscal_month(cell, self.titled_year)
        if month is None:
            self._problem(said, cell)
            return None
        if said:
            self._problem(said, cell, proposal=month_label(month.first_day))
        if self.key and month != self.key.month:
            self._differs(cell, month_label(self.key.month.first_day))
        return self._month_of_plan(cell, month)

    def _month_of_plan(self, cell: Cell, month: FiscalMonth) -> FiscalMonth | None:
        plan = self.background.plan
        if self._is_far(month):
            proposal = month_label(month.first_day, in_full=True)
            self._problem("year-doubtful", cell, proposal=proposal, fiscal_year=str(self.background.fiscal_year))
            return None
        if plan and month.fiscal_year != plan.fiscal_year:
            self._problem("month-outside-plan", cell, fiscal_year=str(plan.fiscal_year))
        elif month.first_day > self.background.known.today:
            self._problem("month-ahead", cell)
        return month

    def _is_far(self, month: FiscalMonth) -> bool:
        year = self.background.fiscal_year
        return year is not None and is_far(month, year)

    def _status(self) -> Status | None:
        cell = self.row.cell("status")
        if cell.is_blank and self.row.is_of_month and (percentage := self._answers().percentage()) is not None:
            return status_at(percentage)
        needed = self._needed("status")
        if needed is None:
            return None
        found, said = status_meant(cell.text)
        if found is None:
            self._problem(said, cell)
        elif said:
            self._problem(said, cell, proposal=label("status", found))
        return found

    def _check_progress(self, state: Status | None, percentage: float | None) -> None:
        if state and percentage is not None and not goes_with(state, percentage):
            words = {"status": label("status", state), "progress": f"{percentage:g}"}
            self._problem("status-against-progress", self.row.cell("progress"), **words)

    def _check_assignment(self, measure: str, section: str) -> None:
        if not self.background.assigned.get(measure, frozenset()) & {section, EVERY_SECTION}:
            place = self.row.cell("section").place
            self.problems.append(Problem("measure-not-assigned", place, section, {"measure": measure}))


def _plain(value: float | date | None) -> Plain:
    return value.isoformat() if isinstance(value, date) else value
