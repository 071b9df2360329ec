"""A sheet of a monthly workbook, read from top to bottom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ita_data.imports.dates import fiscal_month
from ita_data.imports.grid import Cell, Grid, Row, column_letters, filled, upright
from ita_data.imports.layouts.monthly.above import (
    STANDING,
    Above,
    group_of,
    is_labelled,
    labels,
    section_in_title,
    sheet_standing,
)
from ita_data.imports.layouts.monthly.headers import (
    ANSWER,
    NEEDED,
    TABLE,
    Answers,
    Headers,
    MonthColumns,
    headed,
    headers_of,
    is_lower_row,
    known_headers,
)
from ita_data.imports.layouts.monthly.rows import MonthlyRow, monthly_row, passed_over, reports, unclaimed
from ita_data.imports.layouts.monthly.tables import Table
from ita_data.imports.layouts.monthly.twice import RowCells, ticked
from ita_data.imports.layouts.titles import fiscal_year_in
from ita_data.imports.layouts.unseen import unseen
from ita_data.imports.spellings import header_shown
from ita_data.imports.values import bare_number, progress
from ita_data.model.problems import Place, Problem
from ita_data.model.records import Section
from ita_data.model.review_fields import ANSWERS, Kind, fields_of
from ita_data.model.spelling import normalised

SAMPLE_MARK = "ข้อมูลตัวอย่าง"

_REPEATED_HEADERS = 2
_NOTHING = "-–—"


@dataclass(slots=True)
class MonthlySheet:
    """What a sheet reports; headers, section and month hold until others come.

    `title` are the cells above the table, `ignored` the first filled cell of each column without a known header with
    the number of all, `unreported` the measures of the template's rows that nobody filled in, `begun` the headers by
    the texts of the rows they stand in, and `told_twice` the columns that tell something else about a field than the
    column before them.
    """

    name: str
    sections: Sequence[Section]
    answers: Answers
    headers: Headers
    by_content: Mapping[int, str]
    rows: list[MonthlyRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    standing: dict[str, Cell] = field(default_factory=dict)
    title: list[Cell] = field(default_factory=list)
    ignored: dict[int, tuple[Cell, int]] = field(default_factory=dict)
    unreported: list[Cell] = field(default_factory=list)
    begun: dict[tuple[str, ...], Headers] = field(default_factory=dict)
    told_twice: dict[int, Problem] = field(default_factory=dict)
    is_sample: bool = False

    @property
    def fiscal_year(self) -> int | None:
        """The fiscal year that the title names."""
        return fiscal_year_in(self.title)

    @property
    def fractions(self) -> frozenset[str]:
        """The fields whose percentages are written as parts of 1: none is more, and some are less."""
        return frozenset(name for name in fields_of(Kind.PERCENT) if self._has_fractions(name))

    def missing(self) -> list[str]:
        """Of section and month those that no row has, neither in itself nor from above."""
        if not self.rows or any(not row.cell("key").is_blank for row in self.rows):
            return []
        names = [name for name in STANDING if name not in self.headers.fields]
        return [name for name in names if all(row.cell(name).is_blank for row in self.rows)]

    def read_above(self, row: Row) -> None:
        """Take in a row above the table."""
        self.standing |= labels(row)
        self.title += filled(row)
        self.is_sample |= any(map(_is_sample, filled(row)))

    def begin(self, row: Row) -> None:
        """Take in a row of headers, the known ones of which are taken already; what stands above holds from here."""
        named_for = sheet_standing(self.name, self.sections)
        if problem := _another_month(named_for, self.standing):
            self.problems.append(problem)
        self.standing = named_for | section_in_title(self.title, self.sections) | self.standing
        self.begun[_texts(row)] = self.headers
        self._ignore_outside(row)

    def read(self, row: Row) -> None:
        """Take in a row of the table: headers again, a label, a report, or what is no report."""
        if self._begins_again(row):
            return
        if found := self._labels_of(row):
            self.standing |= found
            return
        cells = self._cells(row, self.headers.columns)
        differing = self._add_further(row, cells) if self.headers.again or self.headers.ticks else {}
        if passed := passed_over(cells, row):
            self.problems.append(passed)
            return
        if self.headers.months:
            self._read_months(row, cells, differing)
        elif reports(cells, row):
            self._ignore_outside(row)
            self._take(row, cells, differing)
        else:
            self.problems += unclaimed(cells, row)

    def _has_fractions(self, name: str) -> bool:
        numbers = [number for row in self.rows if (number := bare_number(row.cell(name))) is not None]
        return any(0 < number < 1 for number in numbers) and max(numbers) <= 1

    def _begins_again(self, row: Row) -> bool:
        """Whether the row holds headers, which then hold for the rows below it."""
        if not self._may_be_headers(row):
            return False
        if before := self.begun.get(_texts(row)):
            self.headers = before
            return True
        found = headers_of(row, answers=self.answers)
        if len(found.columns) < _REPEATED_HEADERS or not is_lower_row(row, self.headers, self.answers):
            return False
        if found.is_complete:
            again = {index: name for index, name in self.by_content.items() if index not in found.columns}
            self.headers = replace(found, columns={**found.columns, **again})
        self._ignore_outside(row)
        return True

    def _may_be_headers(self, row: Row) -> bool:
        """Whether headers stand where the needed ones do, or nothing does; a cheap look, taken at every row."""
        needed = [row[index] for index, name in self.headers.columns.items() if name in NEEDED and index < len(row)]
        written = [cell for cell in needed if not cell.is_blank]
        return known_headers(written or row, self.answers) > 0

    def _labels_of(self, row: Row) -> dict[str, Cell]:
        if is_labelled(row):
            return labels(row)
        return {} if self._is_answered(row) else group_of(row, self.sections)

    def _is_answered(self, row: Row) -> bool:
        """Whether a cell of the row stands under what sections report: a lone "15 ม.ค. 68" there is a day's report."""
        cells = [row[index] for index, name in self.headers.columns.items() if name in ANSWERS and index < len(row)]
        return any(not cell.is_blank and cell.place == cell.origin for cell in cells)

    def _cells(self, row: Row, columns: Mapping[int, str]) -> dict[str, Cell]:
        return {name: upright(row[index]) for index, name in columns.items() if index < len(row)}

    def _add_further(self, row: Row, cells: dict[str, Cell]) -> dict[str, Cell]:
        """Add what further columns and ticks say of a field to its cell; the cells that say something else."""
        held = RowCells(cells)
        for index, name in self.headers.again.items():
            if index < len(row) and held.add(name, upright(row[index])):
                self.told_twice[index] = _column_again(self.headers, index)
        for index, header in self.headers.ticks.items():
            if index < len(row):
                held.add("status", ticked(upright(row[index]), header))
        return held.differing

    def _read_months(self, row: Row, cells: dict[str, Cell], differing: Mapping[str, Cell]) -> None:
        """A row that reports on several months, one column or more for each."""
        reported = [(month, self._of_month(row, month)) for month in self.headers.months]
        if cells.get("measure", row[0]).is_blank or not any(answers.cells for _month, answers in reported):
            self.problems += unclaimed(cells, row)
            return
        self._ignore_outside(row)
        for month, answers in reported:
            if answers.cells:
                told = {**cells, **answers.cells, "month": month.header}
                self._take(row, told, {**differing, **answers.differing}, is_of_month=True)

    def _of_month(self, row: Row, month: MonthColumns) -> RowCells:
        """What a row reports on one month; nothing where its cells are blank or a dash."""
        held = RowCells()
        for index, name in month.columns.items():
            cell = upright(row[index]) if index < len(row) else None
            if cell is None or cell.is_blank or cell.text in _NOTHING:
                continue
            is_percentage = name == ANSWER and progress(cell) is not None
            held.add("progress" if is_percentage else "status" if name == ANSWER else name, cell)
        return held

    def _take(
        self, row: Row, cells: Mapping[str, Cell], differing: Mapping[str, Cell], *, is_of_month: bool = False
    ) -> None:
        above = {name: cell for name, cell in self.standing.items() if name not in cells or cells[name].is_blank}
        taken = monthly_row(row[0].place, {**cells, **above}, self.is_sample, is_of_month, differing)
        if taken.is_unreported:
            self.unreported.append(taken.cell("measure"))
        else:
            self.rows.append(taken)

    def _ignore_outside(self, row: Row) -> None:
        for index in sorted(set(range(len(row))) - self.headers.taken):
            if not row[index].is_blank and not row[index].is_covered:
                first, count = self.ignored.get(index, (row[index], 0))
                self.ignored[index] = first, count + 1


