"""The optional cells of a monthly row: percentages, numbers and days; what can't be read is left out and said.

No optional cell costs a report. Only measure, section, month and status do.
"""

from dataclasses import dataclass
from datetime import date

from ita_data.imports.dates import day, day_in_fiscal_year, end_of_month_meant, last_day_of_month
from ita_data.imports.grid import Cell
from ita_data.imports.layouts.monthly.habits import Habits
from ita_data.imports.layouts.monthly.headers import TABLE
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.layouts.monthly.slips import is_out_of_time, swapped_day
from ita_data.imports.percentages import is_rough
from ita_data.imports.spellings import header_shown, is_nothing
from ita_data.imports.values import bare_number, progress, whole_number
from ita_data.labels import date_label, month_label
from ita_data.model.periods import FiscalMonth
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import Problem
from ita_data.model.records import Records
from ita_data.model.review_checks import is_far
from ita_data.model.review_fields import REVIEW_FIELDS, Kind
from ita_data.model.spelling import normalised


@dataclass(slots=True)
class AnswerReader:
    """Reads the optional cells of one row; `problems` is the row's list, to which it adds.

    `fiscal_year` is that of the plan, or of the rows where there is no plan; `habits` are those of the sheet.
    """

    row: MonthlyRow
    fiscal_year: int | None
    plan: Records | None
    habits: Habits
    problems: list[Problem]

    def value(self, name: str, month: FiscalMonth | None) -> float | date | None:
        """What the cell of a percentage, a number or a day says."""
        match REVIEW_FIELDS[name].kind:
            case Kind.PERCENT:
                return self._progress(name)
            case Kind.WHOLE_NUMBER:
                return self._number(name)
            case _:
                return self.day(name, month)

    def percentage(self, name: str = "progress") -> float | None:
        """The percentage as it is taken, where parts of 1 are meant for parts of 100."""
        cell = self.row.cell(name)
        number = bare_number(cell)
        is_part = name in self.habits.fractions and number is not None and 0 < number <= 1
        return round(100 * number, 6) if number and is_part else progress(cell)

    def day(self, name: str, month: FiscalMonth | None) -> date | None:
        """The day that a cell names; in a month far from the plan's year it is a slip."""
        cell = self._answer(name)
        if cell is None:
            return None
        found, said = day(cell)
        if said == "date-unreadable":
            found, said = self._due_day(cell) if name == "due" else self._other_day(cell, month)
        if found is None:
            self._problem(said, cell)
            return None
        if self._is_far(found):
            proposal = f"{found.day} {month_label(found, in_full=True)}"
            self._problem("date-far", cell, proposal=proposal, fiscal_year=str(self.fiscal_year))
            return None
        if name == "done_on" and month and self._is_doubtful(cell, found, month):
            return None
        if said:
            self._problem(said, cell, proposal=date_label(found))
        return found

    def _is_doubtful(self, cell: Cell, found: date, month: FiscalMonth) -> bool:
        """Whether a day is likely a slip, which is said: the row does without it. A faulty row is left out anyway."""
        if any(problem.severity is Severity.ERROR for problem in self.problems):
            return False
        if other := swapped_day(cell, "done_on", month, self.habits):
            self._problem("date-swapped", cell, proposal=date_label(other))
            return True
        if is_out_of_time(found, month, self.plan):
            self._problem("date-doubtful", cell, month=month_label(month.first_day))
            return True
        return False

    def _problem(self, code: str, cell: Cell, **words: str) -> None:
        self.problems.append(Problem(code, cell.place, cell.text or cell.error, words))

    def _answer(self, name: str) -> Cell | None:
        """The cell of a field that may stay empty; a mere dash or "ไม่มี" says so. None where it is doubted."""
        cell = self.row.cell(name)
        if not normalised(cell.text) or name in self.row.doubted:
            return None
        if is_nothing(cell.text):
            self._problem("read-as-blank", cell)
            return None
        return cell

    def _number(self, name: str) -> int | None:
        own = self.row.cell(name)
        cell = own if own.error else self._answer(name)
        if cell is None:
            return None
        number = whole_number(cell, REVIEW_FIELDS[name].units)
        if number is None:
            self._problem("number-unreadable", cell, field=header_shown(TABLE, name))
        return number

    def _progress(self, name: str) -> float | None:
        cell = self._answer(name)
        if cell is None:
            return None
        percentage, number = self.percentage(name), bare_number(cell)
        if percentage is None:
            self._problem("progress-rough" if is_rough(cell.text) else "progress-unreadable", cell)
        elif number and name in self.habits.fractions and number <= 1:
            self._problem("progress-fraction", cell, proposal=f"{percentage:g}")
        elif number and number < 1:
            self._problem("progress-small", cell, proposal=f"{percentage:g}")
        return percentage

    def _is_far(self, found: date) -> bool:
        return self.fiscal_year is not None and is_far(FiscalMonth.of(found), self.fiscal_year)

    def _due_day(self, cell: Cell) -> tuple[date | None, str]:
        """The end of the month by which something is due; a month far away is no such day, and costs no row."""
        found = last_day_of_month(cell)
        return (found, "date-range") if found and not self._is_far(found) else (None, "due-unreadable")

    def _other_day(self, cell: Cell, month: FiscalMonth | None) -> tuple[date | None, str]:
        """A day without its year, or the last one of a month that is named as a whole."""
        found = day_in_fiscal_year(cell, month.fiscal_year) if month else None
        if found:
            return found, "date-without-year"
        found = end_of_month_meant(cell, month)
        return (found, "date-month") if found else (None, "date-unreadable")
