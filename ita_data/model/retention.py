"""Which of many backups are kept: the newest of each of the last days, weeks and months that have one."""

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Retention:
    """Of how many days, weeks and months the newest backup is kept."""

    days: int = 7
    weeks: int = 4
    months: int = 12


def kept(moments: Collection[datetime], retention: Retention) -> set[datetime]:
    """Those of the backups made at these moments that are kept; the newest of all always is."""
    return {
        *sorted(moments)[-1:],
        *_newest(moments, retention.days, lambda moment: moment.date()),
        *_newest(moments, retention.weeks, lambda moment: moment.isocalendar()[:2]),
        *_newest(moments, retention.months, lambda moment: (moment.year, moment.month)),
    }


def _newest(moments: Collection[datetime], number: int, period: Callable[[datetime], Hashable]) -> list[datetime]:
    """The newest one of each of the last periods that have any."""
    by_period = {period(moment): moment for moment in sorted(moments)}
    return list(by_period.values())[-number:] if number else []
