"""The status of a measure, from its reviews or else from its outcomes."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from ita_data.metrics import View, measure_status, year_of
from ita_data.model.periods import MONTHS
from ita_data.model.records import Assignment, Exemption, Link, LinkState, Outcome, Review, Role
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from ita_data.snapshot import Snapshot
from tests.plans import (
    ADMINISTRATION,
    ENFORCEMENT,
    WORKS,
    lead,
    link,
    measure,
    outcome,
    plan_of,
    review,
    section,
    supporting,
)

YEAR_END = date(2025, 12, 31)
DONE, DOING, NOT_BEGUN, NOT_OURS = Status.COMPLETED, Status.IN_PROGRESS, Status.NOT_STARTED, Status.NOT_APPLICABLE


def plan(*records: Review | Outcome | Link | tuple[Assignment, ...] | tuple[Exemption, ...]) -> Snapshot:
    """A plan of the one measure 1.1."""
    return plan_of(measure("1.1"), *records)


def only_row(view: View) -> pd.Series:
    table = measure_status(view)
    assert len(table) == 1
    return table.iloc[0]


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


def test_supporting_sections_have_no_say_beside_a_lead_section() -> None:
    snapshot = plan(
        lead("1.1", WORKS),
        supporting("1.1", ADMINISTRATION),
        review("1.1", WORKS, 1, status=DONE),
        review("1.1", ADMINISTRATION, 2, status=DOING),
    )

    assert only_row(View(year_of(snapshot, YEAR_END)))["status"] == "completed"


def test_without_a_lead_section_the_supporting_ones_decide() -> None:
    snapshot = plan(supporting("1.1", ADMINISTRATION), review("1.1", ADMINISTRATION, 1, status=DONE))

    assert only_row(View(year_of(snapshot, YEAR_END)))["status"] == "completed"


def test_where_nobody_is_assigned_whoever_reported_decides() -> None:
    snapshot = plan(review("1.1", ADMINISTRATION, 1, status=DONE))

    assert only_row(View(year_of(snapshot, YEAR_END)))["status"] == "completed"


def test_a_section_that_nobody_assigned_is_heard_from_its_first_report_on() -> None:
    snapshot = plan(
        review("1.1", WORKS, 1, status=DONE),
        review("1.1", ADMINISTRATION, 2, status=NOT_BEGUN),
        review("1.1", WORKS, 3, status=DONE),
    )

    statuses = [only_row(View(year_of(snapshot, YEAR_END), month))["status"] for month in (1, 2)]
    assert statuses == ["completed", "in_progress"]


def test_whom_nobody_assigned_is_exempt_from_nothing() -> None:
    exempt = tuple(Exemption("1.1", WORKS, month, "ปิดปรับปรุง", date(2024, 9, 1)) for month in MONTHS)
    snapshot = plan(review("1.1", WORKS, 7, "2024-09-01", DONE), exempt)

    rows = [only_row(View(year_of(snapshot, date(2025, 7, 23)), month)) for month in (1, 6, 7)]
    assert [(row["status"], row["progress"]) for row in rows] == [
        ("not_started", 0),
        ("not_started", 0),
        ("completed", 100),
    ]


def test_a_section_that_came_later_is_not_waited_for() -> None:
    snapshot = plan_of(
        section(WORKS, begins_on="2025-02-01"),
        measure("1.1"),
        lead("1.1", ADMINISTRATION, WORKS),
        review("1.1", ADMINISTRATION, 1, status=DONE),
    )

    assert only_row(View(year_of(snapshot, YEAR_END), month=4))["status"] == "completed"
    assert only_row(View(year_of(snapshot, YEAR_END), month=5))["status"] == "in_progress"


def test_a_section_that_has_ended_is_not_waited_for() -> None:
    snapshot = plan_of(
        section(WORKS, ends_on="2025-01-31"),
        measure("1.1"),
        lead("1.1", ADMINISTRATION, WORKS),
        review("1.1", ADMINISTRATION, 1, status=DONE),
    )

    assert only_row(View(year_of(snapshot, YEAR_END), month=4))["status"] == "in_progress"
    assert only_row(View(year_of(snapshot, YEAR_END), month=5))["status"] == "completed"


def test_a_section_whose_assignment_has_ended_is_not_waited_for() -> None:
    snapshot = plan(
        lead("1.1", ADMINISTRATION),
        (Assignment("1.1", WORKS, Role.LEAD, last_month=4),),
        review("1.1", ADMINISTRATION, 1, status=DONE),
    )

    assert only_row(View(year_of(snapshot, YEAR_END), month=4))["status"] == "in_progress"
    assert only_row(View(year_of(snapshot, YEAR_END), month=5))["status"] == "completed"


def test_the_only_section_keeps_its_word_after_it_has_ended() -> None:
    snapshot = plan_of(
        section(WORKS, ends_on="2025-01-31"), measure("1.1"), lead("1.1", WORKS), review("1.1", WORKS, 1, status=DONE)
    )

    assert only_row(View(year_of(snapshot, YEAR_END)))["status"] == "completed"


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


def handed_over(*reviews: Review, last_month: int = 3, first_month: int = 4) -> Snapshot:
    """1.1 passes from ฝ่ายปกครอง to ฝ่ายโยธา inside the year."""
    before = Assignment("1.1", ADMINISTRATION, Role.LEAD, last_month=last_month)
    return plan((before, Assignment("1.1", WORKS, Role.LEAD, first_month=first_month)), *reviews)


def statuses_by_month(snapshot: Snapshot, *months: int) -> list[str]:
    return [only_row(View(year_of(snapshot, YEAR_END), month))["status"] for month in months]


def test_a_lead_that_hands_over_leaves_its_status_until_the_next_one_reports() -> None:
    snapshot = handed_over(review("1.1", ADMINISTRATION, 3, status=DONE), review("1.1", WORKS, 6, status=DOING))

    assert statuses_by_month(snapshot, 3, 4, 5, 6) == ["completed", "completed", "completed", "in_progress"]


def test_a_status_is_left_across_months_in_which_nobody_leads() -> None:
    snapshot = handed_over(review("1.1", ADMINISTRATION, 2, status=DOING), last_month=2, first_month=6)

    assert statuses_by_month(snapshot, 3, 6, 12) == ["in_progress"] * 3


def test_a_lead_that_said_nothing_leaves_nothing() -> None:
    snapshot = handed_over(review("1.1", WORKS, 5, status=DOING))

    assert statuses_by_month(snapshot, 3, 4, 5) == ["not_started", "not_started", "in_progress"]


def test_a_section_that_ended_leaves_its_status_to_the_lead_that_begins_after_it() -> None:
    snapshot = plan_of(
        section(ADMINISTRATION, ends_on="2024-12-31"),
        measure("1.1"),
        lead("1.1", ADMINISTRATION),
        (Assignment("1.1", WORKS, Role.LEAD, first_month=4),),
        review("1.1", ADMINISTRATION, 3, status=DONE),
    )

    assert statuses_by_month(snapshot, 3, 4, 12) == ["completed"] * 3


def test_a_third_lead_that_went_on_is_heard_beside_the_status_that_was_left() -> None:
    snapshot = plan(
        lead("1.1", ENFORCEMENT),
        (Assignment("1.1", ADMINISTRATION, Role.LEAD, last_month=3),),
        (Assignment("1.1", WORKS, Role.LEAD, first_month=4),),
        review("1.1", ADMINISTRATION, 3, status=DONE),
        review("1.1", ENFORCEMENT, 4, status=DONE),
        review("1.1", WORKS, 5, status=NOT_BEGUN),
    )

    assert statuses_by_month(snapshot, 3, 4, 5) == ["in_progress", "completed", "in_progress"]


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
