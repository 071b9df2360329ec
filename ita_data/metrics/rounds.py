"""How many rounds of the work that recurs are done.

Every table of rounds has the columns done (up to the month looked at), due (the rounds up to that month) and rounds (of
the whole year). A round is a month in which a measure that recurs falls due. Exempt rounds are in none of the numbers.
"""

from collections import Counter

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
    done: Counter[str] = Counter()
    due: Counter[str] = Counter()
    rounds: Counter[str] = Counter()
    for (measure, month), is_done in _rounds(view).items():
        rounds[measure] += 1
        due[measure] += month <= view.month
        done[measure] += month <= view.month and is_done
    table = measure_status(view)[["measure", "indicator", "initiative"]]
    columns = zip(_COUNTS, (done, due, rounds), strict=True)
    counts = {name: [counted[measure] for measure in table["measure"]] for name, counted in columns}
    return table.assign(**{name: pd.Series(each, dtype="int64") for name, each in counts.items()})


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


def _rounds(view: View) -> dict[tuple[str, int], bool]:
    """Each measure and month of which not everybody is exempt, and whether all that aren't have done it."""
    rows = view.year.rounds
    is_mine = rows["decides"] if view.section is None else rows["section"] == view.section
    asked = rows[is_mine & ~rows["is_exempt"]]
    rounds: dict[tuple[str, int], bool] = {}
    for measure, month, is_done in zip(asked["measure"], asked["month"], asked["is_done"], strict=True):
        rounds[measure, month] = rounds.get((measure, month), True) and is_done
    return rounds
