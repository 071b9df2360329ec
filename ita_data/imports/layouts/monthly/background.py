"""What the rows of a monthly workbook are judged against: the plan it reports on, or what there is without one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ita_data.imports.layouts.layout import Known
from ita_data.imports.layouts.monthly.headers import TABLE
from ita_data.imports.layouts.monthly.numbers import Numbers, numbers_of
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.layouts.monthly.sheets import MonthlySheet
from ita_data.imports.layouts.responsible import NamedSection, sections_in
from ita_data.imports.layouts.titles import organisation_in
from ita_data.imports.spellings import section_named, standard_sections
from ita_data.imports.values import measure_code
from ita_data.model.periods import FiscalMonth
from ita_data.model.planning.asked import real_assignments
from ita_data.model.problems import Place, Problem
from ita_data.model.records import Records, Section
from ita_data.model.spelling import normalised

_SHORTEST_TITLE = 12
"""So many letters at least tell a measure by the beginning of its title."""


@dataclass(frozen=True, slots=True)
class Background:
    """The plan, its fiscal year, sections and measures; without a plan those that the file and every office have."""

    known: Known
    plan: Records | None
    fiscal_year: int | None
    sections: tuple[Section, ...]
    measures: frozenset[str]
    assigned: Mapping[str, frozenset[str]]
    titles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    numbers: Numbers = field(default_factory=Numbers)
    _named: dict[str, tuple[NamedSection, ...]] = field(default_factory=dict)
    _titled: dict[str, frozenset[str]] = field(default_factory=dict)

    def sections_in(self, text: str) -> tuple[NamedSection, ...]:
        """The sections that a text names; the same few texts stand in all rows."""
        if text not in self._named:
            self._named[text] = tuple(map(self._as_answered, sections_in(text, self.sections)))
        return self._named[text]

    def titled(self, text: str) -> frozenset[str]:
        """The measures whose titles are this text, or begin with it where it was cut short; none where it is short."""
        wanted = normalised(text)
        if len(wanted) < _SHORTEST_TITLE:
            return frozenset()
        if wanted not in self._titled:
            found = (codes for title, codes in self.titles.items() if title.startswith(wanted))
            self._titled[wanted] = frozenset().union(*found)
        return self._titled[wanted]

    def _as_answered(self, found: NamedSection) -> NamedSection:
        """A section that nobody knew as a person explained it."""
        said = None if found.name else self.known.meaning(TABLE, "section", found.text)
        section = section_named(said, self.sections) if said else None
        return replace(found, name=section.name, is_certain=True) if section else found


def background_of(
    plan: Records | None,
    known: Known,
    sheets: Sequence[MonthlySheet],
    months: Iterable[FiscalMonth],
    base: int | None = None,
) -> Background:
    """What to judge these sheets against; their `months` tell the fiscal year where neither plan nor title does.

    `base` is the store's revision that the workbook was made from, where it says so.
    """
    if plan is None:
        year = next((sheet.fiscal_year for sheet in sheets if sheet.fiscal_year), None) or most_common_year(months)
        rows = [row for sheet in sheets for row in sheet.rows]
        return Background(known, None, year, standard_sections(), _likely_measures(rows), {})
    assigned: dict[str, set[str]] = {}
    for assignment in real_assignments(plan.assignments, plan.sections):
        assigned.setdefault(assignment.measure, set()).add(assignment.section)
    measures = frozenset(measure.code for measure in plan.measures)
    return Background(
        known,
        plan,
        plan.fiscal_year,
        plan.sections,
        measures,
        {measure: frozenset(sections) for measure, sections in assigned.items()},
        _titles(plan),
        numbers_of(plan, known, base),
    )


def plan_of(
    sheets: Sequence[MonthlySheet], months: Sequence[FiscalMonth], known: Known
) -> tuple[Records | None, list[Problem]]:
    """The plan that is reported on, or the problem that keeps it from being found."""
    if not known.plans and not known.offices:
        return None, [Problem("plan-unknown-yet", Place())]
    office, problems = _office(sheets, known)
    if problems:
        return None, problems
    plans = {year: plan for (name, year), plan in known.plans.items() if name == office}
    fiscal_year = most_common_year(months, plans)
    if fiscal_year is None or fiscal_year in plans:
        return plans.get(fiscal_year or max(plans, default=0)), []
    return None, [Problem("plan-missing", Place(), str(fiscal_year))]


def _titles(plan: Records) -> dict[str, frozenset[str]]:
    """The codes of the measures by their titles, as these are compared."""
    titles: dict[str, set[str]] = {}
    for measure in plan.measures:
        titles.setdefault(normalised(measure.text), set()).add(measure.code)
    return {title: frozenset(codes) for title, codes in titles.items()}


def most_common_year(months: Iterable[FiscalMonth], plans: Mapping[int, Records] | None = None) -> int | None:
    """The fiscal year of most rows, looking first at those for which there is a plan."""
    years = [month.fiscal_year for month in months]
    counted = Counter([year for year in years if year in (plans or {})] or years).most_common(1)
    return counted[0][0] if counted else None


def _office(sheets: Sequence[MonthlySheet], known: Known) -> tuple[str, list[Problem]]:
    """The office whose plan is reported on: the only one there is, or the one named above the headers.

    A workbook that names another one than its plan's office is refused, and so is one that might be anybody's.
    """
    offices = sorted({office for office, _year in known.plans})
    titles = [organisation_in(sheet.title, offices) for sheet in sheets]
    named = [name for name in titles if name]
    if len(offices) > 1 and not named:
        return "", [Problem("office-ambiguous", Place())]
    office = offices[0] if len(offices) == 1 else next(iter(named), "")
    others = dict.fromkeys(name for name in named if name != office)
    return office, [Problem("office-different", Place(), name, {"office": office}) for name in others]


def _likely_measures(rows: Sequence[MonthlyRow]) -> frozenset[str]:
    """The codes that stand in a file, with the one after the last of each indicator.

    A number 4.1 may be measure 4.10 only where there is a 4.9.
    """
    codes = {code for row in rows if (code := measure_code(row.cell("measure")))}
    last: dict[str, int] = {}
    for code in codes:
        group, _dot, number = code.partition(".")
        last[group] = max(last.get(group, 0), int(number))
    return frozenset(codes | {f"{group}.{number + 1}" for group, number in last.items()})
