"""Tables of a web page, which many systems save under the name of a workbook: every table is a grid.

The tags are found by one pattern that never looks at a character twice; HTMLParser takes minutes on some pages.
"""

import html
import re
from dataclasses import dataclass, field

from ita_data.imports.cell_values import telling_format
from ita_data.imports.encodings import THAI, decoded
from ita_data.imports.grid import PROSE, TABLE, Grid, is_spreadsheet_error
from ita_data.imports.limits import MAX_COLUMNS, MAX_ROWS, MAX_SHEETS
from ita_data.imports.paragraphs import has_words
from ita_data.imports.refused import Refused
from ita_data.imports.sheets import Found, Sheet, grid_of

_HEADER = 4096
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]*)([^<>]*)>")
_DECLARATION = re.compile(r"<(?:!doctype|!\[|\?xml)[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_FORMAT = re.compile(r"""mso-number-format\s*:\s*["']?([^;"'}]+)""", re.IGNORECASE)
_CLASS = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_FORMAT_NAMES = {"percent": "0%", "fixed": "0.00", "standard": "#,##0.00"}
_LONGEST = {"colspan": MAX_COLUMNS, "rowspan": MAX_ROWS}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SKIPPED = ("script", "style", "title", "template")
_LINES = ("br", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "hr", "center", "caption")

_Attributes = dict[str, str]


def html_grids(data: bytes, _name: str) -> tuple[Grid, ...]:
    """The tables of a page and the prose between them, in their order; tables within tables are grids of their own.

    Raises Refused where a table is larger than a sheet can be.
    """
    declared = _CHARSET.search(data[:_HEADER])
    text = decoded(data, declared[1].decode() if declared else THAI)
    page = _Page(dict(_CLASS.findall(text)))
    text = _DECLARATION.sub("", _without_comments(text))
    end = 0
    for tag in _TAG.finditer(text):
        page.add_text(text[end : tag.start()])
        page.add_tag(tag[2].lower(), _attributes(tag[3]), closes=bool(tag[1]))
        end = tag.end()
    page.add_text(text[end:])
    page.end()
    return tuple(map(grid_of, page.sheets))


@dataclass(slots=True)
class _Cell:
    """A cell while it is read: how far it reaches, its pieces of text, a link in it, and how its numbers are shown."""

    columns: int
    rows: int
    number_format: str
    pieces: list[str] = field(default_factory=list)
    link: str = ""

    @property
    def found(self) -> Found:
        """What the cell holds; a text unless the page says in which format it shows a number."""
        text = html.unescape("".join(self.pieces)).strip()
        if is_spreadsheet_error(text):
            return Found(error=text)
        if self.number_format and _NUMBER.fullmatch(text):
            return Found(float(text), number_format=self.number_format, link=self.link)
        return Found(text or None, link=self.link)


@dataclass(slots=True)
class _Table:
    """A table while it is read; `taken` says for each column down to which row a cell from above reaches."""

    sheet: Sheet
    row: int = 0
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)
    cell: _Cell | None = None

    def begin_row(self, *, is_hidden: bool) -> None:
        self.row, self.column = self.row + 1, 0
        if is_hidden:
            self.sheet.hidden_rows.add(self.row)

    def end_cell(self) -> None:
        """Put the cell that was read into its row, right of what stands there already."""
        cell, self.cell = self.cell, None
        if cell is None:
            return
        left = self.column + 1
        while self.taken.get(left, 0) >= self.row:
            left += 1
        self.column = left + cell.columns - 1
        self._put(cell, left)

    def _put(self, cell: _Cell, left: int) -> None:
        found = cell.found
        if found.value is not None or found.error:
            self.sheet.put(self.row, left, found)
        if cell.columns > 1 or cell.rows > 1:
            bottom = self.row + cell.rows - 1
            self.sheet.merged.append((self.row, left, bottom, self.column))
            if cell.rows > 1:
                self.taken |= dict.fromkeys(range(left, self.column + 1), bottom)


@dataclass(slots=True)
class _Page:
    """A page while it is read; `classes` are its styles by name, `open` the tables that haven't ended."""

    classes: dict[str, str]
    sheets: list[Sheet] = field(default_factory=list)
    tables: int = 0
    lines: int = 0
    open: list[_Table] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    skipped: str = ""

    def add_text(self, text: str) -> None:
        """Take in what stands between two tags."""
        if text and not self.skipped:
            self._pieces.append(_SPACE.sub(" ", text))

    def add_tag(self, name: str, attributes: _Attributes, *, closes: bool) -> None:
        """Take in a tag."""
        if self.skipped:
            self.skipped = "" if closes and name == self.skipped else self.skipped
        elif name in _SKIPPED and not closes:
            self.skipped = name
        elif name == "table":
            self._table(closes=closes)
        elif name in ("tr", "td", "th") and self.open:
            self._row_or_cell(name, attributes, closes=closes)
        elif name in _LINES or name == "li":
            self._pieces.append("\n• " if name == "li" and not closes else "\n")
        elif name == "a" and self.open and (cell := self.open[-1].cell):
            cell.link = attributes.get("href", cell.link)

    def end(self) -> None:
        """End what is still open."""
        for table in self.open:
            table.end_cell()
        self._end_prose()

    def _end_prose(self) -> None:
        """Make a grid of the prose since the last table."""
        lines, self.prose = html.unescape("".join(self.prose)).split("\n"), []
        written = [line for line in lines if has_words(line)]
        if not written:
            return
        self.sheets.append(Sheet(PROSE))
        for line in written:
            self.lines += 1
            self.sheets[-1].put(self.lines, 1, Found(line))

    @property
    def _pieces(self) -> list[str]:
        """Where text goes: into the cell that is read, or into the prose."""
        cell = self.open[-1].cell if self.open else None
        return cell.pieces if cell else self.prose

    def _table(self, *, closes: bool) -> None:
        if closes and self.open:
            self.open.pop().end_cell()
        elif not closes:
            self._end_prose()
            self.tables += 1
            if self.tables > MAX_SHEETS:
                raise Refused("file-too-many-sheets", f"> {MAX_SHEETS:,}", limit=f"{MAX_SHEETS:,}")
            self.open.append(_Table(Sheet(TABLE.format(number=self.tables))))
            self.sheets.append(self.open[-1].sheet)

    def _row_or_cell(self, name: str, attributes: _Attributes, *, closes: bool) -> None:
        table = self.open[-1]
        table.end_cell()
        if closes:
            return
        if name == "tr" or not table.row:
            table.begin_row(is_hidden=name == "tr" and bool(_HIDDEN.search(attributes.get("style", ""))))
        if name != "tr":
            table.cell = _Cell(_count(attributes, "colspan"), _count(attributes, "rowspan"), self._format(attributes))

    def _format(self, attributes: _Attributes) -> str:
        styles = [self.classes.get(name, "") for name in attributes.get("class", "").split()]
        found = _FORMAT.findall(";".join([*styles, attributes.get("style", "")]))
        written = found[-1].strip().replace("\\", "") if found else ""
        return telling_format(_FORMAT_NAMES.get(written.lower(), written))


def _attributes(written: str) -> _Attributes:
    found = _ATTRIBUTE.findall(written)
    return {name.lower(): html.unescape(double or single or bare) for name, double, single, bare in found}


def _count(attributes: _Attributes, name: str) -> int:
    written = attributes.get(name, "")
    return min(max(int(written), 1), _LONGEST[name]) if written.isdecimal() and len(written) < 9 else 1


def _without_comments(text: str) -> str:
    kept, end = list[str](), 0
    while (start := text.find("<!--", end)) >= 0:
        close = text.find("-->", start)
        if close < 0:
            break
        kept.append(text[end:start])
        end = close + len("-->")
    return "".join([*kept, text[end:]])
