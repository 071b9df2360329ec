"""The tables of a yearly report: which rows belong to which table, and which cell to which column.

A report repeats its heads on every page, so a table is only over when another one's heads follow.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ita_data.imports.grid import Cell, Grid, Row, filled
from ita_data.imports.spellings import head
from ita_data.model.problems import Place

INDICATORS = "report"
INITIATIVES = "initiatives"
NEEDED_HEADS = {INDICATORS: {"code", "issue", "measure"}, INITIATIVES: {"initiative", "measure", "responsible"}}
"""The heads by which a table is known."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row under a table's heads: its cells by field, and the filled ones outside every column."""

    place: Place
    cells: dict[str, Cell]
    strays: tuple[Cell, ...] = ()

    @property
    def only_cell(self) -> Cell | None:
        """The row's one filled cell, where there is just one: a heading, or a line of prose."""
        found = [cell for cell in self.cells.values() if not cell.is_blank and not cell.is_covered]
        return found[0] if len(found) == 1 and not self.strays else None


@dataclass(slots=True)
class Tables:
    """A report taken apart: the prose outside its tables, and the rows of each table."""

    prose: list[Cell] = field(default_factory=list)
    indicators: list[TableRow] = field(default_factory=list)
    initiatives: list[TableRow] = field(default_factory=list)

    @property
    def has_heads(self) -> bool:
        return bool(self.indicators or self.initiatives)


def tables_of(grids: Iterable[Grid]) -> Tables:
    """The tables of a file, read through all its grids in order."""
    tables = Tables()
    for grid in grids:
        _read_grid(grid, tables)
    return tables


def has_report_heads(grids: Iterable[Grid]) -> bool:
    """Whether any row holds the heads of one of a report's tables."""
    return any(_columns(row) for grid in grids for row in grid.rows)


def _read_grid(grid: Grid, tables: Tables) -> None:
    columns: tuple[str, dict[int, str]] | None = None
    for row in grid.rows:
        found = _columns(row)
        if found:
            columns = found
        elif columns is None or len(row) == 1:
            tables.prose.extend(filled(row))
        elif any(not cell.is_blank for cell in row):
            _target(tables, columns[0]).append(_table_row(row, columns[1]))


def _columns(row: Row) -> tuple[str, dict[int, str]] | None:
    """The table whose heads a row holds, with the field of each column; None for any other row."""
    for table, needed in NEEDED_HEADS.items():
        fields = {index: head(table, cell.text) for index, cell in enumerate(row) if not cell.is_covered}
        known = {index: name for index, name in fields.items() if name}
        if needed <= set(known.values()):
            return table, known
    return None


def _target(tables: Tables, table: str) -> list[TableRow]:
    return tables.indicators if table == INDICATORS else tables.initiatives


def _table_row(row: Row, columns: dict[int, str]) -> TableRow:
    cells = {name: row[index] for index, name in columns.items() if index < len(row)}
    strays = [cell for index, cell in enumerate(row) if index not in columns]
    return TableRow(row[0].place, cells, tuple(filled(tuple(strays))))
