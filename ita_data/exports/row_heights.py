"""How high rows have to be to show their texts; office programs fit no row of a file that they did not write."""

import unicodedata
from collections.abc import Iterable, Sequence
from math import ceil

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

_POINTS_A_LINE = 23.0
"""A line of the exports' font, tone marks above tall letters included."""
_HIGHEST_ROW = 409.0
_FILLED = 0.85
"""How much of a line is filled, because lines end with a word."""


class _FittedRow(RowDimension):  # type: ignore[misc]
    """A row as high as its texts need for now, which still grows with what is typed into it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the name is openpyxl's
        return False


def fit_row(sheet: Worksheet, row: int, texts: Iterable[tuple[str, float]], least_lines: int = 1) -> None:
    """Make a row high enough for texts in columns of these widths."""
    lines = max([least_lines, *(line_count(text.split("\n"), width) for text, width in texts)])
    sheet.row_dimensions[row] = _FittedRow(sheet, index=row, ht=height_of(lines))


def height_of(lines: float) -> float:
    """The height of so many lines, in points; Excel knows no row higher than 409."""
    return min(_POINTS_A_LINE * lines, _HIGHEST_ROW)


def line_count(lines: Sequence[str], width: float) -> int:
    """How many lines some texts take in a column of this width."""
    return sum(ceil(max(1, _printed_length(line)) / (width * _FILLED)) for line in lines)


def takes_room(letter: str) -> bool:
    """Whether a letter stands beside the one before it, and not above or below."""
    return unicodedata.category(letter) != "Mn"


def _printed_length(line: str) -> int:
    """The letters that take up room: Thai vowels and tone marks above and below a letter take none."""
    return sum(takes_room(letter) for letter in line)
