"""The monthly workbook: one row for each measure, section and month, reported against a stored plan."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ita_data.imports.grid import Grid
from ita_data.imports.layouts.layout import Known, LayoutReading
from ita_data.imports.layouts.monthly_review import month_of, review_of
from ita_data.imports.layouts.monthly_rows import NEEDED_HEADS, TABLE, MonthlyRow, MonthlySheet, columns_of, read_sheet
from ita_data.imports.layouts.titles import organisation_in
from ita_data.imports.reading import RawRow
from ita_data.imports.spellings import head_shown
from ita_data.labels import month_label
from ita_data.model.periods import FiscalMonth
from ita_data.model.problems import Place, Problem
from ita_data.model.records import Records, Review

_TELLING_HEADS = 3
"""As many known heads show that a monthly workbook was meant, though a needed one is missing."""


class MonthlyLayout:
    """Reads the monthly workbook from any file type; sheets without its heads are left aside."""

    name = "monthly"

    def recognises(self, grids: Sequence[Grid]) -> bool:
        """Whether a row holds the heads of measure and status, or one of them beside two others."""
        _place, heads = _best_heads(grids)
        return heads >= NEEDED_HEADS or (len(heads) >= _TELLING_HEADS and bool(heads & NEEDED_HEADS))

    def read(self, grids: Sequence[Grid], known: Known) -> LayoutReading:
        """Reviews of one fiscal year; refused without a needed head, its office's plan or any row that can be taken."""
        place, heads = _best_heads(grids)
        if missing := NEEDED_HEADS - heads:
            absent = (Problem("column-missing", place, head_shown(TABLE, name)) for name in sorted(missing))
            return LayoutReading((), None, tuple(absent))
        sheets = [read_sheet(grid) for grid in grids]
        rows = [row for sheet in sheets for row in sheet.rows]
        problems = [problem for sheet in sheets for problem in sheet.problems]
        office, refusals = _office(sheets, known)
        records, found = (None, refusals) if refusals else _records(rows, _plans_of(office, known), known)
        return LayoutReading(tuple(map(_raw, rows)), records, _once([*problems, *found]))


def _best_heads(grids: Sequence[Grid]) -> tuple[Place, frozenset[str]]:
    """The row with the most of the workbook's heads, those with all needed ones before any other."""
    rows = [(row[0].place, frozenset(columns_of(row).values())) for grid in grids for row in grid.rows if row]
    return max(rows, key=lambda found: (found[1] >= NEEDED_HEADS, len(found[1])), default=(Place(), frozenset()))


def _raw(row: MonthlyRow) -> RawRow:
    return RawRow("review", row.place, {name: cell.text for name, cell in row.cells.items()})


def _office(sheets: Sequence[MonthlySheet], known: Known) -> tuple[str, list[Problem]]:
    """The office whose plan is reported on: the only one there is, or the one named above the heads.

    A workbook that names another one than its plan's office is refused, and so is one that might be anybody's.
    """
    offices = sorted({office for office, _year in known.plans})
    titles = [organisation_in(sheet.title, offices) for sheet in sheets if sheet.columns]
    named = [name for name in titles if name]
    if len(offices) > 1 and not named:
        return "", [Problem("office-ambiguous", Place())]
    office = offices[0] if len(offices) == 1 else next(iter(named), "")
    others = dict.fromkeys(name for name in named if name != office)
    return office, [Problem("office-different", Place(), name, {"office": office}) for name in others]


def _plans_of(office: str, known: Known) -> dict[int, Records]:
    return {year: plan for (name, year), plan in known.plans.items() if name == office}


def _records(
    rows: Sequence[MonthlyRow], plans: Mapping[int, Records], known: Known
) -> tuple[Records | None, list[Problem]]:
    months = [month_of(row) for row in rows]
    fiscal_year = _fiscal_year([month for month, _problems in months if month], plans)
    if fiscal_year is None:
        return None, [*(problem for _month, found in months for problem in found), Problem("no-rows", Place())]
    if fiscal_year not in plans:
        return None, [Problem("plan-missing", Place(), str(fiscal_year))]
    plan = plans[fiscal_year]
    reviews, problems = _reviews(rows, plan, known)
    if not reviews:
        return None, [*problems, Problem("no-rows", Place())]
    is_sample = any(review.is_sample for review in reviews)
    return Records(plan.organisation, fiscal_year, reviews=tuple(reviews), is_sample=is_sample), problems


def _fiscal_year(months: Sequence[FiscalMonth], plans: Mapping[int, Records]) -> int | None:
    """The fiscal year of most rows, looking first at those for which there is a plan."""
    years = [month.fiscal_year for month in months]
    counted = Counter([year for year in years if year in plans] or years).most_common(1)
    return counted[0][0] if counted else None


def _reviews(rows: Sequence[MonthlyRow], plan: Records, known: Known) -> tuple[list[Review], list[Problem]]:
    """The reviews of all rows; of two with the same measure, section and month the first is taken."""
    taken: dict[tuple[str, ...], tuple[Review, Place]] = {}
    problems: list[Problem] = []
    for row in rows:
        review, found = review_of(row, plan, known)
        problems += found
        if review and review.key in taken:
            first = taken[review.key][1]
            problems.append(Problem("row-duplicate", row.place, _shown(review, plan), {"first": str(first)}))
        elif review:
            taken[review.key] = review, row.place
    return [review for review, _place in taken.values()], problems


def _shown(review: Review, plan: Records) -> str:
    month = month_label(FiscalMonth(plan.fiscal_year, review.month).first_day)
    return f"{review.measure} {review.section} {month}"


def _once(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Every problem once: a section or month that stands above many rows is wrong in one place only."""
    return tuple({(problem.code, problem.place): problem for problem in problems}.values())
