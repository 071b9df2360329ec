"""A plan as the office knew it on one day: what its expected cells and statuses are worked out from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import chain

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ita_data.model.cadence import Cadence, due_months
from ita_data.model.periods import MONTHS, months_between
from ita_data.model.records import Role
from ita_data.model.rules import is_followed_up
from ita_data.model.states import Status, awaits_approval
from ita_data.snapshot import Snapshot

_PAIR = ["measure", "section"]
_REVIEW = ["measure", "section", "month", "received_on", "status"]

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
        return {
            month: min(self.as_of, due_on + timedelta(self.ages[month])) if month in self.ages else self.as_of
            for month, due_on in self.due_on.items()
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
        days = [
            self._counts_from((measure, section, month), received_on, Status(status))
            for measure, section, month, received_on, status in reviews[_REVIEW].values.tolist()
        ]
        counted = reviews.assign(received_on=pd.Series(days, index=reviews.index, dtype="object"))
        return counted[counted["received_on"] <= self.as_of]

    def needs_approval(self, cell: Cell, received_on: date | None, status: Status | None) -> bool:
        """Whether a review, if there is one, counts only from the day on which the office exempts its cell.

        What nobody expected wipes out nothing that is missing, and counts at once.
        """
        if received_on is None or status is None or not awaits_approval(self.due_on[cell[2]], received_on, status):
            return False
        return cell in self._expected_cells

    def _counts_from(self, cell: Cell, received_on: date, status: Status) -> date:
        if not self.needs_approval(cell, received_on, status):
            return received_on
        return max(received_on, self.exempt_from.get(cell, date.max))

    @cached_property
    def due_on(self) -> dict[int, date]:
        """The day by which each fiscal month's reviews have to arrive."""
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
    def assigned(self) -> pd.DataFrame:
        """The assignments, each repeated for the months of `months_owed`.

        Columns: as of `assignments`, month, is_expected (a review is, as of `is_asked`).
        """
        months = [self.months_owed[measure, section] for measure, section in self.assignments[_PAIR].values.tolist()]
        rows = [row for row, each in enumerate(months) for _month in each]
        cells = self.assignments.iloc[rows].reset_index(drop=True)
        cells = cells.assign(month=pd.Series(list(chain.from_iterable(months)), dtype="int64"))
        return cells.assign(is_expected=self.is_asked(self.assignments)[rows, cells["month"].to_numpy() - 1])

    @cached_property
    def expected(self) -> pd.DataFrame:
        """The one rule of what is expected: those of `assigned` that owe a review.

        What a completed measure owes no more is among them: to know that, one has to know what came.
        """
        expected = self.assigned[self.assigned["is_expected"]]
        return expected.drop(columns="is_expected").reset_index(drop=True)

    def is_asked(self, assignments: pd.DataFrame) -> NDArray[np.bool_]:
        """Whether each assignment asks for reviews in each fiscal month, whenever they fall due.

        A lead section is always asked, a supporting one where the rules of the month say so.
        """
        of_supporting = [month for month in MONTHS if self.snapshot.rules_in(month).expects_supporting]
        is_lead = (assignments["role"] == Role.LEAD).to_numpy()[:, None]
        is_asked: NDArray[np.bool_] = is_lead | np.isin(MONTHS, of_supporting)
        return is_asked

    @cached_property
    def _expected_cells(self) -> set[Cell]:
        return set(zip(*(self.expected[column].tolist() for column in (*_PAIR, "month")), strict=True))

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
