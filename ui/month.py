"""The cells behind one field of the measure × month grid, section by section."""

from typing import Any

import streamlit as st
from markupsafe import escape

from ita_data.labels import STATE_COLOURS, STATE_SYMBOLS, date_label, label, text_on, words
from ita_data.language import gettext as _
from ita_data.metrics import expected_cells
from ui.counted import Reasons, reasons, state_and_reason
from ui.data import Look
from ui.tables import percent, text_table


def state_key() -> None:
    """What the symbols and colours of the grid mean; a field of it that is blank has a meaning too."""
    marks = [(STATE_SYMBOLS[state], STATE_COLOURS[state], word) for state, word in words("grid").items()]
    keys = "".join(_key(*mark) for mark in (*marks, ("\N{NO-BREAK SPACE}", "transparent", _("No report is expected"))))
    st.html(f'<p class="key">{keys}</p>')


def _key(symbol: str, colour: str, word: str) -> str:
    style = f"background:{colour};color:{text_on(colour)}"
    return f'<span><b style="{style}">{escape(symbol)}</b> {escape(word)}</span>'


def show_cells(look: Look, clicked: tuple[Any, int] | None) -> None:
    """The reviews behind the field that was clicked; a hint where none was."""
    if clicked is None:
        st.info(_("Click a field of the grid to see the reports behind it."), icon=":material/touch_app:")
        return
    measure, month = clicked
    view = look.view
    cells = expected_cells(view)
    mine = cells[(cells["measure"] == measure) & (cells["month"] == month)].drop(columns=["status", "received_on"])
    rows = mine.merge(look.reviews, on=["measure", "section", "month"], how="left").to_dict("records")
    why = reasons(look)
    text = view.measures.set_index("measure").loc[measure, "text"]
    st.subheader(f"{measure} · {look.facts.names['month'][month]}", anchor=False)
    st.text(text)
    text_table(
        [
            _("Section"),
            _("Role"),
            _("State"),
            _("Due on"),
            _("Received on"),
            _("Status"),
            _("Progress"),
            _("What was done"),
            _("Note"),
        ],
        [_cell_row(row, why) for row in rows],
    )


def _cell_row(row: dict[str, Any], why: Reasons) -> list[str]:
    head = [row["section"], label("role", row["role"]), state_and_reason(row, why), date_label(row["due_on"])]
    if not isinstance(row["status"], str):
        return [*head, "–", "–", "–", "–", "–"]
    return [
        *head,
        date_label(row["received_on"]),
        label("status", row["status"]),
        percent(row["progress"]),
        row["result"],
        row["note"],
    ]
