"""A file as grids of cells: what every layout reads, whatever the file type was."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from openpyxl.utils import get_column_letter

from ita_data.model.problems import Place

_LITERALS = re.compile(r'"[^"]*"|\\.')

Value = str | float | int | bool | date | datetime | None


class Listing(StrEnum):
    """How a paragraph stands in its cell: plain, or an entry of a numbered or bulleted list."""

    PLAIN = "plain"
    NUMBERED = "numbered"
    BULLETED = "bulleted"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a cell, with single spaces; a list's own number or bullet is not part of the text."""

    text: str
    listing: Listing = Listing.PLAIN


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with its own place; `origin` is the first cell of the merged range it belongs to, or itself.

    Every cell of a merged range carries the content of the range. `value` is what the file stores (a number, a
    date, a text), `number_format` how a workbook shows it, `error` a spreadsheet error such as #N/A, and `link` the
    address that a click on the cell leads to.
    """

    place: Place
    origin: Place
    paragraphs: tuple[Paragraph, ...] = ()
    value: Value = None
    number_format: str = ""
    error: str = ""
    link: str = ""

    @property
    def text(self) -> str:
        """All paragraphs, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def is_blank(self) -> bool:
        return not self.paragraphs and not self.error

    @property
    def is_covered(self) -> bool:
        """Whether another cell of its merged range stands before it."""
        return self.place != self.origin


class TooLarge(Exception):
    """A sheet holds something further out than any table this program knows; the text says where."""


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, one table of a document, or one text file: rows of cells, which may differ in length.

    `may_go_on` says that it may be the rest of the table before it: Word parts tables at page breaks.
    """

    sheet: str
    rows: tuple[Row, ...]
    may_go_on: bool = False

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)

    @property
    def is_blank(self) -> bool:
        return all(cell.is_blank for row in self.rows for cell in row)


def filled(row: Row) -> Iterator[Cell]:
    """The cells of a row that hold something and are not merely covered by a merged range."""
    return (cell for cell in row if not cell.is_blank and not cell.is_covered)


def upright(cell: Cell) -> Cell:
    """The cell itself, blank where it is merged with one beside it: that content stands in the other column."""
    if _column(cell.place) == _column(cell.origin):
        return cell
    return Cell(cell.place, cell.place)


def place_at(sheet: str, row: int, column: int) -> Place:
    """The place of a cell by its numbers, both counted from 1: row 3, column 2 is B3."""
    return Place(sheet, f"{get_column_letter(column)}{row}")


def is_percent_format(number_format: str) -> bool:
    """Whether a number is shown as so many per cent of 1; a % sign that is merely written beside it doesn't count."""
    return "%" in _LITERALS.sub("", number_format)


def _column(place: Place) -> str:
    return place.cell.rstrip("0123456789")
