"""What stands against a report: a row right below it without a code, or a cell that nobody reads.

Of two rows of one measure that both say values one may be the plan, and a column under an unknown header may say which
section or month a row is of.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ita_data.imports.grid import Cell, Row, filled
from ita_data.imports.layouts.monthly.context.mentions import may_mention
from ita_data.imports.layouts.monthly.context.roles import Role
from ita_data.imports.layouts.monthly.context.standing import Standing
from ita_data.imports.layouts.monthly.context.sure import Sure, Told
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.model.problems import Problem

_VALUES = frozenset({"status", "progress"})
_LONGEST = 40
"""A longer text is a remark."""


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


def said_otherwise(cells: Iterable[Cell], told: Mapping[str, Told], standing: Standing) -> dict[str, Cell]:
    """The short cells under unknown headers that name another section or month than the row's: "เดือน ธ.ค. 67 (ค้าง)"."""
    found: dict[str, Cell] = {}
    for cell in cells:
        if not isinstance(cell.value, str) or len(cell.value) > _LONGEST or not may_mention((cell,)):
            continue
        for mention in (one for line in standing.lines((cell,)) for one in line.mentions):
            if mention.field == "month" and mention.role is Role.OTHER:
                continue  # A day, or the month of a deadline: it says when something was or will be done.
            own = told.get(mention.field)
            said = standing.value(mention.field, mention.cell)
            if said and isinstance(own, Sure) and standing.value(mention.field, own.value) not in ("", said):
                found[mention.field] = cell
    return found
