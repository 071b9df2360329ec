"""The measures without progress for three months."""

from dataclasses import replace

import numpy as np
import pandas as pd

from ita_data.metrics.completion import measure_status
from ita_data.metrics.view import View
from ita_data.model.states import STANDSTILL_MONTHS, CellState, Status


def standstill(view: View) -> pd.DataFrame:
    """One row per measure; with a section, one per measure that is assigned to it.

    Columns: measure, indicator, initiative, text, status, progress, latest_month (as of `measure_status`), month (the
    last one looked at whose reviews are due; 0 where there is none), motion. `motion` is "standing" where status and
    progress are what they were three months before that one, and otherwise "moved"; those that don't count are
    "completed", "not_applicable", "too_early" where there is nothing three months before to compare with, or
    "not_expected" where no review was expected in these months.
    """
    month = _last_month_due(view)
    then = measure_status(replace(view, month=max(1, month - STANDSTILL_MONTHS)))[["measure", "status", "progress"]]
    rows = measure_status(view).merge(then, on="measure", how="left", suffixes=("", "_then"))
    kinds: dict[str, pd.Series] = {
        "completed": rows["status"] == Status.COMPLETED,
        "not_applicable": rows["status"] == Status.NOT_APPLICABLE,
        "too_early": rows["status_then"].isna() | (month <= STANDSTILL_MONTHS),
        "not_expected": ~rows["measure"].isin(_expected(view, month)),
        "standing": _is_same(rows),
    }
    motion = pd.Series(np.select(list(kinds.values()), list(kinds), "moved"), index=rows.index, dtype="str")
    return rows.assign(month=month, motion=motion).drop(columns=["is_unconfirmed", "status_then", "progress_then"])


def _last_month_due(view: View) -> int:
    cells = view.cells
    is_due = pd.Series([due_on < view.as_of for due_on in cells["due_on"]], index=cells.index, dtype="bool")
    months = cells.loc[is_due, "month"]
    return int(months.max()) if len(months) else 0


def _expected(view: View, month: int) -> pd.Series:
    """The measures on which a review was expected in the three months up to one."""
    cells = view.cells
    is_asked = cells["month"].between(month - STANDSTILL_MONTHS + 1, month) & (cells["state"] != CellState.EXEMPT)
    return cells.loc[is_asked, "measure"]


def _is_same(rows: pd.DataFrame) -> pd.Series:
    # A progress that nobody gave is the same as one that nobody gave before.
    progress = rows["progress"].fillna(-1.0) == rows["progress_then"].fillna(-1.0)
    return (rows["status"] == rows["status_then"]) & progress
