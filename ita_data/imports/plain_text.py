"""Text files: records of fields, which may hold lists written as HTML."""

import html
import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import PureWindowsPath

from ita_data.imports.delimited import SEPARATORS, records_of
from ita_data.imports.encodings import decoded
from ita_data.imports.grid import Cell, Grid, Listing, Paragraph, Row, Rows, is_spreadsheet_error, place_at
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.spellings import is_header
from ita_data.model.problems import Place, Problem

# Closed lists of tags, because any other "<" is text: HTMLParser would lose the words of "<!ต่ำกว่า>" or "A <B".
_INLINE = re.compile(r"</?(?:b|strong|i|em|u|span)(?:\s[^<>]*)?>", re.IGNORECASE)
_BLOCK = re.compile(r"<(/?)(p|div|br|ol|ul|li)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_LISTS = {"ol": Listing.NUMBERED, "ul": Listing.BULLETED}


_FIRST_RECORDS = 50
"""Headers are looked for in so many records."""
_FEWEST_HEADERS = 2
_WITH_TABS = ("txt", "tsv")
"""The endings of names under which programs save text whose fields are parted by tabs."""


def text_grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """The one grid of a text file, whose sheet is the file's name; rows are as long as they are written.

    Raises UnicodeDecodeError where the bytes are no text, and Refused where they are too many fields.
    """
    sheet = PureWindowsPath(name).name
    text = decoded(data)
    is_marked_up = _BLOCK.search(text) is not None
    has_tabs = "\t" in text and PureWindowsPath(name).suffix.lower().removeprefix(".") in _WITH_TABS
    records = records_of(text, sheet, "\t" if has_tabs else SEPARATORS)
    if records.separator != "\t" and (header := _header_record(records)):
        records.leave_out_longer(header)
    read = lru_cache(maxsize=16_384)(paragraphs_in if is_marked_up else paragraphs_of)
    make = partial(_row, records, sheet, read)
    unclear = (Problem("line-unclear", place_at(sheet, row, 1), line) for row, line in records.unclear.items())
    return (Grid(sheet, Rows(len(records), make), notes=tuple(unclear)),)


def paragraphs_in(fragment: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a piece of text with tags in it.

    Only the first paragraph inside <li> is an entry of its list; what follows there is plain text under it.
    """
    first, *rest = _BLOCK.split(_INLINE.sub("", fragment))
    pieces = [*_shown(first, Listing.PLAIN)]
    lists: list[Listing] = []
    listing = Listing.PLAIN
    for slash, name, text in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        listing = _listing_after(name.lower(), bool(slash), lists, listing)
        found = _shown(text, listing)
        pieces += found
        listing = Listing.PLAIN if found else listing
    return tuple(pieces)


def _header_record(records: Sequence[Sequence[str]]) -> int:
    """The number of the record that holds the most known headers, 0 where none holds two."""
    counts = [sum(map(is_header, record)) for record in records[:_FIRST_RECORDS]]
    most = max(counts, default=0)
    return counts.index(most) + 1 if most >= _FEWEST_HEADERS else 0


def _row(records: Sequence[Sequence[str]], sheet: str, read: Callable[[str], tuple[Paragraph, ...]], row: int) -> Row:
    fields = enumerate(records[row - 1], start=1)
    return tuple(_cell(text, place_at(sheet, row, column), read) for column, text in fields)


def _cell(text: str, place: Place, read: Callable[[str], tuple[Paragraph, ...]]) -> Cell:
    if is_spreadsheet_error(text):
        return Cell(place, place, error=text)
    paragraphs = read(text)
    return Cell(place, place, paragraphs, text)


def _shown(text: str, listing: Listing) -> tuple[Paragraph, ...]:
    return paragraphs_of(html.unescape(text), listing)


def _listing_after(name: str, closes: bool, lists: list[Listing], listing: Listing) -> Listing:
    """What the next text is an entry of; `lists` are the open ones, innermost last."""
    if name in _LISTS and not closes:
        lists.append(_LISTS[name])
    elif name in _LISTS and lists:
        lists.pop()
    elif name == "li":
        return lists[-1] if lists and not closes else Listing.PLAIN
    return listing
