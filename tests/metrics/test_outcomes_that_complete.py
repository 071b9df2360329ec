"""The outcomes that complete a measure where its leads are silent."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from ita_data.metrics import View, year_of
from ita_data.model.records import LinkState
from ita_data.model.states import Status
from tests.metrics.one_measure import DOING, DONE, NOT_BEGUN, NOT_OURS, YEAR_END, only_row, plan
from tests.plans import ADMINISTRATION, WORKS, lead, link, outcome, review


@pytest.mark.parametrize(
    ("states", "status", "is_unconfirmed"),
    [
        ([], "not_started", False),
        ([LinkState.REJECTED], "not_started", False),
        ([LinkState.SUGGESTED], "completed", True),
        ([LinkState.CONFIRMED], "completed", False),
        ([LinkState.SUGGESTED, LinkState.CONFIRMED], "completed", False),
        ([LinkState.SUGGESTED, LinkState.REJECTED], "completed", True),
    ],
)
def test_a_linked_outcome_completes_what_nobody_reviewed(
    states: list[LinkState], status: str, is_unconfirmed: bool
) -> None:
    codes = [f"1.{position}" for position in range(1, len(states) + 1)]
    links = [link(code, "1.1", state) for code, state in zip(codes, states, strict=True)]
    row = only_row(View(year_of(plan(lead("1.1", WORKS), *map(outcome, codes), *links), YEAR_END)))

    assert (row["status"], row["is_unconfirmed"]) == (status, is_unconfirmed)
    assert row["progress"] == (100 if status == "completed" else 0)
    assert pd.isna(row["latest_month"])


@pytest.mark.parametrize(
    ("done_on", "month", "status"),
    [
        ("2024-12-04", 2, "not_started"),
        ("2024-12-04", 3, "completed"),
        ("2024-12-04", 12, "completed"),
        (None, 11, "not_started"),
        (None, 12, "completed"),
        ("2024-08-01", 1, "completed"),  # done before the fiscal year began
        ("2025-10-01", 12, "not_started"),  # done after it ended
    ],
)
def test_an_outcome_counts_from_its_month_on_and_an_undated_one_in_the_last(
    done_on: str | None, month: int, status: str
) -> None:
    snapshot = plan(lead("1.1", WORKS), outcome("1.1", done_on), link("1.1", "1.1"))

    assert only_row(View(year_of(snapshot, YEAR_END), month=month))["status"] == status


@pytest.mark.parametrize(
    ("done_on", "as_of", "status"),
    [
        ("2024-12-04", date(2024, 12, 3), "not_started"),
        ("2024-12-04", date(2024, 12, 4), "completed"),
        (None, date(2025, 8, 31), "not_started"),
        (None, date(2025, 9, 1), "completed"),
    ],
)
def test_an_outcome_still_ahead_on_the_day_of_the_view_counts_for_nothing(
    done_on: str | None, as_of: date, status: str
) -> None:
    snapshot = plan(lead("1.1", WORKS), outcome("1.1", done_on), link("1.1", "1.1"))

    assert only_row(View(year_of(snapshot, as_of)))["status"] == status


@pytest.mark.parametrize(("month", "status"), [(2, "not_started"), (3, "completed")])
def test_an_outcome_of_a_period_counts_from_the_month_in_which_it_ends(month: int, status: str) -> None:
    lasting = replace(outcome("1.1", "2024-10-20"), done_until=date(2024, 12, 2))
    snapshot = plan(lead("1.1", WORKS), lasting, link("1.1", "1.1"))

    assert only_row(View(year_of(snapshot, YEAR_END), month=month))["status"] == status


def test_completion_is_confirmed_from_the_month_of_the_confirmed_outcome_on() -> None:
    snapshot = plan(
        outcome("1.1", "2024-10-15"),
        link("1.1", "1.1", LinkState.SUGGESTED),
        outcome("1.2", "2024-12-15"),
        link("1.2", "1.1"),
    )

    assert only_row(View(year_of(snapshot, YEAR_END), month=2))["is_unconfirmed"]
    assert not only_row(View(year_of(snapshot, YEAR_END), month=3))["is_unconfirmed"]


@pytest.mark.parametrize(
    ("state", "status"), [(LinkState.SUGGESTED, "not_started"), (LinkState.CONFIRMED, "completed")]
)
def test_a_review_by_anyone_ends_the_rule_of_outcomes_that_nobody_confirmed(state: LinkState, status: str) -> None:
    snapshot = plan(
        lead("1.1", WORKS),
        outcome("1.1", "2024-10-15"),
        link("1.1", "1.1", state),
        review("1.1", ADMINISTRATION, 2, status=DOING),
    )

    assert only_row(View(year_of(snapshot, YEAR_END), month=1))["status"] == "completed"
    assert only_row(View(year_of(snapshot, YEAR_END), month=2))["status"] == status


@pytest.mark.parametrize(
    ("said", "state", "status"),
    [
        (DONE, LinkState.CONFIRMED, "completed"),
        (DONE, LinkState.SUGGESTED, "in_progress"),
        (DOING, LinkState.CONFIRMED, "in_progress"),
        (NOT_BEGUN, LinkState.CONFIRMED, "in_progress"),
        (NOT_OURS, LinkState.CONFIRMED, "completed"),
    ],
)
def test_confirmed_evidence_speaks_for_a_lead_that_said_nothing(said: Status, state: LinkState, status: str) -> None:
    snapshot = plan(
        lead("1.1", ADMINISTRATION, WORKS),
        outcome("1.1", "2024-10-15"),
        link("1.1", "1.1", state),
        review("1.1", ADMINISTRATION, 1, status=said),
    )

    assert only_row(View(year_of(snapshot, YEAR_END)))["status"] == status


def test_what_rests_on_confirmed_evidence_without_a_date_is_undated() -> None:
    snapshot = plan(
        lead("1.1", ADMINISTRATION, WORKS),
        outcome("1.1"),
        link("1.1", "1.1"),
        review("1.1", ADMINISTRATION, 1, status=DONE),
    )
    statuses = year_of(snapshot, YEAR_END).office_statuses.set_index("month")

    assert statuses.loc[11, ["status", "is_undated"]].tolist() == ["in_progress", False]
    assert statuses.loc[12, ["status", "is_undated"]].tolist() == ["completed", True]
