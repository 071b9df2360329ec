"""Fields that several columns hold: which of them is read first, and where the others say something else.

Offices copy columns and write one thing under two headers. Texts of both columns are kept, one under the other; a value
is taken where they agree or one of them is blank. A status may also be one of several columns that is ticked.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from ita_data.imports.dates import day, fiscal_month
from ita_data.imports.grid import Cell, Row, upright
from ita_data.imports.layouts.monthly.contents import Test
from ita_data.imports.layouts.monthly.headers import ANSWER, LEFT_ASIDE, Headers, headed
from ita_data.imports.spellings import is_remark, status
from ita_data.imports.values import measure_code, progress, whole_number
from ita_data.model.review_fields import REVIEW_FIELDS, Kind, fields_of
from ita_data.model.spelling import normalised

_UNREAD = LEFT_ASIDE | {"title", "key"}
"""Fields of which a second column says nothing that anybody would miss."""
_TICK = re.compile(r"[/✓✔√☑●üP1]|[(\[]\s*[/✓✔√]\s*[)\]]|\[\s*x\s*\]|TRUE|จริง|ใช่", re.IGNORECASE)
"""A tick as people, check boxes and fonts for signs write it; a mere x may say yes or no."""
_UNTICKED = re.compile(r"[-–—☐□0]?|\(\s*\)|\[\s*\]|FALSE|เท็จ|ไม่ใช่", re.IGNORECASE)
_WHO = "ผู้"
_NOTHING = "-–—"
_MEANINGS: dict[Kind, Callable[[Cell], object]] = {
    Kind.MEASURE: measure_code,
    Kind.MONTH: lambda cell: fiscal_month(cell)[0],
    Kind.STATUS: lambda cell: status(cell.text),
    Kind.PERCENT: progress,
    Kind.DATE: lambda cell: day(cell)[0],
}


@dataclass(slots=True)
class RowCells:
    """The cells of one row by field, put together from all its columns.

    `differing` are the cells that say something else than the one which stands in `cells`.
    """

    cells: dict[str, Cell] = field(default_factory=dict)
    differing: dict[str, Cell] = field(default_factory=dict)

    def add(self, name: str, cell: Cell) -> bool:
        """Take in a cell of a field; whether it says something else than those before it."""
        first = self.cells.get(name)
        if first is None or first.is_blank:
            self.cells[name] = cell
            return False
        if cell.is_blank or name in _UNREAD or _is_same(name, first, cell):
            return False
        if name in REVIEW_FIELDS and REVIEW_FIELDS[name].is_joined:
            self.cells[name] = _joined(first, cell)
        else:
            self.differing[name] = cell
        return True

    def doubt(self, name: str, cell: Cell) -> bool:
        """Whether a cell under an unknown header says what the row doesn't; of two that differ neither is sure."""
        first = self.cells.get(name)
        if first is None or cell.is_blank or (not first.is_blank and _is_same(name, first, cell)):
            return False
        if not first.is_blank:
            self.differing[name] = cell
        return True


def of_month(row: Row, columns: Mapping[int, str]) -> RowCells:
    """What a row reports on one month in these columns; nothing where its cells are blank or a dash."""
    held = RowCells()
    for index, name in columns.items():
        cell = upright(row[index]) if index < len(row) else None
        if cell is None or cell.is_blank or cell.text in _NOTHING:
            continue
        is_percentage = name == ANSWER and progress(cell) is not None
        held.add("progress" if is_percentage else "status" if name == ANSWER else name, cell)
    return held


def is_tick(cell: Cell) -> bool:
    """Whether a cell holds nothing but a tick."""
    return _TICK.fullmatch(cell.text) is not None


def is_unticked(cell: Cell) -> bool:
    """Whether a cell holds nothing but an empty box, or says that nothing is ticked."""
    return _UNTICKED.fullmatch(cell.text) is not None


def ticked(cell: Cell, header: Cell) -> Cell:
    """The status that a row ticks under a header; blank without a tick, the cell itself where it holds more."""
    if is_unticked(cell):
        return Cell(cell.place, cell.place, error=cell.error)
    return replace(cell, paragraphs=header.paragraphs, value=header.value) if is_tick(cell) else cell


