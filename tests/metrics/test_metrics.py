"""What every metric of the registry has in common."""

import copy
from datetime import date
from functools import cache

import pytest
from pandas import DataFrame
from pandas.testing import assert_frame_equal

from ita_data import metrics
from ita_data.metrics import METRICS, View, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.records import Records
from ita_data.snapshot import COLUMNS, Snapshot, snapshot_of
from tests.plans import ADMINISTRATION, WORKS, lead, link, measure, outcome, plan_of, review

TODAY = date(2025, 1, 10)
PLANS = {
    "nothing at all": snapshot_of(Records("สำนักงานเขตตัวอย่าง", 2568), holidays=()),
    "measures without reviews": plan_of(measure("1.1"), lead("1.1", WORKS), outcome("1.1"), link("1.1", "1.1")),
    "measures that are never due": plan_of(measure("1.1", Cadence.AS_NEEDED), lead("1.1", WORKS)),
    "measures and reviews": plan_of(
        measure("1.1"), measure("ก1.1"), lead("1.1", ADMINISTRATION, WORKS), review("1.1", WORKS, 1)
    ),
}

year = cache(year_of)
"""The same year for all metrics, which only read it."""

each_metric = pytest.mark.parametrize("name", METRICS)
each_plan = pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS.keys())


@each_metric
def test_a_metric_bears_the_name_of_its_function(name: str) -> None:
    assert getattr(metrics, name) is METRICS[name]


@each_metric
@each_plan
@pytest.mark.parametrize("section", [None, WORKS])
def test_a_metric_has_the_same_columns_for_every_plan(name: str, plan: Snapshot, section: str | None) -> None:
    usual = METRICS[name](View(year(PLANS["measures and reviews"], TODAY)))

    assert METRICS[name](View(year(plan, TODAY), section=section)).dtypes.to_dict() == usual.dtypes.to_dict()


@each_metric
@pytest.mark.parametrize("as_of", [date(2020, 1, 1), date(2024, 10, 1), date(2030, 1, 1)])
def test_a_metric_can_be_asked_for_any_day(name: str, as_of: date) -> None:
    table = METRICS[name](View(year(PLANS["measures and reviews"], as_of), month=1))

    assert table.columns.is_unique
    assert table.index.tolist() == list(range(len(table)))


@each_metric
def test_a_metric_leaves_the_snapshot_as_it_was(name: str) -> None:
    plan = PLANS["measures and reviews"]
    before: dict[str, DataFrame] = {frame: copy.deepcopy(getattr(plan, frame)) for frame in COLUMNS}
    METRICS[name](View(year_of(plan, TODAY)))

    for frame, rows in before.items():
        assert_frame_equal(getattr(plan, frame), rows)


@each_metric
def test_a_metric_asked_twice_says_the_same(name: str) -> None:
    view = View(year(PLANS["measures and reviews"], TODAY))

    assert_frame_equal(METRICS[name](view), METRICS[name](view))
