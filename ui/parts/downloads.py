"""Files to download: the plan in the government's own form, a month's workbook, the due dates of the year."""

from dataclasses import replace
from functools import partial

import streamlit as st

from ita_data.exports import EXPORTS
from ita_data.language import gettext as _
from ita_data.services import chasing
from ui.look.look import Look
from ui.shell.actor import current_actor


def report_downloads(look: Look) -> None:
    """A button for each form of the yearly report; the file is made when somebody asks for it."""
    plan = look.plan
    st.header(_("The whole plan in the government's form"), anchor=False)
    with st.container(horizontal=True):
        for name, export in EXPORTS.items():
            st.download_button(
                _(export.title),
                partial(look.stored.report, name),
                f"{plan.organisation}-{plan.fiscal_year}{export.suffix}",
                export.media_type,
                on_click="ignore",
                icon=":material/download:",
                key=f"download-{name}",
            )
    st.caption(
        _(
            "Read in again, these files change nothing but what was mended in them. A measure beside several "
            "issues is to be mended beside each of them."
        )
    )


def monthly_form(look: Look) -> None:
    """The workbook that a section fills in for a month: chosen here, made when somebody asks for it.

    It is to be sent back, so it holds what is known now, and isn't there as of a past day.
    """
    if look.is_past:
        return
    months = look.facts.names["month"]
    with st.expander(_("Download a monthly workbook to fill in"), icon=":material/table_view:"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            section = st.selectbox(_("Section"), look.facts.sections, _own_section(look), key="form-section")
            month = st.selectbox(
                _("Month"), list(months), look.month - 1, format_func=months.__getitem__, key="form-month"
            )
            st.download_button(
                _("Download"),
                partial(look.stored.monthly_form, section, month),
                f"{section}-{months[month]}.xlsx",
                EXPORTS["report-xlsx"].media_type,
                on_click="ignore",
                icon=":material/download:",
                key="form-download",
            )
        st.caption(
            _("Each section's own measures, with last month's report beside them. Fill it in and upload it here.")
        )


def calendar_download(look: Look, section: str | None) -> None:
    """The due dates of the year as a file for calendars, of one section or of all."""
    name = section or look.plan.organisation
    st.download_button(
        _("Due dates for the calendar"),
        partial(chasing.calendar, replace(look.figures.office_view, section=section)),
        f"{name}-{look.plan.fiscal_year}.ics",
        "text/calendar",
        on_click="ignore",
        icon=":material/event:",
        key="calendar",
    )


def _own_section(look: Look) -> int:
    """The place of the section that the person at the screen belongs to; else of the first."""
    actor, sections = current_actor(), look.facts.sections
    return sections.index(actor.section) if actor and actor.section in sections else 0
