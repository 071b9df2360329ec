"""How much a plan asks of an office, told before it decides how it follows up."""

from dataclasses import dataclass
from datetime import date

from ita_data.metrics.year import Year
from ita_data.model.states import CellState


@dataclass(frozen=True, slots=True)
class Asking:
    """What a plan asks for.

    `reports` are those of a usual month, `in_year` those of the whole year, `sections` who owes any. `missing` are
    overdue already. `first_month` is the first one that is asked for, and `first_due_on` its due date; both are None
    where no report is.
    """

    reports: int
    in_year: int
    sections: int
    missing: int
    first_month: int | None
    first_due_on: date | None


def asking_of(year: Year) -> Asking:
    """What a plan asks for. A usual month has as many reports as most months with any, or the fewer."""
    cells = year.cells
    if cells.empty:
        return Asking(0, 0, 0, 0, None, None)
    first_month = year.first_expected_month
    return Asking(
        reports=int(cells["month"].value_counts().mode().min()),
        in_year=len(cells),
        sections=cells["section"].nunique(),
        missing=int((cells["state"] == CellState.MISSING).sum()),
        first_month=first_month,
        first_due_on=cells.loc[cells["month"] == first_month, "due_on"].iloc[0],
    )
