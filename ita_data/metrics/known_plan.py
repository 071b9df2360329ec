"""A plan as the office knew it on one day: what its expected cells and statuses are worked out from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import pandas as pd

from ita_data.model.cadence import Cadence, due_months
from ita_data.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class KnownPlan:
    """A snapshot as known on `as_of`: a review first received later was not there yet.

    A month for which `ages` names a number is seen so many days after its due date, and none later than on `as_of`.
    """

    snapshot: Snapshot
    as_of: date
    ages: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def seen_on(self) -> dict[int, date]:
        """The day on which each fiscal month is seen."""
        due_dates = self.snapshot.months[["month", "due_on"]].values.tolist()
        return {
            month: min(self.as_of, due_on + timedelta(self.ages[month])) if month in self.ages else self.as_of
            for month, due_on in due_dates
        }

    @cached_property
    def sections(self) -> list[str]:
        """All sections in official order."""
        return self.snapshot.sections.sort_values("position", kind="stable")["section"].tolist()

    @cached_property
    def measures(self) -> pd.DataFrame:
        """Every measure of the plan as the report lists them: by indicator, then by initiative."""
        return self.snapshot.measures_in_order

    @cached_property
    def reviews(self) -> pd.DataFrame:
        """The reviews that the office had by `as_of`."""
        reviews = self.snapshot.reviews
        return reviews[reviews["received_on"] <= self.as_of]

    @cached_property
    def links(self) -> pd.DataFrame:
        """The links of the outcomes that were there by `as_of`; one without a day always was."""
        outcomes, links = self.snapshot.outcomes, self.snapshot.links
        is_later = [day is not None and day > self.as_of for day in outcomes["done_on"].tolist()]
        return links[~links["outcome"].isin(outcomes.loc[is_later, "outcome"])]

    @cached_property
    def assignments(self) -> pd.DataFrame:
        """The assignments, measures and sections in order.

        Columns: measure, indicator, initiative, section, role, first_month, last_month.
        """
        place = {section: position for position, section in enumerate(self.sections)}
        assignments = self.snapshot.assignments
        assignments = assignments.sort_values("section", key=lambda names: names.map(place), kind="stable")
        return self.measures[["measure", "indicator", "initiative"]].merge(assignments, on="measure")

    @cached_property
    def months_at_work(self) -> dict[str, set[int]]:
        """The months in which each section of the office existed on at least one day."""
        months = self.snapshot.months[["month", "first_day", "last_day"]].values.tolist()
        sections = self.snapshot.sections[["section", "begins_on", "ends_on"]].values.tolist()
        return {
            section: {
                month
                for month, first_day, last_day in months
                if (begins_on is None or begins_on <= last_day) and (ends_on is None or ends_on >= first_day)
            }
            for section, begins_on, ends_on in sections
        }

    @cached_property
    def months_due(self) -> dict[str, set[int]]:
        """The months in which each measure falls due."""
        columns = ["named_month", "first_month", "last_month", "retired_from_month"]
        months = self.measures[columns].astype("object")
        months = months.where(months.notna(), None)
        measures = self.measures[["measure", "cadence"]].values.tolist()
        return {
            measure: set(due_months(Cadence(cadence), *named))
            for (measure, cadence), named in zip(measures, months.values.tolist(), strict=True)
        }
