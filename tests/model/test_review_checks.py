from datetime import date

import pytest

from ita_data.model.problem_kinds import Severity
from ita_data.model.review_checks import problems_of
from ita_data.model.states import Status
from tests.plans import ADMINISTRATION, review


@pytest.mark.parametrize("progress", [-1, 100.5])
def test_a_percentage_outside_0_to_100_keeps_a_report_on_the_page(progress: float) -> None:
    entered = review("4.1", ADMINISTRATION, 1, status=Status.IN_PROGRESS, progress=progress)
    (problem,) = problems_of(entered, 2568, date(2025, 1, 15))
    assert (problem.code, problem.severity) == ("progress-outside", Severity.ERROR)
