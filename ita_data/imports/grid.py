"""A file as grids of cells: what every layout reads, whatever the file type was."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import overload

from ita_data.model.problems import Place, Problem

_ADDRESS = re.compile(r"([A-Za-z]*)(\d*)")
_ERROR = re.compile(r"#N/A|#(?:REF|DIV/0|VALUE|NUM|NULL|SPILL|CALC)!|#NAME\?|Err:\d{3}")
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


@dataclass(slots=True, unsafe_hash=True)
class Cell:
    """One cell with its own place; `origin` is the first cell of the merged range it belongs to, or itself.

    Every cell of a merged range carries the content of the range. `value` is what the file stores (a number, a
    date, a text), `number_format` how a workbook shows it where that tells more than the number (as a percentage,
    with so many decimals), `error` a spreadsheet error such as #N/A, and `link` the address that a click leads to.

    Nobody changes a cell. It isn't frozen only because a sheet has up to a million, and freezing takes them three
    times as long to make.
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
        paragraphs = self.paragraphs
        if not paragraphs:
            return ""
        return paragraphs[0].text if len(paragraphs) == 1 else "\n".join([each.text for each in paragraphs])

    @property
    def is_blank(self) -> bool:
        return not self.paragraphs and not self.error

    @property
    def is_covered(self) -> bool:
        """Whether another cell of its merged range stands before it."""
        return self.place is not self.origin and self.place != self.origin


Row = tuple[Cell, ...]

PROSE = "ข้อความ"
"""The sheet name of what stands outside the tables of a document or a page, counted through all of it."""
TABLE = "ตารางที่ {number}"
"""The sheet names of such tables."""


class Rows(Sequence[Row]):
    """So many rows, each made by its number, counted from 1, when it is asked for.

    Layouts go through a sheet several times; rows of up to `KEPT_CELLS` cells are kept for them, others made anew.
    """

    KEPT_CELLS = 200_000

    def __init__(self, count: int, make: Callable[[int], Row]) -> None:
        self._numbers = range(1, count + 1)
        self._make = make
        self._kept: dict[int, Row] = {}
        self._kept_cells = 0

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self._numbers)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        found = self._numbers[index]
        return self._row(found) if isinstance(found, int) else tuple(map(self._row, found))

    def _row(self, number: int) -> Row:
        row = self._kept.get(number)
        if row is None:
            row = self._make(number)
            if self._kept_cells < self.KEPT_CELLS:
                self._kept[number] = row
                self._kept_cells += len(row)
        return row


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, one table of a document, or one text file: rows of cells, which may differ in length.

    The rows of a workbook or a text file are made when they are asked for, so that a long one needs little memory.
    `may_go_on` says that it may be the rest of the table before it: Word parts tables at page breaks. `hidden_rows`
    and `hidden_columns` are the numbers, counted from 1, of those that hold something which the file doesn't show;
    `hidden_texts` are texts that it doesn't show either, and that stand in no cell; `notes` is what else has to be said
    of how it was read.
    """

    sheet: str
    rows: Sequence[Row]
    may_go_on: bool = False
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden_texts: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()

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
    if not cell.is_covered or _column(cell.place) == _column(cell.origin):
        return cell
    return Cell(cell.place, cell.place)


def place_at(sheet: str, row: int, column: int) -> Place:
    """The place of a cell by its numbers, both counted from 1: row 3, column 2 is B3."""
    return Place(sheet, f"{column_letters(column)}{row}")


@cache
def column_letters(column: int) -> str:
    """The letters of a column by its number, counted from 1: 28 is AB."""
    before, letter = divmod(column - 1, 26)
    return (column_letters(before) if before else "") + chr(ord("A") + letter)


def cell_numbers(address: str) -> tuple[int, int]:
    """Row and column of an address such as B3, each 0 where the address doesn't name it."""
    match = _ADDRESS.match(address.replace("$", ""))
    letters, row = match.groups() if match else ("", "")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(row or 0), column


def is_spreadsheet_error(text: str) -> bool:
    """Whether a text is what spreadsheets write in place of a value that a formula couldn't give."""
    return text.startswith(("#", "Err:")) and _ERROR.fullmatch(text) is not None


def is_percent_format(number_format: str) -> bool:
    """Whether a number is shown as so many per cent of 1; a % sign that is merely written beside it doesn't count."""
    return "%" in number_format and "%" in _LITERALS.sub("", number_format)


def _column(place: Place) -> str:
    return place.cell.rstrip("0123456789")
