"""Completion and progress, counted in groups."""

from dataclasses import replace
from datetime import date
from math import isnan

import pytest

from ita_data.metrics import (
    View,
    completion,
    completion_by_indicator,
    completion_by_indicator_and_month,
    completion_by_indicator_and_section,
    completion_by_initiative,
    completion_by_month,
    completion_by_section,
    reporting,
    year_of,
)
from ita_data.model.cadence import Cadence
from ita_data.model.records import Exemption, Item, LinkState
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from tests.plans import (
    ADMINISTRATION,
    ENFORCEMENT,
    SECTIONS,
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

PLAN = plan_of(
    measure("1.1"),
    measure("1.2"),
    measure("1.3"),
    measure("2.1"),
    measure("9.1"),
    measure("ก1.1"),
    lead("1.1", ADMINISTRATION, WORKS),
    lead("1.2", WORKS),
    lead("1.3", ADMINISTRATION),
    supporting("1.3", WORKS),
    lead("2.1", ADMINISTRATION),
    lead("9.1", WORKS),
    lead("ก1.1", ADMINISTRATION),
    review("1.1", ADMINISTRATION, 1, status=Status.COMPLETED),
    review("1.1", WORKS, 2, status=Status.COMPLETED),
    review("1.2", WORKS, 1, status=Status.IN_PROGRESS, progress=30),
    review("1.3", ADMINISTRATION, 1, status=Status.NOT_APPLICABLE),
    review("2.1", ADMINISTRATION, 1, status=Status.IN_PROGRESS),
    outcome("9.1", "2024-10-31"),
    link("9.1", "9.1", LinkState.SUGGESTED),
)
VIEW = View(year_of(PLAN, date(2025, 1, 10)), month=3)


def test_the_office_in_one_row() -> None:
    assert completion(VIEW).to_dict("records") == [
        {
            "measures": 6,
            "completed": 2,
            "unconfirmed": 1,
            "undated": 0,
            "completed_by_all": 2,
            "in_progress": 2,
            "not_started": 1,
            "not_applicable": 1,
            "applicable": 5,
            "completion": 0.4,
            "with_progress": 4,
            "progress": (100 + 30 + 100 + 0) / 4,
        }
    ]


def test_leads_alone_complete_a_measure_and_every_section_together_completes_it_by_all() -> None:
    records = (
        measure("1.1"),
        measure("1.2"),
        lead("1.1", ADMINISTRATION),
        supporting("1.1", WORKS),
        lead("1.2", ADMINISTRATION),
        supporting("1.2", WORKS),
        review("1.1", ADMINISTRATION, 1, status=Status.COMPLETED),
        review("1.1", WORKS, 1, status=Status.IN_PROGRESS),
        review("1.2", ADMINISTRATION, 1, status=Status.COMPLETED),
        review("1.2", WORKS, 1, status=Status.NOT_APPLICABLE),
    )
    of_all, of_leads = (
        View(year_of(plan_of(*records, rules=Rules(expects_supporting=expects)), date(2025, 1, 10)), month=1)
        for expects in (True, False)
    )

    assert completion(of_all)[["completed", "completed_by_all"]].values.tolist() == [[2, 1]]
    assert completion(of_leads)[["completed", "completed_by_all"]].values.tolist() == [[2, 2]]


def test_indicators_and_initiatives_stand_apart() -> None:
    indicators, initiatives = completion_by_indicator(VIEW), completion_by_initiative(VIEW)

    assert indicators[["indicator", "completed", "applicable"]].values.tolist() == [[1, 1, 2], [2, 0, 1], [9, 1, 1]]
    assert initiatives[["initiative", "completed", "applicable"]].values.tolist() == [[1, 0, 1]]


def test_completion_by_unconfirmed_links_is_counted_but_told_apart() -> None:
    assert completion_by_indicator(VIEW)["unconfirmed"].tolist() == [0, 0, 1]


def test_progress_leaves_out_measures_without_a_number() -> None:
    second = completion_by_indicator(VIEW).iloc[1]

    assert second["with_progress"] == 0
    assert isnan(second["progress"])


def test_without_an_applicable_measure_there_is_no_completion() -> None:
    nobody = completion_by_section(VIEW).iloc[2]

    assert (nobody["section"], nobody["applicable"]) == (ENFORCEMENT, 0)
    assert isnan(nobody["completion"])


def test_each_section_has_its_own_figures() -> None:
    table = completion_by_section(VIEW)

    assert table["section"].tolist() == list(SECTIONS)
    assert table["measures"].tolist() == [4, 3, 0]
    assert table["completed"].tolist() == [1, 2, 0]
    assert table["not_applicable"].tolist() == [1, 0, 0]


def test_supporting_measures_count_where_they_are_asked_for() -> None:
    table = completion_by_section(View(year_of(PLAN, date(2025, 1, 10)), month=3, with_supporting=True))

    assert table["measures"].tolist() == [4, 4, 0]
    assert table["not_started"].tolist() == [1, 1, 0]


def test_each_month_shows_how_it_stood_at_its_end() -> None:
    table = completion_by_month(VIEW)

    assert table["month"].tolist() == [1, 2, 3]
    assert table["completed"].tolist() == [1, 2, 2]
    assert table["in_progress"].tolist() == [3, 2, 2]


def test_a_measure_that_several_sections_lead_counts_once_in_the_office() -> None:
    assert completion_by_section(VIEW)["measures"].sum() == 7
    assert completion(VIEW)["measures"].tolist() == [6]


def test_a_measure_of_two_items_counts_once() -> None:
    plan = plan_of(
        Item("I1", 1, "ประเด็น", 1),
        Item("I2", 1, "ประเด็น", 2),
        replace(measure("1.1"), items=("I1", "I2")),
        measure("1.2"),
        lead("1.1", WORKS),
        review("1.1", WORKS, 1, status=Status.COMPLETED),
    )
    view = View(year_of(plan, VIEW.as_of), month=3)

    for table in (completion(view), completion_by_indicator(view)):
        assert table[["measures", "completed", "completion"]].values.tolist() == [[2, 1, 0.5]]
    assert reporting(view)["expected"].tolist() == [3]


def test_a_section_has_figures_only_for_months_in_which_it_existed() -> None:
    plan = plan_of(section(WORKS, begins_on="2024-12-01"), measure("1.1"), lead("1.1", WORKS))

    assert completion_by_section(View(year_of(plan, VIEW.as_of), month=2))["measures"].tolist() == [0, 0, 0]
    assert completion_by_section(View(year_of(plan, VIEW.as_of), month=3))["measures"].tolist() == [0, 1, 0]


def test_crossed_tables_have_a_row_for_every_pair() -> None:
    by_section = completion_by_indicator_and_section(VIEW).set_index(["indicator", "section"])
    by_month = completion_by_indicator_and_month(VIEW).set_index(["indicator", "month"])

    assert (len(by_section), len(by_month)) == (9, 9)
    assert by_section.loc[(1, WORKS), ["measures", "completed"]].tolist() == [2, 1]
    assert by_month.loc[(1, 1), ["measures", "completed"]].tolist() == [3, 0]
    assert by_month.loc[(1, 2), ["measures", "completed"]].tolist() == [3, 1]


@pytest.mark.parametrize("name", [ADMINISTRATION, WORKS])
def test_a_sections_view_is_its_row_of_the_office(name: str) -> None:
    own = completion(View(year_of(PLAN, VIEW.as_of), month=3, section=name)).iloc[0]
    row = completion_by_section(VIEW).set_index("section").loc[name]

    assert own.to_dict() == row.to_dict()


def test_a_measure_exempt_all_year_leaves_the_office_and_the_section_that_leads_it() -> None:
    def exempt(code: str, months: range) -> tuple[Exemption, ...]:
        return tuple(Exemption(code, WORKS, month, "พื้นที่ปิดปรับปรุง", date(2024, 11, 1)) for month in months)

    snapshot = plan_of(
        measure("1.1"),
        measure("1.2"),
        lead("1.1", WORKS),
        lead("1.2", WORKS, ADMINISTRATION),
        review("1.2", ADMINISTRATION, 1, status=Status.IN_PROGRESS, progress=40),
        exempt("1.1", range(1, 13)),
        exempt("1.2", range(1, 13)),
    )
    view = View(year_of(snapshot, date(2025, 1, 10)), month=3)

    assert completion(view)[["measures", "applicable", "not_applicable"]].values.tolist() == [[2, 1, 1]]
    by_section = completion_by_section(view).set_index("section")
    assert by_section.loc[WORKS, ["measures", "applicable"]].tolist() == [2, 0]
    assert by_section.loc[ADMINISTRATION, ["measures", "applicable", "progress"]].tolist() == [1, 1, 40]


def test_a_quarterly_measure_is_exempt_all_year_once_its_four_months_are() -> None:
    snapshot = plan_of(
        measure("1.1", Cadence.QUARTERLY),
        lead("1.1", WORKS),
        tuple(Exemption("1.1", WORKS, month, "ไม่มีภารกิจ", date(2024, 11, 1)) for month in (3, 6, 9, 12)),
    )

    assert completion(View(year_of(snapshot, date(2025, 1, 10)), month=1))["applicable"].tolist() == [0]


def test_what_is_never_due_is_not_exempt() -> None:
    snapshot = plan_of(
        measure("1.1", Cadence.AS_NEEDED),
        lead("1.1", WORKS),
        (Exemption("1.1", WORKS, 1, "ไม่มีภารกิจ", date(2024, 11, 1)),),
    )

    assert completion(View(year_of(snapshot, date(2025, 1, 10)), month=1))["applicable"].tolist() == [1]
