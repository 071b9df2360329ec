"""What is looked at: which months of a fiscal year, and for whom."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import pandas as pd

from ita_data.metrics.year import Year
from ita_data.model.names import heading_of
from ita_data.model.periods import MONTHS
from ita_data.model.records import Role
from ita_data.model.states import CellState
from ita_data.snapshot import Snapshot


@dataclass(frozen=True)
class View:
    """Months 1 to `month` of a fiscal year.

    Without `section` the view is the whole office's; with it, that section's own figures. A section's part is the
    measures it leads, or with `with_supporting` also those it supports. `last_year` is the fiscal year before, where it
    is compared with this one and the office has a plan of it. With `heading`, the code with which the measures of an
    indicator or initiative begin (4, ก2), the view is of these measures alone.
    """

    year: Year
    month: int = 12
    section: str | None = None
    with_supporting: bool = False
    last_year: Year | None = None
    heading: str | None = None

    @classmethod
    def of_office(cls, year: Year, month: int = 12) -> "View":
        """The whole office, with the sections from which the plan's rules expect reviews up to the month."""
        return cls(year, month, with_supporting=year.snapshot.expects_supporting_by(month))

    @property
    def as_of(self) -> date:
        """The day whose knowledge counts."""
        return self.year.as_of

    @property
    def months(self) -> range:
        """The fiscal months looked at, October first."""
        return range(1, self.month + 1)

    @property
    def sections(self) -> list[str]:
        """The sections that have a row in a table: all in official order, or the one looked at."""
        return self.year.sections if self.section is None else [self.section]

    @cached_property
    def measures(self) -> pd.DataFrame:
        """The measures looked at as the report lists them: by indicator, then by initiative."""
        return self._of_the_heading(self.year.measures)

    @property
    def retired(self) -> set[str]:
        """The measures that the office does no more in the last month looked at."""
        return self.year.snapshot.retired_in(self.month)

    @property
    def is_due(self) -> bool:
        """Whether the due date of the last month looked at has passed."""
        return self.year.ages[self.month] > 0

    @cached_property
    def at_same_age(self) -> "View":
        """The same months, each seen as many days after its due date as the last one is on the day of the view."""
        age = self.year.ages[self.month]
        return replace(self, year=self.year.at_ages(dict.fromkeys(self.year.ages, age)))

    @cached_property
    def assignments(self) -> pd.DataFrame:
        """The assignments looked at, as of `KnownPlan.assignments`."""
        return self._of_the_view(self.year.assignments)

    @cached_property
    def cells(self) -> pd.DataFrame:
        """The expected cells looked at."""
        return self._up_to_month(self._of_the_view(self.year.cells))

    @cached_property
    def counted_cells(self) -> pd.DataFrame:
        """Of each expected cell looked at, what it counts as.

        Columns: on_time, late, missing, not_yet_due and exempt; and whether it is a part of lead_received, lead_due,
        supporting_received and supporting_due.
        """
        state, role = self.cells["state"].to_numpy(), self.cells["role"].to_numpy()
        states = {each.value: state == each.value for each in CellState}
        received = states["on_time"] | states["late"]
        counted = {"received": received, "due": received | states["missing"]}
        parts = {f"{part}_{name}": is_so & (role == part.value) for part in Role for name, is_so in counted.items()}
        return pd.DataFrame(states | parts)

    @cached_property
    def office_statuses(self) -> pd.DataFrame:
        """The measures' statuses in the months looked at; they are the office's, whatever section is looked at."""
        return self._up_to_month(self._of_the_heading(self.year.office_statuses))

    @cached_property
    def section_statuses(self) -> pd.DataFrame:
        """The sections' own statuses in the months looked at."""
        return self._up_to_month(self._of_the_view(self.year.section_statuses))

    def _of_the_view(self, rows: pd.DataFrame) -> pd.DataFrame:
        if self.section is not None:
            rows = rows[rows["section"] == self.section]
        rows = self._of_the_heading(rows)
        return rows if self.with_supporting else rows[rows["role"] == Role.LEAD]

    def _of_the_heading(self, rows: pd.DataFrame) -> pd.DataFrame:
        return rows if self.heading is None else rows[rows["measure"].map(heading_of) == self.heading]

    def _up_to_month(self, rows: pd.DataFrame) -> pd.DataFrame:
        return rows[rows["month"] <= self.month].reset_index(drop=True)


def next_to_fall_due(snapshot: Snapshot, today: date) -> int:
    """The first fiscal month whose reports aren't due yet, or September where all are."""
    months = snapshot.months[["month", "due_on"]].values.tolist()
    return min((month for month, due_on in months if due_on >= today), default=MONTHS[-1])


def opening_month(snapshot: Snapshot, today: date) -> int:
    """The fiscal month up to which a page opens: the last one whose due date has passed.

    Before any has, and where the office doesn't follow that one up yet, the one in which the follow-up starts.
    """
    months = snapshot.months
    due = [month for month, due_on in zip(months["month"], months["due_on"], strict=True) if due_on < today]
    last = max(due, default=1)
    return max(last, snapshot.rules_in(last).starts_in_month)
