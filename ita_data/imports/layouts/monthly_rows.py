"""The rows of a monthly workbook: which of a sheet's rows report something, and which cell stands under which head."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ita_data.imports.grid import Cell, Grid, Row, filled, upright
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.spellings import head, key
from ita_data.imports.values import fiscal_month, measure_code
from ita_data.model.problems import Place, Problem

TABLE = "monthly"
NEEDED_HEADS = frozenset({"measure", "status"})
STANDING = ("section", "month")
"""The fields that may stand once above the rows instead of in each of them."""

SAMPLE_MARK = "ข้อมูลตัวอย่าง"

_ANSWERS = {"progress", "result", "done_on", "evidence"}
_REPORTED = (*_ANSWERS, "note")
_SIGNATURE = re.compile(r"ลงชื่อ.*|ตำแหน่ง.*|\(.*\)", re.DOTALL)
_MONTH_IN_TITLE = re.compile(r".*(?P<month>เดือน.+)")


@dataclass(frozen=True, slots=True)
class MonthlyRow:
    """One row that reports on a measure: its cells by field, with section and month from above where it has none."""

    place: Place
    cells: Mapping[str, Cell]
    is_sample: bool

    def cell(self, name: str) -> Cell:
        """The cell of a field; where the sheet has no such head, a blank one at the row's own place."""
        return self.cells.get(name, Cell(self.place, self.place))


@dataclass(slots=True)
class MonthlySheet:
    """A sheet read from top to bottom; heads, section and month hold until others come.

    `title` are the cells above the first heads, `ignored` the filled cells of each column without a known head.
    """

    rows: list[MonthlyRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    columns: dict[int, str] = field(default_factory=dict)
    standing: dict[str, Cell] = field(default_factory=dict)
    title: list[Cell] = field(default_factory=list)
    ignored: dict[int, list[Cell]] = field(default_factory=dict)
    is_sample: bool = False

    def read(self, row: Row) -> None:
        """Take the next row in: heads, a label above the rows, a report, or a remark."""
        columns = columns_of(row)
        if set(columns.values()) >= NEEDED_HEADS:
            self._begin_table(row, columns)
        elif not self.columns:
            self.standing |= _labels(row)
            self.title += filled(row)
            self.is_sample |= any(key(SAMPLE_MARK) in key(cell.text) for cell in filled(row))
        elif _is_labelled(row):
            self.standing |= _labels(row)
        else:
            self._read_under_heads(row)

    def _begin_table(self, row: Row, columns: dict[int, str]) -> None:
        self.columns = columns
        self._ignore_outside(row)

    def _read_under_heads(self, row: Row) -> None:
        cells = {name: upright(row[index]) for index, name in self.columns.items() if index < len(row)}
        if not _reports(cells, row):
            self.problems += _unclaimed(cells, row)
            return
        self._ignore_outside(row)
        absent = {name: cell for name, cell in self.standing.items() if name not in cells or cells[name].is_blank}
        self.rows.append(MonthlyRow(row[0].place, cells | absent, self.is_sample))

    def _ignore_outside(self, row: Row) -> None:
        for index, cell in enumerate(row):
            if index not in self.columns and not cell.is_blank and not cell.is_covered:
                self.ignored.setdefault(index, []).append(cell)


def read_sheet(grid: Grid) -> MonthlySheet:
    """All that a sheet reports, with its cells outside the known heads as problems; nothing where it has no heads."""
    sheet = MonthlySheet()
    for row in grid.rows:
        if any(filled(row)):
            sheet.read(row)
    sheet.problems += [_column_ignored(cells) for cells in sheet.ignored.values()]
    return sheet


def columns_of(row: Row) -> dict[int, str]:
    """The field of each column, where the row holds heads; of two columns with one head the first is taken.

    A head merged over two rows counts in both, so that heads in two storeys are read by the lower one.
    """
    columns: dict[int, str] = {}
    for index, cell in enumerate(row):
        name = head(TABLE, cell.text)
        if name and name not in columns.values():
            columns[index] = name
    return columns


def _column_ignored(cells: Sequence[Cell]) -> Problem:
    first = cells[0]
    return Problem("column-ignored", first.place, first.text or first.error, {"count": str(len(cells))})


def _unclaimed(cells: Mapping[str, Cell], row: Row) -> Iterator[Problem]:
    """What stands in a row that reports nothing: an error where it is under a head of what sections report."""
    reported = {cells[name].place for name in _REPORTED if name in cells}
    for cell in filled(row):
        is_lost = cell.place in reported and not _SIGNATURE.fullmatch(cell.text)
        yield Problem("row-incomplete" if is_lost else "cell-ignored", cell.place, cell.text or cell.error)


def _reports(cells: Mapping[str, Cell], row: Row) -> bool:
    """Whether a row under the heads reports something, or is only a remark such as a line for a signature."""
    written = {name for name, cell in cells.items() if not cell.is_blank}
    if "status" in written or len(written & _ANSWERS) > 1:
        return True
    return "measure" in written and (measure_code(cells["measure"]) is not None or len(list(filled(row))) > 1)


def _is_labelled(row: Row) -> bool:
    first = next(filled(row), None)
    return first is not None and ":" in first.text and _label(first.text) is not None


def _labels(row: Row) -> dict[str, Cell]:
    """Section and month as a line above the rows says them: label and value in one cell or in two, or in a title."""
    cells = list(filled(row))
    found: dict[str, Cell] = {}
    for cell, neighbour in zip(cells, [*cells[1:], None], strict=True):
        for line in cell.text.splitlines():
            name, value = _label(line), line.partition(":")[2].strip()
            if name and value:
                found[name] = _part(cell, value)
            elif name and neighbour and not _label(neighbour.text):
                found[name] = neighbour
            elif month := _month_in_title(cell, line):
                found["month"] = month
    return found


def _label(text: str) -> str | None:
    name = head(TABLE, text.partition(":")[0])
    return name if name in STANDING else None


def _month_in_title(cell: Cell, line: str) -> Cell | None:
    match = _MONTH_IN_TITLE.fullmatch(line)
    month = _part(cell, match["month"]) if match else None
    return month if month and fiscal_month(month) else None


def _part(cell: Cell, text: str) -> Cell:
    return replace(cell, paragraphs=paragraphs_of(text), value=text)
