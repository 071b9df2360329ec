"""The status of a measure from its reviews, for the office and for a section."""

from datetime import date

import pandas as pd
import pytest

from ita_data.metrics import View, measure_status, year_of
from ita_data.model.records import Exemption
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from tests.metrics.one_measure import DOING, DONE, NOT_BEGUN, NOT_OURS, YEAR_END, only_row, plan
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS, lead, link, measure, outcome, plan_of, review, supporting


def test_the_latest_review_decides() -> None:
    snapshot = plan(
        lead("1.1", WORKS), review("1.1", WORKS, 2, status=DONE), review("1.1", WORKS, 1, status=DOING, progress=40)
    )
    row = only_row(View(year_of(snapshot, YEAR_END)))

    assert (row["status"], row["progress"], row["latest_month"]) == ("completed", 100, 2)


def test_the_latest_review_up_to_the_month_decides() -> None:
    snapshot = plan(
        lead("1.1", WORKS), review("1.1", WORKS, 1, status=DOING, progress=40), review("1.1", WORKS, 5, status=DONE)
    )
    row = only_row(View(year_of(snapshot, YEAR_END), month=4))

    assert (row["status"], row["progress"], row["latest_month"]) == ("in_progress", 40, 1)


def test_a_review_that_had_not_come_yet_decides_nothing() -> None:
    snapshot = plan(lead("1.1", WORKS), review("1.1", WORKS, 1, "2024-11-20", DONE))

    assert only_row(View(year_of(snapshot, date(2024, 11, 19))))["status"] == "not_started"


def test_a_measure_that_was_taken_up_again_is_no_longer_completed() -> None:
    snapshot = plan(lead("1.1", WORKS), review("1.1", WORKS, 1, status=DONE), review("1.1", WORKS, 2, status=DOING))
    row = only_row(View(year_of(snapshot, YEAR_END)))

    assert row["status"] == "in_progress"
    assert pd.isna(row["progress"])


def test_a_text_without_a_number_leaves_the_last_number_standing() -> None:
    snapshot = plan(
        lead("1.1", WORKS), review("1.1", WORKS, 1, status=DOING, progress=40), review("1.1", WORKS, 2, status=DOING)
    )
    row = only_row(View(year_of(snapshot, YEAR_END)))

    assert (row["progress"], row["latest_month"]) == (40, 2)


@pytest.mark.parametrize(
    ("statuses", "together"),
    [
        ((DONE, DONE), "completed"),
        ((DONE, DOING), "in_progress"),
        ((DONE, NOT_BEGUN), "in_progress"),
        ((DONE, None), "in_progress"),
        ((DONE, NOT_OURS), "completed"),
        ((DOING, NOT_OURS), "in_progress"),
        ((DOING, DOING), "in_progress"),
        ((DOING, None), "in_progress"),
        ((NOT_BEGUN, NOT_BEGUN), "not_started"),
        ((NOT_BEGUN, None), "not_started"),
        ((NOT_BEGUN, NOT_OURS), "not_started"),
        ((NOT_OURS, None), "not_started"),
        ((NOT_OURS, NOT_OURS), "not_applicable"),
    ],
)
def test_what_two_lead_sections_make_together(statuses: tuple[Status | None, ...], together: str) -> None:
    reviews = [
        review("1.1", name, 1, status=status)
        for name, status in zip((ADMINISTRATION, WORKS), statuses, strict=True)
        if status is not None
    ]

    assert only_row(View(year_of(plan(lead("1.1", ADMINISTRATION, WORKS), *reviews), YEAR_END)))["status"] == together


def test_the_progress_of_several_sections_is_their_mean() -> None:
    snapshot = plan(
        lead("1.1", ADMINISTRATION, WORKS, ENFORCEMENT),
        review("1.1", ADMINISTRATION, 1, status=DONE),
        review("1.1", WORKS, 1, status=DOING, progress=20),
    )

    assert only_row(View(year_of(snapshot, YEAR_END)))["progress"] == 40


@pytest.mark.parametrize(
    ("received_on", "decided_on", "status"),
    [
        ("2024-12-06", None, "not_applicable"),  # on the due date
        ("2024-12-07", None, "in_progress"),
        ("2024-12-07", "2024-12-20", "not_applicable"),
        ("2024-12-07", "2025-02-01", "in_progress"),  # approved after the day of the view
    ],
)
def test_not_applicable_said_late_has_no_part_in_the_status_until_it_is_approved(
    received_on: str, decided_on: str | None, status: str
) -> None:
    day = date.fromisoformat(decided_on or "2099-01-01")
    approval = (Exemption("1.1", WORKS, 2, "ไม่มีภารกิจ", day),) if decided_on else ()
    snapshot = plan_of(
        measure("1.1"),
        lead("1.1", WORKS),
        review("1.1", WORKS, 1, status=DOING),
        review("1.1", WORKS, 2, received_on, NOT_OURS),
        approval,
    )

    assert only_row(View(year_of(snapshot, date(2025, 1, 31)), month=2))["status"] == status


@pytest.mark.parametrize(("expects_supporting", "status"), [(False, "not_applicable"), (True, "in_progress")])
def test_of_a_report_that_nobody_expected_not_applicable_counts_at_once(expects_supporting: bool, status: str) -> None:
    snapshot = plan_of(
        measure("1.1"),
        supporting("1.1", WORKS),
        review("1.1", WORKS, 1, status=DOING),
        review("1.1", WORKS, 2, "2024-12-07", NOT_OURS),
        rules=Rules(expects_supporting=expects_supporting),
    )

    assert only_row(View(year_of(snapshot, date(2025, 1, 31)), month=2))["status"] == status


def test_for_a_section_its_own_reviews_decide() -> None:
    snapshot = plan(
        lead("1.1", ADMINISTRATION, WORKS),
        review("1.1", ADMINISTRATION, 1, status=DONE),
        review("1.1", WORKS, 1, status=DOING, progress=30),
    )

    assert only_row(View(year_of(snapshot, YEAR_END), section=ADMINISTRATION))["status"] == "completed"
    assert only_row(View(year_of(snapshot, YEAR_END), section=WORKS))["progress"] == 30


def test_a_section_has_not_started_what_only_others_reported_on() -> None:
    snapshot = plan(
        lead("1.1", ADMINISTRATION, WORKS),
        outcome("1.1"),
        link("1.1", "1.1"),
        review("1.1", ADMINISTRATION, 1, status=DONE),
    )

    assert only_row(View(year_of(snapshot, YEAR_END), section=WORKS))["status"] == "not_started"


def test_a_linked_outcome_counts_for_each_section_where_nobody_reported() -> None:
    snapshot = plan(lead("1.1", ADMINISTRATION, WORKS), outcome("1.1"), link("1.1", "1.1"))

    assert only_row(View(year_of(snapshot, YEAR_END), section=WORKS))["status"] == "completed"


def test_a_sections_part_is_what_it_leads_or_also_what_it_supports() -> None:
    snapshot = plan_of(measure("1.1"), measure("1.2"), lead("1.1", WORKS), supporting("1.2", WORKS))
    led = measure_status(View(year_of(snapshot, YEAR_END), section=WORKS))
    both = measure_status(View(year_of(snapshot, YEAR_END), section=WORKS, with_supporting=True))

    assert led["measure"].tolist() == ["1.1"]
    assert both["measure"].tolist() == ["1.1", "1.2"]
