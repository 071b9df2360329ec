"""What each pair of a measure and a section last said up to each month."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ita_data.metrics.known_plan import KnownPlan
from ita_data.model.periods import MONTHS
from ita_data.model.states import Status

Field = NDArray[Any]
"""Values by row and fiscal month; a row is a pair or a measure."""

STATUSES = tuple(Status)
COMPLETED, IN_PROGRESS, NOT_STARTED, NOT_APPLICABLE = map(
    STATUSES.index, (Status.COMPLETED, Status.IN_PROGRESS, Status.NOT_STARTED, Status.NOT_APPLICABLE)
)

_MONTHS = np.array(MONTHS)
_PAIR = ["measure", "section"]
_PLACES = {status.value: place for place, status in enumerate(STATUSES)}


@dataclass(frozen=True, eq=False)
class Latest:
    """How each pair stood at each month's end; fields have a row per pair and a column per fiscal month.

    `status` are places in `STATUSES`, `progress` is 0 to 100 and NaN where no review gave a number, `month` is that of
    the review (0 where there was none), `is_at_work` tells whether the section existed then and had the measure.
    """

    status: Field
    progress: Field
    month: Field
    is_at_work: Field


def latest_of(known: KnownPlan, pairs: pd.DataFrame) -> Latest:
    """What was last reported of pairs, each there once; not started where nothing was.

    A pair that is exempt from every report of the year is not applicable, whatever it said. `pairs` has the columns
    measure, section, first_month and last_month (of the assignment).
    """
    received, said, numbers = _reported(known, pairs)
    is_seen = is_seen_in(known, received, np.arange(len(MONTHS) + 1))
    month = _last(is_seen)
    status = np.where(_is_exempt_all_year(known, pairs), NOT_APPLICABLE, np.take_along_axis(said, month, axis=1))
    # A later text without a number doesn't take back the number given before.
    number = np.take_along_axis(numbers, _last(is_seen & ~np.isnan(numbers)[:, None, :]), axis=1)
    by_status = [status == IN_PROGRESS, status == COMPLETED, status == NOT_STARTED]
    progress = np.select(by_status, [number, 100.0, 0.0], np.nan)
    return Latest(status, progress, month, _is_at_work(known, pairs))


def is_seen_in(known: KnownPlan, received: Field, months: Field) -> Field:
    """Which reviews are known in each month: those of that month or an earlier one, received by the day it is seen.

    `received` are the days as ordinals, with the months of the reviews along the last axis. The result has the months
    in which one looks before that axis.
    """
    seen_on = np.array([known.seen_on[month].toordinal() for month in MONTHS])
    return (received[..., None, :] <= seen_on[:, None]) & (months <= _MONTHS[:, None])


def _reported(known: KnownPlan, pairs: pd.DataFrame) -> tuple[Field, Field, Field]:
    """When each pair's reviews were received, their statuses, and the progress of those in progress, by month.

    The first column stands before October: nothing was reported, which is known at once. What never came comes after
    every day.
    """
    shape = (len(pairs), len(MONTHS) + 1)
    received, said, numbers = np.full(shape, np.iinfo("int64").max), np.full(shape, NOT_STARTED), np.full(shape, np.nan)
    received[:, 0] = 0
    places = {pair: place for place, pair in enumerate(zip(pairs["measure"], pairs["section"], strict=True))}
    columns = ["measure", "section", "month", "received_on", "status", "progress"]
    for measure, section, month, received_on, status, progress in known.counting_reviews[columns].values.tolist():
        if (place := places.get((measure, section))) is None:
            continue
        received[place, month], said[place, month] = received_on.toordinal(), _PLACES[status]
        numbers[place, month] = progress if status == Status.IN_PROGRESS else np.nan
    return received, said, numbers


def _last(is_meant: Field) -> Field:
    """The last month that is meant, of those along the last axis; the first of all where none is."""
    months = np.arange(is_meant.shape[-1])
    last: Field = np.where(is_meant, months, 0).max(axis=-1)
    return last


def _is_exempt_all_year(known: KnownPlan, pairs: pd.DataFrame) -> Field:
    """Whether each pair is exempt from all that it would owe in the year, as each month is seen."""
    seen_on = np.array([known.seen_on[month].toordinal() for month in MONTHS])
    exempt_from = np.array([day.toordinal() for day in _exempt_from(known, pairs)], dtype="int64")
    is_exempt: Field = exempt_from[:, None] <= seen_on
    return is_exempt


def _exempt_from(known: KnownPlan, pairs: pd.DataFrame) -> Iterator[date]:
    """The day from which each pair is exempt all year: that of the last decision; the end of time where it isn't."""
    concerned = {(measure, section) for measure, section, _month in known.exempt_from}
    for measure, section in pairs[_PAIR].values.tolist():
        # Whom nobody assigned owes nothing, and is exempt from nothing.
        months = known.months_owed.get((measure, section), ()) if (measure, section) in concerned else ()
        yield max((known.exempt_from.get((measure, section, month), date.max) for month in months), default=date.max)


def _is_at_work(known: KnownPlan, pairs: pd.DataFrame) -> Field:
    at_work = {section: np.isin(_MONTHS, list(months)) for section, months in known.months_at_work.items()}
    never = np.zeros(len(MONTHS), dtype="bool")
    of_pairs = [at_work.get(section, never) for section in pairs["section"]]
    exists = np.array(of_pairs, dtype="bool").reshape(-1, len(MONTHS))
    first, last = (pairs[column].to_numpy("float64")[:, None] for column in ("first_month", "last_month"))
    return exists & (first <= _MONTHS) & (last >= _MONTHS)
