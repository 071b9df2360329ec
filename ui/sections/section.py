"""One section: the reviews it owes and those it has sent."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

import streamlit as st

from ita_data.labels import date_label, progress_label, status_label
from ita_data.language import gettext as _
from ita_data.model.states import CellState
from ui.look.look import Look
from ui.parts.counted import reasons, state_and_reason
from ui.parts.reviews import listed_headers, listed_texts
from ui.parts.rounds import rounds_by_measure
from ui.parts.tables import text_table
from ui.shell.going import go_to


def to_the_rules() -> None:
    """The way to the rules by which sections owe reports."""
    if st.button(_("Rules of the plan are on the page “Settings”"), key="to-settings", icon=":material/rule:"):
        go_to("settings")


def show_owed(look: Look) -> None:
    """What is overdue, the oldest first."""
    st.header(_("Owed"), anchor=False)
    rows = look.figures.rows("overdue")
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
    st.header(_("Measures of this section"), anchor=False)
    statuses = look.figures.rows("measure_status")
    if not statuses:
        st.info(_("This section is responsible for no measure."))
        return
    due_on, rounds = _next_due(look), rounds_by_measure(look)
    text_table(
        [_("Code"), _("Measure"), _("Status"), _("Rounds"), _("Progress"), _("Next report due on")],
        [
            [
                row["measure"],
                row["text"],
                status_label(row["status"]),
                rounds[row["measure"]],
                progress_label(row["progress"]),
                due_on.get(row["measure"], "–"),
            ]
            for row in statuses
        ],
    )


def _next_due(look: Look) -> dict[str, str]:
    """The day on which each measure's next report falls due, in whichever month of the year."""
    cells = replace(look, month=12).figures.rows("expected_cells")
    ahead = [cell for cell in cells if cell["state"] == CellState.NOT_YET_DUE]
    latest_first = sorted(ahead, key=lambda cell: cell["month"], reverse=True)
    return {cell["measure"]: date_label(cell["due_on"]) for cell in latest_first}


def show_sent(look: Look) -> None:
    """The reviews that came, the newest month first."""
    st.header(_("Sent"), anchor=False)
    sent = _sent(look)
    if not sent:
        st.info(_("This section has sent no report yet."))
        return
    months, why = look.facts.names["month"], reasons(look)
    text_table(
        [
            _("Month"),
            _("Code"),
            _("Measure"),
            *listed_headers(),
            _("Received on"),
            _("State"),
        ],
        [
            [
                months[row["month"]],
                row["measure"],
                row["text"],
                *listed_texts(row),
                date_label(row["received_on"]),
                state_and_reason(row, why),
            ]
            for row in sent
        ],
    )


def _sent(look: Look) -> list[dict[Hashable, Any]]:
    """The section's reviews with the state of their cells: the newest month first, then as the report lists them."""
    states = {(cell["measure"], cell["month"]): cell["state"] for cell in look.figures.rows("expected_cells")}
    reviews = look.stored.reviews
    place = {measure: number for number, measure in enumerate(look.facts.texts)}
    mine = reviews[reviews["section"] == look.section].to_dict("records")
    mine.sort(key=lambda row: (-row["month"], place[row["measure"]]))
    return [
        {**row, "text": look.facts.texts[row["measure"]], "state": states.get((row["measure"], row["month"]))}
        for row in mine
    ]
