"""A monthly workbook as a whole: its sheets, its rows judged, and the records they come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ita_data.imports.grid import PROSE, Cell, Grid, filled
from ita_data.imports.layouts.layout import Known, LayoutReading
from ita_data.imports.layouts.monthly.background import Background, background_of, plan_of
from ita_data.imports.layouts.monthly.columns_told import signs_told
from ita_data.imports.layouts.monthly.contents import Test, doubted_columns, offers, questions, tests_of
from ita_data.imports.layouts.monthly.context.agreement import agreeing
from ita_data.imports.layouts.monthly.context.names import names_of
from ita_data.imports.layouts.monthly.context.standing import Standing
from ita_data.imports.layouts.monthly.habits import habits_of
from ita_data.imports.layouts.monthly.headers import NEEDED, TABLE
from ita_data.imports.layouts.monthly.hidden import Offered, notes_of_read, without_hidden_rows
from ita_data.imports.layouts.monthly.meanings import word_questions
from ita_data.imports.layouts.monthly.parts import open_fields, parts_of, questions_of
from ita_data.imports.layouts.monthly.read_sheet import read_sheet
from ita_data.imports.layouts.monthly.review import Judged, judged, month_in
from ita_data.imports.layouts.monthly.same import without_same
from ita_data.imports.layouts.monthly.sheets import MonthlySheet
from ita_data.imports.layouts.monthly.slips import with_months_asked
from ita_data.imports.layouts.monthly.tables import Table, table_of
from ita_data.imports.layouts.monthly.template import base_of, own_sheets
from ita_data.imports.reading import ColumnQuestion, RawRow
from ita_data.imports.spellings import header_shown, standard_sections
from ita_data.model.periods import FiscalMonth
from ita_data.model.problems import Place, Problem, Verdict, verdict_of
from ita_data.model.records import Records, Section


@dataclass(slots=True)
class _Found:
    """What the sheets of a workbook hold: those that were read, and what keeps the others from it.

    `tables` are all tables with their sheets, as far as these could be read.
    """

    tables: list[tuple[Grid, Table, MonthlySheet | None]] = field(default_factory=list)
    sheets: list[MonthlySheet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    incomplete: list[Problem] = field(default_factory=list)
    columns: list[ColumnQuestion] = field(default_factory=list)
    signs: list[Problem] = field(default_factory=list)


def is_monthly(grids: Iterable[Grid]) -> bool:
    """Whether one of these sheets holds a monthly table, or what was meant for one."""
    tests = tests_of(standard_sections(), frozenset())
    return any(table_of(grid, tests, {}) for grid in grids)


def has_reports(grids: Iterable[Grid]) -> bool:
    """Whether one of these sheets holds a monthly table with all that it needs."""
    tests = tests_of(standard_sections(), frozenset())
    tables = (table_of(grid, tests, {}) for grid in grids)
    return any(table is not None and table.headers.is_complete for table in tables)


def read_workbook(grids: Sequence[Grid], known: Known) -> LayoutReading:
    """Reviews of one fiscal year; refused without a needed header, its office's plan or any row that can be taken."""
    found = _found_in(grids, known)
    if not found.sheets:
        refusals = [replace(problem, code="column-missing") for problem in found.incomplete]
        problems = [*found.problems, *(refusals or [Problem("no-rows", Place())]), *found.signs]
        return LayoutReading((), None, _once(problems), tuple(found.columns), base_of(grids))
    months = [month for sheet in found.sheets for month in _months(sheet)]
    plan, refusals = plan_of(found.sheets, months, known)
    background = background_of(plan, known, found.sheets, months, base_of(grids))
    offered = _judged_rows(found.sheets, background)
    rows = without_same(offered.rows)
    sheet_problems = notes_of_read([problem for sheet in found.sheets for problem in sheet.problems], rows)
    row_problems = [problem for row in rows for problem in row.problems]
    problems = [*found.problems, *found.incomplete, *sheet_problems, *refusals, *row_problems]
    asked = questions_of(rows, background)
    is_any_taken = any(row.ok for row in rows)
    if not is_any_taken and not asked:
        problems.append(Problem("no-rows", Place()))
    is_refused = plan is None or not is_any_taken or verdict_of(problems) is Verdict.REJECTED
    return LayoutReading(
        _raw(rows),
        None if is_refused or plan is None else _records(plan, rows, base_of(grids)),
        _once(problems),
        tuple(found.columns),
        base_of(grids),
        (*asked, *offered.questions),
        parts_of(rows),
        word_questions(row_problems, background),
    )


