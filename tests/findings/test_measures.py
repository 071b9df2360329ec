"""The reports on measures month by month: grouped, added up, and in which order they stand."""

import pytest

from ita_data.findings import adding_up, indicator_bars, measure_groups, section_months
from ita_data.findings.measures import MeasureGroup
from ita_data.model.cadence import Cadence
from ita_data.model.names import heading_of
from ita_data.model.states import Status
from tests.findings.months import counted_on
from tests.plans import ADMINISTRATION, WORKS, lead, measure, review

JANUARY = ("2025-01-07", 3)
"""The day after the reports of December were due: all three months are."""
PLAN = (
    *(measure(code) for code in ("1.1", "1.2", "2.1", "2.2", "ก1.1")),
    measure("2.3", Cadence.AS_NEEDED),
    *(lead(code, ADMINISTRATION) for code in ("1.1", "1.2", "2.1", "2.3", "ก1.1")),
    lead("2.2", ADMINISTRATION, WORKS),
)
SENT = tuple(
    review(code, ADMINISTRATION, month, day)
    for code in ("1.1", "2.1", "2.2", "ก1.1")
    for month, day in ((1, "2024-11-05"), (2, "2024-12-06"), (3, "2025-01-06"))
)
"""Nothing came on 1.2, and on 2.2 from one of two sections."""


def test_measures_stand_under_their_indicator_or_initiative_in_the_order_of_the_plan() -> None:
    groups = measure_groups(counted_on(*JANUARY, *PLAN, *SENT), in_plan_order=True)
    assert codes(groups) == {"1": ["1.1", "1.2"], "2": ["2.1", "2.2"], "ก1": ["ก1.1"]}
    assert list(codes(groups)) == ["1", "2", "ก1"]


def test_what_most_is_missing_of_stands_first_then_what_is_owed_from_before() -> None:
    first = review("1.2", ADMINISTRATION, 1, "2024-11-05")
    groups = measure_groups(counted_on(*JANUARY, *PLAN, *SENT, first))
    assert [(group.code, group.missing, group.older) for group in groups] == [("2", 1, 2), ("1", 1, 1), ("ก1", 0, 0)]
    assert codes(groups) == {"2": ["2.2", "2.1"], "1": ["1.2", "1.1"], "ก1": ["ก1.1"]}


def test_a_group_has_the_sums_of_its_measures_for_every_month() -> None:
    second = measure_groups(counted_on(*JANUARY, *PLAN, *SENT), in_plan_order=True)[1]
    assert [(row["month"], row["received"], row["due"], row["missing"]) for row in second.months] == [
        (1, 2, 3, 1),
        (2, 2, 3, 1),
        (3, 2, 3, 1),
    ]


def test_only_the_measures_asked_for_are_there_and_none_of_which_no_report_is_expected() -> None:
    assert codes(measure_groups(counted_on(*JANUARY, *PLAN, *SENT), ("2.1", "2.3"))) == {"2": ["2.1"]}
    assert measure_groups(counted_on(*JANUARY, *PLAN, *SENT), ("2.3",)) == []


@pytest.mark.parametrize(("code", "group"), [("4.2", "4"), ("10.1", "10"), ("ก1.3", "ก1")])
def test_a_measures_code_begins_with_that_of_its_group(code: str, group: str) -> None:
    assert heading_of(code) == group


def test_sections_and_indicators_stand_in_the_order_of_the_plan_where_that_is_asked_for() -> None:
    done = review("1.1", ADMINISTRATION, 1, "2024-11-05", Status.COMPLETED)
    counted = counted_on(*JANUARY, *PLAN[:-1], lead("2.2", WORKS), done)
    assert [each.section for each in section_months(counted, in_plan_order=True)] == [ADMINISTRATION, WORKS]
    assert [row["indicator"] for row in indicator_bars(counted).rows] == [2, 1]
    assert [row["indicator"] for row in indicator_bars(counted, in_plan_order=True).rows] == [1, 2]


def test_indicators_say_what_they_lack_of_all_measures() -> None:
    done = [review(code, WORKS, 1, "2024-11-05", Status.COMPLETED) for code in ("1.1", "ก1.1")]
    measures = [measure("1.1"), measure("2.1"), lead("1.1", WORKS), lead("2.1", WORKS)]
    of_initiative = [measure("ก1.1"), measure("ก1.2"), lead("ก1.1", WORKS), lead("ก1.2", WORKS)]
    assert adding_up(counted_on(*JANUARY, *measures, *of_initiative, *done)) == "รวม 1/2 · ประเด็น 1/2"
    assert adding_up(counted_on(*JANUARY, *measures, done[0])) == ""


def codes(groups: list[MeasureGroup]) -> dict[str, list[str]]:
    """The measures of each group."""
    return {group.code: [each.measure for each in group.measures] for group in groups}
