"""The measures that still have no outcome as the year ends, each with the way to write one."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.names import heading_of
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Measure
from ita_data.thai_text import cut_short
from ui.html.markdown import plain
from ui.indicators.indicator import Heading
from ui.indicators.writing import write_for
from ui.look.look import Look

_SEPTEMBER = 12
_MOST_ROWS = 5
_FRAME_HEIGHT = 360
_LONGEST_TEXT = 110
_BUTTON = 150


def show_lacking(heading: Heading) -> None:
    """From September on those of the whole plan, the ones of this indicator first."""
    look = heading.look
    if not _is_year_ending(look):
        return
    rows = [row for row in look.figures.rows("gaps") if row["gap"] == "no_outcome"]
    if not rows:
        st.success(_("Every measure has an outcome."), icon=":material/check_circle:")
        return
    rows.sort(key=lambda row: heading_of(row["measure"]) != heading.code)
    measures = {each.code: each for each in look.stored.records.measures}
    text = _("{number} measures of the plan have no outcome yet. The yearly report needs one for each.")
    st.warning(text.format(number=len(rows)), icon=":material/pending_actions:")
    with st.container(height=_FRAME_HEIGHT if len(rows) > _MOST_ROWS else "content", border=True):
        for row in rows:
            _show_measure(measures[row["measure"]])


def _is_year_ending(look: Look) -> bool:
    september = FiscalMonth(look.plan.fiscal_year, _SEPTEMBER)
    return look.month == _SEPTEMBER or FiscalMonth.of(look.as_of) >= september


def _show_measure(measure: Measure) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{measure.code}** {plain(cut_short(measure.text, _LONGEST_TEXT))}", width="stretch")
        key, name = f"write-{measure.code}", _("Write an outcome")
        st.button(name, icon=":material/edit_note:", key=key, on_click=write_for, args=(measure,), width=_BUTTON)