def read_sheet(grid: Grid, table: Table, above: Above, answers: Answers) -> MonthlySheet:
    """All that a sheet reports under what stands above it, with its cells outside the known headers as problems."""
    sheet = MonthlySheet(grid.sheet, above.sections, answers, table.headers, {**table.by_content, **table.repaired})
    sheet.standing, sheet.is_sample = dict(above.standing), any(map(_is_sample, above.title))
    for number, row in enumerate(grid.rows):
        if not any(filled(row)):
            continue
        if number < table.header_rows.start:
            sheet.read_above(row)
        elif number in table.header_rows:
            sheet.begin(row)
        else:
            sheet.read(row)
    sheet.title = [*above.title, *sheet.title]
    sheet.problems = [*unseen(grid, _keys(table)), *_columns(sheet, table), *sheet.problems]
    sheet.problems += [_column_ignored(first, count) for first, count in sheet.ignored.values()]
    if sheet.unreported:
        sheet.problems.append(_unreported(sheet.unreported))
    return sheet


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _is_sample(cell: Cell) -> bool:
    return normalised(SAMPLE_MARK) in normalised(cell.text)


def _another_month(named_for: Mapping[str, Cell], standing: Mapping[str, Cell]) -> Problem | None:
    """The warning that a sheet is named for another month than the one that stands above its rows."""
    name, above = named_for.get("month"), standing.get("month")
    if not name or not above or fiscal_month(name)[0] in (None, fiscal_month(above)[0]):
        return None
    return Problem("sheet-name-different", above.place, name.text, {"month": above.text})


