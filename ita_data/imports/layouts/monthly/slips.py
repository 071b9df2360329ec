"""Slips that people and Excel make now and then: a day or month that may not be the one that was meant."""

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from ita_data.imports.dates import day, fiscal_month
from ita_data.imports.grid import Cell
from ita_data.imports.layouts.layout import ContextAnswers
from ita_data.imports.layouts.monthly.context.standing import answer_cell
from ita_data.imports.layouts.monthly.context.sure import Open, Sure
from ita_data.imports.layouts.monthly.habits import Habits, other_way_round
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.reading import Candidate, ContextKey, Rank, Source
from ita_data.model.due import due_on
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Records
from ita_data.model.rules import Holiday, Rules
from ita_data.public_holidays import thai_public_holidays


def is_out_of_time(done_on: date, month: FiscalMonth, plan: Records | None) -> bool:
    """Whether a day lies before the fiscal year of a report or after the day on which the report fell due."""
    rules, holidays = (plan.rules, plan.holidays) if plan else ((), ())
    begins = FiscalMonth(month.fiscal_year, 1).first_day
    return not begins <= done_on <= _due(month, rules, holidays)


def swapped_day(cell: Cell, name: str, month: FiscalMonth | None, habits: Habits) -> date | None:
    """The day that was meant where Excel may have changed day and month; None where the day fits the reported month."""
    other = other_way_round(cell, name, habits)
    if other is None or (found := day(cell)[0]) is None or FiscalMonth.of(found) == month:
        return None
    return day(replace(cell, value=other))[0]


def with_months_asked(rows: Sequence[MonthlyRow], habits: Habits, answers: ContextAnswers) -> list[MonthlyRow]:
    """The rows with months asked about that Excel may have made of a day with its month first; each day once."""
    if "month" not in habits.swapped:
        return list(rows)
    first: dict[object, Cell] = {}
    return [_with_month_asked(row, habits, answers, first) for row in rows]


def _with_month_asked(
    row: MonthlyRow, habits: Habits, answers: ContextAnswers, first: dict[object, Cell]
) -> MonthlyRow:
    cell = row.cell("month")
    other = other_way_round(cell, "month", habits)
    if other is None or not isinstance(row.told.get("month"), Sure):
        return row
    place = first.setdefault(cell.value, cell).place
    key = ContextKey(place.sheet, place.cell, "month")
    if answer := answers.get(key):
        said = answer_cell(answer, cell.place)
        told = Sure(said, Source(Rank.ANSWER, cell.place, answer))
        return replace(row, cells={**row.cells, "month": said}, told={**row.told, "month": told})
    source = Source(Rank.OWN, place, cell.text)
    read = (fiscal_month(one)[0] for one in (cell, replace(cell, value=other)))
    candidates = tuple(Candidate(month.code, source) for month in read if month)
    return replace(row, told={**row.told, "month": Open(key, candidates)})


@cache
def _due(month: FiscalMonth, rules: tuple[Rules, ...], holidays: tuple[Holiday, ...]) -> date:
    return due_on(Records("", month.fiscal_year, rules=rules, holidays=holidays), month, _holidays())


@cache
def _holidays() -> Container[date]:
    # Making the calendar takes as long as reading 50 rows.
    return thai_public_holidays()
