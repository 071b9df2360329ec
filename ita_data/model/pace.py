"""Where completion should stand by the end of a fiscal month: by the office's targets, or by the time that has gone."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from ita_data.model.periods import MONTHS

Targets = tuple[int | None, ...]
"""Whole percents, one for each fiscal month from October on, None where a month has none; empty where no month has."""


class Pace(NamedTuple):
    """The share of the applicable measures, 0 to 1, and whether the office set it as a target."""

    share: float
    is_target: bool


def pace_of(targets: Targets, starts_in: int, month: int) -> Pace:
    """The pace at a fiscal month's end.

    The target of the month, or the last one before it. Before the first target, and where there is none, the straight
    line from the month in which the follow-up starts to September, but never above the first target: a pace doesn't
    fall.
    """
    if given := [target for target in targets[:month] if target is not None]:
        return Pace(given[-1] / 100, is_target=True)
    to_come = [target for target in targets if target is not None]
    return Pace(min([_straight_line(starts_in, month), *(target / 100 for target in to_come[:1])]), is_target=False)


def targets_of(percents: Iterable[int | None]) -> Targets:
    """The targets as they are stored: none at all where no month has one."""
    targets = tuple(percents)
    return targets if any(target is not None for target in targets) else ()


def falling(targets: Targets) -> tuple[int, int] | None:
    """The first two months with a target of which the later one has less; None where the targets never fall."""
    given = [(month, target) for month, target in zip(MONTHS, targets, strict=False) if target is not None]
    return next(((earlier, later) for (earlier, more), (later, less) in pairwise(given) if less < more), None)


def _straight_line(starts_in: int, month: int) -> float:
    """The months that have gone since the start, of those from the start to September; nothing before it."""
    return max(0, month - starts_in + 1) / (len(MONTHS) - starts_in + 1)
