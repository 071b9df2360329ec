"""A topic of the director's page: one number, the list behind it, what was said on it, and the form to say more."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from ita_data.labels import date_label, label
from ita_data.language import gettext as _
from ita_data.model.decisions import Remark, Topic
from ita_data.model.records import EVERY_SECTION
from ui.forms.response import response_form
from ui.html.tables import text_html
from ui.look.look import Look
from ui.parts.tables import folded_table, text_table


def topic(look: Look, topic: Topic, number: int, of: str, show: Callable[[Look], None]) -> None:
    """A topic's number and denominator; what stands behind them is only made once somebody opens it."""
    remarks = look.said.remarks(topic)
    marks = [_("responses: {number}").format(number=len(remarks))] if remarks else []
    title = " · ".join([f"**{number:,}** {label('topic', topic)}", of, *marks])
    key = f"topic-{topic}"
    # Another title makes Streamlit forget that the block was open; what is set here it takes over.
    st.session_state[key] = st.session_state.get(key, False)
    block = st.expander(title, key=key, on_change="rerun")
    if not block.open:
        return
    with block:
        show(look)
        _remarks_table(remarks)
        response_form(look, topic)


def said_of_the_month(look: Look) -> None:
    """What was said at the meeting on no topic in particular."""
    if remarks := look.said.remarks(Topic.MONTH):
        st.subheader(label("topic", Topic.MONTH), anchor=False)
        _remarks_table(remarks)


def left_out(headers: Sequence[str], rows: Sequence[Sequence[str]], key: str) -> None:
    """Who doesn't count, and why; folded, for it is asked for seldom."""
    if rows:
        title = _("Left out, with the reason: {number}").format(number=f"{len(rows):,}")
        folded_table(title, text_html(headers, rows), f"left-out-{key}")


def lead_sections(look: Look) -> dict[str, str]:
    """The sections that lead each measure, in one cell of a table."""
    leads = look.figures.view.year.assignments
    pairs: Iterable[Sequence[str]] = leads.loc[leads["role"] == "lead", ["measure", "section"]].values.tolist()
    found: dict[str, list[str]] = {}
    for measure, section in pairs:
        found.setdefault(measure, []).append(look.facts.names["section"][section])
    is_all = len(look.facts.sections)
    return {code: EVERY_SECTION if len(names) == is_all else "\n".join(names) for code, names in found.items()}


def _remarks_table(remarks: Sequence[Remark]) -> None:
    if remarks:
        headers = [_("Response"), _("Section"), _("Measure"), _("Text"), _("Made by")]
        text_table(headers, [_remark_row(remark) for remark in remarks])


def _remark_row(remark: Remark) -> list[str]:
    by = f"{remark.made_by}\n{date_label(remark.made_on)}"
    return [label("response", remark.response), remark.section, remark.measure or "–", remark.text or "–", by]