def _keys(table: Table) -> list[int]:
    """The numbers of the columns that hold the template's keys."""
    return [index + 1 for index, name in table.headers.columns.items() if name == "key"]


def _columns(sheet: MonthlySheet, table: Table) -> Iterator[Problem]:
    """What has to be said of how the columns were understood."""
    for code, columns in (("column-by-content", table.by_content), ("column-repaired", table.repaired)):
        for index, name in columns.items():
            cell = table.headers.texts.get(index)
            place = cell.place if cell else Place(sheet.name)
            yield Problem(code, place, cell.text if cell else "", {"field": header_shown(TABLE, name)})
    yield from sheet.told_twice.values()
    for index, name in table.headers.columns.items():
        if name == "due" and index in table.headers.texts:
            yield Problem("due-not-stored", table.headers.texts[index].place, headed(table.headers, index))
    derived = [row for row in sheet.rows if row.is_of_month and row.cell("status").is_blank]
    if derived:
        first = derived[0].cell("progress")
        yield Problem("status-from-progress", first.place, first.text)


def _column_again(headers: Headers, index: int) -> Problem:
    name = headers.again[index]
    columns = sorted([index, *(other for other, taken in headers.columns.items() if taken == name)])
    first, second = (column_letters(column + 1) for column in (columns[0], columns[-1]))
    words = {"first": first, "second": second, "field": header_shown(TABLE, name)}
    return Problem("column-duplicate", headers.texts[index].place, headed(headers, index), words)


def _column_ignored(first: Cell, count: int) -> Problem:
    return Problem("column-ignored", first.place, first.text or first.error, {"count": str(count)})


def _unreported(measures: Sequence[Cell]) -> Problem:
    names = ", ".join(cell.text for cell in measures)
    return Problem("rows-unreported", measures[0].place, names, {"count": str(len(measures))})
