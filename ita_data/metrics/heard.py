"""Whose word counts for a measure in each month.

Its lead sections decide; where the plan names none, the sections that support it; where nobody is assigned, whoever
reported. A section that doesn't exist in a month or isn't assigned then, or that nobody assigned and that has not
reported yet, is heard only where no other one is left. A section that handed the measure over goes on being heard,
until one of those that came after it has reported.
"""

import numpy as np
import pandas as pd

from ita_data.metrics.known_plan import KnownPlan
from ita_data.metrics.latest import Field, Latest
from ita_data.model.periods import MONTHS
from ita_data.model.records import Role

_MONTHS = np.array(MONTHS)
_WHOLE_YEAR = {"first_month": 1, "last_month": 12}


def deciding_sections(known: KnownPlan) -> pd.DataFrame:
    """The pairs of measure and section whose reviews decide; who isn't assigned is heard once it has reported.

    The section is NaN where there is none at all. Columns: measure, section, first_month, last_month (of the
    assignment), is_assigned.
    """
    assignments, reviews = known.snapshot.assignments, known.counting_reviews[["measure", "section"]]
    is_lead = assignments["role"] == Role.LEAD
    has_lead = assignments["measure"].isin(assignments.loc[is_lead, "measure"])
    deciding = assignments.loc[is_lead | ~has_lead, ["measure", "section", *_WHOLE_YEAR]]
    reporters = reviews[~reviews["measure"].isin(deciding["measure"])].drop_duplicates()
    asked = pd.concat([deciding.assign(is_assigned=True), reporters.assign(is_assigned=False, **_WHOLE_YEAR)])
    pairs = known.measures[["measure"]].merge(asked, on="measure", how="left")
    # Nobody at all has not started from the first month on.
    return pairs.fillna({"is_assigned": True, **_WHOLE_YEAR}).astype({"is_assigned": "bool"})


def heard(pairs: pd.DataFrame, latest: Latest) -> Field:
    """Which of the deciding pairs count in each month, by what they last said."""
    measures, _codes = pd.factorize(pairs["measure"])
    has_say = pairs["is_assigned"].to_numpy()[:, None] | (latest.month > 0)
    is_heard = _those_or_all(measures, has_say, np.ones(has_say.shape, dtype="bool"))
    is_heard = _those_or_all(measures, is_heard & latest.is_at_work, is_heard)
    stands_in, waits = _handed_over(pairs, latest)
    return (is_heard & ~waits) | stands_in


def _those_or_all(measures: Field, those: Field, every: Field) -> Field:
    """Of each measure and month the pairs that are meant, or every one where none is."""
    is_any: Field = np.zeros(those.shape, dtype="bool")
    np.logical_or.at(is_any, measures, those)
    chosen: Field = np.where(is_any[measures], those, every)
    return chosen


def _handed_over(pairs: pd.DataFrame, latest: Latest) -> tuple[Field, Field]:
    """Which pairs stand in for those that came after them, none of which has reported, and which these are."""
    last_month = _last_months(latest)
    before, after = _successions(pairs, last_month)
    has_reported = latest.month > 0
    is_succeeded, has_successor, waits = (np.zeros(has_reported.shape, dtype="bool") for _ in range(3))
    np.logical_or.at(is_succeeded, before, has_reported[after])
    np.logical_or.at(has_successor, before, latest.is_at_work[after])
    has_left = last_month[:, None] < _MONTHS
    stands_in = has_reported & has_left & has_successor & ~is_succeeded
    np.logical_or.at(waits, after, stands_in[before])
    return stands_in, waits


def _last_months(latest: Latest) -> Field:
    """The last month in which each pair's section existed and had the measure; September where it never did."""
    last: Field = np.where(latest.is_at_work, _MONTHS, 0).max(axis=1, initial=0)
    return np.where(last > 0, last, len(MONTHS))


def _successions(pairs: pd.DataFrame, last_month: Field) -> tuple[Field, Field]:
    """The places of pairs that had a measure, each with that of a pair whose assignment begins after its last month."""
    rows = pd.DataFrame({"measure": pairs["measure"].to_numpy(), "place": np.arange(len(pairs))})
    left = rows.assign(last=last_month)[last_month < len(MONTHS)]
    begun = rows.assign(first=pairs["first_month"].to_numpy())[pairs["first_month"].to_numpy() > 1]
    both = left.merge(begun, on="measure", suffixes=("", "_after"))
    both = both[both["last"] < both["first"]]
    return both["place"].to_numpy("int64"), both["place_after"].to_numpy("int64")
