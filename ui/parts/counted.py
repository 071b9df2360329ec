"""What the rates of reporting count: every report that is expected, and why some of them are left out."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from ita_data.labels import date_label, label, state_label
from ita_data.language import gettext as _
from ita_data.model.states import CellState
from ita_data.thai_text import cut_short
from ui.html.report_cells import state_words
from ui.look.look import Look
from ui.parts.tables import text_table

_LONGEST_TEXT = 70
_LEFT_OUT = (CellState.NOT_YET_DUE, CellState.EXEMPT)

Reasons = Mapping[tuple[str, str, int], str]
"""Why cells were exempted, by measure, section and month."""


def show_counted(look: Look) -> None:
    """The expected reports of the look one by one, folded away until somebody asks for them."""
    title = _("Which reports are counted here, and which are left out and why")
    form = st.expander(title, icon=":material/format_list_bulleted:", key="counted", on_change="rerun")
    if form.open:
        with form:
            _show(look)


def counted_table(look: Look, cells: Sequence[Mapping[Any, Any]], key: str) -> None:
    """Expected reports one by one, with what became of each, and which count; `key` draws a long list page by page."""
    months, why = look.facts.names["month"], reasons(look)
    texts = look.facts.texts
    headers = [
        _("Section"),
        _("Month"),
        _("Code"),
        _("Measure"),
        _("State"),
        _("Due on"),
        _("Received on"),
        _("Counts"),
    ]
    rows = [
        [
            cell["section"],
            months[cell["month"]],
            cell["measure"],
            cut_short(texts[cell["measure"]], _LONGEST_TEXT),
            state_words(cell["state"]),
            date_label(cell["due_on"]),
            date_label(cell["received_on"]) if cell["received_on"] else "–",
            _counts(cell, why),
        ]
        for cell in cells
    ]
    first = 1 if look.section else 0
    text_table(headers[first:], [row[first:] for row in rows], key)


def reasons(look: Look) -> Reasons:
    """The reasons of the exemptions."""
    rows = look.stored.snapshot.exemptions[["measure", "section", "month", "reason"]].values.tolist()
    return {(measure, section, month): reason for measure, section, month, reason in rows}


def state_and_reason(cell: Mapping[Any, Any], reasons: Reasons) -> str:
    """A cell's state, and below it why it is exempt."""
    state = state_words(cell["state"])
    return f"{state}\n{_why(cell, reasons)}" if cell["state"] == CellState.EXEMPT else state


def _show(look: Look) -> None:
    cells = look.figures.rows("expected_cells")
    if not cells:
        st.info(_("No report is expected here."))
        return
    numbers = look.figures.rows("reporting")[0]
    _say_how_they_add_up(numbers)
    asked = st.pills(
        _("Show only"),
        [state.value for state in CellState if numbers[state]],
        format_func=lambda state: f"{state_label(state)} {numbers[state]:,}",
        key="counted-state",
    )
    counted_table(look, [cell for cell in cells if asked in (None, cell["state"])], f"counted-{asked}")
    st.caption(
        _(
            "Not listed, because no report is expected: measures followed up as needed, months in which a measure "
            "isn't active or isn't the section's own, and supporting sections where they needn't report or aren't "
            "counted."
        )
    )


def _say_how_they_add_up(numbers: Mapping[Any, int]) -> None:
    text = _("{expected} reports are expected: {due} are due and count, {left_out} are left out ({parts}).")
    left_out = [(state, numbers[state]) for state in _LEFT_OUT if numbers[state]]
    parts = ", ".join(f"{label('state', state)} {number:,}" for state, number in left_out)
    due, expected = f"{numbers['due']:,}", f"{numbers['expected']:,}"
    if not left_out:
        text = _("{expected} reports are expected, and all of them are due and count.")
    st.write(text.format(expected=expected, due=due, left_out=f"{sum(n for _s, n in left_out):,}", parts=parts))


def _counts(cell: Mapping[Any, Any], reasons: Reasons) -> str:
    if cell["state"] not in _LEFT_OUT:
        return _("counted")
    if cell["state"] == CellState.NOT_YET_DUE:
        return _("not counted: not yet due")
    return _("not counted: {reason}").format(reason=_why(cell, reasons))


def _why(cell: Mapping[Any, Any], reasons: Reasons) -> str:
    """Why a cell is exempt: for the reason that somebody gave, or because the section said so itself."""
    return reasons.get((cell["measure"], cell["section"], cell["month"])) or _("reported as not applicable")
