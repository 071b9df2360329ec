"""The state of an expected cell: one measure, section and month that owes a review."""

from datetime import date
from enum import StrEnum

STANDSTILL_MONTHS = 3
"""A measure stands still that is where it was so many months before."""
COMPARED = ("standing", "moved")
"""The motions of the measures that can be compared with where they were."""


class Status(StrEnum):
    """สถานะ of a measure, as its review says it."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    NOT_APPLICABLE = "not_applicable"


class CellState(StrEnum):
    """What became of an expected cell; the five add up to all expected cells."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"
    NOT_YET_DUE = "not_yet_due"
    EXEMPT = "exempt"


def cell_state(
    as_of: date, due_on: date, received_on: date | None, status: Status | None, exempt_from: date | None = None
) -> CellState:
    """The state of one expected cell as somebody saw it on `as_of`.

    `received_on` is the first receipt: a correction never turns an on-time month late. A review received
    after `as_of` was not there yet, nor was an exemption decided later (`exempt_from`). Nothing is missing before its
    due date has passed. A review that says late that the measure doesn't concern the section leaves it missing, until
    the office exempts the cell.
    """
    if exempt_from is not None and exempt_from <= as_of:
        return CellState.EXEMPT
    received = received_on is not None and received_on <= as_of
    if received_on is not None and received and status is Status.NOT_APPLICABLE:
        return CellState.MISSING if awaits_approval(due_on, received_on, status) else CellState.EXEMPT
    if received_on is not None and received:
        return CellState.ON_TIME if received_on <= due_on else CellState.LATE
    return CellState.MISSING if as_of > due_on else CellState.NOT_YET_DUE


def awaits_approval(due_on: date, received_on: date, status: Status) -> bool:
    """Whether a review of an expected cell says only after its due date that the measure doesn't concern the section.

    It counts once the office exempts the cell, which is how the coordinator approves it.
    """
    return status is Status.NOT_APPLICABLE and received_on > due_on
