"""The measures that were finished in the month looked at, and what every section has of each measure."""

from dataclasses import replace

import pandas as pd

from ita_data.metrics.completion import measure_status
from ita_data.metrics.view import View
from ita_data.model.states import Status


def finished(view: View) -> pd.DataFrame:
    """The measures that are completed at the end of the month looked at and were not at the end of the one before.

    Columns: measure, indicator, initiative, text, is_unconfirmed, latest_month (as of `measure_status`). In October
    all that are completed were finished in it.
    """
    rows = _completed(view)
    if view.month > 1:
        before = _completed(replace(view, month=view.month - 1))["measure"]
        rows = rows[~rows["measure"].isin(before)].reset_index(drop=True)
    return rows[["measure", "indicator", "initiative", "text", "is_unconfirmed", "latest_month"]]


def status_by_section(view: View) -> pd.DataFrame:
    """One row per section and measure that is assigned to it: its own status at the end of the month looked at.

    Columns: section, measure, role, status, progress (as of `measure_status`). By section they are the measures that
    `completion_by_section` counts.
    """
    statuses = view.section_statuses
    rows = statuses[statuses["month"] == view.month]
    return rows[["section", "measure", "role", "status", "progress"]].reset_index(drop=True)


def _completed(view: View) -> pd.DataFrame:
    rows = measure_status(view)
    return rows[rows["status"] == Status.COMPLETED].reset_index(drop=True)
