"""A plan's whole fiscal year, counted once: every view of it is a part of these tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

import pandas as pd

from ita_data.metrics.cells import cells_of, first_month_of
from ita_data.metrics.known_plan import KnownPlan
from ita_data.metrics.recurring import rounds_of
from ita_data.metrics.statuses import Statuses
from ita_data.model.plan_name import PlanName
from ita_data.model.rules import Rules
from ita_data.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Year:
    """What became of every expected cell and every measure in all twelve months, as known on `as_of`.

    Its tables are shared and not to be written to: `cells` as of `cells_of`, `office_statuses` and `section_statuses`
    as of `Statuses`, `rounds` as of `rounds_of`, `links` as of `KnownPlan.links`, `measures` and `assignments` in the
    order of the report. `first_expected_month` is the first one of which a report is expected, October where none is.
    """

    snapshot: Snapshot
    as_of: date
    first_expected_month: int
    sections: list[str]
    measures: pd.DataFrame
    assignments: pd.DataFrame
    links: pd.DataFrame
    cells: pd.DataFrame
    office_statuses: pd.DataFrame
    section_statuses: pd.DataFrame
    rounds: pd.DataFrame

    @property
    def plan(self) -> PlanName:
        """The plan that it is the year of."""
        return PlanName(self.snapshot.organisation, self.snapshot.fiscal_year)

    @property
    def fiscal_year(self) -> int:
        """The Buddhist year in which it ends."""
        return self.snapshot.fiscal_year

    def rules_in(self, month: int) -> Rules:
        """What the office decided for a fiscal month."""
        return self.snapshot.rules_in(month)

    @property
    def overdue_until(self) -> date:
        """The day up to which what is missing becomes more overdue."""
        return closing_day(self.snapshot, self.as_of)

    @property
    def indicators(self) -> pd.Series:
        """The numbers of the plan's indicators."""
        return self.snapshot.indicators["indicator"].sort_values()

    @property
    def initiatives(self) -> pd.Series:
        """The numbers of the plan's initiatives."""
        return self.snapshot.initiatives["initiative"].sort_values()

    @property
    def ages(self) -> dict[int, int]:
        """How many days after its due date each month is seen on `as_of`; before it the number is negative."""
        due_dates = self.snapshot.months[["month", "due_on"]].values.tolist()
        return {month: (self.as_of - due_on).days for month, due_on in due_dates}

    def at_ages(self, ages: Mapping[int, int]) -> "Year":
        """The same year with these months seen so many days after their due dates.

        Only so can months be set against each other: an older one had more days to catch up.
        """
        return _at_ages(self, tuple(ages.items()))


def year_of(snapshot: Snapshot, as_of: date, ages: Mapping[int, int] = MappingProxyType({})) -> Year:
    """The fiscal year of a snapshot as known on `as_of`: a review first received later was not there yet.

    `ages` are as of `KnownPlan`.
    """
    known = KnownPlan(snapshot, as_of, ages)
    statuses, cells = Statuses(known), cells_of(known)
    return Year(
        snapshot=snapshot,
        as_of=as_of,
        first_expected_month=first_month_of(known.expected),
        sections=known.sections,
        measures=known.measures[["measure", "indicator", "initiative", "text"]],
        assignments=known.assignments,
        links=known.links,
        cells=cells,
        office_statuses=statuses.of_office(),
        section_statuses=statuses.of_sections(),
        rounds=rounds_of(known, cells),
    )


@lru_cache(maxsize=8)
def _at_ages(year: Year, ages: tuple[tuple[int, int], ...]) -> Year:
    """Several metrics of one view ask for the same."""
    return year_of(year.snapshot, year.as_of, dict(ages))


def closing_day(snapshot: Snapshot, today: date) -> date:
    """A year's own end, or today in a year that hasn't ended.

    As of it a year stands beside another one, and no report becomes more overdue after it. A year has ended on the day
    after September's reports were due, for until then they aren't missing.
    """
    last_due_on: date = snapshot.months["due_on"].max()
    return min(today, last_due_on + timedelta(days=1))
