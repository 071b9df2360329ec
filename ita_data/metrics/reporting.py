"""How many of the expected reviews came, came in time, or are missing.

Every table of reporting has the columns expected, on_time, late, missing, not_yet_due, exempt (expected cells by
state), received (on_time + late), due (received + missing), reporting_rate (received / due) and on_time_rate
(on_time / due). Rates are 0 to 1, and NaN where nothing was due. The leads' part of the whole stands in lead_received
and lead_due, that of the sections that support in supporting_received and supporting_due.
"""

import pandas as pd

from ita_data.metrics.groups import summed
from ita_data.metrics.view import View
from ita_data.model.states import CellState


def expected_cells(view: View) -> pd.DataFrame:
    """The expected cells looked at, as of `cells_of`: a measure, a section and a fiscal month that owe a review.

    Supporting sections owe reviews only where the plan's rules say so and the view is with supporting ones.
    """
    return view.cells.copy()


def states(view: View) -> pd.DataFrame:
    """What became of every expected cell, in as few words as can be kept.

    Columns: measure, section, month, state, days (a late one's from the due date to the first receipt, a missing one's
    to the day of the view, or to the year's closing day; None for the others).
    """
    cells = view.cells
    states = {
        CellState.LATE: cells["received_on"],
        CellState.MISSING: pd.Series(view.year.overdue_until, index=cells.index),
    }
    days = pd.Series(None, index=cells.index, dtype="Int64")
    for state, ends_on in states.items():
        is_so = cells["state"] == state
        pairs = zip(ends_on[is_so], cells.loc[is_so, "due_on"], strict=True)
        days[is_so] = [(end - due_on).days for end, due_on in pairs]
    return cells[["measure", "section", "month", "state"]].assign(days=days)


def reporting(view: View) -> pd.DataFrame:
    """The reporting of everything looked at, in one row."""
    return _reporting(view)


def reporting_by_indicator(view: View) -> pd.DataFrame:
    """One row per indicator of the plan; initiatives' measures are in none."""
    return _reporting(view, "indicator")


def reporting_by_initiative(view: View) -> pd.DataFrame:
    """One row per initiative of the plan; indicators' measures are in none."""
    return _reporting(view, "initiative")


def reporting_by_section(view: View) -> pd.DataFrame:
    """One row per section in official order, or the one looked at; the rows add up to `reporting`."""
    return _reporting(view, "section")


def reporting_by_month(view: View) -> pd.DataFrame:
    """One row per fiscal month looked at; the rows add up to `reporting`."""
    return _reporting(view, "month")


def reporting_by_indicator_and_section(view: View) -> pd.DataFrame:
    """One row per indicator and section."""
    return _reporting(view, "indicator", "section")


def reporting_by_indicator_and_month(view: View) -> pd.DataFrame:
    """One row per indicator and fiscal month."""
    return _reporting(view, "indicator", "month")


def reporting_by_section_and_month(view: View) -> pd.DataFrame:
    """One row per section and fiscal month."""
    return _reporting(view, "section", "month")


def reporting_by_measure_and_month(view: View) -> pd.DataFrame:
    """One row per measure and fiscal month, initiatives' measures included."""
    return _reporting(view, "measure", "month")


def silent_sections(view: View) -> pd.DataFrame:
    """The sections that sent nothing at all for a month of which something was due, month by month.

    Columns: section, month, missing (the reports of that month that it owes).
    """
    rows = reporting_by_section_and_month(view)
    silent = rows[(rows["due"] > 0) & (rows["received"] == 0)]
    return silent.sort_values("month", kind="stable")[["section", "month", "missing"]].reset_index(drop=True)


def overdue(view: View) -> pd.DataFrame:
    """The missing cells, oldest first.

    Columns: measure, indicator, initiative, text, section, role, month, due_on, days_overdue (from the due date to
    the day of the view, or to the year's closing day if that is earlier).
    """
    cells = view.cells
    missing = cells[cells["state"] == CellState.MISSING].sort_values("month", kind="stable")
    missing = missing.merge(view.measures[["measure", "text"]], on="measure")
    days = [(view.year.overdue_until - due_on).days for due_on in missing["due_on"]]
    missing["days_overdue"] = pd.Series(days, dtype="int64")
    return missing[["measure", "indicator", "initiative", "text", "section", "role", "month", "due_on", "days_overdue"]]


def late(view: View) -> pd.DataFrame:
    """The cells that were received late, the newest month first.

    Columns: measure, indicator, initiative, text, section, role, month, due_on, received_on, days_late (from the due
    date to the first receipt).
    """
    cells = view.cells
    rows = cells[cells["state"] == CellState.LATE].sort_values("month", ascending=False, kind="stable")
    rows = rows.merge(view.measures[["measure", "text"]], on="measure")
    days = [(received_on - due_on).days for due_on, received_on in rows[["due_on", "received_on"]].values.tolist()]
    rows["days_late"] = pd.Series(days, dtype="int64")
    whom, when = ["measure", "indicator", "initiative", "text", "section", "role"], ["month", "due_on", "received_on"]
    return rows[[*whom, *when, "days_late"]]


def overdue_by_section(view: View) -> pd.DataFrame:
    """The sections with missing cells, the one that has owed longest first.

    Columns: section, missing (cells), month (the oldest missing one), days_overdue (of that one).
    """
    rows = overdue(view).groupby("section", as_index=False)
    owed = rows.agg(missing=("measure", "size"), month=("month", "min"), days_overdue=("days_overdue", "max"))
    return owed.sort_values(["days_overdue", "missing"], ascending=False, kind="stable").reset_index(drop=True)


def _reporting(view: View, *by: str) -> pd.DataFrame:
    numbers = view.counted_cells
    counts = summed(view, numbers.assign(**{column: view.cells[column] for column in by}), by)
    received = counts["on_time"] + counts["late"]
    due = received + counts["missing"]
    rates = {"reporting_rate": received / due.where(due > 0), "on_time_rate": counts["on_time"] / due.where(due > 0)}
    expected = due + counts["not_yet_due"] + counts["exempt"]
    table = counts.assign(expected=expected, received=received, due=due, **rates)
    states = [state.value for state in CellState]
    parts = [name for name in numbers if name not in states]
    return table[[*by, "expected", *states, "received", "due", *rates, *parts]]
