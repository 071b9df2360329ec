"""What a section has to report in a month, and what still waits from the months before."""

from dataclasses import replace

import pandas as pd

from ita_data.metrics.view import View
from ita_data.model.periods import MONTHS, month_in
from ita_data.model.states import CellState


def asked_cells(view: View) -> pd.DataFrame:
    """The expected cells of the last month looked at, then those of earlier months that still wait.

    What a section was exempted from isn't asked for; what it reported as not applicable was, and has come.
    """
    cells = view.cells
    is_now = cells["month"] == view.month
    waits = cells["state"].isin([CellState.MISSING, CellState.NOT_YET_DUE])
    is_exempted = (cells["state"] == CellState.EXEMPT) & cells["received_on"].isna()
    asked = cells[waits | (is_now & ~is_exempted)].sort_values("month", kind="stable")
    is_now = asked["month"] == view.month
    return pd.concat([asked[is_now], asked[~is_now]], ignore_index=True)


def owed_by_section(view: View) -> pd.DataFrame:
    """One row per section in official order, or the one looked at.

    Columns: section, asked (the reports of the last month looked at), sent (of these), waiting and overdue (from
    earlier months, before their due date and after it).
    """
    cells = asked_cells(view)
    is_now, is_overdue = cells["month"] == view.month, cells["state"] == CellState.MISSING
    counts = pd.DataFrame(
        {
            "section": cells["section"],
            "asked": is_now,
            "sent": is_now & cells["received_on"].notna(),
            "waiting": ~is_now & ~is_overdue,
            "overdue": ~is_now & is_overdue,
        }
    )
    sections = pd.Index(view.sections, name="section", dtype="str")
    return counts.groupby("section").sum().reindex(sections, fill_value=0).reset_index()


def month_to_report(view: View) -> int:
    """The month that is to be reported now: of those that have begun, the earliest of which a report waits in time.

    It is looked for in all twelve months, however far the view goes. Where none waits it is the running month, before
    the fiscal year October and after it September.
    """
    latest = min(month_in(view.year.fiscal_year, view.as_of), MONTHS[-1])
    cells = replace(view, month=latest).cells
    waiting = cells.loc[cells["state"] == CellState.NOT_YET_DUE, "month"]
    return int(waiting.min()) if len(waiting) else latest
