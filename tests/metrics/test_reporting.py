"""Reporting rates, and what is overdue."""

from datetime import date
from math import isnan

import pytest

from ita_data.metrics import (
    View,
    late,
    overdue,
    overdue_by_section,
    reporting,
    reporting_by_indicator,
    reporting_by_indicator_and_section,
    reporting_by_initiative,
    reporting_by_measure_and_month,
    reporting_by_month,
    reporting_by_section,
    year_of,
)
from ita_data.model.cadence import Cadence
from ita_data.model.states import Status
from tests.plans import ADMINISTRATION, ENFORCEMENT, SECTIONS, WORKS, lead, measure, plan_of, review

PLAN = plan_of(
    measure("1.1", text="เผยแพร่คู่มือ"),
    measure("2.1", Cadence.QUARTERLY),
    measure("9.1", Cadence.AS_NEEDED),
    measure("ก1.1"),
    lead("1.1", ADMINISTRATION, WORKS),
    lead("2.1", WORKS),
    lead("9.1", WORKS),
    lead("ก1.1", ADMINISTRATION),
    review("1.1", ADMINISTRATION, 1, "2024-11-05"),
    review("1.1", ADMINISTRATION, 2, "2024-12-09"),
    review("1.1", WORKS, 1, "2024-11-05", Status.NOT_APPLICABLE),
    review("2.1", WORKS, 3, "2025-01-06"),
    review("ก1.1", ADMINISTRATION, 1, "2024-11-05"),
    review("ก1.1", ADMINISTRATION, 2, "2024-11-29"),
)
VIEW = View(year_of(PLAN, date(2025, 1, 10)), month=4)
"""Four months of 1.1 in two sections and of ก1.1, one quarter of 2.1; the reviews of January are not yet due."""


def test_the_office_in_one_row() -> None:
    row = reporting(VIEW).iloc[0]

    assert len(reporting(VIEW)) == 1
    assert row.to_dict() == {
        "expected": 13,
        "received": 5,
        "on_time": 4,
        "late": 1,
        "missing": 4,
        "not_yet_due": 3,
        "exempt": 1,
        "due": 9,
        "reporting_rate": pytest.approx(5 / 9),
        "on_time_rate": pytest.approx(4 / 9),
        "lead_received": 5,
        "lead_due": 9,
        "supporting_received": 0,
        "supporting_due": 0,
    }


def test_each_section_has_a_row_in_official_order() -> None:
    table = reporting_by_section(VIEW)

    assert table["section"].tolist() == list(SECTIONS)
    assert table["expected"].tolist() == [8, 5, 0]
    assert table["on_time"].tolist() == [3, 1, 0]
    assert table["missing"].tolist() == [2, 2, 0]


def test_where_nothing_was_due_there_is_no_rate() -> None:
    nobody = reporting_by_section(VIEW).iloc[2]

    assert nobody["section"] == ENFORCEMENT
    assert nobody["due"] == 0
    assert isnan(nobody["reporting_rate"])
    assert isnan(nobody["on_time_rate"])


def test_each_month_looked_at_has_a_row() -> None:
    table = reporting_by_month(VIEW)

    assert table["month"].tolist() == [1, 2, 3, 4]
    assert table["expected"].tolist() == [3, 3, 4, 3]
    assert table["due"].tolist() == [2, 3, 4, 0]
    assert table["reporting_rate"].fillna(-1).tolist() == [1.0, pytest.approx(2 / 3), 0.25, -1]
    assert table["not_yet_due"].tolist() == [0, 0, 0, 3]


def test_indicators_and_initiatives_stand_apart() -> None:
    assert reporting_by_indicator(VIEW)[["indicator", "expected"]].values.tolist() == [[1, 8], [2, 1], [9, 0]]
    assert reporting_by_initiative(VIEW)[["initiative", "expected"]].values.tolist() == [[1, 4]]


def test_crossed_tables_have_a_row_for_every_pair() -> None:
    table = reporting_by_indicator_and_section(VIEW).set_index(["indicator", "section"])

    assert len(table) == 9
    assert table.loc[(1, ADMINISTRATION), "late"] == 1
    assert table.loc[(1, WORKS), "exempt"] == 1
    assert table.loc[(9, ENFORCEMENT), "expected"] == 0


def test_the_grid_of_measures_and_months_holds_every_measure() -> None:
    table = reporting_by_measure_and_month(VIEW).set_index(["measure", "month"])

    assert table.index.get_level_values("measure").unique().tolist() == ["1.1", "2.1", "9.1", "ก1.1"]
    assert table.loc[("1.1", 2), ["expected", "late", "missing"]].tolist() == [2, 1, 1]
    assert table.loc["2.1", "expected"].tolist() == [0, 0, 1, 0]


def test_a_sections_view_counts_its_own_cells_only() -> None:
    view = View(year_of(PLAN, date(2025, 1, 10)), month=4, section=WORKS)

    assert reporting(view)["expected"].tolist() == [5]
    assert reporting_by_section(view)["section"].tolist() == [WORKS]
    assert reporting_by_indicator(view)["expected"].tolist() == [4, 1, 0]


def test_overdue_lists_what_is_missing_with_the_oldest_first() -> None:
    table = overdue(VIEW)

    assert table[["measure", "section", "month", "days_overdue"]].values.tolist() == [
        ["1.1", WORKS, 2, 35],
        ["1.1", ADMINISTRATION, 3, 4],
        ["1.1", WORKS, 3, 4],
        ["ก1.1", ADMINISTRATION, 3, 4],
    ]
    assert table["due_on"].iloc[0] == date(2024, 12, 6)
    assert table["text"].iloc[0] == "เผยแพร่คู่มือ"


def test_overdue_by_section_puts_whoever_has_owed_longest_first() -> None:
    assert overdue_by_section(VIEW).to_dict("records") == [
        {"section": WORKS, "missing": 2, "month": 2, "days_overdue": 35},
        {"section": ADMINISTRATION, "missing": 2, "month": 3, "days_overdue": 4},
    ]


def test_who_has_owed_longest_stands_before_who_owes_more_and_of_equals_who_owes_more() -> None:
    plan = plan_of(
        measure("1.1", Cadence.ONCE, named_month=1),
        *(measure(code, Cadence.ONCE, named_month=3) for code in ("1.2", "1.3", "1.4")),
        lead("1.1", WORKS),
        lead("1.2", ADMINISTRATION),
        lead("1.3", ENFORCEMENT),
        lead("1.4", ENFORCEMENT),
    )
    table = overdue_by_section(View(year_of(plan, VIEW.as_of), month=4))

    assert table[["section", "missing", "month"]].values.tolist() == [
        [WORKS, 1, 1],
        [ENFORCEMENT, 2, 3],
        [ADMINISTRATION, 1, 3],
    ]


def test_late_reviews_are_listed_with_the_days_by_which_they_were_late() -> None:
    rows = late(VIEW)

    assert rows[["measure", "section", "month", "days_late"]].values.tolist() == [["1.1", ADMINISTRATION, 2, 3]]
    assert len(rows) == reporting(VIEW)["late"].item()
