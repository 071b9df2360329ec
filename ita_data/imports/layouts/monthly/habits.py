"""How people write in a sheet, as far as a cell alone doesn't tell it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ita_data.imports.grid import Cell
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.values import bare_number
from ita_data.model.repairs import arabic
from ita_data.model.review_fields import Kind, fields_of

_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*\d{2,4}.*", re.DOTALL)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Habits:
    """The fiscal year that a sheet's title names, and the fields of its rows that are written in a certain way.

    `fractions` are percentages written as parts of 1. `swapped` are days and months typed day first into an Excel that
    takes the month first: 13/3/2568 stays a text, and 1/3/2568 becomes the 3rd of January.
    """

    fiscal_year: int | None = None
    fractions: frozenset[str] = frozenset()
    swapped: frozenset[str] = frozenset()


def habits_of(rows: Iterable[MonthlyRow], fiscal_year: int | None) -> Habits:
    """The habits that the rows of one sheet show."""
    rows = list(rows)
    fractions = {name for name in fields_of(Kind.PERCENT) if _has_fractions(rows, name)}
    swapped = {name for name in fields_of(Kind.DATE, Kind.MONTH) if _is_swapped(rows, name)}
    return Habits(fiscal_year, frozenset(fractions), frozenset(swapped))


def other_way_round(cell: Cell, name: str, habits: Habits) -> date | None:
    """The day with its month and day in each other's place, where that may have happened to it; else None."""
    stored = cell.value
    if name not in habits.swapped or not isinstance(stored, date) or stored.day > _MONTHS or stored.day == stored.month:
        return None
    return date(stored.year, stored.day, stored.month)


def _has_fractions(rows: list[MonthlyRow], name: str) -> bool:
    numbers = [number for row in rows if (number := bare_number(row.cell(name))) is not None]
    return any(0 < number < 1 for number in numbers) and max(numbers) <= 1


def _is_swapped(rows: list[MonthlyRow], name: str) -> bool:
    """Whether days stand beside texts that only lack being days because their second number is no month."""
    cells = [row.cell(name) for row in rows]
    if not any(isinstance(cell.value, date) for cell in cells):
        return False
    matches = (_DAY_FIRST.fullmatch(arabic(cell.value).strip()) for cell in cells if isinstance(cell.value, str))
    return any(match and int(match["day"]) > _MONTHS >= int(match["month"]) for match in matches)
