"""Text files: a line is a row, a tab parts its cells, and a cell may hold lists written as HTML."""

import codecs
import html
import re
from pathlib import PureWindowsPath

from ita_data.imports.grid import Cell, Grid, Listing, Paragraph, Row, place_at
from ita_data.imports.paragraphs import paragraphs_of

# Closed lists of tags, because any other "<" is text: HTMLParser would lose the words of "<!ต่ำกว่า>" or "A <B".
_INLINE = re.compile(r"</?(?:b|strong|i|em|u|span)(?:\s[^<>]*)?>", re.IGNORECASE)
_BLOCK = re.compile(r"<(/?)(p|div|br|ol|ul|li)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_LISTS = {"ol": Listing.NUMBERED, "ul": Listing.BULLETED}


def text_grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """The one grid of a text file in UTF-8, UTF-16 or the Thai code page 874; its sheet is the file's name.

    Raises UnicodeDecodeError where the bytes are none of these.
    """
    sheet = PureWindowsPath(name).name
    lines = _decoded(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return (Grid(sheet, tuple(_row(line, sheet, number) for number, line in enumerate(lines, start=1))),)


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


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp874")


def _row(line: str, sheet: str, number: int) -> Row:
    return tuple(_cell(text, sheet, number, column) for column, text in enumerate(line.split("\t"), start=1))


def _cell(text: str, sheet: str, row: int, column: int) -> Cell:
    place = place_at(sheet, row, column)
    paragraphs = paragraphs_in(text)
    return Cell(place, place, paragraphs, "\n".join(paragraph.text for paragraph in paragraphs))


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
