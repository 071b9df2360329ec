"""The headers of a monthly table: which column holds what, in one row or two, for one month or a column each."""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ita_data.imports.dates import fiscal_month
from ita_data.imports.grid import Cell, Row, filled
from ita_data.imports.layouts.months import month_spans
from ita_data.imports.layouts.spans import Month
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.spellings import (
    calendar_month,
    header,
    is_planned,
    is_planned_row,
    is_result_row,
    status,
    without_result,
)
from ita_data.imports.values import measure_code
from ita_data.model.periods import FiscalMonth
from ita_data.model.problems import Place
from ita_data.model.repairs import arabic
from ita_data.model.review_fields import ANSWERS
from ita_data.model.spelling import normalised

TABLE = "monthly"
NEEDED = frozenset({"measure", "status"})
PLANNED = "planned"
"""The field of a column that says what is planned, or who else has to do with it: it reports nothing."""
FORMER = "former"
"""The field of a column that says how things stood before."""
LEFT_ASIDE = frozenset({"number", "reference", FORMER, PLANNED})
"""Headers under which nothing is read on purpose; a table may have several of them."""
TELLING = 3
"""As many known headers, a needed one among them, show that a monthly table was meant."""

_FEWEST_MONTHS = 2
_FEWEST_STATUSES = 2
_LONGEST_HEADER = 100
_MONTH_WORD = re.compile(r"(?:ประจำ|ของ|ณ\s*)?เดือน|ณ(?=\s)")
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
class DatedColumn:
    """A column whose header names a month beside its field: "สถานะ (ธ.ค. 67)"; `header` holds the month's words."""

    name: str
    month: Month
    header: Cell


@dataclass(frozen=True, slots=True)
class Headers:
    """What is known of a table's columns, by their numbers from 0; `texts` are their headers.

    `again` are columns of a field that another column has before them, `ticks` the headers of columns for single
    statuses, of which each row ticks one. `dated` are columns with a month in their header, and `twice` the pairs of
    headers that name one month.
    """

    columns: Mapping[int, str]
    months: tuple[MonthColumns, ...] = ()
    texts: Mapping[int, Cell] = field(default_factory=dict)
    again: Mapping[int, str] = field(default_factory=dict)
    ticks: Mapping[int, Cell] = field(default_factory=dict)
    dated: Mapping[int, DatedColumn] = field(default_factory=dict)
    twice: tuple[tuple[Cell, Cell], ...] = ()

    @property
    def fields(self) -> frozenset[str]:
        """All that the table has a column for; with columns for single months, status and month too."""
        across = frozenset({"status", "month"}) if self.months else frozenset[str]()
        ticked = frozenset({"status"}) if self.ticks else frozenset[str]()
        dated = frozenset(column.name for column in self.dated.values())
        return (frozenset(self.columns.values()) - {PLANNED}) | across | ticked | dated

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
        across = (month.columns for month in self.months)
        return frozenset({*self.columns, *self.again, *self.ticks, *self.dated}).union(*across)

    @property
    def told(self) -> frozenset[int]:
        """The columns of which nothing need be said: all of these but those for what is planned or was before.

        The office's own template, known by its keys, shows how things stood before on purpose.
        """
        said = {PLANNED} if "key" in self.columns.values() else {PLANNED, FORMER}
        return self.taken - {index for index, name in self.columns.items() if name in said}


NO_HEADERS = Headers({})


def headers_of(row: Row, above: Row = (), answers: Answers | None = None) -> Headers:
    """The headers that a row holds, with those of a row above it where it has one.

    Both rows name a column together, รหัส over มาตรการ, or else the lower one, or the upper one where the lower one
    is blank or unknown. Two columns or more that are headed by months belong to these, and so do those headed by
    statuses.
    """
    answers, above = answers or {}, _groups(row, above)
    lower = {index: _field(cell, answers) for index, cell in enumerate(row)}
    upper = {index: _field(cell, answers) for index, cell in enumerate(above)}
    planned = _planned_groups(row, above, lower)
    dated = {
        index: column for index, cell in enumerate(row) if index not in planned and (column := _dated(cell, answers))
    }
    months, twice, skipped = _months(row, above, lower, planned)
    ticks = {} if months else _ticks(row, lower)
    across = {index for month in months for index in month.columns} | ticks.keys() | dated.keys()
    columns: dict[int, str] = {}
    again: dict[int, str] = {}
    for names in (
        dict.fromkeys(planned, PLANNED),
        dict.fromkeys(skipped, "reference"),
        _together(row, above),
        lower,
        upper,
    ):
        for index, name in names.items():
            if not name or index in across or index in columns or index in again:
                continue
            is_free = name in LEFT_ASIDE or name not in columns.values()
            (columns if is_free else again)[index] = name
    ordered = {index: columns[index] for index in sorted(columns)}
    return Headers(ordered, months, _texts(row, above), again, ticks, dated, twice)


def parts_plan_and_result(row: Row) -> bool:
    """Whether a row under headers parts what is planned from what came of it, and says nothing else."""
    own = list(filled(row))
    return len(own) > 1 and all(is_planned_row(cell.text) or is_result_row(cell.text) for cell in own)


def known_headers(row: Iterable[Cell], answers: Answers | None = None) -> int:
    """How many of a row's cells are known headers."""
    found = (_field(cell, answers or {}) for cell in row if not cell.is_covered)
    return sum(bool(name) and name != PLANNED for name in found)


