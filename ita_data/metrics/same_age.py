"""The months of a year beside each other, each as it stood at the same age."""

import pandas as pd

from ita_data.metrics.completion import completion_by_month
from ita_data.metrics.reporting import reporting_by_month
from ita_data.metrics.view import View


def at_same_age_by_month(view: View) -> pd.DataFrame:
    """Each fiscal month looked at, seen as many days after its due date as the last one is on the day of the view.

    Columns: due_on, and those of `completion_by_month` and `reporting_by_month`. Of the last month they are its figures
    on that day.
    """
    then = view.at_same_age
    table = completion_by_month(then).merge(reporting_by_month(then), on="month")
    return table.merge(view.year.snapshot.months[["month", "due_on"]], on="month")
