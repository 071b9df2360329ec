"""On which measures a section is asked to report."""

from dataclasses import replace

import pytest

from ita_data.model.cadence import Cadence
from ita_data.model.planning.asked import measures_to_report
from tests.plans import WORKS, lead, measure, records_of, review


@pytest.mark.parametrize("cadence", [Cadence.MONTHLY, Cadence.AS_NEEDED])
def test_a_retired_measure_is_asked_for_until_the_month_before(cadence: Cadence) -> None:
    records = records_of(replace(measure("1.1", cadence), retired_from_month=4), lead("1.1", WORKS))
    asked = [month for month in range(1, 13) if list(measures_to_report(records, WORKS, month))]
    assert asked == [1, 2, 3]


def test_what_was_reported_on_it_all_the_same_is_still_listed() -> None:
    retired = replace(measure("1.1"), retired_from_month=4)
    records = records_of(retired, lead("1.1", WORKS), review("1.1", WORKS, 5))
    assert list(measures_to_report(records, WORKS, 5)) == [retired]
