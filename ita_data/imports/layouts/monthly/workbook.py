"""A monthly workbook as a whole: its sheets, its rows judged, and the records they come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ita_data.imports.grid import PROSE, Grid, filled
from ita_data.imports.layouts.layout import Known, LayoutReading
from ita_data.imports.layouts.monthly.above import Above
from ita_data.imports.layouts.monthly.background import Background, background_of, plan_of
from ita_data.imports.layouts.monthly.contents import Test, questions, tests_of
from ita_data.imports.layouts.monthly.headers import NEEDED, TABLE
from ita_data.imports.layouts.monthly.review import Judged, Key, judged, month_in
from ita_data.imports.layouts.monthly.sheets import MonthlySheet, read_sheet
from ita_data.imports.layouts.monthly.tables import Table, table_of
from ita_data.imports.layouts.monthly.template import base_of, own_sheets
from ita_data.imports.reading import ColumnQuestion, RawRow
from ita_data.imports.spellings import header_shown, standard_sections
from ita_data.labels import month_label
from ita_data.model.periods import FiscalMonth
from ita_data.model.problems import Place, Problem, Verdict, verdict_of
from ita_data.model.records import Records, Section


@dataclass(slots=True)
class _Found:
    """What the sheets of a workbook hold: those that were read, and what keeps the others from it.

    `unplaced` are sheets whose rows could be read but for the section or the month that they are about.
    """

    sheets: list[MonthlySheet] = field(default_factory=list)
    unplaced: list[MonthlySheet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    incomplete: list[Problem] = field(default_factory=list)
    columns: list[ColumnQuestion] = field(default_factory=list)


def is_monthly(grids: Iterable[Grid]) -> bool:
    """Whether one of these sheets holds a monthly table, or what was meant for one."""
    tests = tests_of(standard_sections(), frozenset())
    return any(table_of(grid, tests, {}) for grid in grids)


def read_workbook(grids: Sequence[Grid], known: Known) -> LayoutReading:
    """Reviews of one fiscal year; refused without a needed header, its office's plan or any row that can be taken."""
    found = _found_in(grids, known)
    if not found.sheets:
        refusals = [replace(problem, code="column-missing") for problem in found.incomplete]
        unplaced = _raw(_judged_rows(found.unplaced, background_of(None, known, found.unplaced, [])))
        return LayoutReading(unplaced, None, _once([*found.problems, *refusals]), tuple(found.columns), base_of(grids))
    months = [month for sheet in found.sheets for month in _months(sheet)]
    plan, refusals = plan_of(found.sheets, months, known)
    background = background_of(plan, known, found.sheets, months)
    rows = _judged_rows(found.sheets, background)
    sheet_problems = [problem for sheet in found.sheets for problem in sheet.problems]
    row_problems = [problem for row in rows for problem in row.problems]
    problems = [*found.problems, *found.incomplete, *sheet_problems, *refusals, *row_problems]
    if not any(row.ok for row in rows):
        problems.append(Problem("no-rows", Place()))
    is_refused = plan is None or verdict_of(problems) is Verdict.REJECTED
    records = None if is_refused or plan is None else _records(plan, rows)
    return LayoutReading(_raw(rows), records, _once(problems), tuple(found.columns), base_of(grids))


def _found_in(grids: Sequence[Grid], known: Known) -> _Found:
    """The monthly sheets of a workbook, read as far as they can be."""
    sections, found, own = _sections(known), _Found(), own_sheets(grids)
    measures = frozenset(measure.code for plan in known.plans.values() for measure in plan.measures)
    tests = tests_of(sections, measures)
    above = Above(sections)
    prose: list[Problem] = []
    for grid in grids:
        if grid.sheet in own:
            continue
        table = table_of(grid, tests, known.answers(TABLE))
        if table:
            _add_sheet(found, grid, table, above, tests, known)
            prose = []
        elif grid.sheet == PROSE:
            above.read(grid)
            prose += _ignored(grid)
        else:
            found.problems += _ignored(grid)
    # What stands above a table has been read; below the last one nothing reports.
    found.problems += prose
    return found


def _add_sheet(found: _Found, grid: Grid, table: Table, above: Above, tests: dict[str, Test], known: Known) -> None:
    """Add what a sheet holds, or what it lacks with the questions about its columns."""
    missing = sorted(NEEDED - table.headers.fields)
    sheet = None if missing else read_sheet(grid, table, above, known.answers(TABLE))
    missing = missing or (sheet.missing() if sheet else [])
    if sheet:
        (found.unplaced if missing else found.sheets).append(sheet)
    if not missing:
        return
    headers = table.headers
    place = Place(grid.sheet, headers.place.cell)
    found.incomplete += [Problem("sheet-incomplete", place, header_shown(TABLE, name)) for name in missing]
    if table.months_beside and "month" in missing:
        found.problems.append(Problem("months-unclear", place, header_shown(TABLE, "status")))
    found.columns += questions(grid.sheet, headers, table.unknown, {name: tests[name] for name in missing})


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


def _judged_rows(sheets: Sequence[MonthlySheet], background: Background) -> list[Judged]:
    """Every row judged; of two with the same measure, section and month the first is taken."""
    taken: dict[Key, Place] = {}
    rows: list[Judged] = []
    for sheet in sheets:
        year, fractions = sheet.fiscal_year, sheet.fractions
        for row in sheet.rows:
            found = judged(row, background, year, fractions)
            twice = [_duplicate(found, key, taken[key]) for key in found.keys if key in taken]
            rows.append(replace(found, problems=(*found.problems, *twice), reviews=()) if twice else found)
            if not twice:
                taken |= dict.fromkeys(found.keys, row.place)
    return rows


def _duplicate(found: Judged, key: Key, first: Place) -> Problem:
    measure, section, month = key
    shown = f"{measure} {section} {month_label(month.first_day)}"
    return Problem("row-duplicate", found.row.place, shown, {"first": str(first)})


def _raw(rows: Iterable[Judged]) -> tuple[RawRow, ...]:
    return tuple(RawRow("review", row.row.place, row.row.texts, row.ok, row.values) for row in rows)


def _records(plan: Records, rows: Iterable[Judged]) -> Records:
    reviews = tuple(review for row in rows for review in row.reviews)
    is_sample = any(review.is_sample for review in reviews)
    return Records(plan.organisation, plan.fiscal_year, reviews=reviews, is_sample=is_sample)


def _once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Every problem once: a section or month that stands above many rows is wrong in one place only."""
    return tuple({(problem.code, problem.place, problem.value): problem for problem in problems}.values())
