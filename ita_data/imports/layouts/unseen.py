"""What has to be said of a sheet of which people don't see everything."""

from collections.abc import Collection, Iterator

from ita_data.imports.grid import Grid, column_letters, place_at
from ita_data.model.problems import Place, Problem


def unseen(grid: Grid, on_purpose: Collection[int] = ()) -> Iterator[Problem]:
    """The notes on a hidden sheet, and on hidden rows and columns.

    `on_purpose` are the numbers, counted from 1, of columns that the office's own template hides, and of those that
    aren't read because visible ones hold the same.
    """
    if grid.hidden:
        yield Problem("sheet-hidden", Place(grid.sheet), grid.sheet)
    rows = sorted(grid.hidden_rows)
    if rows:
        yield Problem("rows-hidden", place_at(grid.sheet, rows[0], 1), str(len(rows)))
    columns = sorted(grid.hidden_columns - set(on_purpose))
    if columns:
        yield Problem("columns-hidden", place_at(grid.sheet, 1, columns[0]), ", ".join(map(column_letters, columns)))
