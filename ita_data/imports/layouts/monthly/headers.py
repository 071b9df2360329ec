"""The headers of a monthly table: which column holds what, in one row or two, for one month or a column each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ita_data.imports.dates import fiscal_month
from ita_data.imports.grid import Cell, Row, filled
from ita_data.imports.spellings import calendar_month, header, status
from ita_data.imports.values import measure_code
from ita_data.model.periods import FiscalMonth
from ita_data.model.problems import Place
from ita_data.model.review_fields import ANSWERS
from ita_data.model.spelling import normalised

TABLE = "monthly"
NEEDED = frozenset({"measure", "status"})
LEFT_ASIDE = frozenset({"number", "reference"})
"""Headers under which nothing is read on purpose; a table may have several of them."""
TELLING = 3
"""As many known headers, a needed one among them, show that a monthly table was meant."""

_FEWEST_MONTHS = 2
_FEWEST_STATUSES = 2
_LONGEST_HEADER = 100
ANSWER = "answer"
"""The field of a month's only column: it holds a status or a percentage."""

Answers = Mapping[str, str]
"""What people said of unknown headers: the field by the normalised header, an empty one to leave it aside."""


@dataclass(frozen=True, slots=True)
class MonthColumns:
    """The columns that report on one month: its header, and their fields."""

    header: Cell
    columns: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Headers:
    """What is known of a table's columns, by their numbers from 0; `texts` are their headers.

    `again` are columns of a field that another column has before them, `ticks` the headers of columns for single
    statuses, of which each row ticks one.
    """

    columns: Mapping[int, str]
    months: tuple[MonthColumns, ...] = ()
    texts: Mapping[int, Cell] = field(default_factory=dict)
    again: Mapping[int, str] = field(default_factory=dict)
    ticks: Mapping[int, Cell] = field(default_factory=dict)

    @property
    def fields(self) -> frozenset[str]:
        """All that the table has a column for; with columns for single months, status and month too."""
        across = frozenset({"status", "month"}) if self.months else frozenset[str]()
        ticked = frozenset({"status"}) if self.ticks else frozenset[str]()
        return frozenset(self.columns.values()) | across | ticked

    @property
    def months_tell(self) -> bool:
        """Whether the columns for single months are what the table reports: it has no status or month of its own."""
        return bool(self.months) and not {"status", "month"} & set(self.columns.values())

    @property
    def place(self) -> Place:
        """The first of the headers."""
        return next((self.texts[index].place for index in sorted(self.texts)), Place())

    @property
    def is_complete(self) -> bool:
        """Whether a row under these headers can be read."""
        return self.fields >= NEEDED

    @property
    def is_telling(self) -> bool:
        """Whether a monthly table was meant, though a needed header may be missing."""
        return len(self.fields) >= TELLING and bool(self.fields & NEEDED)

    @property
    def taken(self) -> frozenset[int]:
        """The columns that are read or left aside on purpose."""
        return frozenset({*self.columns, *self.again, *self.ticks}).union(*(month.columns for month in self.months))


NO_HEADERS = Headers({})


def headers_of(row: Row, above: Row = (), answers: Answers | None = None) -> Headers:
    """The headers that a row holds, with those of a row above it where it has one.

    Both rows name a column together, รหัส over มาตรการ, or else the lower one, or the upper one where the lower one
    is blank or unknown. Two columns or more that are headed by months belong to these, and so do those headed by
    statuses.
    """
    answers = answers or {}
    lower = {index: _field(cell, answers) for index, cell in enumerate(row)}
    upper = {index: _field(cell, answers) for index, cell in enumerate(above)}
    months = _months(row, above, lower)
    ticks = {} if months else _ticks(row, lower)
    across = {index for month in months for index in month.columns} | ticks.keys()
    columns: dict[int, str] = {}
    again: dict[int, str] = {}
    for names in (_together(row, above), lower, upper):
        for index, name in names.items():
            if not name or index in across or index in columns or index in again:
                continue
            is_free = name in LEFT_ASIDE or name not in columns.values()
            (columns if is_free else again)[index] = name
    ordered = {index: columns[index] for index in sorted(columns)}
    return Headers(ordered, months, _texts(row, above), again, ticks)


