"""Which sections are heard on the status of a measure, in which month."""

from datetime import date

from ita_data.metrics import View, year_of
from ita_data.model.periods import MONTHS
from ita_data.model.records import Assignment, Exemption, Review, Role
from ita_data.snapshot import Snapshot
from tests.metrics.one_measure import DOING, DONE, NOT_BEGUN, YEAR_END, only_row, plan
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS, lead, measure, plan_of, review, section, supporting


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


def test_whom_nobody_assigned_is_exempt_from_nothing() -> None:
    exempt = tuple(Exemption("1.1", WORKS, month, "ปิดปรับปรุง", date(2024, 9, 1)) for month in MONTHS)
    snapshot = plan(review("1.1", WORKS, 7, "2024-09-01", DONE), exempt)

    rows = [only_row(View(year_of(snapshot, date(2025, 7, 23)), month)) for month in (1, 6, 7)]
    assert [(row["status"], row["progress"]) for row in rows] == [
        ("not_started", 0),
        ("not_started", 0),
        ("completed", 100),
    ]


def test_a_section_that_nobody_assigned_is_heard_from_its_first_report_on() -> None:
    snapshot = plan(
        review("1.1", WORKS, 1, status=DONE),
        review("1.1", ADMINISTRATION, 2, status=NOT_BEGUN),
        review("1.1", WORKS, 3, status=DONE),
    )

    statuses = [only_row(View(year_of(snapshot, YEAR_END), month))["status"] for month in (1, 2)]
    assert statuses == ["completed", "in_progress"]


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
