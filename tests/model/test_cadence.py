"""The months in which a follow-up falls due."""

import pytest

from ita_data.model.cadence import Cadence, due_months


@pytest.mark.parametrize(
    ("cadence", "months"),
    [
        (Cadence.MONTHLY, (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
        (Cadence.QUARTERLY, (3, 6, 9, 12)),
        (Cadence.HALF_YEARLY, (6, 12)),
        (Cadence.YEARLY, (12,)),
        (Cadence.ONCE, (12,)),
        (Cadence.AS_NEEDED, ()),
    ],
)
def test_each_cadence_falls_due_in_its_months(cadence: Cadence, months: tuple[int, ...]) -> None:
    assert due_months(cadence) == months


@pytest.mark.parametrize("cadence", [Cadence.YEARLY, Cadence.ONCE])
def test_the_plan_may_name_the_month_of_a_single_follow_up(cadence: Cadence) -> None:
    assert due_months(cadence, named_month=7) == (7,)


@pytest.mark.parametrize("cadence", sorted(set(Cadence) - {Cadence.YEARLY, Cadence.ONCE}))
def test_other_cadences_ignore_a_named_month(cadence: Cadence) -> None:
    assert due_months(cadence, named_month=7) == due_months(cadence)
