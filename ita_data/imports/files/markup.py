"""A bounded look at the XML of a package before any parser sees it.

Regular expressions over blocks of whole tags find what would make a parser read other files, blow up or set aside
more memory than there is. They run at the speed of C where a sheet is written as Excel writes it.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ita_data.imports.limits import (
    MAX_AREA,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_MERGES,
    MAX_ROWS,
    MAX_SHEETS,
    MAX_TAG,
    MAX_TEXTS,
    MAX_TOKEN,
)
from ita_data.imports.refused import Refused

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([^"'>]*)""")
_ASCII_LIKE = re.compile(rb"(?i)utf-?8|us-ascii|ascii|iso-8859-\d+|windows-\d+|tis-620")
"""Encodings in which a tag looks as it does in ASCII, so that nothing hides from a look at the bytes."""

_UNUSUAL = re.compile(rb'<c(?! r="[A-Z]\d{1,5}")[\s/>]')
"""A cell that isn't written as Excel writes one up to column Z and row 99,999: most sheets have none."""
_ROW_OR_CELL = re.compile(rb"<(?:row|c )")
_FAR = re.compile(rb' r="([A-Z]{2,3}|[A-Z](?=\d{6}))(\d{1,7})"[^<>]{0,80}(?<!/)>(?!</)')
"""A cell with content right of column Z or below row 99,999, as Excel writes it.

How much is looked at after an address is bounded here and below, or a tag of a thousand addresses would take for ever.
"""
_IRREGULAR = re.compile(rb'<c(?! r="[A-Z])[\s/>]')
_PREFIXED = re.compile(rb":c[\s/>]")
"""Cells written as Excel doesn't write them."""
_ROW_NUMBER = re.compile(rb'<row\b[^<>]*? r="(\d{1,9})"')
_NEAR_ROWS, _NEAR_COLUMNS = 99_999, 26
_PROMISED_TEXTS = re.compile(rb"""uniqueCount\s*=\s*["']\s*(\d{1,12})""")
"""How many texts are said to follow: calamine sets room aside for all of them before it has seen one."""
_ROW = re.compile(rb"<(?:\w+:)?row(?=[\s/>])")
_ROW_ADDRESS = re.compile(rb"""[^<>]*?\sr\s*=\s*["'](\d{1,9})["']""")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_CELL_WITHOUT_ADDRESS = re.compile(rb"<(?:\w+:)?c(?=[\s/>])(?![^<>]*\sr\s*=)")
_FILLED_CELL = re.compile(
    rb"""<(?:\w+:)?c\s(?:[^<>]*?\s)?r\s*=\s*["']([A-Za-z]{1,3})(\d{1,9})["'][^<>]{0,80}(?<!/)>(?!</)"""
)