def known_headers(row: Iterable[Cell], answers: Answers | None = None) -> int:
    """How many of a row's cells are known headers."""
    return sum(bool(_field(cell, answers or {})) for cell in row if not cell.is_covered)


def is_lower_row(row: Row, headers: Headers, answers: Answers | None = None) -> bool:
    """Whether a row below headers goes on with them instead of reporting."""
    own = [cell for cell in filled(row) if len(cell.text) <= _LONGEST_HEADER]
    if len(own) < len(list(filled(row))):
        return False
    if len(own) == len(_ticks(row, {})) or not known_headers(row, answers):
        return bool(own) and len(own) == len(_ticks(row, {}))
    reported = {name: row[index] for index, name in headers.columns.items() if index < len(row)}
    measure, state = reported.get("measure"), reported.get("status")
    return not (measure and measure_code(measure)) and not (state and status(state.text))


def _ticks(row: Row, names: Mapping[int, str]) -> dict[int, Cell]:
    """The unknown headers that are statuses, where there are several and each is another one."""
    headers = {index: cell for index, cell in enumerate(row) if not names.get(index) and not cell.is_covered}
    named = {index: found for index, cell in headers.items() if (found := status(cell.text))}
    if len(named) < _FEWEST_STATUSES or len(set(named.values())) < len(named):
        return {}
    return {index: headers[index] for index in named}


def _field(cell: Cell, answers: Answers) -> str:
    if cell.is_blank or len(cell.text) > _LONGEST_HEADER:
        return ""
    text = cell.text
    if answers and (answered := answers.get(normalised(text))) is not None:
        return answered or "reference"
    return header(TABLE, text) or ""


def _together(row: Row, above: Row) -> dict[int, str]:
    """The fields that the words of two rows name together; one that spans several columns is a group of its own."""
    groups = {cell.origin for cell in above if cell.is_covered}
    pairs = [(index, one, other) for index, (one, other) in enumerate(zip(above, row, strict=False))]
    texts = {
        index: one.text + other.text
        for index, one, other in pairs
        if not one.is_blank and not other.is_blank and one.origin not in groups
    }
    return {index: name for index, text in texts.items() if (name := header(TABLE, text))}


def _texts(row: Row, above: Row) -> dict[int, Cell]:
    headers = {index: cell for index, cell in enumerate(above) if not cell.is_blank}
    return headers | {index: cell for index, cell in enumerate(row) if not cell.is_blank}


def _months(row: Row, above: Row, names: Mapping[int, str]) -> tuple[MonthColumns, ...]:
    """The columns of each month: headed by the month itself, or by what they hold under a month in the row above."""
    found: dict[FiscalMonth | int, tuple[Cell, dict[int, str]]] = {}
    for index, cell in enumerate(row):
        group = above[index] if index < len(above) else None
        if month := _month(cell):
            found.setdefault(month, (cell, {}))[1][index] = ANSWER
        elif group and names[index] in ANSWERS and (month := _month(group)):
            columns = found.setdefault(month, (group, {}))[1]
            if names[index] not in columns.values():
                columns[index] = names[index]
    if len(found) < _FEWEST_MONTHS:
        return ()
    return tuple(MonthColumns(cell, columns) for cell, columns in found.values())


def _month(cell: Cell) -> FiscalMonth | int | None:
    """The month that a header names; one of the calendar where it leaves the year to the title."""
    if cell.is_blank or len(cell.text) > _LONGEST_HEADER or header(TABLE, cell.text):
        return None
    if isinstance(cell.value, int | float):
        return None
    return fiscal_month(cell)[0] or calendar_month(cell.text.removeprefix("เดือน"))


def headed(headers: Headers, index: int) -> str:
    """The text over a column, empty where it has none."""
    cell = headers.texts.get(index)
    return cell.text if cell else ""


def unknown_columns(headers: Headers, rows: Sequence[Row]) -> dict[int, list[Cell]]:
    """The filled cells of each column whose header says nothing, in these rows."""
    taken = headers.taken
    found: dict[int, list[Cell]] = {}
    for row in rows:
        for index, cell in enumerate(row):
            if index not in taken and not cell.is_blank and not cell.is_covered:
                found.setdefault(index, []).append(cell)
    return found
