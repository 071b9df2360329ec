"""A plan's whole fiscal year, counted once: every view of it is a part of these tables."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from ita_data.metrics.cells import cells_of, first_month_of
from ita_data.metrics.known_plan import KnownPlan
from ita_data.metrics.recurring import rounds_of
from ita_data.metrics.statuses import office_statuses_of, section_statuses_of
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Rules
from ita_data.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Year:
    """What became of every expected cell and every measure in all twelve months, as known on `as_of`.

    It holds states and the plan's own frame, and no reviews, so it is small to keep. Its tables are shared and not to
    be written to: `cells` as of `cells_of`, `office_statuses` and `section_statuses` as of the functions of that name,
    `rounds` as of `rounds_of`, `measures` and `assignments` in the order of the report, `links` as the snapshot has
    them. The follow-up starts in the month `starts_in`.
    """

    organisation: str
    fiscal_year: int
    rules: Rules
    as_of: date
    starts_in: int
    sections: list[str]
    indicators: pd.Series
    initiatives: pd.Series
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
        return PlanName(self.organisation, self.fiscal_year)


def year_of(snapshot: Snapshot, as_of: date) -> Year:
    """The fiscal year of a snapshot as known on `as_of`: a review first received later was not there yet."""
    known = KnownPlan(snapshot, as_of)
    cells = cells_of(known)
    return Year(
        organisation=snapshot.organisation,
        fiscal_year=snapshot.fiscal_year,
        rules=snapshot.rules,
        as_of=as_of,
        starts_in=first_month_of(known),
        sections=known.sections,
        indicators=snapshot.indicators["indicator"].sort_values(),
        initiatives=snapshot.initiatives["initiative"].sort_values(),
        measures=known.measures[["measure", "indicator", "initiative", "text"]],
        assignments=known.assignments,
        links=snapshot.links,
        cells=cells,
        office_statuses=office_statuses_of(known),
        section_statuses=section_statuses_of(known),
        rounds=rounds_of(known, cells),
    )
