"""What a view looks at, and where a page opens."""

from dataclasses import replace
from datetime import date

import pytest
from pandas.testing import assert_frame_equal

from ita_data.metrics import METRICS, View, expected_cells, opening_month, year_of
from ita_data.metrics.known_plan import KnownPlan
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

PLAN = plan_of(
    section(WORKS, begins_on="2024-12-31"),
    section(ENFORCEMENT, ends_on="2024-11-01"),
    measure("ก1.1"),
    measure("2.1"),
    measure("1.2"),
    measure("1.1"),
    lead("1.2", *reversed(SECTIONS)),
    lead("1.1", WORKS),
    review("1.1", WORKS, 3, "2025-01-06"),
)


@pytest.mark.parametrize(
    ("today", "month"),
    [
        (date(2024, 9, 30), 1),  # the fiscal year has not begun
        (date(2024, 10, 1), 1),  # nothing is due yet
        (date(2024, 12, 6), 1),  # the day on which November's reports are due
        (date(2024, 12, 7), 2),
        (date(2025, 9, 30), 11),
        (date(2025, 10, 7), 12),  # September's are due too
        (date(2027, 1, 1), 12),
    ],
)
def test_the_month_on_which_a_page_opens(today: date, month: int) -> None:
    assert opening_month(PLAN, today) == month


def test_what_came_does_not_matter_to_the_month_on_which_a_page_opens() -> None:
    assert opening_month(plan_of(measure("1.1")), date(2026, 1, 1)) == opening_month(PLAN, date(2026, 1, 1)) == 12


def test_measures_stand_as_the_report_lists_them() -> None:
    assert View(year_of(PLAN, date(2025, 1, 1))).measures["measure"].tolist() == ["1.1", "1.2", "2.1", "ก1.1"]


def test_assignments_stand_in_the_order_of_measures_and_then_sections() -> None:
    assignments = View(year_of(PLAN, date(2025, 1, 1))).assignments

    assert assignments[["measure", "section"]].values.tolist() == [
        ["1.1", WORKS],
        *(["1.2", name] for name in SECTIONS),
    ]


def test_a_section_is_at_work_in_every_month_in_which_it_existed_for_a_day() -> None:
    assert KnownPlan(PLAN, date(2025, 1, 1)).months_at_work == {
        ADMINISTRATION: set(range(1, 13)),
        WORKS: set(range(3, 13)),
        ENFORCEMENT: {1, 2},
    }


NARROWED = [name for name in METRICS if not any(word in name for word in ("by_indicator", "by_initiative", "last"))]
"""All but those with a row for every indicator or initiative of the plan, and those of two years."""


@pytest.mark.parametrize("name", NARROWED)
def test_the_figures_of_an_indicator_are_those_of_a_plan_with_its_measures_alone(name: str) -> None:
    one = (measure("1.1"), measure("1.2"), lead("1.1", WORKS), supporting("1.1", ADMINISTRATION), lead("1.2", WORKS))
    came = (
        review("1.1", WORKS, 1, "2024-11-20", Status.COMPLETED),
        review("1.2", WORKS, 1, "2024-11-05", progress=20),
        review("1.2", WORKS, 5, "2025-03-05", progress=20),
        review("1.1", ADMINISTRATION, 4, "2025-02-05"),
    )
    other = (measure("2.1"), measure("ก1.1"), lead("2.1", WORKS, ENFORCEMENT), lead("ก1.1", ADMINISTRATION))
    more = (review("2.1", WORKS, 1, "2024-11-05"), review("ก1.1", ADMINISTRATION, 2, "2024-12-06"))
    rules, day = Rules(expects_supporting=True), date(2025, 3, 7)
    alone = View.of_office(year_of(plan_of(*one, *came, rules=rules), day), 5)
    narrowed = replace(View.of_office(year_of(plan_of(*one, *other, *came, *more, rules=rules), day), 5), heading="1")

    assert_frame_equal(METRICS[name](narrowed), METRICS[name](alone))


def test_an_initiative_is_looked_at_by_the_code_of_its_measures() -> None:
    view = View(year_of(PLAN, date(2025, 1, 1)), heading="ก1")
    assert view.measures["measure"].tolist() == ["ก1.1"]
    assert view.assignments.empty


def test_a_table_belongs_to_whoever_asked_for_it() -> None:
    view = View(year_of(PLAN, date(2025, 1, 1)))
    table = expected_cells(view)
    table["state"] = "late"

    assert "late" not in expected_cells(view)["state"].tolist()
