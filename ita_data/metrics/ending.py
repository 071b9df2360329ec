"""What a completed measure owes no more, where the office said that its completion is final."""

from dataclasses import replace

import pandas as pd

from ita_data.metrics.known_plan import KnownPlan
from ita_data.metrics.statuses import Statuses
from ita_data.model.periods import MONTHS
from ita_data.model.states import Status


def without_ended(known: KnownPlan, cells: pd.DataFrame) -> pd.DataFrame:
    """The cells without those that a completed measure owes no more.

    `cells` are as of `cells_of`. Those of a month at whose beginning the measure was completed, by reviews or a
    confirmed outcome, are left out, from the month on from which its completion is final. Where a review came all the
    same the cell stays, unless that awaits approval.
    """
    final_from = known.measures.set_index("measure")["final_from_month"].dropna()
    if final_from.empty:
        return cells
    ended = _completed_before(_as_the_next_month_sees_it(_of_measures(known, final_from.index)))
    months = zip(cells["measure"].tolist(), cells["month"].tolist(), strict=True)
    is_over = pd.Series([(measure, month) in ended for measure, month in months], cells.index, dtype="bool")
    is_final = cells["month"] >= cells["measure"].map(final_from).fillna(13)
    came = cells["received_on"].notna() & ~cells["awaits_approval"]
    return cells[came | ~(is_over & is_final)]


def _of_measures(known: KnownPlan, measures: pd.Index) -> KnownPlan:
    """What statuses rest on, of some measures alone: to work them out for all takes long."""
    frames = ("measures", "assignments", "reviews", "links")
    rows = {name: getattr(known.snapshot, name) for name in frames}
    some = {name: frame[frame["measure"].isin(measures)] for name, frame in rows.items()}
    return replace(known, snapshot=replace(known.snapshot, **some))


def _as_the_next_month_sees_it(known: KnownPlan) -> KnownPlan:
    """The plan with each month's end seen on the day on which the month after it is seen, which asks for it."""
    ages = {month - 1: (known.seen_on[month] - known.due_on[month - 1]).days for month in MONTHS[1:]}
    return replace(known, ages=ages)


def _completed_before(known: KnownPlan) -> set[tuple[str, int]]:
    """Each measure with the months at whose beginning it was completed; what awaits confirmation completes nothing."""
    statuses = Statuses(known).of_office()
    completed = statuses[(statuses["status"] == Status.COMPLETED) & ~statuses["is_unconfirmed"]]
    return set(zip(completed["measure"].tolist(), (completed["month"] + 1).tolist(), strict=True))
