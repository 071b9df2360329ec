"""A sheet of a monthly workbook as a whole: the lines above its table, headers, rows, and what is said of them."""

from collections.abc import Sequence

from ita_data.imports.grid import Cell, Grid, filled
from ita_data.imports.layouts.monthly.columns_told import column_ignored, columns_told, hidden_told, rows_told
from ita_data.imports.layouts.monthly.context.standing import Standing
from ita_data.imports.layouts.monthly.headers import Answers
from ita_data.imports.layouts.monthly.sheets import MonthlySheet, is_sample
from ita_data.imports.layouts.monthly.tables import Table
from ita_data.imports.layouts.monthly.ticks import with_ticks_asked
from ita_data.imports.layouts.monthly.twice import without_hidden
from ita_data.imports.layouts.unseen import unseen


def read_sheet(grid: Grid, table: Table, standing: Standing, title: Sequence[Cell], answers: Answers) -> MonthlySheet:
    """All that a sheet reports, with its cells outside the known headers as problems.

    `title` and what `standing` was told stand above it in a document.
    """
    by_content = {**table.by_content, **table.repaired}
    hidden = frozenset(number - 1 for number in grid.hidden_rows)
    headers = without_hidden(table.headers, grid.hidden_columns)
    sheet = MonthlySheet(grid.sheet, standing, answers, headers, by_content, hidden, grid.hidden, title=[*title])
    sheet.is_sample, sheet.rivals, sheet.unread = any(map(is_sample, title)), table.rivals, table.unread
    for number, row in enumerate(grid.rows):
        if not any(filled(row)):
            continue
        if number < table.header_rows.start:
            sheet.read_above(row)
        elif number in table.header_rows:
            # Both of two rows of headers are looked through, but what stands above holds from the first one.
            sheet.begin(row, is_repeated=number > table.header_rows.start)
        else:
            sheet.read(row, number)
    sheet.rows = with_ticks_asked(sheet.rows, standing.answers)
    keys = {index for index, name in headers.columns.items() if name == "key"}
    hidden_columns = hidden_told(table.headers, headers)
    unread = {index + 1 for index in keys | hidden_columns.keys()}
    sheet.problems = [
        *unseen(grid, unread),
        *hidden_columns.values(),
        *columns_told(table, sheet.rows, sheet.name),
        *sheet.problems,
    ]
    sheet.problems += [
        *sheet.told_twice.values(),
        *rows_told(sheet.planned, sheet.unreported, has_results=sheet.has_results),
    ]
    ignored = {index: found for index, found in sheet.ignored.items() if index not in hidden_columns}
    sheet.problems += [column_ignored(first, count) for first, count in ignored.values()]
    return sheet
