"""The measures without progress for three months."""

from datetime import date

import pytest
from hypothesis import given

from ita_data.metrics import View, completion, standstill, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.records import Assignment, Exemption, Record, Review, Role
from ita_data.model.states import Status
from ita_data.snapshot import Snapshot
from tests.metrics.strategies import looks
from tests.metrics.test_properties import unhurried
from tests.plans import ADMINISTRATION, WORKS, lead, measure, plan_of, review, section

JANUARY, FEBRUARY = 4, 5
AFTER_DUE = date(2025, 2, 6)
"""The day after the reviews of January fell due."""


def motion(*records: Record | tuple[Record, ...], month: int = JANUARY, as_of: date = AFTER_DUE) -> str:
    """What is said of 1.1, which ฝ่ายปกครอง leads."""
    plan = plan_of(measure("1.1"), lead("1.1", ADMINISTRATION), *records)
    return str(standstill(View(year_of(plan, as_of), month))["motion"].iloc[0])


def report(month: int, progress: float | None, status: Status = Status.IN_PROGRESS) -> Review:
    return review("1.1", ADMINISTRATION, month, status=status, progress=progress)


def test_a_measure_that_nobody_reports_on_stands_still() -> None:
    assert motion() == "standing"


@pytest.mark.parametrize(("progress", "expected"), [(40.0, "standing"), (41.0, "moved"), (39.0, "moved")])
def test_progress_counts_as_a_motion_whichever_way(progress: float, expected: str) -> None:
    assert motion(report(1, 40.0), report(4, progress)) == expected


def test_a_text_without_a_number_is_no_progress() -> None:
    assert motion(report(1, None), report(2, None), report(3, None), report(4, None)) == "standing"
    assert motion(report(1, 40.0), report(4, None)) == "standing"


def test_another_status_is_a_motion() -> None:
    assert motion(report(2, 0.0)) == "moved"


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.NOT_APPLICABLE])
def test_what_is_completed_or_not_applicable_does_not_count(status: Status) -> None:
    assert motion(report(1, None, status)) == status


def test_a_running_month_makes_no_measure_stand_still() -> None:
    reports = (report(1, 10.0), report(2, 20.0), report(3, 20.0), report(4, 20.0))
    assert motion(*reports, month=FEBRUARY, as_of=date(2025, 2, 28)) == "moved"
    assert motion(*reports, month=FEBRUARY, as_of=date(2025, 3, 6)) == "standing"


def test_a_review_that_came_before_its_month_was_due_shows_motion() -> None:
    reports = (report(1, 20.0), report(5, 30.0))
    assert motion(*reports, month=JANUARY, as_of=date(2025, 2, 20)) == "standing"
    assert motion(*reports, month=FEBRUARY, as_of=date(2025, 2, 20)) == "moved"


def test_the_due_date_itself_is_early_enough() -> None:
    assert motion(as_of=date(2025, 2, 5)) == "too_early"


def test_nothing_stands_still_before_there_are_three_months() -> None:
    assert motion(month=3) == "too_early"


def test_a_measure_on_which_nobody_asked_for_reports_does_not_count() -> None:
    plan = plan_of(
        measure("1.1"),
        measure("1.2", Cadence.YEARLY),
        measure("1.3", Cadence.AS_NEEDED),
        measure("1.4"),
        *(lead(code, ADMINISTRATION) for code in ("1.1", "1.2", "1.3")),
        *(Exemption("1.4", ADMINISTRATION, month, "ปิดปรับปรุง", date(2024, 11, 1)) for month in (2, 3, 4)),
        lead("1.4", ADMINISTRATION),
    )
    motions = standstill(View(year_of(plan, AFTER_DUE), JANUARY))["motion"].tolist()
    assert motions == ["standing", "not_expected", "not_expected", "not_expected"]


def test_a_section_that_has_the_measure_for_less_than_three_months_has_nothing_to_compare_with() -> None:
    plan = plan_of(measure("1.1"), Assignment("1.1", WORKS, Role.LEAD, first_month=2), lead("1.1", ADMINISTRATION))
    own = standstill(View(year_of(plan, AFTER_DUE), JANUARY, WORKS))
    assert own["motion"].tolist() == ["too_early"]


def test_a_section_is_judged_by_its_own_reports() -> None:
    plan = plan_of(measure("1.1"), lead("1.1", ADMINISTRATION, WORKS), section(WORKS), report(4, 40.0))
    year = year_of(plan, AFTER_DUE)
    motions = {name: standstill(View(year, JANUARY, name))["motion"].item() for name in (ADMINISTRATION, WORKS)}
    assert motions == {ADMINISTRATION: "moved", WORKS: "standing"}


@unhurried
@given(looks())
def test_what_is_left_out_as_completed_is_what_the_office_counts_as_completed(look: tuple[Snapshot, View]) -> None:
    _snapshot, view = look
    motions, row = standstill(view)["motion"], completion(view).iloc[0]
    assert len(motions) == row["measures"]
    assert (motions == "completed").sum() == row["completed"]
    assert (motions == "not_applicable").sum() == row["not_applicable"]
