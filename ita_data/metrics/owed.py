"""What a section has to report in a month, and what still waits from the months before."""

import pandas as pd

from ita_data.metrics.view import View
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

    Columns: section, asked (the reports of the last month looked at), sent (of these), waiting (from earlier months).
    """
    cells = asked_cells(view)
    is_now = cells["month"] == view.month
    counts = pd.DataFrame(
        {
            "section": cells["section"],
            "asked": is_now,
            "sent": is_now & cells["received_on"].notna(),
            "waiting": ~is_now,
        }
    )
    sections = pd.Index(view.sections, name="section", dtype="str")
    return counts.groupby("section").sum().reindex(sections, fill_value=0).reset_index()
