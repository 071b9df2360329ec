"""Two rows of one measure that both say values, the lower one without a code: one of them may be the plan."""

from collections.abc import Mapping
from dataclasses import replace

from ita_data.imports.grid import Cell, Row, filled
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.model.problems import Problem

_VALUES = frozenset({"status", "progress"})


def says_values(row: Row, cells: Mapping[str, Cell], *, says_of_months: bool) -> bool:
    """Whether a row says a status or a percentage, be it of single months; numbers without a word are sums."""
    says = says_of_months or any(not cells[name].is_blank for name in _VALUES & cells.keys())
    return says and any(isinstance(cell.value, str) for cell in filled(row))


def leave_out_last(rows: list[MonthlyRow], rival: Row) -> None:
    """Leave the last report out, of every month that its row tells: the row right below says values too."""
    other, last = str(next(filled(rival)).place), rows[-1].place
    for number in range(len(rows) - 1, -1, -1):
        if rows[number].place != last:
            return
        problem = Problem("row-rivalled", last, rows[number].cell("measure").text, {"other": other})
        rows[number] = replace(rows[number], problems=(*rows[number].problems, problem))
