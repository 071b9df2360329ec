"""A section's month: all it has to report as a sheet, one report opened beside it, and all sent as one change."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ui.html.markdown import plain
from ui.look.look import Look
from ui.my_month.drafts import drafts_of
from ui.my_month.opened import opened_report
from ui.my_month.owed import Owed, owed, whole_part
from ui.my_month.sending import say_what_stays, send
from ui.my_month.sheet import sheet
from ui.parts.downloads import calendar_download
from ui.parts.last_year import point_to_last_year
from ui.parts.orders import orders_for
from ui.shell.actor import current_actor, writer
from ui.shell.going import take


def month_to_open(look: Look) -> int:
    """The month that the section here has to report now; where nobody said which it is, the one that any has."""
    return replace(look, section=_section_of_reader(look), with_supporting=True).figures.month_to_report


def section_here(look: Look) -> str | None:
    """The section looked at, or that of the person at the screen; where neither is said, the page asks for it."""
    if section := _section_of_reader(look):
        return section
    st.info(_("Which section's month shall be shown?"), icon=":material/groups:")
    names = look.facts.names["section"]
    chosen = st.pills(_("Section"), look.facts.sections, format_func=lambda name: plain(names[name]), key="my-section")
    if chosen:
        take(section=chosen)
        st.rerun()
    return None


def month_of(look: Look, section: str) -> None:
    """What the section owes for the month, the sheet to enter it, and the line at its foot that sends it."""
    _lead_back(look, section)
    every = owed(look, section)
    entries = [entry for entry in every if entry.month == look.month]
    drafts = drafts_of(look, section, writer())
    if look.is_past:
        drafts = replace(drafts, by_key={})
    with st.container(gap=None, key="owed"):
        _say_what_is_owed(look, section, entries)
    _lead_to_other_months(look, section, [entry for entry in every if entry.month != look.month])
    orders_for(look, section)
    if entries:
        sheet(look, section, entries, drafts)
        unclear = opened_report(look, entries, drafts)
        send(look, section, entries, drafts, unclear)
    else:
        say_what_stays(look, list(drafts.by_key.values()))
    calendar_download(look, section)


def _section_of_reader(look: Look) -> str | None:
    actor = current_actor()
    section = look.section or (actor.section if actor else "")
    return section if section in look.facts.sections else None


def _lead_back(look: Look, section: str) -> None:
    last_year = look.last_year(section)
    if last_year:
        owed_then = last_year.figures.rows("owed_by_section")[0]
        text = _("Reports of fiscal year {year}, which is over, still wait: {number}")
        waiting = owed_then["asked"] - owed_then["sent"] + owed_then["waiting"] + owed_then["overdue"]
        point_to_last_year(last_year, waiting, text)


def _say_what_is_owed(look: Look, section: str, entries: Sequence[Owed]) -> None:
    counts = whole_part(look, section).figures.rows("owed_by_section")[0]
    now = [entry for entry in entries if entry.state]
    month = look.facts.names["month"][look.month]
    st.header(f"{plain(section)} · {month}", anchor=False)
    if not entries and not counts["waiting"] + counts["overdue"]:
        st.success(_("Nothing has to be reported for this month."), icon=":material/check_circle:")
        return
    parts = [_("{sent} of {number} reports of the month are sent").format(sent=counts["sent"], number=counts["asked"])]
    if now and now[0].due_on:
        parts.append(_("due on {day}").format(day=date_label(now[0].due_on)))
    if counts["waiting"]:
        parts.append(_("{number} reports of earlier months still wait").format(number=counts["waiting"]))
    st.write(" · ".join(parts))


def _lead_to_other_months(look: Look, section: str, entries: Sequence[Owed]) -> None:
    """A button for each earlier month of which reports still wait: they are entered in that month's own sheet."""
    if not entries:
        return
    counts = whole_part(look, section).figures.rows("owed_by_section")[0]
    with st.container(horizontal=True, vertical_alignment="center", key="other-months"):
        if counts["overdue"]:
            text = _("Besides, {number} reports of earlier months are overdue. Each month has a sheet of its own:")
            st.warning(text.format(number=f"{counts['overdue']:,}"), icon=":material/notification_important:")
        for month in sorted({entry.month for entry in entries}):
            number = sum(entry.month == month for entry in entries)
            title = _("{month}: {number} reports").format(month=look.facts.names["month"][month], number=number)
            lead = partial(take, month=str(month))
            st.button(title, key=f"month-{month}", on_click=lead)
