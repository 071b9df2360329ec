"""The measures that were finished in a month."""

from datetime import date

import pytest

from ita_data.metrics import View, finished, year_of
from ita_data.model.states import Status
from tests.plans import WORKS, lead, measure, plan_of, review

PLAN = plan_of(
    *(measure(code) for code in ("1.1", "1.2", "1.3")),
    *(lead(code, WORKS) for code in ("1.1", "1.2", "1.3")),
    review("1.1", WORKS, 1, status=Status.COMPLETED),
    review("1.2", WORKS, 2, status=Status.COMPLETED),
    review("1.3", WORKS, 1, status=Status.COMPLETED),
    review("1.3", WORKS, 2, status=Status.IN_PROGRESS),
    review("1.3", WORKS, 3, status=Status.COMPLETED),
)


@pytest.mark.parametrize(("month", "measures"), [(1, ["1.1", "1.3"]), (2, ["1.2"]), (3, ["1.3"]), (4, [])])
def test_a_measure_is_finished_in_the_month_at_whose_end_it_is_completed_anew(month: int, measures: list[str]) -> None:
    view = View(year_of(PLAN, date(2025, 2, 10)), month)
    assert finished(view)["measure"].tolist() == measures