def is_lower_row(row: Row, headers: Headers, answers: Answers | None = None) -> bool:
    """Whether a row below headers goes on with them instead of reporting."""
    own = [cell for cell in filled(row) if len(cell.text) <= _LONGEST_HEADER]
    if len(own) < len(list(filled(row))):
        return False
    if parts_plan_and_result(row) or _is_of_months(row, headers):
        return True
    if len(own) == len(_ticks(row, {})) or not known_headers(row, answers):
        return bool(own) and len(own) == len(_ticks(row, {}))
    reported = {name: row[index] for index, name in headers.columns.items() if index < len(row)}
    measure, state = reported.get("measure"), reported.get("status")
    return not (measure and measure_code(measure)) and not (state and status(state.text))


def _is_of_months(row: Row, headers: Headers) -> bool:
    """Whether a row holds nothing but months that head columns, not what stands below headers of their own."""
    own = {index: cell for index, cell in enumerate(row) if not cell.is_blank}
    if len(own) < _FEWEST_MONTHS or not all(map(_month, own.values())):
        return False
    above = {index: headers.texts.get(index) for index in own}
    is_grouped = any(cell is None or cell.is_covered or index in headers.again for index, cell in above.items())
    return is_grouped or not headers.is_complete


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
    return _field_named(text)


@lru_cache(maxsize=20_000)
def _field_named(text: str) -> str:
    return PLANNED if is_planned(text) else header(TABLE, text) or _of_result(text)


def _of_result(text: str) -> str:
    """The field of a header that also says that its column holds the result: "ผล (ร้อยละ)", "% ผล"."""
    bare = without_result(text)
    return (header(TABLE, bare) or "") if bare and bare != text.strip(" ()[]") else ""


def _dated(cell: Cell, answers: Answers) -> DatedColumn | None:
    """What a header says that names a month beside an answer: "สถานะ (ธ.ค. 67)"."""
    if cell.is_blank or cell.is_covered or len(cell.text) > _LONGEST_HEADER or normalised(cell.text) in answers:
        return None
    spans = month_spans(arabic(cell.text))
    if len(spans) != 1 or spans[0].is_day or is_planned(cell.text):
        return None
    span = spans[0]
    rest = f"{arabic(cell.text)[: span.start]} {arabic(cell.text)[span.end :]}"
    name = header(TABLE, _MONTH_WORD.sub(" ", rest).strip(" ()[]:-"))
    if name not in ANSWERS or not isinstance(span.value, tuple):
        return None
    return DatedColumn(name, span.value, replace(cell, paragraphs=paragraphs_of(span.text), value=span.text))


def _groups(row: Row, above: Row) -> Row:
    """The row above with each group of plan or result written over all its columns, where nobody merged them."""
    found = list(above)
    for index in range(1, min(len(row), len(above))):
        left = found[index - 1]
        is_parted = _is_plan_or_result(left) or (_is_plan_or_result(row[index]) and _is_plan_or_result(row[index - 1]))
        if found[index].is_blank and not row[index].is_blank and is_parted:
            found[index] = left
    return tuple(found)


def _is_plan_or_result(cell: Cell) -> bool:
    return is_planned_row(cell.text) or is_result_row(cell.text)


def _planned_groups(row: Row, above: Row, lower: Mapping[int, str]) -> frozenset[int]:
    """The columns that a group of what is planned spans: "แผน" over months or over answers."""
    groups = [
        index for index, cell in enumerate(above) if index < len(row) and not cell.is_blank and is_planned(cell.text)
    ]
    return frozenset(
        index for index in groups if above[index].is_covered or lower.get(index) in ANSWERS or _month(row[index])
    )


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


def _months(
    row: Row, above: Row, names: Mapping[int, str], planned: Container[int]
) -> tuple[tuple[MonthColumns, ...], tuple[tuple[Cell, Cell], ...], frozenset[int]]:
    """The columns of each month: headed by the month itself, or by what they hold under a month in the row above.

    Beside them the pairs of headers that name one month, and their columns: nobody knows which of the two is meant, so
    neither is taken.
    """
    found: dict[FiscalMonth | int, tuple[Cell, dict[int, str]]] = {}
    twice: dict[FiscalMonth | int, tuple[Cell, Cell]] = {}
    for index, cell in enumerate(row):
        group = above[index] if index < len(above) else None
        if index in planned:
            continue
        name, header = _in_month(cell, names[index], group)
        month = _month(header) if header else None
        if month is None or header is None:
            continue
        first, columns = found.setdefault(month, (header, {}))
        if name in columns.values() and first.origin != header.origin:
            twice[month] = (first, header)
        if name == ANSWER or name not in columns.values():
            columns[index] = name
    if len(found) < _FEWEST_MONTHS:
        return (), (), frozenset()
    skipped = frozenset(index for month in twice for index in found[month][1])
    sure = tuple(MonthColumns(cell, columns) for month, (cell, columns) in found.items() if month not in twice)
    return sure, tuple(twice.values()), skipped


def _in_month(cell: Cell, name: str, group: Cell | None) -> tuple[str, Cell | None]:
    """What a column holds of a month, and the header that names the month: its own, or the group's above it.

    Under a group it is an answer, or whatever came of it under a mere "ผล".
    """
    if _month(cell):
        return ANSWER, cell
    if name in ANSWERS:
        return name, group
    is_result = not cell.is_blank and not without_result(cell.text)
    return (ANSWER, group) if is_result else ("", None)


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
