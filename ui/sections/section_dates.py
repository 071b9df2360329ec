"""When a section came into being and when it ended, which decides for which months it owes reports."""

from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.records import EVERY_SECTION, Records, Section
from ita_data.services import looking
from ui.forms.begun import Form, edit, folded_form, one_record
from ui.look.look import Look

_NAME = "section-dates"
_POSSIBLE_DAYS = (date(1900, 1, 1), date(2199, 12, 31))
"""What can be entered; a Buddhist year, which the field doesn't know, lies outside."""


def section_dates_form(look: Look) -> None:
    """The first and the last day of the section looked at, to be changed by whoever said who they are."""
    folded_form(_NAME, _("Beginning and end of the section"), ":material/event:", lambda: _edit(look))


def _edit(look: Look) -> None:
    stored = next(section for section in look.stored.records.sections if section.name == look.section)
    edit(look, _NAME, stored.name, stored, enter=partial(_entered, look, stored), edits=one_record)


def _entered(look: Look, stored: Section, form: Form[Section]) -> Section | None:
    entered = _days(form)
    if entered.begins_on and entered.ends_on and entered.begins_on > entered.ends_on:
        st.error(_("The section ends before it begins. Choose an earlier first day or a later last one."))
        return None
    _say_what_it_owes(look, stored, entered)
    return entered


def _days(form: Form[Section]) -> Section:
    left, right = st.columns(2)
    with left:
        begins_on = _day(form, "begins_on", _("Begins on"), _("No day: it was there before the plan."))
    with right:
        ends_on = _day(form, "ends_on", _("Ends on"), _("No day: it goes on."))
    return replace(form.shown, begins_on=begins_on, ends_on=ends_on)


def _day(form: Form[Section], field: str, title: str, without: str) -> date | None:
    """A day, or none; below it as people write it, for the field knows no Buddhist year."""
    earliest, latest = _POSSIBLE_DAYS
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
