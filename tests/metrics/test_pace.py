"""Where completion should stand in the months of a plan."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.metrics import View, pace_by_month, pace_now, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.pace import targets_of
from ita_data.model.records import Record
from ita_data.model.rules import Rules
from ita_data.snapshot import Snapshot
from tests.plans import WORKS, lead, measure, outcome, plan_of, section, supporting

TODAY = date(2025, 4, 9)
QUARTERLY = replace(measure("1.1", Cadence.QUARTERLY), first_month=4)


def paces(snapshot: Snapshot, month: int = 12) -> list[float]:
    return pace_by_month(View(year_of(snapshot, TODAY), month))["pace"].tolist()


def test_the_line_starts_in_the_first_month_in_which_a_report_is_owed() -> None:
    assert paces(plan_of(QUARTERLY, lead("1.1", WORKS)), 8) == pytest.approx([0, 0, 0, 0, 0, 1 / 7, 2 / 7, 3 / 7])
    begun = plan_of(section(WORKS, "2025-01-15"), measure("1.1"), lead("1.1", WORKS))
    assert paces(begun, 5) == pytest.approx([0, 0, 0, 1 / 9, 2 / 9])


@pytest.mark.parametrize(
    "records",
    [
        (measure("1.1", Cadence.AS_NEEDED), lead("1.1", WORKS)),
        (measure("1.1"), supporting("1.1", WORKS)),
        (measure("1.1"),),
        (),
    ],
)
def test_where_nothing_is_ever_owed_it_starts_in_october(records: tuple[Record, ...]) -> None:
    assert paces(plan_of(*records), 6) == pytest.approx([1 / 12, 2 / 12, 3 / 12, 4 / 12, 5 / 12, 6 / 12])


def test_what_is_owed_no_more_moves_no_start() -> None:
    done = replace(QUARTERLY, final_from_month=1)
    plan = (lead("1.1", WORKS), outcome("1.1", "2024-11-20"))
    assert paces(plan_of(done, *plan)) == paces(plan_of(QUARTERLY, *plan))


def test_targets_of_the_plan_come_before_the_line() -> None:
    targets = targets_of({3: 20, 6: 35}.get(month) for month in range(1, 13))
    snapshot = plan_of(measure("1.1"), lead("1.1", WORKS), rules=Rules(completion_targets=targets))
    view = View(year_of(snapshot, TODAY), 7)
    assert pace_by_month(view)["pace"].tolist() == pytest.approx([1 / 12, 2 / 12, 0.2, 0.2, 0.2, 0.35, 0.35])
    assert pace_by_month(view)["is_target"].tolist() == [False, False, True, True, True, True, True]
    assert pace_now(view) == (0.35, True)


def test_a_sections_pace_is_the_offices() -> None:
    year = year_of(plan_of(QUARTERLY, lead("1.1", WORKS)), TODAY)
    assert pace_now(View(year, 7, WORKS)) == pace_now(View(year, 7))
