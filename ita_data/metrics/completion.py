"""How many of the measures are completed, and how far the others have come.

Every table of completion has the columns measures, completed, unconfirmed (the part of completed that rests on links
nobody has confirmed), undated (the part that rests on outcomes without a date), completed_by_all (the part of which
every section that reports on it says so), in_progress, not_started, not_applicable, applicable (measures -
not_applicable), completion (completed / applicable, 0 to 1), with_progress (the applicable measures whose progress is
known) and progress (their mean, 0 to 100). Completion and progress are NaN where there is nothing to divide by. A
measure counts once in each group it belongs to.
"""

import numpy as np
import pandas as pd

from ita_data.metrics.groups import summed
from ita_data.metrics.view import View
from ita_data.model.states import Status

_COLUMNS = [
    "measures",
    "completed",
    "unconfirmed",
    "undated",
    "completed_by_all",
    "in_progress",
    "not_started",
    "not_applicable",
    "applicable",
    "completion",
    "with_progress",
    "progress",
]


def measure_status(view: View) -> pd.DataFrame:
    """One row per measure; with a section, one per measure that is assigned to it.

    Columns: measure, indicator, initiative, text, status, progress (0 to 100, NaN where no review gave a number),
    is_unconfirmed (completed by links that nobody has confirmed), latest_month (of the reviews that decide).
    """
    latest = _statuses(view)[["measure", "status", "progress", "is_unconfirmed", "latest_month"]]
    return view.measures.merge(latest, on="measure")


def completion(view: View) -> pd.DataFrame:
    """The completion of everything looked at, in one row; each measure counts once."""
    return _completion(view)


def completion_by_indicator(view: View) -> pd.DataFrame:
    """One row per indicator of the plan; initiatives' measures are in none."""
    return _completion(view, "indicator")


def completion_by_initiative(view: View) -> pd.DataFrame:
    """One row per initiative of the plan; indicators' measures are in none."""
    return _completion(view, "initiative")


def completion_by_section(view: View) -> pd.DataFrame:
    """Each section's own figures, in official order; a measure counts in each section it is assigned to."""
    return _completion(view, "section")


def completion_by_month(view: View) -> pd.DataFrame:
    """As it stood at the end of each fiscal month, as known on the day of the view."""
    return _completion(view, "month")


def completion_by_indicator_and_section(view: View) -> pd.DataFrame:
    """Each section's own figures, one row per indicator and section."""
    return _completion(view, "indicator", "section")


def completion_by_indicator_and_month(view: View) -> pd.DataFrame:
    """As it stood at the end of each fiscal month, one row per indicator and month."""
    return _completion(view, "indicator", "month")


def completion_by_section_and_month(view: View) -> pd.DataFrame:
    """Each section's own figures as they stood at the end of each fiscal month."""
    return _completion(view, "section", "month")


def _completion(view: View, *by: str) -> pd.DataFrame:
    statuses = _statuses(view, by)
    status, progress = statuses["status"].to_numpy(), statuses["progress"].to_numpy()
    numbers = {
        **{column: statuses[column] for column in by},
        **{each.value: status == each.value for each in Status},
        "unconfirmed": statuses["is_unconfirmed"],
        "undated": statuses["is_undated"],
        "completed_by_all": statuses["is_completed_by_all"],
        "with_progress": ~np.isnan(progress),
        "total_progress": np.nan_to_num(progress),
    }
    return _with_rates(summed(view, pd.DataFrame(numbers), by))[[*by, *_COLUMNS]]


def _statuses(view: View, by: tuple[str, ...] = ()) -> pd.DataFrame:
    is_office = view.section is None and "section" not in by
    statuses = view.office_statuses if is_office else view.section_statuses
    return statuses if "month" in by else statuses[statuses["month"] == view.month]


def _with_rates(sums: pd.DataFrame) -> pd.DataFrame:
    applicable = sums["completed"] + sums["in_progress"] + sums["not_started"]
    return sums.assign(
        measures=applicable + sums["not_applicable"],
        applicable=applicable,
        completion=sums["completed"] / applicable.where(applicable > 0),
        progress=sums["total_progress"] / sums["with_progress"].where(sums["with_progress"] > 0),
    )
