"""What the XML of an Excel sheet says beside its values, found by one walk of patterns over blocks of whole rows.

The patterns expect cells as Excel writes them, `<c r="B3" s="7" t="e">`. Whatever is written otherwise (other
namespaces, other orders, cells without an address) is put into that form first.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import IO

from ita_data.imports.grid import cell_numbers, column_letters
from ita_data.imports.limits import MAX_COLUMNS, MAX_LINKS, MEGABYTE
from ita_data.imports.strikes import Parts, Strikes

Attributes = dict[str, str]

NO_SUCH_TEXT = "#REF!"
"""The error of a cell that refers to a shared text which the workbook doesn't hold."""

_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PREFIX = re.compile(rb"<(\w+:)worksheet\b")
_IRREGULAR = re.compile(rb'<c(?! r="[A-Z])[\s/>]|<c r="\w+" (?!s="|t="|cm="|vm="|/>)|<row(?! r="\d)[\s/>]')
_SAMPLE = 64 * 1024
"""So much of a block shows how all of it is written: a program writes its cells in one way."""
_NUMBER = b' t="n"'
"""The type that a cell has if it has no other, which some programs write in front of the style."""
_LONGEST_ADDRESS = len('"XFD1048576"')
_LONGEST_NUMBER = len("16384")
_ROW_OR_CELL = re.compile(rb"<(row|c)(?=[\s/>])([^<>]*?)(/?)>")

_ERROR = re.compile(rb'<c r="([A-Z]+\d+)"[^<>]* t="e"[^<>]*>\s*(?:<f[^<>]*(?:/>|>[^<]*</f>)\s*)?<v>([^<]*)</v>')
_ODD_TEXT = re.compile(rb' t="s"(?!><v>\d{1,9}</v>)')
"""A cell with a shared text that isn't named by its number alone, which costs little to look for."""
_LOST_TEXT = re.compile(
    rb'<c r="([A-Z]+\d+)"[^<>]* t="s"[^<>]*>\s*(?:<f[^<>]*(?:/>|>[^<]*</f>)\s*)?'
    rb"<v(?:\s[^<>]*)?(?<!/)>(?!\d{1,9}</v>|</v>)"
)
_FORMULA = re.compile(
    rb'<c r="([A-Z]+\d+)"([^<>]*)>\s*<f(?:\s[^<>]*)?(?:/>|>([^<]*)</f>)\s*(?:<v\s*/>\s*|<v[^<>]*>\s*</v>\s*)?</c>'
)
_HIDDEN_ROW = re.compile(rb'<row r="(\d+)"[^<>]* hidden="(?:1|true)"')
_COLUMN = re.compile(rb"<col\s([^<>]*)>")
_LINK = re.compile(rb"<hyperlink\s([^<>]*)>")


@dataclass(slots=True)
class Markup:
    """By address the errors, formats and links of cells, links by the name of their relation, and what is hidden.

    `struck` is what is left of cells that are struck through in part, None where all of it is.

    A formula that was never calculated is an error too: there is nothing else to show. So is a shared text whose number
    is none: calamine shows the first one in its place.
    """

    errors: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    struck: dict[str, Parts | None] = field(default_factory=dict)

    def add(self, block: bytes, formats: "_Formats", strikes: Strikes) -> None:
        """Take in a block of whole rows, or what follows them."""
        # A look for one letter costs next to nothing, and one for a few much less than the pattern that it may spare.
        if b' t="e"' in block:
            self.errors |= {address.decode(): _text(error) for address, error in _ERROR.findall(block)}
        if _ODD_TEXT.search(block):
            self.errors |= {address.decode(): NO_SUCH_TEXT for address in _LOST_TEXT.findall(block)}
        if b"f" in block and b"<f" in block:
            self.errors |= _uncalculated(block)
        if b"h" in block and b' hidden="' in block:
            self.hidden_rows.update(map(int, _HIDDEN_ROW.findall(block)))
        if not block.endswith(b"</row>"):
            self.links |= _links(block)
        self.formats |= formats.of_cells(block)
        self.struck.update(strikes.cells_in(block))


def markup_of(source: IO[bytes], formats: Mapping[int, str], strikes: Strikes | None = None) -> Markup:
    """The markup of a sheet's XML; `formats` are those by number of style that tell more than a cell's value.

    `strikes` is what the workbook strikes through.
    """
    blocks = _regular(_blocks(source))
    first, wanted = next(blocks), _Formats(formats)
    markup = Markup(hidden_columns=_hidden_columns(first))
    for block in chain((first,), blocks):
        markup.add(block, wanted, strikes or Strikes())
    return markup


