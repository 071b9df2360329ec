"""Two months side by side: what was added, what is gone and what changed, with the old values."""

from typing import Any

import streamlit as st

from ita_data.labels import date_label, progress_label, rate_label, status_label
from ita_data.language import gettext as _
from ita_data.metrics.frozen import Figures, differences
from ita_data.thai_text import cut_short
from ui.look.look import Look
from ui.parts.tables import text_table

_LONGEST_TEXT = 70


def compare_months(look: Look) -> None:
    """Any two months: a closed one as it was signed off, another as it is now."""
    form = st.expander(_("Compare two months"), icon=":material/compare_arrows:", key="compare", on_change="rerun")
    if not form.open:
        return
    with form:
        months = look.facts.names["month"]
        with st.container(horizontal=True):
            first = st.selectbox(
                _("This month"),
                list(months),
                index=max(look.month - 2, 0),
                format_func=months.__getitem__,
                key="compare-first",
            )
            second = st.selectbox(
                _("with this one"),
                list(months),
                index=look.month - 1,
                format_func=months.__getitem__,
                key="compare-second",
            )
        _show(look, first, second)


def _show(look: Look, first: int, second: int) -> None:
    then, now = _figures(look, first), _figures(look, second)
    text_table(
        ["", _("Completed"), _("Reported"), _("On time"), _("Figures")],
        [_headline(look, month, figures) for month, figures in ((first, then), (second, now))],
    )
    found = differences(then["measure_status"], now["measure_status"])
    if not found:
        st.info(_("No measure differs between the two."))
        return
    counts = {change: sum(row["change"] == change for row in found) for change in ("added", "gone", "changed")}
    text = _("Of the measures {added} were added, {gone} are gone and {changed} changed.")
    st.write(text.format(**counts))
    headers = [
        _("Code"),
        _("Measure"),
        _("What happened"),
        _("Status before"),
        _("Status after"),
        _("Progress before"),
        _("after"),
    ]
    text_table(headers, [_row(row) for row in found], "compared")


def _figures(look: Look, month: int) -> Figures:
    closing = look.said.closings.get(month)
    return look.said.kept_figures(closing) if closing else look.figures.of_office(month)


def _headline(look: Look, month: int, figures: Figures) -> list[str]:
    completion, reporting = figures["completion"][0], figures["reporting"][0]
    closing = look.said.closings.get(month)
    day = date_label(closing.closed_on if closing else look.as_of)
    source = _("as closed on {day}") if closing else _("not closed, as of {day}")
    return [
        look.facts.names["month"][month],
        rate_label(completion["completed"], completion["applicable"]),
        rate_label(reporting["received"], reporting["due"]),
        rate_label(reporting["on_time"], reporting["due"]),
        source.format(day=day),
    ]


def _row(row: dict[str, Any]) -> list[str]:
    words = {"added": _("New"), "gone": _("Gone"), "changed": _("Changed")}
    return [
        row["measure"],
        cut_short(row["text"], _LONGEST_TEXT),
        words[row["change"]],
        _status(row["status_then"]),
        _status(row["status_now"]),
        progress_label(row["progress_then"]),
        progress_label(row["progress_now"]),
    ]


def _status(status: str | None) -> str:
    return status_label(status) if status else "–"
