"""A row in which only a text is written, below a report: it goes on with the text of the row above."""

from collections.abc import Mapping
from dataclasses import replace

from ita_data.imports.grid import Cell, Row, filled
from ita_data.imports.layouts.monthly.headers import NEEDED
from ita_data.imports.layouts.monthly.rows import MonthlyRow, is_signature, repaired_cell
from ita_data.imports.layouts.monthly.twice import RowCells
from ita_data.model.problems import Problem
from ita_data.model.review_fields import ANSWERS, REVIEW_FIELDS

_TEXTS = frozenset(name for name in ANSWERS if REVIEW_FIELDS[name].is_joined)


def may_go_on(cells: Mapping[str, Cell]) -> bool:
    """Whether a row has neither a measure nor a status of its own; a cheap look, taken at every row."""
    return not any(name in cells and _is_own(cells[name]) for name in NEEDED)


def text_alone(cells: Mapping[str, Cell], row: Row) -> str:
    """The field of the only cell that a row fills, where sections report a text in it; empty for any other row."""
    own = [name for name, cell in cells.items() if _is_own(cell)]
    if len(own) != 1 or own[0] not in _TEXTS or len(list(filled(row))) > 1:
        return ""
    return "" if is_signature(row) or cells[own[0]].error else own[0]


def gone_on(above: MonthlyRow, name: str, cell: Cell) -> tuple[MonthlyRow, Problem]:
    """The row above with the text that goes on in a cell below it, and what has to be said of that."""
    held = RowCells(dict(above.cells))
    held.add(name, repaired_cell(cell, name))
    whole = "\n".join(filter(None, (above.texts.get(name, ""), cell.text)))
    problem = Problem("text-continued", cell.place, cell.text, {"above": above.place.cell})
    return replace(above, cells=held.cells, texts={**above.texts, name: whole}), problem


def _is_own(cell: Cell) -> bool:
    return not cell.is_blank and not cell.is_covered
