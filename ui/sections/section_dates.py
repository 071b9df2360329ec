"""When a section came into being and when it ended, which decides for which months it owes reports."""

from dataclasses import replace
from datetime import date

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.records import EVERY_SECTION, Records, Section
from ita_data.services import looking
from ui.forms.entering import Form, begun, follow_the_store, save, say_how_it_went
from ui.look.look import Look
from ui.shell.actor import require_actor

_NAME = "section-dates"
_DAYS = (date(1900, 1, 1), date(2199, 12, 31))
"""What can be entered; a Buddhist year, which the field doesn't know, lies outside."""


def section_dates_form(look: Look) -> None:
    """The first and the last day of the section looked at, to be changed by whoever said who they are."""
    form = st.expander(_("Beginning and end of the section"), icon=":material/event:", key=_NAME, on_change="rerun")
    if form.open:
        with form:
            say_how_it_went(_NAME)
            _edit(look)


def _edit(look: Look) -> None:
    stored = next(section for section in look.stored.records.sections if section.name == look.section)
    form = begun(f"{_NAME}|{look.plan.organisation}|{stored.name}", stored)
    entered = _entered(form)
    follow_the_store(form, entered, stored)
    is_reversed = bool(entered.begins_on and entered.ends_on and entered.begins_on > entered.ends_on)
    if is_reversed:
        st.error(_("The section ends before it begins. Choose an earlier first day or a later last one."))
    else:
        _say_what_it_owes(look, stored, entered)
    actor = require_actor()
    is_wanted = st.button(_("Save"), key="save-section-dates", type="primary", disabled=actor is None)
    if not is_wanted or is_reversed or actor is None:
        return
    if save(look, [(form.shown, entered)], actor, _NAME):
        form.begin_anew(entered)
        st.rerun()
    form.hold_against(stored)


def _entered(form: Form[Section]) -> Section:
    left, right = st.columns(2)
    with left:
        begins_on = _day(form, "begins_on", _("Begins on"), _("No day: it was there before the plan."))
    with right:
        ends_on = _day(form, "ends_on", _("Ends on"), _("No day: it goes on."))
    return replace(form.shown, begins_on=begins_on, ends_on=ends_on)


def _day(form: Form[Section], field: str, title: str, without: str) -> date | None:
    """A day, or none; below it as people write it, for the field knows no Buddhist year."""
    earliest, latest = _DAYS
    day: date | None = st.date_input(
        title, getattr(form.shown, field), earliest, latest, format="DD/MM/YYYY", key=form.key(field)
    )
    st.caption(date_label(day) if day else without)
    return day


def _say_what_it_owes(look: Look, stored: Section, entered: Section) -> None:
    before, after = (_owed(look.stored.records, section, look.as_of) for section in (stored, entered))
    year = look.plan.fiscal_year
    if before == after:
        text = _("By this the section owes {number} reports in fiscal year {year}.")
    else:
        text = _("By this the section owes {number} reports in fiscal year {year}, and not {before} as it does now.")
    st.info(text.format(number=f"{after:,}", before=f"{before:,}", year=year))
    st.caption(_("The days hold for every fiscal year of the office. A month counts where one day of it does."))


def _owed(records: Records, section: Section, as_of: date) -> int:
    """How many reports of the year are expected of a section that begins and ends then."""
    names = (section.name, EVERY_SECTION)
    assignments = tuple(entry for entry in records.assignments if entry.section in names)
    alone = replace(records, sections=(section,), assignments=assignments, links=(), reviews=(), exemptions=())
    return len(looking.expected_by(alone, as_of))
