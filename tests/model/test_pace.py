"""Targets for completion, and the pace that they set."""

import pytest

from ita_data.model.pace import Targets, falling, pace_of, targets_of

NONE = (None,) * 12


@pytest.mark.parametrize("starts_in", range(1, 13))
def test_without_a_target_the_year_ends_with_everything_completed(starts_in: int) -> None:
    assert pace_of((), starts_in, 12) == (1.0, False)
    assert pace_of((), starts_in, starts_in - 1) == (0.0, False)


def test_targets_of_no_month_are_none_at_all() -> None:
    assert targets_of(NONE) == ()
    assert targets_of([*NONE[1:], 0]) == (*NONE[1:], 0)


@pytest.mark.parametrize(
    ("targets", "found"),
    [
        ((), None),
        (NONE, None),
        ((10, None, 10, 20), None),
        ((10, None, 20, 19), (3, 4)),
        ((30, None, None, 20, 10), (1, 4)),
    ],
)
def test_targets_that_fall_are_found(targets: Targets, found: tuple[int, int] | None) -> None:
    assert falling(targets) == found
