"""Figures that are kept, and what became of the measures between two months."""

import json
from datetime import date

from hypothesis import given

from ita_data.metrics import METRICS, View, year_of
from ita_data.metrics.frozen import differences, digest, frozen, rows_of
from ita_data.model.states import Status
from tests.metrics.strategies import views
from tests.metrics.test_properties import unhurried_and_few
from tests.plans import WORKS, lead, measure, plan_of, review

YEAR = year_of(
    plan_of(
        measure("1.1"),
        measure("1.2"),
        lead("1.1", WORKS),
        lead("1.2", WORKS),
        review("1.1", WORKS, 1, progress=20),
        review("1.1", WORKS, 3, status=Status.COMPLETED),
    ),
    date(2025, 1, 10),
)


def status(month: int) -> list[dict[str, object]]:
    return rows_of(METRICS["measure_status"](View(YEAR, month)))


@unhurried_and_few
@given(views())
def test_kept_figures_are_the_metrics_and_read_the_same_every_time(view: View) -> None:
    figures = frozen(view)
    for name, rows in json.loads(figures).items():
        assert rows == json.loads(json.dumps(rows_of(METRICS[name](view))))
    assert digest(figures) == digest(frozen(view))


def test_only_measures_that_changed_are_named_with_their_old_values() -> None:
    assert [
        (
            row["measure"],
            row["change"],
            row["status_then"],
            row["status_now"],
            row["progress_then"],
            row["progress_now"],
        )
        for row in differences(status(1), status(3))
    ] == [("1.1", "changed", "in_progress", "completed", 20.0, 100.0)]


def test_a_measure_that_came_or_went_is_said() -> None:
    first, second = status(1)
    assert [(row["measure"], row["change"]) for row in differences([first], [second])] == [
        ("1.2", "added"),
        ("1.1", "gone"),
    ]


def test_a_month_beside_itself_has_no_differences() -> None:
    assert differences(status(3), status(3)) == []
