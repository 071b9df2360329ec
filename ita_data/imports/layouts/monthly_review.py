"""One row of a monthly workbook as a review, checked against the plan it reports on."""

from dataclasses import dataclass, field
from datetime import date

from ita_data.imports.grid import Cell, Listing
from ita_data.imports.layouts.layout import Known
from ita_data.imports.layouts.monthly_rows import MonthlyRow
from ita_data.imports.spellings import key, section_named, standard_sections, status
from ita_data.imports.values import day, fiscal_month, measure_codes, progress
from ita_data.labels import date_label
from ita_data.model.periods import FiscalMonth
from ita_data.model.problems import Problem, Severity
from ita_data.model.records import EVERY_SECTION, Records, Review
from ita_data.model.states import Status

_FIELDS = ("measure", "section", "month", "status", "progress", "result", "done_on", "evidence", "note")


def month_of(row: MonthlyRow) -> tuple[FiscalMonth | None, tuple[Problem, ...]]:
    """The month that a row reports on, or the problem with it."""
    cell = row.cell("month")
    if cell.is_blank:
        return None, (Problem("month-missing", cell.place),)
    if cell.error:
        return None, (Problem("cell-error", cell.place, cell.error),)
    month = fiscal_month(cell)
    return month, () if month else (Problem("month-unreadable", cell.place, cell.text),)


def review_of(row: MonthlyRow, plan: Records, known: Known) -> tuple[Review | None, tuple[Problem, ...]]:
    """The review that a row holds, None where anything in it is an error, and all that was met in it."""
    reader = _RowReader(row, plan, known)
    review = reader.review()
    return review, tuple(reader.problems)


@dataclass(slots=True)
class _RowReader:
    row: MonthlyRow
    plan: Records
    known: Known
    problems: list[Problem] = field(default_factory=list)

    def review(self) -> Review | None:
        self._report_errors()
        measure, section, month, state = self._measure(), self._section(), self._month(), self._status()
        percentage, done_on = self._progress(), self._done_on()
        faulty = any(problem.severity is Severity.ERROR for problem in self.problems)
        if faulty or not measure or not section or not month or not state:
            return None
        self._check_assignment(measure, section)
        return Review(
            measure=measure,
            section=section,
            month=month,
            status=state,
            received_on=self.known.received_on,
            progress=percentage,
            result=_written(self.row.cell("result")),
            done_on=done_on,
            evidence=_with_link(self.row.cell("evidence")),
            note=_written(self.row.cell("note")),
            is_sample=self.row.is_sample,
        )

    def _problem(self, code: str, cell: Cell, **words: str) -> None:
        self.problems.append(Problem(code, cell.place, cell.text, words))

    def _report_errors(self) -> None:
        found = [self.row.cell(name) for name in _FIELDS if self.row.cell(name).error]
        self.problems += [Problem("cell-error", cell.place, cell.error) for cell in found]

    def _needed(self, name: str) -> Cell | None:
        """The cell of a field that no review can do without."""
        cell = self.row.cell(name)
        if cell.is_blank:
            self.problems.append(Problem(f"{name}-missing", cell.place))
        return cell if cell.paragraphs else None

    def _answer(self, name: str) -> Cell | None:
        """The cell of a field that may stay empty; a mere dash says so."""
        cell = self.row.cell(name)
        return cell if key(cell.text) else None

    def _measure(self) -> str | None:
        cell = self._needed("measure")
        if cell is None:
            return None
        codes = measure_codes(cell, {measure.code for measure in self.plan.measures})
        if len(codes) > 1:
            self._problem("measure-ambiguous", cell, first=codes[0], second=codes[1])
        if not codes:
            self._problem("measure-unknown", cell, fiscal_year=str(self.plan.fiscal_year))
        return codes[0] if codes else None

    def _section(self) -> str | None:
        cell = self._needed("section")
        if cell is None:
            return None
        section = section_named(cell.text, self.plan.sections)
        if section is None:
            example = next(iter(self.plan.sections or standard_sections()))
            self._problem("section-unknown", cell, example=example.name)
        return section.name if section else None

    def _month(self) -> int | None:
        month, problems = month_of(self.row)
        self.problems += problems
        if month is None:
            return None
        if month.fiscal_year != self.plan.fiscal_year:
            self._problem("month-outside-plan", self.row.cell("month"), fiscal_year=str(self.plan.fiscal_year))
        elif month.first_day > self.known.today:
            self._problem("month-ahead", self.row.cell("month"))
        return month.month

    def _status(self) -> Status | None:
        cell = self._needed("status")
        if cell is None:
            return None
        found = status(cell.text)
        if found is None:
            self._problem("status-unknown", cell)
        return found

    def _progress(self) -> float | None:
        cell = self._answer("progress")
        if cell is None:
            return None
        percentage = progress(cell)
        if percentage is None:
            self._problem("progress-unreadable", cell)
        return percentage

    def _done_on(self) -> date | None:
        cell = self._answer("done_on")
        if cell is None:
            return None
        done_on, was_guessed = day(cell)
        if done_on is None:
            self._problem("date-unreadable", cell)
        elif was_guessed:
            self._problem("date-guessed", cell, proposal=date_label(done_on))
        return done_on

    def _check_assignment(self, measure: str, section: str) -> None:
        assigned = {assignment.section for assignment in self.plan.assignments if assignment.measure == measure}
        if not assigned & {section, EVERY_SECTION}:
            place = self.row.cell("section").place
            self.problems.append(Problem("measure-not-assigned", place, section, {"measure": measure}))


def _written(cell: Cell) -> str:
    """A cell's text as people wrote it, with its bullets."""
    lines = [f"- {entry.text}" if entry.listing is Listing.BULLETED else entry.text for entry in cell.paragraphs]
    return "\n".join(lines)


def _with_link(cell: Cell) -> str:
    text = _written(cell)
    return text if cell.link in text else f"{text}\n{cell.link}"