def _found_in(grids: Sequence[Grid], known: Known) -> _Found:
    """The monthly sheets of a workbook, read as far as they can be."""
    sections, found, own = _sections(known), _Found(), own_sheets(grids)
    measures = frozenset(measure.code for plan in known.plans.values() for measure in plan.measures)
    tests = tests_of(sections, measures)
    document = Standing(sections, known.context) if any(grid.sheet == PROSE for grid in grids) else None
    title: list[Cell] = []
    prose: list[Problem] = []
    for grid in grids:
        if grid.sheet in own:
            continue
        table = table_of(grid, tests, known.answers(TABLE))
        if table:
            standing = document or Standing(sections, known.context)
            standing.names = names_of(grid.sheet, known.file_name, sections)
            is_complete = table.headers.is_complete
            sheet = read_sheet(grid, table, standing, title, known.answers(TABLE)) if is_complete else None
            found.tables.append((grid, table, sheet))
            prose = []
        elif grid.sheet == PROSE and document:
            title += [cell for row in grid.rows if document.read(row) for cell in filled(row)]
            prose += _ignored(grid)
        else:
            found.problems += _ignored(grid)
    # What stands around a table has been read; below the last one nothing reports.
    found.problems += prose
    for grid, table, sheet in found.tables:
        _add_sheet(found, grid, table, sheet, tests, known)
    return found


def _add_sheet(
    found: _Found, grid: Grid, table: Table, sheet: MonthlySheet | None, tests: dict[str, Test], known: Known
) -> None:
    """Add what a sheet holds, or what it lacks with the questions about its columns."""
    headers = table.headers
    place = Place(grid.sheet, headers.place.cell)
    missing = sorted(NEEDED - headers.fields)
    if sheet is None:
        found.incomplete += [Problem("sheet-incomplete", place, header_shown(TABLE, name)) for name in missing]
        found.signs += signs_told(grid, table)
    else:
        sheet.habits = habits_of(sheet.rows, sheet.fiscal_year)
        sheet.rows = with_months_asked(agreeing(sheet.rows, sheet.standing), sheet.habits, known.context)
        found.sheets.append(sheet)
        found.columns += doubted_columns(grid.sheet, headers, sheet.asked, grid.rows[table.header_rows.stop :])
        missing = open_fields(sheet.rows)
    if table.months_beside and "month" in missing:
        found.problems.append(Problem("months-unclear", place, header_shown(TABLE, "status")))
    if missing:
        found.columns += questions(grid.sheet, headers, table.unknown, {name: tests[name] for name in missing})
    elif sheet is not None:
        found.columns += offers(grid.sheet, headers, table.unknown, sheet.asked)


def _sections(known: Known) -> tuple[Section, ...]:
    """The sections of all plans that are known, or those that every district office has."""
    named = {section.name: section for plan in known.plans.values() for section in plan.sections}
    return tuple(named.values()) or standard_sections()


def _ignored(grid: Grid) -> list[Problem]:
    count = sum(1 for row in grid.rows for _cell in filled(row))
    return [Problem("sheet-ignored", Place(grid.sheet), grid.sheet, {"count": str(count)})] if count else []


def _months(sheet: MonthlySheet) -> list[FiscalMonth]:
    """The months of the rows that name one."""
    year = sheet.fiscal_year
    return [month for row in sheet.rows if (month := month_in(row, year))]


def _judged_rows(sheets: Sequence[MonthlySheet], background: Background) -> Offered:
    """Every row judged, what is hidden beside what is visible left out."""
    rows: list[Judged] = []
    for sheet in sheets:
        rows += [judged(row, background, sheet.habits) for row in sheet.rows]
    hidden = frozenset(sheet.name for sheet in sheets if sheet.is_hidden)
    return without_hidden_rows(rows, hidden, background.known.context)


def _raw(rows: Iterable[Judged]) -> tuple[RawRow, ...]:
    return tuple(RawRow("review", row.row.place, row.row.texts, row.ok, row.values) for row in rows)


def _records(plan: Records, rows: Iterable[Judged], base: int | None) -> Records:
    reviews = tuple(review for row in rows for review in row.reviews)
    if base is not None:
        # The sample office's form bears the mark, but what comes back in it somebody filled in.
        reviews = tuple(replace(review, is_sample=False) for review in reviews)
    is_sample = any(review.is_sample for review in reviews)
    return Records(plan.organisation, plan.fiscal_year, reviews=reviews, is_sample=is_sample)


def _once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Every problem once: a section or month that stands above many rows is wrong in one place only."""
    return tuple({(problem.code, problem.place, problem.value): problem for problem in problems}.values())
