"""A plan's whole fiscal year, counted once: every view of it is a part of these tables."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from ita_data.metrics.cells import cells_of
from ita_data.metrics.known_plan import KnownPlan
from ita_data.metrics.statuses import office_statuses_of, section_statuses_of
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Rules
from ita_data.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Year:
    """What became of every expected cell and every measure in all twelve months, as known on `as_of`.

    It holds states and the plan's own frame, and no reviews, so it is small to keep. Its tables are shared and not to
    be written to: `cells` as of `cells_of`, `office_statuses` and `section_statuses` as of the functions of that name,
    `measures` and `assignments` in the order of the report, `links` as of `KnownPlan.links`. `overdue_until` is the day
    up to which what is missing becomes more overdue, as of `closing_day`.
    """

    organisation: str
    fiscal_year: int
    rules: Rules
    as_of: date
    overdue_until: date
    sections: list[str]
    indicators: pd.Series
    initiatives: pd.Series
    measures: pd.DataFrame
    assignments: pd.DataFrame
    links: pd.DataFrame
    cells: pd.DataFrame
    office_statuses: pd.DataFrame
    section_statuses: pd.DataFrame

    @property
    def plan(self) -> PlanName:
        """The plan that it is the year of."""
        return PlanName(self.organisation, self.fiscal_year)


def year_of(snapshot: Snapshot, as_of: date) -> Year:
    """The fiscal year of a snapshot as known on `as_of`: a review first received later was not there yet."""
    known = KnownPlan(snapshot, as_of)
    return Year(
        organisation=snapshot.organisation,
        fiscal_year=snapshot.fiscal_year,
        rules=snapshot.rules,
        as_of=as_of,
        overdue_until=closing_day(snapshot, as_of),
        sections=known.sections,
        indicators=snapshot.indicators["indicator"].sort_values(),
        initiatives=snapshot.initiatives["initiative"].sort_values(),
        measures=known.measures[["measure", "indicator", "initiative", "text"]],
        assignments=known.assignments,
        links=known.links,
        cells=cells_of(known),
        office_statuses=office_statuses_of(known),
        section_statuses=section_statuses_of(known),
    )


def closing_day(snapshot: Snapshot, today: date) -> date:
    """A year's own end, or today in a year that hasn't ended.

    As of it a year stands beside another one, and no report becomes more overdue after it. A year has ended on the day
    after September's reports were due, for until then they aren't missing.
    """
    last_due_on: date = snapshot.months["due_on"].max()
    return min(today, last_due_on + timedelta(days=1))