def attributes_of(tag: bytes) -> Attributes:
    """The attributes written in a tag, by their names without a namespace."""
    found = _ATTRIBUTE.findall(tag)
    return {name.decode().rpartition(":")[2]: _text(double or single) for name, double, single in found}


class _Formats:
    """Finds the numbers that are shown in some formats, which a cell names as its style right after its address."""

    def __init__(self, formats: Mapping[int, str]) -> None:
        self._formats = {str(number).encode(): number_format for number, number_format in formats.items()}
        self._style = re.compile(rb' s="(%b)"[^<>]*>' % b"|".join(self._formats))

    def of_cells(self, block: bytes) -> dict[str, str]:
        """The formats by the addresses of cells; what is no address is never asked for."""
        if not self._formats:
            return {}
        pieces = self._style.split(block)
        return {
            piece[-_LONGEST_ADDRESS:-1].rpartition(b'"')[2].decode("latin-1"): self._formats[style]
            for piece, style in zip(pieces[::2], pieces[1::2], strict=False)
        }


def _uncalculated(block: bytes) -> dict[str, str]:
    # An empty value of type "str" is a formula's answer; any other empty value was never calculated.
    return {
        address.decode(): f"={_text(formula)}"
        for address, attributes, formula in _FORMULA.findall(block)
        if b' t="str"' not in attributes
    }


def _hidden_columns(first: bytes) -> set[int]:
    """The hidden columns, which a sheet's first block names before its rows."""
    found = set[int]()
    for column in map(attributes_of, _COLUMN.findall(first.partition(b"<sheetData")[0])):
        if column.get("hidden") in ("1", "true"):
            found.update(range(_number(column, "min"), min(_number(column, "max"), MAX_COLUMNS) + 1))
    return found


def _number(column: Attributes, name: str) -> int:
    written = column.get(name, "")
    return int(written) if written.isdecimal() and len(written) <= _LONGEST_NUMBER else 1


def _links(block: bytes) -> dict[str, str]:
    links = islice(map(attributes_of, _LINK.findall(block)), MAX_LINKS)
    return {link["ref"].partition(":")[0]: link["id"] for link in links if {"ref", "id"} <= link.keys()}


def _text(written: bytes) -> str:
    return html.unescape(written.decode(errors="replace"))


def _blocks(source: IO[bytes]) -> Iterator[bytes]:
    """The XML in pieces that end before a row, or before a tag where rows are very long."""
    prefix = b""
    rest = b""
    while chunk := source.read(MEGABYTE):
        if not rest and (match := _PREFIX.search(chunk)):
            prefix = match[1]
        text = rest + chunk
        end = _end(text, prefix)
        yield _without(prefix, text[:end])
        rest = text[end:]
    yield _without(prefix, rest)


def _end(text: bytes, prefix: bytes) -> int:
    start = max(len(text) - 2 * MEGABYTE, 0)
    found = (text.rfind(b"<" + prefix + tag, start) for tag in (b"row ", b"c ", b""))
    return next((end for end in found if end > 0), 0)


def _without(prefix: bytes, text: bytes) -> bytes:
    return text.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</") if prefix else text


def _regular(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The blocks, each with its rows and cells as Excel would write them."""
    writer = _Writer()
    for block in blocks:
        text = block.replace(_NUMBER, b"")
        writer.is_needed = writer.is_needed or _is_irregular(text)
        yield _ROW_OR_CELL.sub(writer.written, text) if writer.is_needed else text


def _is_irregular(block: bytes) -> bool:
    end = block.find(b">", _SAMPLE)
    return _IRREGULAR.search(block, 0, end + 1 if end >= 0 else len(block)) is not None


@dataclass(slots=True)
class _Writer:
    """Writes rows and cells anew; a row or cell without an address follows the one before it."""

    is_needed: bool = False
    row: int = 0
    column: int = 0

    def written(self, match: re.Match[bytes]) -> bytes:
        """The tag of a row or a cell with its address first, then style and type."""
        tag, attributes, end = match[1], attributes_of(match[2]), match[3]
        row, column = cell_numbers(attributes.get("r", ""))
        if tag == b"row":
            self.row, self.column = row or self.row + 1, 0
            hidden = b' hidden="1"' if attributes.get("hidden") in ("1", "true") else b""
            return b'<row r="%d"%b%b>' % (self.row, hidden, end)
        self.row, self.column = row or self.row, column or self.column + 1
        rest = b"".join(b' %b="%b"' % (name.encode(), attributes[name].encode()) for name in "st" if name in attributes)
        return b'<c r="%b%d"%b%b>' % (column_letters(self.column).encode(), self.row, rest, end)