def by_what_they_hold(headers: Headers, rows: Sequence[Row], is_section: Test) -> Headers:
    """The headers with that column first for each field whose cells speak for it the most; the left one of equals.

    A further column with a header of its own that never speaks for the field is none of it: ฝ่าย and, beside it,
    ผู้รับผิดชอบ with the names of people.
    """
    if not headers.again:
        return headers
    columns, again = dict(headers.columns), dict(headers.again)
    tests = {name: _understands(meaning) for name in (*REVIEW_FIELDS, "due") if (meaning := _meaning(name))}
    tests["section"] = is_section
    for index, name in headers.again.items():
        first = next((other for other, taken in columns.items() if taken == name), None)
        if name not in tests or first is None:
            continue
        said, said_first = (_speaking(rows, column, tests[name]) for column in (index, first))
        if said > said_first:
            del columns[first], again[index]
            columns[index] = again[first] = name
        is_other = normalised(headed(headers, first)) != normalised(headed(headers, index))
        if is_other and not min(said, said_first):
            del again[first if said > said_first else index]
    return replace(headers, columns=dict(sorted(columns.items())), again=dict(sorted(again.items())))


def without_hidden(headers: Headers, hidden: Collection[int]) -> Headers:
    """The headers without hidden columns of fields that a visible column holds; `hidden` are counted from 1."""
    names = {**headers.columns, **headers.again}
    seen = {name for index, name in names.items() if index + 1 not in hidden}
    gone = {i for i, name in names.items() if i + 1 in hidden and name in seen and name in headers.again.values()}
    columns = {index: name for index, name in headers.columns.items() if index not in gone}
    again = {index: name for index, name in sorted(headers.again.items()) if index not in gone}
    for name in (headers.columns[index] for index in gone & headers.columns.keys()):
        first = next(index for index, further in again.items() if further == name)
        columns[first] = again.pop(first)
    return replace(headers, columns=dict(sorted(columns.items())), again=again)


def which_of(headers: Headers, index: int) -> tuple[int, ...]:
    """The first column of a field and a further one, to be asked about; none where their headers are alike."""
    first = next((other for other, name in headers.columns.items() if name == headers.again[index]), index)
    is_other = normalised(headed(headers, first)) != normalised(headed(headers, index))
    return (first, index) if is_other else ()


def without_people(headers: Headers, rows: Sequence[Row]) -> Headers:
    """The headers without a column of sections that holds people: ผู้รายงาน above นายสมชาย."""
    sections = [index for index, name in headers.columns.items() if name == "section"]
    people = {index for index in sections if headed(headers, index).startswith(_WHO) and _holds_people(rows, index)}
    columns = {index: name for index, name in headers.columns.items() if index not in people}
    return replace(headers, columns=columns) if people else headers


def _meaning(name: str) -> Callable[[Cell], object] | None:
    """What a cell of a field means; None for texts, which mean themselves."""
    if name in fields_of(Kind.WHOLE_NUMBER):
        return partial(whole_number, units=REVIEW_FIELDS[name].units)
    return _MEANINGS.get(REVIEW_FIELDS[name].kind if name in REVIEW_FIELDS else Kind.DATE)


def _understands(meaning: Callable[[Cell], object]) -> Test:
    return lambda cell: meaning(cell) is not None


def _speaking(rows: Sequence[Row], index: int, is_it: Test) -> int:
    return sum(is_it(row[index]) for row in rows if index < len(row) and not row[index].is_blank)


def _holds_people(rows: Sequence[Row], index: int) -> bool:
    filled = [row[index].text for row in rows if index < len(row) and not row[index].is_blank]
    return bool(filled) and all(is_remark("person", text) for text in filled)


def _is_same(name: str, one: Cell, other: Cell) -> bool:
    meaning = _meaning(name)
    meant = meaning(one) if meaning else None
    if normalised(one.text) == normalised(other.text):
        return True
    return meant is not None and meaning is not None and meant == meaning(other)


def _joined(first: Cell, second: Cell) -> Cell:
    paragraphs = (*first.paragraphs, *second.paragraphs)
    text = f"{first.text}\n{second.text}"
    return replace(first, paragraphs=paragraphs, value=text, link=first.link or second.link)
