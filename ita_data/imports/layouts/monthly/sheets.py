"""A sheet of a monthly workbook, read from top to bottom."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ita_data.imports.grid import Cell, Row, filled, upright
from ita_data.imports.layouts.monthly.columns_told import column_again
from ita_data.imports.layouts.monthly.context.mentions import may_mention
from ita_data.imports.layouts.monthly.context.repeats import Repeats
from ita_data.imports.layouts.monthly.context.standing import STANDING, Standing
from ita_data.imports.layouts.monthly.context.sure import Sure
from ita_data.imports.layouts.monthly.dated import month_of_headers, settled
from ita_data.imports.layouts.monthly.goes_on import gone_on, may_go_on, text_alone
from ita_data.imports.layouts.monthly.habits import Habits
from ita_data.imports.layouts.monthly.headers import (
    NEEDED,
    Answers,
    Headers,
    headers_of,
    is_lower_row,
    known_headers,
)
from ita_data.imports.layouts.monthly.rivals import leave_out_last, said_otherwise, says_values
from ita_data.imports.layouts.monthly.rows import (
    MonthlyRow,
    is_report_of_a_measure,
    monthly_row,
    passed_over,
    reports,
    unclaimed,
)
from ita_data.imports.layouts.monthly.twice import RowCells, of_month, ticked, which_of
from ita_data.imports.layouts.titles import fiscal_year_in
from ita_data.imports.spellings import LONGEST_WORD, is_planned, is_planned_row, is_result_row
from ita_data.model.problems import Problem
from ita_data.model.review_fields import ANSWERS
from ita_data.model.spelling import normalised

SAMPLE_MARK = "ข้อมูลตัวอย่าง"

_REPEATED_HEADERS = 2


@dataclass(slots=True)
class MonthlySheet:
    """What a sheet reports; headers, section and month hold until others come.

    `title` are the cells above the table, `ignored` the first filled cell of each column without a known header with
    the number of all, `unreported` the measures of the template's rows that nobody filled in, `planned` the first cells
    of rows that say what is planned, `has_results` whether others say what came of it, `begun` the headers by the texts
    of the rows they stand in, `told_twice` the columns that tell something else about a field than the column before
    them, `rivals` those under unknown headers whose cells may say what is meant, `unread` the other unknown ones, and
    `asked` those that say something else than the title or another column.
    """

    name: str
    standing: Standing
    answers: Answers
    headers: Headers
    by_content: Mapping[int, str]
    hidden_rows: frozenset[int] = frozenset()
    is_hidden: bool = False
    rows: list[MonthlyRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    title: list[Cell] = field(default_factory=list)
    ignored: dict[int, tuple[Cell, int]] = field(default_factory=dict)
    unreported: list[Cell] = field(default_factory=list)
    planned: list[Cell] = field(default_factory=list)
    begun: dict[tuple[str, ...], Headers] = field(default_factory=dict)
    told_twice: dict[int, Problem] = field(default_factory=dict)
    asked: dict[int, str] = field(default_factory=dict)
    rivals: Mapping[int, str] = field(default_factory=dict)
    unread: frozenset[int] = frozenset()
    is_sample: bool = False
    has_results: bool = False
    habits: Habits = Habits()
    _repeats: Repeats = field(default_factory=Repeats)
    _is_plan: bool = False
    _is_result: bool = False
    _is_disturbed: bool = False
    _number: int = 0
    _last: int = -2

    @property
    def fiscal_year(self) -> int | None:
        """The fiscal year that the title names."""
        return fiscal_year_in(self.title)

    def read_above(self, row: Row) -> None:
        """Take in a row above the table."""
        self.standing.read(row)
        self.title += filled(row)
        self.is_sample |= any(map(is_sample, filled(row)))

    def begin(self, row: Row, *, is_repeated: bool = False) -> None:
        """Take in a row of headers, the known ones of which are taken already; what stands above holds from here."""
        # The header over the months may say their year: ปีงบประมาณ พ.ศ. 2568.
        self.title += [cell for cell in filled(row) if fiscal_year_in((cell,))]
        self.standing.fiscal_year = self.fiscal_year
        if line := month_of_headers(self.headers):
            self.standing.add(line)
        first = next(filled(row), row[0])
        self.standing.begin(first.place, is_repeated=is_repeated and not self._is_disturbed)
        self.headers = self._without_doubted(settled(self.headers, self.standing.month))
        self._doubt_by_rivals()
        self._is_plan, self._is_disturbed = is_planned(self.name), False
        self.begun[_texts(row)] = self.headers
        self._ignore_outside(row)

    def read(self, row: Row, number: int) -> None:
        """Take in a row of the table: headers again, a line between rows, a report, or what is no report."""
        self._number = number
        if self._begins_again(row):
            return
        cells = self._cells(row, self.headers.columns)
        further = self.headers.again or self.headers.ticks or self.rivals
        differing = self._add_further(row, cells) if further else {}
        if passed := passed_over(cells, row):
            self.problems.append(passed)
        elif self._is_line(row, cells):
            self._read_line(row, cells)
        elif self._is_of_plan(row):
            self._pass_over_plan(row, cells)
        elif self.headers.months:
            self._read_months(row, cells, differing)
        elif not self._goes_on(row, cells):
            self._read_report(row, cells, differing)

    def _doubt_plan(self, row: Row, cells: Mapping[str, Cell]) -> None:
        """Doubt the report above a row without a code that says what came of it, or values and no status."""
        has_code, has_status = (name in cells and not cells[name].is_blank for name in ("measure", "status"))
        if not has_code and (self._is_result or (not has_status and self._says_values(row, cells))):
            self._doubt_last(row)

    def _doubt_last(self, row: Row) -> None:
        if self.rows and self._last + 1 == self._number:
            leave_out_last(self.rows, row)

    def _says_values(self, row: Row, cells: Mapping[str, Cell]) -> bool:
        says_of_months = any(of_month(row, month.columns).cells for month in self.headers.months)
        return says_values(row, cells, says_of_months=says_of_months)

    def _without_doubted(self, headers: Headers) -> Headers:
        """The headers without columns known only by what they hold where a title or an answer says it already.

        Where it was a title, nobody knows which of the two holds.
        """
        doubted = {index: name for index, name in self.by_content.items() if self.standing.tells(name)}
        for index, name in doubted.items():
            if self.standing.doubt(name):
                self.asked[index] = name
        columns = {index: name for index, name in headers.columns.items() if index not in doubted}
        return replace(headers, columns=columns)

    def _doubt_by_rivals(self) -> None:
        """Ask for a section or month that a title says where a column under an unknown header says one too."""
        for index, name in self.rivals.items():
            if name not in self.headers.fields and self.standing.tells(name) and self.standing.doubt(name):
                self.asked[index] = name

    def _begins_again(self, row: Row) -> bool:
        """Whether the row holds headers, which then hold for the rows below it."""
        if not self._may_be_headers(row):
            return False
        if before := self.begun.get(_texts(row)):
            self.headers = before
            self.begin(row, is_repeated=True)
            return True
        found = headers_of(row, answers=self.answers)
        if len(found.columns) < _REPEATED_HEADERS or not is_lower_row(row, self.headers, self.answers):
            return False
        if found.is_complete:
            again = {index: name for index, name in self.by_content.items() if index not in found.columns}
            self.headers = replace(found, columns={**found.columns, **again})
            self.begin(row)
        self._ignore_outside(row)
        return True

    def _may_be_headers(self, row: Row) -> bool:
        """Whether headers stand where the needed ones do, or nothing does; a cheap look, taken at every row."""
        needed = [row[index] for index, name in self.headers.columns.items() if name in NEEDED and index < len(row)]
        written = [cell for cell in needed if not cell.is_blank]
        return known_headers(written or row, self.answers) > 0

    def _is_line(self, row: Row, cells: Mapping[str, Cell]) -> bool:
        """Whether the row stands between reports and is none itself, wherever its texts stand."""
        if is_report_of_a_measure(cells) or self._is_of_months(row):
            return False
        if not self._is_answered(row) and not reports(cells, row):
            return True
        own = {index for index, name in self.headers.columns.items() if name in STANDING}
        others = tuple(cell for index, cell in enumerate(row) if index not in own)
        lines = self.standing.lines(others) if may_mention(others) else []
        # What goes on with a text may mention much: only what names who reports, and when, ends the rows above it.
        return any(line.names if self._text_gone_on(row, cells) else line.mentions for line in lines)

    def _is_of_months(self, row: Row) -> bool:
        """Whether the row holds what was planned or done in single months, and says which of the two."""
        months = {index for month in self.headers.months for index in month.columns}
        return any(index < len(row) and not row[index].is_blank for index in months) and any(
            is_planned_row(cell.text) or is_result_row(cell.text) for cell in filled(row)
        )

    def _read_line(self, row: Row, cells: Mapping[str, Cell]) -> None:
        found = self.standing.read(row, width=max(self.headers.told, default=len(row)) + 1)
        self._is_plan = len(found) == 1 and is_planned_row(found[0].cell.text)
        self.has_results |= any(is_result_row(line.cell.text) for line in found)
        if self._says_values(row, cells) and not any(is_planned_row(cell.text) for cell in filled(row)):
            self._doubt_last(row)
        told = {line.cell.place for line in found if line.tells}
        self.problems += [problem for problem in unclaimed(cells, row) if problem.place not in told]

    def _is_of_plan(self, row: Row) -> bool:
        """Whether the row, or the line or sheet it stands under, says what is planned."""
        if self._is_plan:
            return True
        columns = self.headers.columns
        # Such words are short, and most cells needn't be looked at.
        texts = [
            cell.value
            for index, cell in enumerate(row)
            if isinstance(cell.value, str) and len(cell.value) <= LONGEST_WORD and columns.get(index) not in ANSWERS
        ]
        self._is_result = any(map(is_result_row, texts))
        self.has_results |= self._is_result
        return any(map(is_planned_row, texts))

    def _pass_over_plan(self, row: Row, cells: Mapping[str, Cell]) -> None:
        """Keep what a row of the plan says of measure, section and month for the row of results below it."""
        self._repeats.told(cells, self.standing.report(), month_is_header=bool(self.headers.months))
        self._repeats.keep(cells)
        self.planned.append(next(filled(row)))

    def _is_answered(self, row: Row) -> bool:
        """Whether a cell of the row stands under what sections report: a lone "15 ม.ค. 68" there is a day's report."""
        cells = [row[index] for index, name in self.headers.columns.items() if name in ANSWERS and index < len(row)]
        return any(not cell.is_blank and cell.place == cell.origin for cell in cells)

    def _read_report(self, row: Row, cells: dict[str, Cell], differing: Mapping[str, Cell]) -> None:
        if reports(cells, row):
            self._ignore_outside(row)
            self._doubt_plan(row, cells)
            self._take(row, cells, differing)
        else:
            self._is_disturbed = True
            self.standing.pass_by(row)
            if self._says_values(row, cells):
                self._doubt_last(row)
            self.problems += unclaimed(cells, row)

    def _goes_on(self, row: Row, cells: Mapping[str, Cell]) -> bool:
        """Take in a row that only goes on with a text of the report right above it; whether it does."""
        name = self._text_gone_on(row, cells)
        if name:
            self.rows[-1], problem = gone_on(self.rows[-1], name, cells[name])
            self.problems.append(problem)
            self._last = self._number
        return bool(name)

    def _text_gone_on(self, row: Row, cells: Mapping[str, Cell]) -> str:
        """The field of the text that a row goes on with, right below a report; empty for any other row."""
        if self.headers.months or self._last + 1 != self._number or not may_go_on(cells):
            return ""
        is_alike = (self._number in self.hidden_rows) == (self._last in self.hidden_rows)
        return text_alone(cells, row) if is_alike else ""

    def _cells(self, row: Row, columns: Mapping[int, str]) -> dict[str, Cell]:
        return {name: upright(row[index]) for index, name in columns.items() if index < len(row)}

    def _add_further(self, row: Row, cells: dict[str, Cell]) -> dict[str, Cell]:
        """Add what further columns and ticks say of a field to its cell; the cells that say something else."""
        held = RowCells(cells)
        for index, name in self.headers.again.items():
            if index < len(row) and held.add(name, upright(row[index])):
                self.told_twice[index] = column_again(self.headers, index)
                self.asked |= dict.fromkeys(which_of(self.headers, index) if name in held.differing else (), name)
        for index, header in self.headers.ticks.items():
            if index < len(row):
                held.add("status", ticked(upright(row[index]), header))
        for index, name in self.rivals.items():
            if index < len(row) and held.doubt(name, upright(row[index])):
                self.asked[index] = name
        return held.differing

    def _read_months(self, row: Row, cells: dict[str, Cell], differing: Mapping[str, Cell]) -> None:
        """A row that reports on several months, one column or more for each."""
        read = ((month, of_month(row, month.columns)) for month in self.headers.months)
        reported = [(month, answers) for month, answers in read if answers.cells]
        is_of_measure = not cells.get("measure", row[0]).is_blank or self._is_result
        if not is_of_measure or not reported:
            if reported:
                self._doubt_last(row)
            self.problems += unclaimed(cells, row)
            return
        self._ignore_outside(row)
        self._doubt_plan(row, cells)
        for month, answers in reported:
            told = {**cells, **answers.cells, "month": month.header}
            self._take(row, told, {**differing, **answers.differing}, is_of_month=True)

    def _take(
        self, row: Row, cells: dict[str, Cell], differing: Mapping[str, Cell], *, is_of_month: bool = False
    ) -> None:
        scope = self.standing.report()
        told = self._repeats.told(cells, scope, month_is_header=is_of_month)
        if not cells.get("key", row[0]).is_blank and "key" in cells:
            # The template's key says what its row is of, unless a person says otherwise.
            told = {name: found for name, found in told.items() if scope.is_answered(name)}
        above = {name: found.value for name, found in told.items() if isinstance(found, Sure)}
        if code := self._repeats.measure(cells, is_result=self._is_result):
            above["measure"] = code
        self._repeats.keep(cells)
        self._is_disturbed = False
        if otherwise := said_otherwise([row[index] for index in self.unread if index < len(row)], told, self.standing):
            self.asked |= dict.fromkeys(self.unread, next(iter(otherwise)))
        differing = {**differing, **otherwise}
        taken = monthly_row(row[0].place, {**cells, **above}, self.is_sample, is_of_month, differing)
        if taken.is_unreported:
            self.unreported.append(taken.cell("measure"))
            return
        self._last = self._number
        is_hidden = self.is_hidden or self._number in self.hidden_rows
        self.rows.append(replace(taken, told=told, begins=scope.place, is_hidden=is_hidden))

    def _ignore_outside(self, row: Row) -> None:
        for index in sorted(set(range(len(row))) - self.headers.told):
            if not row[index].is_blank and not row[index].is_covered:
                first, count = self.ignored.get(index, (row[index], 0))
                self.ignored[index] = first, count + 1


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def is_sample(cell: Cell) -> bool:
    """Whether a cell says that the data are invented."""
    return normalised(SAMPLE_MARK) in normalised(cell.text)
