"""A plan of one measure, and the one row that is told of its status."""

from datetime import date

import pandas as pd

from ita_data.metrics import View, measure_status
from ita_data.model.records import Assignment, Exemption, Link, Outcome, Review
from ita_data.model.states import Status
from ita_data.snapshot import Snapshot
from tests.plans import measure, plan_of

YEAR_END = date(2025, 12, 31)
DONE, DOING, NOT_BEGUN, NOT_OURS = Status.COMPLETED, Status.IN_PROGRESS, Status.NOT_STARTED, Status.NOT_APPLICABLE


def plan(*records: Review | Outcome | Link | tuple[Assignment, ...] | tuple[Exemption, ...]) -> Snapshot:
    """A plan of the one measure 1.1."""
    return plan_of(measure("1.1"), *records)


def only_row(view: View) -> pd.Series:
    table = measure_status(view)
    assert len(table) == 1
    return table.iloc[0]