def is_markup(head: bytes) -> bool:
    """Whether a part that begins with these bytes is XML in an encoding that can be looked through."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or is_utf16(head)


def is_utf16(head: bytes) -> bool:
    """Whether XML that begins with these bytes is written in UTF-16."""
    encoding = _UTF16.get(head[:2])
    if encoding is None or head[2:4] == b"\0\0":
        return False
    return head[:64].decode(encoding, errors="ignore").lstrip().startswith("<")


def without_entities(chunks: Iterable[bytes], part: str) -> Iterator[bytes]:
    """The same XML in UTF-8, in blocks of whole tags. Raises Refused for entities, odd encodings and endless tags."""
    for number, block in enumerate(_blocks(_in_utf8(chunks), part)):
        if number == 0:
            _check_encoding(block, part)
        if b"<!DOCTYPE" in block:
            raise Refused("file-unsafe", f"{part}: <!DOCTYPE>")
        yield block


def check_tags(block: bytes, part: str) -> None:
    """Raises Refused where a tag is longer than any that a spreadsheet needs; parsers take their time over those."""
    half = MAX_TAG // 2
    for start in range(half, len(block), half):
        if block.find(b"<", start, start + half) < 0:
            tag = block.rfind(b"<", 0, start)
            end = block.find(b">", tag)
            if (end if end >= 0 else len(block)) - tag > MAX_TAG:
                raise Refused("file-unsafe", f"{part}: <…> > {MAX_TAG:,}")


@dataclass(slots=True)
class Extent:
    """How much one part of a workbook holds, as counted so far; what a part is, only its content says."""

    name: str
    rows: int = 0
    columns: int = 0
    cells: int = 0
    merges: int = 0
    sheets: int = 0
    texts: int = 0
    row: int = 0
    column: int = 0

    def add(self, block: bytes) -> None:
        """Count a block of whole tags. Raises Refused where the part holds more than can be read."""
        self.merges += block.count(b"mergeCell ")
        is_usual = not _UNUSUAL.search(block)
        if _PREFIXED.search(block) or (not is_usual and _IRREGULAR.search(block)):
            self._look_at_rows(block)
        elif _ROW_OR_CELL.search(block):
            self._add_rows(block, _FAR.findall(block) if not is_usual else [])
        else:
            self.sheets += block.count(b"sheet ")
            self.texts += max(block.count(b"si>") // 2, *map(int, _PROMISED_TEXTS.findall(block)), 0)
        self._check()

    def _add_rows(self, block: bytes, far: list[tuple[bytes, bytes]]) -> None:
        self.cells += block.count(b"</c>")
        if last := _ROW_NUMBER.match(block, block.rfind(b"<row")):
            self.row = int(last[1])
            self._reach(min(self.row, _NEAR_ROWS), _NEAR_COLUMNS)
        for letters, row in far:
            self._reach(int(row), _column(letters))

    def _look_at_rows(self, block: bytes) -> None:
        """The slow way, row by row, for sheets whose cells don't begin with their address, or have none."""
        first, *rows = _ROW.split(block)
        self._add_cells(first)
        for row in rows:
            number = _ROW_ADDRESS.match(row)
            self.row, self.column = int(number[1]) if number else self.row + 1, 0
            self._add_cells(row)

    def _add_cells(self, row: bytes) -> None:
        """Count the cells of a row; those without an address stand right of all before them."""
        self.cells += len(_CELL.findall(row))
        if following := len(_CELL_WITHOUT_ADDRESS.findall(row)):
            self.column += following
            self._reach(self.row, self.column)
        for letters, number in _FILLED_CELL.findall(row):
            self._reach(int(number), _column(letters) + self.column)

    def _reach(self, row: int, column: int) -> None:
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if row > MAX_ROWS or column > MAX_COLUMNS or self.rows * self.columns > MAX_AREA:
            limits = {"rows": f"{MAX_ROWS:,}", "columns": f"{MAX_COLUMNS:,}"}
            raise Refused("sheet-too-large", f"{row:,} × {column:,}", sheet=self.name, **limits)

    def _check(self) -> None:
        counts = {
            "sheet-too-many-cells": (self.cells, MAX_CELLS),
            "sheet-too-many-merges": (self.merges, MAX_MERGES),
            "file-too-many-sheets": (self.sheets, MAX_SHEETS),
            "file-too-many-texts": (self.texts, MAX_TEXTS),
        }
        for code, (count, limit) in counts.items():
            if count > limit:
                raise Refused(code, f"{count:,}", sheet=self.name, limit=f"{limit:,}")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("@")
    return number


def _in_utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same text in UTF-8 where it is UTF-16, without the declaration that says otherwise; else the same bytes."""
    decoder = None
    for number, chunk in enumerate(chunks):
        if number == 0 and is_utf16(chunk):
            decoder = codecs.getincrementaldecoder(_UTF16[chunk[:2]])()
        if decoder is None:
            yield chunk
            continue
        block = decoder.decode(chunk).encode()
        yield _DECLARATION.sub(b"", block) if number == 0 else block


def _check_encoding(block: bytes, part: str) -> None:
    declaration = _DECLARATION.match(block.removeprefix(codecs.BOM_UTF8))
    encoding = _ENCODING.search(declaration[0]) if declaration else None
    if encoding and not _ASCII_LIKE.fullmatch(encoding[1]):
        raise Refused("file-unsafe", f"{part}: {encoding[1].decode(errors='replace')}")


def _blocks(chunks: Iterable[bytes], part: str) -> Iterator[bytes]:
    rest = b""
    for chunk in chunks:
        text = rest + chunk
        end = max(text.rfind(b"<"), 0)
        if len(text) - end > MAX_TOKEN:
            raise Refused("file-unsafe", f"{part}: <…> > {MAX_TOKEN:,}")
        if end:
            yield text[:end]
        rest = text[end:]
    yield rest
