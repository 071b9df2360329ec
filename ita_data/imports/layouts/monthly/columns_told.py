"""What has to be said of how the columns and rows of a sheet were understood."""

from collections.abc import Iterator, Sequence
from itertools import islice

from ita_data.imports.grid import Cell, Grid, column_letters, filled
from ita_data.imports.layouts.monthly.headers import TABLE, Headers, headed
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.layouts.monthly.tables import Table
from ita_data.imports.spellings import header_shown
from ita_data.imports.statuses import SIGN, status_meant
from ita_data.model.problems import Place, Problem

_LOOKED_THROUGH = 2_000
"""How many rows of a table that can't be read are looked through for signs."""


def columns_told(table: Table, rows: Sequence[MonthlyRow], sheet: str) -> Iterator[Problem]:
    """What has to be said of the columns of a table and of the rows read by them."""
    for code, columns in (("column-by-content", table.by_content), ("column-repaired", table.repaired)):
        for index, name in columns.items():
            cell = table.headers.texts.get(index)
            place = cell.place if cell else Place(sheet)
            yield Problem(code, place, cell.text if cell else "", {"field": header_shown(TABLE, name)})
    for first, second in table.headers.twice:
        yield Problem(
            "month-twice", second.place, second.text, {"first": first.place.cell, "second": second.place.cell}
        )
    for index, name in table.headers.columns.items():
        if name == "due" and index in table.headers.texts:
            yield Problem("due-not-stored", table.headers.texts[index].place, headed(table.headers, index))
    derived = [row for row in rows if row.is_of_month and row.cell("status").is_blank]
    if derived:
        first_cell = derived[0].cell("progress")
        yield Problem("status-from-progress", first_cell.place, first_cell.text)


def hidden_told(before: Headers, headers: Headers) -> dict[int, Problem]:
    """The warnings on hidden columns that are left out because a visible one holds their field too."""
    names = {**before.columns, **before.again}
    return {
        index: _column_hidden(before, headers, index, names[index]) for index in sorted(before.taken - headers.taken)
    }


def _column_hidden(before: Headers, headers: Headers, index: int, name: str) -> Problem:
    visible = next(other for other, taken in headers.columns.items() if taken == name)
    words = {"visible": column_letters(visible + 1), "field": header_shown(TABLE, name)}
    return Problem("column-hidden-left-out", before.texts[index].place, headed(before, index), words)


def signs_told(grid: Grid, table: Table) -> Iterator[Problem]:
    """What has to be said of the signs in the status column of a table that can't be read, of each sign once."""
    columns = [index for index, name in table.headers.columns.items() if name == "status"]
    seen: set[str] = set()
    rows = islice(grid.rows, table.header_rows.stop, table.header_rows.stop + _LOOKED_THROUGH)
    for row in rows if columns else ():
        for cell in filled(row[columns[0] : columns[0] + 1]):
            if status_meant(cell.text) == (None, SIGN) and cell.text not in seen:
                seen.add(cell.text)
                yield Problem(SIGN, cell.place, cell.text)


def rows_told(planned: Sequence[Cell], unreported: Sequence[Cell], *, has_results: bool) -> Iterator[Problem]:
    """What has to be said of rows that hold a plan, and of the template's rows that nobody filled in.

    Where no other row says what came of the plan, somebody may miss those rows.
    """
    if planned:
        code = "rows-planned" if has_results else "rows-planned-alone"
        yield Problem(code, planned[0].place, planned[0].text, {"count": str(len(planned))})
    if unreported:
        names = ", ".join(cell.text for cell in unreported)
        yield Problem("rows-unreported", unreported[0].place, names, {"count": str(len(unreported))})


def column_again(headers: Headers, index: int) -> Problem:
    """The warning on a further column of a field that says something else than the one before it."""
    name = headers.again[index]
    columns = sorted([index, *(other for other, taken in headers.columns.items() if taken == name)])
    first, second = (column_letters(column + 1) for column in (columns[0], columns[-1]))
    words = {"first": first, "second": second, "field": header_shown(TABLE, name)}
    return Problem("column-duplicate", headers.texts[index].place, headed(headers, index), words)


def column_ignored(first: Cell, count: int) -> Problem:
    """The note on a column of which nothing is read, from its first filled cell on."""
    return Problem("column-ignored", first.place, first.text or first.error, {"count": str(count)})
