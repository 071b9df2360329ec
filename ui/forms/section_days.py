"""When a section came into being and when it ended, which decides for which months it owes reports."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import streamlit as st
from pandas import DataFrame

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.planning.asked import assignments_of
from ita_data.model.records import Records, Section
from ita_data.model.states import CellState
from ita_data.services import looking
from ui.forms.day import Entered, day_field
from ui.look.look import Look


def days(look: Look, shown: Section, key: Callable[[str], str]) -> tuple[Entered, Entered]:
    """The first and the last day as they are entered into fields whose keys a form gives."""
    left, right = st.columns(2)
    with left:
        without = _("No day: it was there before the plan.")
        begins = day_field(_("Begins on"), key("begins_on"), shown.begins_on, opens=look.as_of, without=without)
    with right:
        without = _("No day: it goes on.")
        ends = day_field(_("Ends on"), key("ends_on"), shown.ends_on, opens=look.as_of, without=without)
    return begins, ends


def errors_in_days(entered: Section) -> Iterator[str]:
    """What keeps the days from being saved."""
    if entered.begins_on and entered.ends_on and entered.begins_on > entered.ends_on:
        yield _("The section ends before it begins. Choose an earlier first day or a later last one.")


def say_what_it_owes(look: Look, stored: Section | None, entered: Section) -> None:
    """How many reports of the year the section owes by what was entered, beside those that it owes now."""
    # Assignments call it as it is stored.
    named = replace(entered, name=stored.name) if stored else entered
    owed = _owed(look.stored.records, named, look.as_of)
    after = len(owed)
    before = len(_owed(look.stored.records, stored, look.as_of)) if stored else after
    year = look.plan.fiscal_year
    if before == after:
        text = _("By this the section owes {number} reports in fiscal year {year}.")
    else:
        text = _("By this the section owes {number} reports in fiscal year {year}, and not {before} as it does now.")
    st.info(text.format(number=f"{after:,}", before=f"{before:,}", year=year))
    overdue = int((owed["state"] == CellState.MISSING).sum())
    if stored is None and overdue:
        text = _("{number} of them are overdue already on {day}, and count as missing at once.")
        st.warning(text.format(number=f"{overdue:,}", day=date_label(look.as_of)))
    st.caption(_("The days hold for every fiscal year of the office. A month counts where one day of it does."))


def _owed(records: Records, section: Section, as_of: date) -> DataFrame:
    """The reports of the year that are expected of a section that begins and ends then, as if it had sent none."""
    assignments = tuple(assignments_of(records, section))
    alone = replace(records, sections=(section,), assignments=assignments, links=(), reviews=(), exemptions=())
    return looking.expected_by(alone, as_of)
