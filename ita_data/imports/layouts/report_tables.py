"""The tables of a yearly report: which rows belong to which table, and which cell to which column.

A report repeats its headers on every page, so a table is only over when another one's headers follow. Where Word parted
a table at the end of a page without repeating them, the next table of as many columns goes on with it.
"""

from collections.abc import Container, Iterable, Mapping, Set
from dataclasses import dataclass, field
from itertools import islice

from ita_data.imports.grid import Cell, Grid, Row, filled, upright
from ita_data.imports.spellings import header
from ita_data.model.problems import Place

INDICATORS = "report"
INITIATIVES = "initiatives"
MEASURES = "measures"
NEEDED_HEADERS = {INDICATORS: {"code", "issue", "measure"}, INITIATIVES: {"initiative", "measure", "responsible"}}
"""The headers by which a table of the government's report is known."""
STEPS = "steps"
NEEDED_OF_MEASURES = {MEASURES: {"measure", STEPS, "responsible"}}
"""The same of the reports that have a column for the steps of a measure, by which alone they are told from others."""
Needed = Mapping[str, Set[str]]
"""Kinds of tables, each with the fields whose headers it is known by."""
HEADING_WORD = "ตัวชี้วัด"
"""How the heading of an indicator begins."""
_LOOKED_THROUGH = 2_000
"""How many rows of a grid are looked through to know a report by its headers."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row under a table's headers: its cells by field, and the filled ones outside every column."""

    place: Place
    cells: dict[str, Cell]
    strays: tuple[Cell, ...] = ()

    @property
    def only_cell(self) -> Cell | None:
        """The row's one filled cell, where there is just one: a heading, or a line of prose."""
        found = [cell for cell in self.cells.values() if not cell.is_blank and not cell.is_covered]
        return found[0] if len(found) == 1 and not self.strays else None


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers of a table: which table it is, the field of each column, how many columns it has, and their row."""

    table: str
    columns: dict[int, str]
    width: int
    row: Row = ()


@dataclass(slots=True)
class Tables:
    """A report taken apart: the prose above its tables, the rows of each kind of table, and what belongs to none.

    `remarks` are unknown headers, and lines of text between a table's rows; `headless` are the first cells of tables
    without headers, `continued` of those that go on with the table before them; `last` is the last one with headers.
    """

    prose: list[Cell] = field(default_factory=list)
    rows: dict[str, list[TableRow]] = field(default_factory=dict)
    remarks: list[Cell] = field(default_factory=list)
    headless: list[Cell] = field(default_factory=list)
    continued: list[Cell] = field(default_factory=list)
    last: Headers | None = None

    def of(self, table: str) -> list[TableRow]:
        """The rows of all tables of one kind."""
        return self.rows.setdefault(table, [])

    @property
    def indicators(self) -> list[TableRow]:
        return self.of(INDICATORS)

    @property
    def initiatives(self) -> list[TableRow]:
        return self.of(INITIATIVES)


def tables_of(grids: Iterable[Grid], needed: Needed = NEEDED_HEADERS) -> Tables:
    """The tables of a file that are known by these headers, read through all its grids in order."""
    tables = Tables()
    for grid in grids:
        _read_grid(grid, tables, needed)
    return tables


def has_report_headers(grids: Iterable[Grid], needed: Needed = NEEDED_HEADERS) -> bool:
    """Whether one of the first rows holds the headers of one of these tables."""
    return any(_headers(row, needed) for grid in grids for row in islice(grid.rows, _LOOKED_THROUGH))


def _read_grid(grid: Grid, tables: Tables, needed: Needed) -> None:
    headers = _headers_above(grid, tables, needed)
    for row in grid.rows:
        found = _headers(row, needed)
        if found:
            headers = tables.last = found
            tables.remarks += _unknown_headers(row, headers.columns, tables.remarks)
        elif headers is None:
            tables.prose += filled(row)
        elif len(row) == 1 and not row[0].text.startswith(HEADING_WORD):
            tables.remarks += filled(row)
        elif any(not cell.is_blank for cell in row):
            tables.of(headers.table).append(_table_row(row, headers.columns))
    if headers is None:
        tables.headless += _first_of_table(grid)


def _headers_above(grid: Grid, tables: Tables, needed: Needed) -> Headers | None:
    """The headers of the table that this one goes on with; None where it has its own or doesn't fit."""
    is_rest = grid.may_go_on and tables.last is not None and grid.width == tables.last.width
    if not is_rest or any(_headers(row, needed) for row in grid.rows):
        return None
    tables.continued += _first_of_table(grid)
    return tables.last


def _first_of_table(grid: Grid) -> list[Cell]:
    """The first filled cell of a grid that stands in columns; none where the grid is only lines of text."""
    rows = [list(filled(row)) for row in grid.rows]
    return next((row[:1] for row in rows if row), []) if any(len(row) > 1 for row in rows) else []


def _headers(row: Row, needed: Needed) -> Headers | None:
    """The headers that a row holds; None for any other row.

    Of two columns with one header the first is taken. A header merged over two rows counts in both.
    """
    for table, fields in needed.items():
        known: dict[str, int] = {}
        for index, cell in enumerate(row):
            known.setdefault(header(table, cell.text) or "", index)
        if fields <= known.keys():
            return Headers(table, {index: name for name, index in known.items() if name}, len(row), row)
    return None


def _unknown_headers(row: Row, columns: Container[int], known: Iterable[Cell]) -> list[Cell]:
    """The headers of columns that are not read, unless an earlier page had them too."""
    texts = {cell.text for cell in known}
    unknown = (cell for index, cell in enumerate(row) if index not in columns and cell.text not in texts)
    return list(filled(tuple(unknown)))


def _table_row(row: Row, columns: dict[int, str]) -> TableRow:
    cells = {name: upright(row[index]) for index, name in columns.items() if index < len(row)}
    strays = [cell for index, cell in enumerate(row) if index not in columns]
    return TableRow(row[0].place, cells, tuple(filled(tuple(strays))))
