"""Columns whose headers name a month beside their field: "สถานะ (ธ.ค. 67)" beside "สถานะ (ม.ค. 68)".

One month alone is the month of the sheet. Of several, the one that the title names is what the sheet reports, and the
others are left aside; where it names none of them, each column reports on its own month.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ita_data.imports.layouts.monthly.context.mentions import Line, Mention
from ita_data.imports.layouts.monthly.context.roles import Role
from ita_data.imports.layouts.monthly.headers import DatedColumn, Headers, MonthColumns
from ita_data.imports.layouts.spans import Month


def month_of_headers(headers: Headers) -> Line | None:
    """The one month that headers name, as a line that reports it."""
    months = {column.month for column in headers.dated.values()}
    if len(months) != 1:
        return None
    column = next(iter(headers.dated.values()))
    cell = column.header
    return Line(cell, (Mention("month", column.month, Role.REPORTED, cell),), is_bare=False)


def settled(headers: Headers, month: Month | None) -> Headers:
    """The headers with every dated column as one of this month, or of its own month where that is none of theirs."""
    if not headers.dated:
        return headers
    months = {column.month for column in headers.dated.values()}
    taken = months if len(months) == 1 else {found for found in months if month and _is_same(found, month)}
    if taken:
        return _with(headers, {index: column for index, column in headers.dated.items() if column.month in taken})
    if {"status", "month"} & set(headers.columns.values()):
        return replace(headers, dated={})
    return replace(headers, dated={}, months=(*headers.months, *_across(headers.dated)))


def _with(headers: Headers, dated: Mapping[int, DatedColumn]) -> Headers:
    columns, again = dict(headers.columns), dict(headers.again)
    for index, column in dated.items():
        (again if column.name in columns.values() else columns)[index] = column.name
    return replace(headers, columns=dict(sorted(columns.items())), again=again, dated={})


def _across(dated: Mapping[int, DatedColumn]) -> Iterable[MonthColumns]:
    by_month: dict[Month, dict[int, DatedColumn]] = {}
    for index, column in dated.items():
        by_month.setdefault(column.month, {})[index] = column
    for columns in by_month.values():
        yield MonthColumns(
            next(iter(columns.values())).header, {index: column.name for index, column in columns.items()}
        )


def _is_same(one: Month, other: Month) -> bool:
    return one[0] == other[0] and (one[1] == other[1] or not one[1])
