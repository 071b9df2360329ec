"""Where completion should stand by now."""

import pandas as pd

from ita_data.metrics.view import View
from ita_data.model.pace import Pace, pace_of


def pace_by_month(view: View) -> pd.DataFrame:
    """Where completion should stand at the end of each fiscal month looked at, as of `pace_of`.

    Columns: month, pace (0 to 1), is_target (the office set it in the plan's rules). It is the same for every section.
    """
    paces = [_pace(view, month) for month in view.months]
    return pd.DataFrame(
        {
            "month": list(view.months),
            "pace": [pace.share for pace in paces],
            "is_target": [pace.is_target for pace in paces],
        }
    )


def pace_now(view: View) -> Pace:
    """The pace at the end of the month looked at."""
    return _pace(view, view.month)


def _pace(view: View, month: int) -> Pace:
    return pace_of(view.year.rules_in(month).completion_targets, view.year.first_expected_month, month)
