"""What is looked at: which months of a plan, as known when, and for whom."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Role
from ita_data.snapshot import Snapshot


@dataclass(frozen=True)
class View:
    """Months 1 to `month` of a plan as known on `as_of`: a review first received later was not there yet.

    Without `section` the view is the whole office's; with it, that section's own figures. A section's part is the
    measures it leads, or with `with_supporting` also those it supports. Several metrics of one view share what they
    have in common, so a page does well to make one view and ask it for everything.
    """

    snapshot: Snapshot
    as_of: date
    month: int = 12
    section: str | None = None
    with_supporting: bool = False
    _tables: dict[Callable[["View"], pd.DataFrame], pd.DataFrame] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def months(self) -> range:
        """The fiscal months looked at, October first."""
        return range(1, self.month + 1)

    @cached_property
    def sections(self) -> list[str]:
        """The sections that have a row in a table: all in official order, or the one looked at."""
        if self.section is not None:
            return [self.section]
        return self.snapshot.sections.sort_values("position", kind="stable")["section"].tolist()

    @cached_property
    def measures(self) -> pd.DataFrame:
        """Every measure of the plan as the report lists them: by indicator, then by initiative."""
        return self.snapshot.measures.sort_values(["indicator", "initiative", "position"], kind="stable")

    @cached_property
    def reviews(self) -> pd.DataFrame:
        """The reviews of the months looked at that the office had by `as_of`."""
        reviews = self.snapshot.reviews
        return reviews[(reviews["month"] <= self.month) & (reviews["received_on"] <= self.as_of)]

    @cached_property
    def months_at_work(self) -> dict[str, set[int]]:
        """The months looked at in which each section of the office existed on at least one day."""
        months = self.snapshot.months[["month", "first_day", "last_day"]].values.tolist()[: self.month]
        sections = self.snapshot.sections[["section", "begins_on", "ends_on"]].values.tolist()
        return {
            section: {
                month
                for month, first_day, last_day in months
                if (begins_on is None or begins_on <= last_day) and (ends_on is None or ends_on >= first_day)
            }
            for section, begins_on, ends_on in sections
        }

    def assignments(self, with_supporting: bool) -> pd.DataFrame:
        """The assignments looked at, measures and sections in order.

        Columns: measure, indicator, initiative, section, role.
        """
        assignments = self.snapshot.assignments
        if self.section is not None:
            assignments = assignments[assignments["section"] == self.section]
        if not with_supporting:
            assignments = assignments[assignments["role"] == Role.LEAD]
        place = {section: position for position, section in enumerate(self.sections)}
        assignments = assignments.sort_values("section", key=lambda names: names.map(place), kind="stable")
        return self.measures[["measure", "indicator", "initiative"]].merge(assignments, on="measure")

    def once(self, make: Callable[["View"], pd.DataFrame]) -> pd.DataFrame:
        """The table that `make` makes of this view, made only once; the caller's own to change."""
        if make not in self._tables:
            self._tables[make] = make(self)
        return self._tables[make].copy(deep=False)


def opening_month(snapshot: Snapshot, today: date) -> int:
    """The fiscal month up to which a page opens.

    In a running fiscal year it is the running month; after the year's end the last month with a review, or September
    where there is none; before its beginning October.
    """
    running = FiscalMonth.of(today)
    if running.fiscal_year == snapshot.fiscal_year:
        return running.month
    if running.fiscal_year < snapshot.fiscal_year:
        return 1
    reviews = snapshot.reviews
    reviewed = reviews.loc[reviews["received_on"] <= today, "month"]
    return int(reviewed.max()) if len(reviewed) else 12
