"""Which reviews are expected in a fiscal year, and what became of each of them."""

from datetime import date

import pandas as pd

from ita_data.metrics.ending import without_ended
from ita_data.metrics.known_plan import Cell, KnownPlan
from ita_data.model.states import CellState, Status, cell_state

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
    "awaits_approval",
]
_NOTHING = (None, None)
_STATUSES = {status.value: status for status in Status}


def first_month_of(expected: pd.DataFrame) -> int:
    """The first month with an expected cell, or October where none is."""
    return int(expected["month"].min()) if len(expected) else 1


def cells_of(known: KnownPlan) -> pd.DataFrame:
    """One row per expected cell: a measure, a section and a fiscal month that owe a review.

    Columns: measure, indicator, initiative, section, role, month, due_on, received_on, status, state, awaits_approval
    (what was received says late that the measure doesn't concern the section, and nobody exempted it). They are
    `known.expected` without what a completed measure owes no more. Where nothing was received by the day of knowledge,
    `received_on` is None and `status` NaN.
    """
    return cells_among(known, known.expected)


def cells_among(known: KnownPlan, expected: pd.DataFrame) -> pd.DataFrame:
    """The cells of some assignments in some months, as of `cells_of`, whether or not they owe reviews."""
    said = _said(known)
    cells = list(zip(expected["measure"], expected["section"], expected["month"], strict=True))
    received = [said.get(cell, _NOTHING) for cell in cells]
    due_on = [known.due_on[month] for _measure, _section, month in cells]
    states = [
        cell_state(known.seen_on[cell[2]], due, received_on, status, known.exempt_from.get(cell))
        for cell, due, (received_on, status) in zip(cells, due_on, received, strict=True)
    ]
    awaits = [
        state is not CellState.EXEMPT and known.needs_approval(cell, *review)
        for cell, review, state in zip(cells, received, states, strict=True)
    ]
    filled = expected.assign(
        due_on=pd.Series(due_on, dtype="object"),
        received_on=pd.Series([received_on for received_on, _status in received], dtype="object"),
        status=pd.Series([status and status.value for _received_on, status in received], dtype="str"),
        state=pd.Series(states, dtype="str"),
        awaits_approval=pd.Series(awaits, dtype="bool"),
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
