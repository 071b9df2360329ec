"""A plan as the office knew it on one day: what its expected cells and statuses are worked out from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import pandas as pd

from ita_data.model.cadence import Cadence, due_months
from ita_data.model.periods import MONTHS, months_between
from ita_data.model.rules import is_followed_up
from ita_data.model.states import Status, awaits_approval
from ita_data.snapshot import Snapshot

_REVIEW = ["measure", "section", "month", "status", "received_on"]

Cell = tuple[str, str, int]
"""A measure, a section and a fiscal month."""


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
    def counting_reviews(self) -> pd.DataFrame:
        """The reviews that count by `as_of`, each received on the day from which it does.

        One that awaits approval counts from the day of the exemption on that approves it.
        """
        reviews = self.reviews
        is_late = [self._awaits_approval(*row) for row in reviews[_REVIEW].values.tolist()]
        if not any(is_late):
            return reviews
        rows = zip(reviews[_REVIEW].values.tolist(), is_late, strict=True)
        days = [
            max(received_on, self.exempt_from.get((measure, section, month), date.max)) if late else received_on
            for (measure, section, month, _status, received_on), late in rows
        ]
        counted = reviews.assign(received_on=pd.Series(days, index=reviews.index, dtype="object"))
        return counted[counted["received_on"] <= self.as_of]

    def _awaits_approval(self, measure: str, section: str, month: int, status: str, received_on: date) -> bool:
        late = awaits_approval(self._due_on[month], received_on, Status(status))
        return late and month in self.months_owed.get((measure, section), ())

    @cached_property
    def _due_on(self) -> dict[int, date]:
        return dict(self.snapshot.months[["month", "due_on"]].values.tolist())

    @cached_property
    def links(self) -> pd.DataFrame:
        """The links of the outcomes that were there by `as_of`; one without a day always was."""
        outcomes, links = self.snapshot.outcomes, self.snapshot.links
        is_later = [day is not None and day > self.as_of for day in outcomes["finished_on"].tolist()]
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
    def exempt_from(self) -> dict[Cell, date]:
        """From which day on each cell that the office exempted is, whether or not that day has come."""
        rows = self.snapshot.exemptions[["measure", "section", "month", "decided_on"]].values.tolist()
        return {(measure, section, month): decided_on for measure, section, month, decided_on in rows}

    @cached_property
    def months_owed(self) -> dict[tuple[str, str], list[int]]:
        """The months of each measure and section that has it in which the one falls due and the other exists."""
        columns = ["measure", "section", "first_month", "last_month"]
        return {
            (measure, section): sorted(
                self.months_due[measure] & self.months_at_work[section] & set(range(first, last + 1))
            )
            for measure, section, first, last in self.assignments[columns].values.tolist()
        }

    @cached_property
    def months_of_supporting(self) -> set[int]:
        """The months for which supporting sections owe reviews too."""
        return {month for month in MONTHS if self.snapshot.rules_in(month).expects_supporting}

    @cached_property
    def months_at_work(self) -> dict[str, set[int]]:
        """The months in which each section of the office existed on at least one day."""
        sections = self.snapshot.sections[["section", "begins_on", "ends_on"]].values.tolist()
        year = self.snapshot.fiscal_year
        return {section: months_between(begins_on, ends_on, year) for section, begins_on, ends_on in sections}

    @cached_property
    def months_due(self) -> dict[str, set[int]]:
        """The months in which each measure falls due, of those that the office follows up."""
        followed_up = {month for month in MONTHS if is_followed_up(self.snapshot.rules, month)}
        columns = ["named_month", "first_month", "last_month", "retired_from_month"]
        months = self.measures[columns].astype("object")
        months = months.where(months.notna(), None)
        measures = self.measures[["measure", "cadence"]].values.tolist()
        return {
            measure: followed_up.intersection(due_months(Cadence(cadence), *named))
            for (measure, cadence), named in zip(measures, months.values.tolist(), strict=True)
        }
