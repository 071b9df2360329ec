"""Ticks under the headers of months: nobody knows whether they say "done" or "in progress", so the sheet is asked once.

A circle is asked about apart from the ticks, because a sheet that has both means two things by them. A month of such a
sheet in which nothing is ticked is no report.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ita_data.imports.grid import Cell
from ita_data.imports.layouts.layout import ContextAnswers
from ita_data.imports.layouts.monthly.context.standing import answer_cell
from ita_data.imports.layouts.monthly.context.sure import Open, Sure, Told
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.layouts.monthly.twice import is_tick, is_unticked
from ita_data.imports.reading import Candidate, ContextKey, Rank, Source
from ita_data.imports.values import bare_number
from ita_data.model.states import Status

TICK = "tick"
"""The field of a question about ticks, and of what a row is told of its own."""
_CIRCLE = "●"


def with_ticks_asked(rows: Sequence[MonthlyRow], answers: ContextAnswers) -> list[MonthlyRow]:
    """The rows of a sheet, those with a tick as somebody explained it, or open until somebody does."""
    rows = _with_counted_ticks(rows)
    first: dict[bool, Cell] = {}
    for row in rows:
        if _is_ticked(row):
            first.setdefault(_is_circle(row), row.cell("status"))
    if not first:
        return list(rows)
    told = {is_circle: _told(cell, answers) for is_circle, cell in first.items()}
    return [_with_tick(row, told) for row in rows if not _is_unticked(row)]


def _with_counted_ticks(rows: Sequence[MonthlyRow]) -> Sequence[MonthlyRow]:
    """The rows with ticks for percentages where these are nothing but 1 and 0: somebody ticked by numbers."""
    counted = [row for row in rows if row.is_of_month and row.cell("status").is_blank]
    numbers = {_percentage(row) for row in counted}
    if 1 not in numbers or numbers - {0, 1}:
        return rows
    return [_ticked_by_number(row) if row.is_of_month and row.cell("status").is_blank else row for row in rows]


def _percentage(row: MonthlyRow) -> float | None:
    return bare_number(row.cell("progress"))


def _ticked_by_number(row: MonthlyRow) -> MonthlyRow:
    cells = {name: cell for name, cell in row.cells.items() if name != "progress"}
    return replace(row, cells={**cells, "status": row.cell("progress")})


def _is_ticked(row: MonthlyRow) -> bool:
    return row.is_of_month and is_tick(row.cell("status"))


def _is_unticked(row: MonthlyRow) -> bool:
    cell = row.cell("status")
    return row.is_of_month and not cell.is_blank and is_unticked(cell)


def _is_circle(row: MonthlyRow) -> bool:
    return row.cell("status").text.strip() == _CIRCLE


def _told(first: Cell, answers: ContextAnswers) -> Told:
    """What a sign says by an answer, or the question, whose place is that of the sign's first cell."""
    key = ContextKey(first.place.sheet, first.place.cell, TICK)
    answer = answers.get(key, "")
    if answer in set(Status):
        return Sure(answer_cell(answer, first.place), Source(Rank.ANSWER, first.place, first.text))
    return Open(key, (Candidate("", Source(Rank.UNCLEAR, first.place, first.text)),))


def _with_tick(row: MonthlyRow, told: Mapping[bool, Told]) -> MonthlyRow:
    if not _is_ticked(row):
        return row
    return replace(row, told={**row.told, TICK: told[_is_circle(row)]})
