"""How often the director follows a measure up, and the months in which that falls due."""

from collections.abc import Mapping
from enum import StrEnum

from ita_data.model.periods import MONTHS


class Cadence(StrEnum):
    """การกำกับติดตาม; `AS_NEEDED` sets no due date, so no report is ever expected for it."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    ONCE = "once"
    AS_NEEDED = "as_needed"


NAMING_A_MONTH = (Cadence.YEARLY, Cadence.ONCE)
"""The cadences for which a plan can name the month."""

WORDING: Mapping[Cadence, str] = {
    Cadence.MONTHLY: "ทุกเดือน",
    Cadence.QUARTERLY: "รายไตรมาส",
    Cadence.HALF_YEARLY: "รอบ 6 เดือน",
    Cadence.YEARLY: "รายปี",
    Cadence.ONCE: "ครั้งเดียว",
    Cadence.AS_NEEDED: "เมื่อมีกรณี",
}
"""How the yearly report words a cadence."""

_DUE_MONTHS: dict[Cadence, tuple[int, ...]] = {
    Cadence.MONTHLY: tuple(MONTHS),
    Cadence.QUARTERLY: (3, 6, 9, 12),
    Cadence.HALF_YEARLY: (6, 12),
    Cadence.YEARLY: (12,),
    Cadence.ONCE: (12,),
    Cadence.AS_NEEDED: (),
}


def due_months(
    cadence: Cadence,
    named_month: int | None = None,
    first_month: int | None = None,
    last_month: int | None = None,
    retired_from_month: int | None = None,
) -> tuple[int, ...]:
    """The fiscal months in which a review falls due.

    `named_month` is the month the plan names for a yearly or single follow-up; other cadences ignore it. Nothing falls
    due outside the months in which the measure is active, `first_month` to `last_month`, nor once it is retired.
    """
    months = _DUE_MONTHS[cadence]
    if named_month is not None and cadence in NAMING_A_MONTH:
        months = (named_month,)
    active = (month for month in months if (first_month or 1) <= month <= (last_month or 12))
    return tuple(month for month in active if not is_retired(retired_from_month, month))


def is_retired(retired_from_month: int | None, month: int) -> bool:
    """Whether the office does a measure no more in a fiscal month."""
    return retired_from_month is not None and month >= retired_from_month
