"""The numbers at the header of a page, each with its denominator, and what is overdue."""

import streamlit as st

from ita_data.labels import percent_label
from ita_data.language import gettext as _
from ui.look.look import Look
from ui.parts.tables import number_table


def headline(look: Look) -> None:
    """Completion, reporting and on-time rate, missing reports and measures without an outcome."""
    completion = look.figures.rows("completion")[0]
    reporting = look.figures.rows("reporting")[0]
    # A row of its own elements, for columns would double what is sent to the browser.
    with st.container(horizontal=True):
        _rate(_("Measures completed"), completion["completed"], completion["applicable"], _("measures"))
        _rate(_("Reports received"), reporting["received"], reporting["due"], _("reports due"))
        _rate(_("Reports on time"), reporting["on_time"], reporting["due"], _("reports due"))
        _count(_("Reports missing"), reporting["missing"], _("of {due} due").format(due=f"{reporting['due']:,}"))
        if not look.section:
            _gaps(look)
    if not look.facts.has_reviews:
        st.info(_("No monthly workbook was imported for this fiscal year yet."), icon=":material/event_busy:")
    if completion["unconfirmed"]:
        st.caption(
            _("{number} of the completed measures rest on links that nobody has confirmed yet.").format(
                number=completion["unconfirmed"]
            )
        )


def overdue_by_section(look: Look) -> None:
    """The sections that owe reports, the one that has owed longest first."""
    rows = look.figures.rows("overdue_by_section")
    if not rows:
        st.subheader(_("Overdue reports"), anchor=False)
        st.success(_("No report is overdue."), icon=":material/check_circle:")
        return
    months = look.facts.names["month"]
    number_table(
        _("Overdue reports"),
        [_("Section"), _("Reports missing"), _("Oldest month"), _("Days overdue")],
        [[row["section"], f"{row['missing']:,}", months[row["month"]], f"{row['days_overdue']:,}"] for row in rows],
    )


def _rate(name: str, numerator: int, denominator: int, counted: str) -> None:
    value = percent_label(numerator / denominator if denominator else None)
    _count(name, value, f"{numerator:,}/{denominator:,} {counted}")


def _count(name: str, value: int | str, below: str) -> None:
    st.metric(name, value, below, delta_color="off", delta_arrow="off", border=True)


def _gaps(look: Look) -> None:
    counts = look.figures.rows("to_follow_up")[0]
    below = _("of {measures} measures; {unconfirmed} more await confirmation")
    text = below.format(measures=counts["of_indicators"], unconfirmed=counts["unconfirmed"])
    _count(_("Measures without an outcome"), counts["no_outcome"], text)
