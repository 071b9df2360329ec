"""Which reviews are expected in a fiscal year, and what became of each of them."""

from itertools import chain

import pandas as pd

from ita_data.metrics.ending import without_ended
from ita_data.metrics.known_plan import KnownPlan
from ita_data.model.cadence import Cadence, due_months
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
_STATUSES = {status.value: status for status in Status}


def cells_of(known: KnownPlan) -> pd.DataFrame:
    """One row per expected cell: a measure, a section and a fiscal month that owe a review.

    Columns: measure, indicator, initiative, section, role, month, due_on, received_on, status, state. Lead
    assignments owe reviews; supporting ones only where the plan's rules say so, and none what a completed measure owes
    no more. Where nothing was received by the day of knowledge, `received_on` is None and `status` NaN.
    """
    return cells_among(known, _owing(known))


def cells_among(known: KnownPlan, assignments: pd.DataFrame) -> pd.DataFrame:
    """The cells of some assignments, as of `cells_of`, whether or not they owe reviews."""
    cell = ["measure", "section", "month"]
    reviews = known.seen_reviews
    reviews = reviews[reviews["seen_in"] == reviews["month"]]
    cells = _by_month(known, assignments)
    cells = cells.merge(reviews[[*cell, "received_on", "status"]], on=cell, how="left")
    cells = cells.merge(known.snapshot.exemptions[[*cell, "decided_on"]], on=cell, how="left")
    cells = without_ended(known, cells).reset_index(drop=True)
    for day in ("received_on", "decided_on"):
        cells[day] = cells[day].astype("object").where(cells[day].notna(), None)
    due_dates = dict(known.snapshot.months[["month", "due_on"]].values.tolist())
    cells["due_on"] = pd.Series([due_dates[month] for month in cells["month"].tolist()], dtype="object")
    cells["seen_on"] = pd.Series([known.seen_on[month] for month in cells["month"].tolist()], dtype="object")
    cells["state"] = pd.Series(_states(cells), dtype="str")
    return cells[_COLUMNS]


def first_month_of(known: KnownPlan) -> int:
    """The month in which the follow-up starts: the first one with an expected cell, or October where none is."""
    months = _by_month(known, _owing(known))["month"]
    return int(months.min()) if len(months) else 1


def _owing(known: KnownPlan) -> pd.DataFrame:
    """The assignments that owe reviews."""
    assignments = known.assignments
    return assignments if known.snapshot.rules.expects_supporting else assignments[assignments["role"] == Role.LEAD]


def _by_month(known: KnownPlan, assignments: pd.DataFrame) -> pd.DataFrame:
    """The assignments, each repeated for every month in which its measure falls due and its section has it."""
    falls_due = months_due(known)
    months = [
        sorted(falls_due[measure] & known.months_at_work[section] & set(range(first_month, last_month + 1)))
        for measure, section, first_month, last_month in assignments[
            ["measure", "section", "first_month", "last_month"]
        ].values.tolist()
    ]
    cells = assignments.loc[assignments.index.repeat([len(each) for each in months])].reset_index(drop=True)
    return cells.assign(month=pd.Series(list(chain.from_iterable(months)), dtype="int64"))


def months_due(known: KnownPlan) -> dict[str, set[int]]:
    """The months in which each measure falls due."""
    months = known.measures[["named_month", "first_month", "last_month"]].astype("object")
    months = months.where(months.notna(), None)
    measures = known.measures[["measure", "cadence"]].values.tolist()
    return {
        measure: set(due_months(Cadence(cadence), *named))
        for (measure, cadence), named in zip(measures, months.values.tolist(), strict=True)
    }


def _states(cells: pd.DataFrame) -> list[str]:
    columns = (cells[name].tolist() for name in ("seen_on", "due_on", "received_on", "status", "decided_on"))
    return [
        cell_state(seen_on, due_on, received_on, _STATUSES.get(status), exempt_from)
        for seen_on, due_on, received_on, status, exempt_from in zip(*columns, strict=True)
    ]
