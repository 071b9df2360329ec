"""The truth table of a cell's state."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model.states import CellState, Status, cell_state

DUE = date(2024, 11, 5)
BEFORE, AFTER, LONG_AFTER = date(2024, 11, 4), date(2024, 11, 6), date(2024, 12, 1)

days = st.dates(date(2024, 10, 1), date(2025, 12, 31))
statuses = st.sampled_from(Status)


@pytest.mark.parametrize(
    ("as_of", "received_on", "status", "state"),
    [
        # Nothing received
        (BEFORE, None, None, CellState.NOT_YET_DUE),
        (DUE, None, None, CellState.NOT_YET_DUE),
        (AFTER, None, None, CellState.MISSING),
        # Received before, on and after the due date
        (LONG_AFTER, BEFORE, Status.IN_PROGRESS, CellState.ON_TIME),
        (LONG_AFTER, DUE, Status.COMPLETED, CellState.ON_TIME),
        (LONG_AFTER, AFTER, Status.IN_PROGRESS, CellState.LATE),
        # "Nothing happened this month" is an answer too
        (LONG_AFTER, DUE, Status.NOT_STARTED, CellState.ON_TIME),
        # Received already, though not yet due
        (BEFORE, BEFORE, Status.IN_PROGRESS, CellState.ON_TIME),
        # Not applicable: said in time it exempts, said late it awaits approval
        (LONG_AFTER, BEFORE, Status.NOT_APPLICABLE, CellState.EXEMPT),
        (LONG_AFTER, DUE, Status.NOT_APPLICABLE, CellState.EXEMPT),
        (LONG_AFTER, AFTER, Status.NOT_APPLICABLE, CellState.MISSING),
        # Received after the day on which one looks
        (DUE, AFTER, Status.COMPLETED, CellState.NOT_YET_DUE),
        (AFTER, LONG_AFTER, Status.COMPLETED, CellState.MISSING),
        (AFTER, LONG_AFTER, Status.NOT_APPLICABLE, CellState.MISSING),
    ],
)
def test_the_state_of_a_cell(as_of: date, received_on: date | None, status: Status | None, state: CellState) -> None:
    assert cell_state(as_of, DUE, received_on, status) is state


@pytest.mark.parametrize(
    ("as_of", "received_on", "state"),
    [
        (AFTER, None, CellState.MISSING),
        (LONG_AFTER, None, CellState.EXEMPT),
        (AFTER, BEFORE, CellState.ON_TIME),
        (LONG_AFTER, BEFORE, CellState.EXEMPT),
    ],
)
def test_an_exemption_counts_from_the_day_of_its_decision_on_whatever_was_received(
    as_of: date, received_on: date | None, state: CellState
) -> None:
    status = Status.COMPLETED if received_on else None
    assert cell_state(as_of, DUE, received_on, status, exempt_from=LONG_AFTER) is state


@given(days, days, st.none() | days, statuses)
def test_nothing_ahead_of_its_due_date_is_a_fault(
    as_of: date, due_on: date, received_on: date | None, status: Status
) -> None:
    if as_of <= due_on:
        assert cell_state(as_of, due_on, received_on, status) not in (CellState.MISSING, CellState.LATE)


@given(days, days, days, statuses, statuses)
def test_a_correction_never_turns_a_cell_late(
    as_of: date, due_on: date, received_on: date, first: Status, corrected: Status
) -> None:
    before = cell_state(as_of, due_on, received_on, first)
    after = cell_state(as_of, due_on, received_on, corrected)

    assert after is not CellState.LATE or before in (CellState.LATE, CellState.MISSING)


@given(days, days, days, statuses)
def test_a_received_review_keeps_its_state_as_time_passes(
    as_of: date, due_on: date, received_on: date, status: Status
) -> None:
    if received_on <= as_of:
        assert cell_state(as_of, due_on, received_on, status) is cell_state(date.max, due_on, received_on, status)
