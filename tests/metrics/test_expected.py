"""Which reviews are expected, and what became of them."""

from datetime import date

import pytest

from ita_data.metrics import View, expected_cells, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.records import EVERY_SECTION, Exemption
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from tests.plans import (
    ADMINISTRATION,
    ENFORCEMENT,
    SECTIONS,
    WORKS,
    lead,
    measure,
    plan_of,
    review,
    section,
    supporting,
)

YEAR_END = date(2025, 12, 31)


def test_a_lead_section_owes_a_review_every_month() -> None:
    cells = expected_cells(View(year_of(plan_of(measure("1.1"), lead("1.1", WORKS)), YEAR_END)))

    assert cells["month"].tolist() == list(range(1, 13))
    assert cells[["measure", "section", "role"]].drop_duplicates().values.tolist() == [["1.1", WORKS, "lead"]]


@pytest.mark.parametrize(
    ("cadence", "named_month", "months"),
    [
        (Cadence.QUARTERLY, None, [3, 6, 9, 12]),
        (Cadence.HALF_YEARLY, None, [6, 12]),
        (Cadence.YEARLY, None, [12]),
        (Cadence.YEARLY, 5, [5]),
        (Cadence.ONCE, 2, [2]),
        (Cadence.AS_NEEDED, None, []),
    ],
)
def test_other_cadences_owe_fewer(cadence: Cadence, named_month: int | None, months: list[int]) -> None:
    plan = plan_of(measure("1.1", cadence, named_month), lead("1.1", WORKS))

    assert expected_cells(View(year_of(plan, YEAR_END)))["month"].tolist() == months


def test_only_the_months_looked_at_are_expected() -> None:
    plan = plan_of(measure("1.1"), lead("1.1", WORKS))

    assert expected_cells(View(year_of(plan, YEAR_END), month=2))["month"].tolist() == [1, 2]


def test_every_section_owes_its_own_review() -> None:
    plan = plan_of(measure("1.1", Cadence.YEARLY), lead("1.1", EVERY_SECTION))

    assert expected_cells(View(year_of(plan, YEAR_END)))["section"].tolist() == list(SECTIONS)


@pytest.mark.parametrize(
    ("expects_supporting", "with_supporting", "sections"),
    [
        (False, False, [WORKS]),
        (False, True, [WORKS]),
        (True, False, [WORKS]),
        (True, True, [ADMINISTRATION, WORKS]),
    ],
)
def test_supporting_sections_owe_reviews_where_the_plan_says_so(
    expects_supporting: bool, with_supporting: bool, sections: list[str]
) -> None:
    plan = plan_of(
        measure("1.1", Cadence.YEARLY),
        lead("1.1", WORKS),
        supporting("1.1", ADMINISTRATION),
        rules=Rules(expects_supporting=expects_supporting),
    )

    assert (
        expected_cells(View(year_of(plan, YEAR_END), with_supporting=with_supporting))["section"].tolist() == sections
    )


def test_a_section_owes_nothing_before_it_came_into_being_or_after_its_end() -> None:
    plan = plan_of(
        section(WORKS, begins_on="2024-12-31"),
        section(ENFORCEMENT, ends_on="2024-11-01"),
        measure("1.1"),
        lead("1.1", WORKS, ENFORCEMENT),
    )
    cells = expected_cells(View(year_of(plan, YEAR_END), month=4))

    assert cells.loc[cells["section"] == WORKS, "month"].tolist() == [3, 4]
    assert cells.loc[cells["section"] == ENFORCEMENT, "month"].tolist() == [1, 2]


def test_what_says_late_that_it_is_not_the_sections_awaits_approval() -> None:
    plan = plan_of(
        measure("1.1"),
        lead("1.1", WORKS),
        review("1.1", WORKS, 1, "2024-11-05", Status.NOT_APPLICABLE),  # on the due date
        review("1.1", WORKS, 2, "2024-12-07", Status.NOT_APPLICABLE),
        review("1.1", WORKS, 3, "2025-01-07", Status.NOT_APPLICABLE),
        review("1.1", WORKS, 4, "2025-02-06", Status.IN_PROGRESS),  # late, but a report
        (Exemption("1.1", WORKS, 3, "ไม่มีภารกิจ", date(2025, 2, 10)),),
    )
    on_the_9th, on_the_10th = (
        expected_cells(View(year_of(plan, date(2025, 2, day)), month=5))["awaits_approval"].tolist() for day in (9, 10)
    )

    assert on_the_9th == [False, True, True, False, False]
    assert on_the_10th == [False, True, False, False, False]


def test_the_state_tells_what_became_of_each_review() -> None:
    plan = plan_of(
        measure("1.1"),
        lead("1.1", WORKS),
        review("1.1", WORKS, 1, "2024-11-05"),
        review("1.1", WORKS, 2, "2024-12-07"),
        review("1.1", WORKS, 4, "2025-01-20", Status.NOT_APPLICABLE),
    )
    cells = expected_cells(View(year_of(plan, date(2025, 2, 5)), month=5))

    assert cells["state"].tolist() == ["on_time", "late", "missing", "exempt", "not_yet_due"]
    assert cells["due_on"].tolist()[:3] == [date(2024, 11, 5), date(2024, 12, 6), date(2025, 1, 6)]
    assert cells["received_on"].tolist() == [date(2024, 11, 5), date(2024, 12, 7), None, date(2025, 1, 20), None]
    assert cells["status"].fillna("").tolist() == ["in_progress", "in_progress", "", "not_applicable", ""]


def test_a_review_received_after_the_day_of_the_view_was_not_there_yet() -> None:
    plan = plan_of(measure("1.1"), lead("1.1", WORKS), review("1.1", WORKS, 1, "2024-11-20"))
    cells = expected_cells(View(year_of(plan, date(2024, 11, 19)), month=1))

    assert cells[["state", "received_on"]].values.tolist() == [["missing", None]]


def test_a_declared_month_without_activity_counts_as_received() -> None:
    plan = plan_of(measure("1.1"), lead("1.1", WORKS), review("1.1", WORKS, 1, "2024-11-05", Status.NOT_STARTED))

    assert expected_cells(View(year_of(plan, YEAR_END), month=1))["state"].tolist() == ["on_time"]


def test_a_review_that_nobody_expected_makes_no_cell() -> None:
    plan = plan_of(
        measure("1.1", Cadence.QUARTERLY),
        lead("1.1", WORKS),
        review("1.1", WORKS, 1),
        review("1.1", ADMINISTRATION, 3),
    )
    cells = expected_cells(View(year_of(plan, YEAR_END), month=3))

    assert cells[["section", "month", "state"]].values.tolist() == [[WORKS, 3, "missing"]]


def test_a_sections_view_holds_its_own_cells() -> None:
    plan = plan_of(
        measure("1.1", Cadence.YEARLY), measure("1.2", Cadence.YEARLY), lead("1.1", *SECTIONS), lead("1.2", WORKS)
    )
    cells = expected_cells(View(year_of(plan, YEAR_END), section=ADMINISTRATION))

    assert cells[["measure", "section"]].values.tolist() == [["1.1", ADMINISTRATION]]


def test_cells_say_which_indicator_or_initiative_they_belong_to() -> None:
    plan = plan_of(
        measure("4.1", Cadence.YEARLY), measure("ก2.1", Cadence.YEARLY), lead("4.1", WORKS), lead("ก2.1", WORKS)
    )
    cells = expected_cells(View(year_of(plan, YEAR_END)))

    assert cells["indicator"].fillna(0).tolist() == [4, 0]
    assert cells["initiative"].fillna(0).tolist() == [0, 2]
