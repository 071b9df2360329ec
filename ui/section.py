"""One section: the reviews it owes and those it has sent."""

from dataclasses import replace

import streamlit as st

from ita_data.labels import STATUS_SYMBOLS, date_label, label
from ita_data.language import gettext as _
from ita_data.metrics import expected_cells, measure_status
from ita_data.model.states import CellState
from ui.counted import reasons, state_and_reason
from ui.data import Look
from ui.tables import percent, text_table


def show_owed(look: Look) -> None:
    """What is overdue, the oldest first."""
    st.subheader(_("Owed"), anchor=False)
    rows = look.rows("overdue")
    if not rows:
        st.success(_("No report is overdue."), icon=":material/check_circle:")
        return
    months = look.facts.names["month"]
    text_table(
        [_("Month"), _("Code"), _("Measure"), _("Due on"), _("Days overdue")],
        [
            [months[row["month"]], row["measure"], row["text"], date_label(row["due_on"]), f"{row['days_overdue']:,}"]
            for row in rows
        ],
    )


def show_measures(look: Look) -> None:
    """The section's measures with its own status, and the next report that falls due."""
    st.subheader(_("Measures of this section"), anchor=False)
    statuses = measure_status(look.view).to_dict("records")
    if not statuses:
        st.info(_("This section is responsible for no measure."))
        return
    due_on = _next_due(look)
    text_table(
        [_("Code"), _("Measure"), _("Status"), _("Progress"), _("Next report due on")],
        [
            [
                row["measure"],
                row["text"],
                f"{STATUS_SYMBOLS[row['status']]} {label('status', row['status'])}",
                percent(row["progress"]),
                due_on.get(row["measure"], "–"),
            ]
            for row in statuses
        ],
    )


def _next_due(look: Look) -> dict[str, str]:
    """The day on which each measure's next report falls due, in whichever month of the year."""
    cells = expected_cells(replace(look.view, month=12))
    ahead = cells[cells["state"] == CellState.NOT_YET_DUE].sort_values("month")
    return {row["measure"]: date_label(row["due_on"]) for row in reversed(ahead.to_dict("records"))}


def show_sent(look: Look) -> None:
    """The reviews that came, the newest month first."""
    st.subheader(_("Sent"), anchor=False)
    cells = expected_cells(look.view)[["measure", "month", "state"]]
    reviews = look.reviews[look.reviews["section"] == look.section]
    # Measures first: their order is the report's.
    measures = look.view.measures[["measure", "text"]]
    sent = measures.merge(reviews, on="measure").merge(cells, on=["measure", "month"], how="left")
    if sent.empty:
        st.info(_("This section has sent no report yet."))
        return
    months, why = look.facts.names["month"], reasons(look)
    rows = sent.sort_values("month", ascending=False, kind="stable").to_dict("records")
    text_table(
        [
            _("Month"),
            _("Code"),
            _("Measure"),
            _("Status"),
            _("Progress"),
            _("What was done"),
            _("Received on"),
            _("State"),
        ],
        [
            [
                months[row["month"]],
                row["measure"],
                row["text"],
                label("status", row["status"]),
                percent(row["progress"]),
                row["result"],
                date_label(row["received_on"]),
                state_and_reason(row, why),
            ]
            for row in rows
        ],
    )
