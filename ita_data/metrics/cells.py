"""Which reviews are expected in a fiscal year, and what became of each of them."""

from datetime import date
from itertools import chain

import pandas as pd

from ita_data.metrics.ending import without_ended
from ita_data.metrics.known_plan import Cell, KnownPlan
from ita_data.model.records import Role
from ita_data.model.states import Status, cell_state

_COLUMNS = [
    "measure",
    "indicator",
    "initiative",
    "section",
    "role",
    "month",
    "due_on",
    "received_on",
    "status",
    "state",
]
_PAIR = ["measure", "section"]
_NOTHING = (None, None)
_STATUSES = {status.value: status for status in Status}


def expected_of(known: KnownPlan) -> pd.DataFrame:
    """The assignments that owe reviews, each repeated for every month in which it does, as of `in_months_due`."""
    assigned = in_months_due(known, known.assignments)
    is_asked = (assigned["role"] == Role.LEAD) | assigned["month"].isin(known.months_of_supporting)
    return assigned[is_asked].reset_index(drop=True)


def in_months_due(known: KnownPlan, assignments: pd.DataFrame) -> pd.DataFrame:
    """Assignments with a column month, a row for every month in which the measure falls due and the section has it."""
    months = [known.months_owed[measure, section] for measure, section in assignments[_PAIR].values.tolist()]
    rows = [row for row, each in enumerate(months) for _month in each]
    cells = assignments.iloc[rows].reset_index(drop=True)
    return cells.assign(month=pd.Series(list(chain.from_iterable(months)), dtype="int64"))


def first_month_of(expected: pd.DataFrame) -> int:
    """The month in which the follow-up starts: the first one with an expected cell, or October where none is."""
    return int(expected["month"].min()) if len(expected) else 1


def cells_of(known: KnownPlan) -> pd.DataFrame:
    """One row per expected cell: a measure, a section and a fiscal month that owe a review.

    Columns: measure, indicator, initiative, section, role, month, due_on, received_on, status, state. Lead
    assignments owe reviews; supporting ones only where the rules of the month say so, and none what a completed measure
    owes no more. Where nothing was received by the day of knowledge, `received_on` is None and `status` NaN.
    """
    return cells_among(known, expected_of(known))


def cells_among(known: KnownPlan, expected: pd.DataFrame) -> pd.DataFrame:
    """The cells of some assignments in some months, as of `cells_of`, whether or not they owe reviews."""
    said = _said(known)
    cells = list(zip(expected["measure"], expected["section"], expected["month"], strict=True))
    received = [said.get(cell, _NOTHING) for cell in cells]
    due_dates = dict(known.snapshot.months[["month", "due_on"]].values.tolist())
    due_on = [due_dates[month] for _measure, _section, month in cells]
    states = [
        cell_state(known.seen_on[cell[2]], due, received_on, status, known.exempt_from.get(cell))
        for cell, due, (received_on, status) in zip(cells, due_on, received, strict=True)
    ]
    filled = expected.assign(
        due_on=pd.Series(due_on, dtype="object"),
        received_on=pd.Series([received_on for received_on, _status in received], dtype="object"),
        status=pd.Series([status and status.value for _received_on, status in received], dtype="str"),
        state=pd.Series(states, dtype="str"),
    )
    return without_ended(known, filled[_COLUMNS]).reset_index(drop=True)


def _said(known: KnownPlan) -> dict[Cell, tuple[date, Status]]:
    """When each review was received, and its status: those that are known on the day on which their month is seen."""
    columns = ["measure", "section", "month", "received_on", "status"]
    return {
        (measure, section, month): (received_on, _STATUSES[status])
        for measure, section, month, received_on, status in known.reviews[columns].values.tolist()
        if received_on <= known.seen_on[month]
    }
