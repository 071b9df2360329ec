"""How many rounds of the work that recurs are done.

Every table of rounds has the columns done (up to the month looked at), due (the rounds up to that month) and rounds (of
the whole year). A round is a month in which a measure that recurs falls due. Exempt rounds are in none of the numbers.
"""

import pandas as pd

from ita_data.metrics.completion import measure_status
from ita_data.metrics.groups import summed
from ita_data.metrics.view import View

_COUNTS = ["done", "due", "rounds"]


def rounds_by_measure(view: View) -> pd.DataFrame:
    """One row per measure of `measure_status`, without any round where it doesn't recur.

    Columns: measure, indicator, initiative, done, due, rounds. A round is done once every section that leads the
    measure has reported on it; with a section, once that one has.
    """
    rounds = _rounds(view)
    is_due = rounds["month"] <= view.month
    numbers = rounds[["measure"]].assign(done=rounds["is_done"] & is_due, due=is_due, rounds=True)
    counts = numbers.groupby("measure")[_COUNTS].sum().astype("int64")
    measures = measure_status(view)[["measure", "indicator", "initiative"]]
    table = measures.join(counts, on="measure")
    return table.assign(**{name: table[name].fillna(0).astype("int64") for name in _COUNTS})


def rounds_by_indicator(view: View) -> pd.DataFrame:
    """One row per indicator of the plan: recurring (its measures with rounds), and their rounds."""
    return _summed(view, "indicator")


def rounds(view: View) -> pd.DataFrame:
    """The rounds of everything looked at, in one row, and recurring: the measures that have any."""
    return _summed(view)


def _summed(view: View, *by: str) -> pd.DataFrame:
    table = rounds_by_measure(view)
    numbers = table[[*by, *_COUNTS]].assign(recurring=table["rounds"] > 0)
    return summed(view, numbers, by)[[*by, "recurring", *_COUNTS]]


def _rounds(view: View) -> pd.DataFrame:
    """One row per measure and month, of which not everybody is exempt, with is_done: by all that aren't."""
    rows = view.year.rounds
    mine = rows[rows["decides"]] if view.section is None else rows[rows["section"] == view.section]
    asked = mine[~mine["is_exempt"]]
    return asked.groupby(["measure", "month"], as_index=False).agg(is_done=("is_done", "all"))
