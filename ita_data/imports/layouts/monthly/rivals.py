"""Two rows of one measure that both say values, the lower one without a code: one of them may be the plan."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from ita_data.imports.grid import Cell, Row, filled
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.model.problems import Problem

_VALUES = frozenset({"status", "progress"})


def says_values(row: Row, cells: Mapping[str, Cell], of_months: Collection[object]) -> bool:
    """Whether a row says a status or a percentage, be it of single months; numbers without a word are sums."""
    says = bool(of_months) or any(not cells[name].is_blank for name in _VALUES & cells.keys())
    return says and any(isinstance(cell.value, str) for cell in filled(row))


def without_last(rows: list[MonthlyRow], rival: Row) -> list[MonthlyRow]:
    """The rows with the last report left out, of every month that its row tells: the row right below is its rival."""
    other = str(next(filled(rival)).place)
    return [_rivalled(row, other) if row.place == rows[-1].place else row for row in rows]


def _rivalled(row: MonthlyRow, other: str) -> MonthlyRow:
    problem = Problem("row-rivalled", row.place, row.cell("measure").text, {"other": other})
    return replace(row, problems=(*row.problems, problem))
