"""One section: the reviews it owes and those it has sent."""

import streamlit as st

from ita_data.labels import STATE_SYMBOLS, date_label, label
from ita_data.language import gettext as _
from ita_data.metrics import expected_cells
from ui.data import Look
from ui.tables import text_table


def show_owed(look: Look) -> None:
    """What is overdue, the oldest first."""
    st.subheader(_("Owed"), anchor=False)
    rows = look.table("overdue").to_dict("records")
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


def show_sent(look: Look) -> None:
    """The reviews that came, the newest month first."""
    st.subheader(_("Sent"), anchor=False)
    view = look.view
    cells = expected_cells(view)[["measure", "month", "state"]]
    reviews = view.reviews[view.reviews["section"] == look.section]
    sent = reviews.merge(cells, on=["measure", "month"], how="left").merge(
        view.measures[["measure", "text", "position"]], on="measure"
    )
    if sent.empty:
        st.info(_("This section has sent no report yet."))
        return
    months = look.facts.names["month"]
    rows = sent.sort_values(["month", "position"], ascending=[False, True]).to_dict("records")
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
                state_words(row["state"]),
            ]
            for row in rows
        ],
    )


def percent(value: float) -> str:
    """A percentage as text, a dash where none was given."""
    return "–" if value != value else f"{value:.0f}%"


def state_words(state: object) -> str:
    """A cell's state as symbol and word; a review that nobody expected has none."""
    return f"{STATE_SYMBOLS[state]} {label('state', state)}" if isinstance(state, str) else _("not expected")
