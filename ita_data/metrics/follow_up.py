"""What the director follows up each month: how far the measures are, and whether the reports come."""

import pandas as pd

from ita_data.metrics.completion import completion_by_month
from ita_data.metrics.reporting import reporting_by_month
from ita_data.metrics.view import View


def follow_up_by_month(view: View) -> pd.DataFrame:
    """One row per fiscal month looked at, with the columns of `completion_by_month` and of `reporting_by_month`."""
    return completion_by_month(view).merge(reporting_by_month(view), on="month")
