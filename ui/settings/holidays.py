"""Holidays of the office's own, which move due dates beside the known days off of government offices."""

from datetime import date
from functools import partial

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.rules import Holiday
from ita_data.services.editing import edits_between
from ui.forms.begun import Form, edit, open_form
from ui.look.look import Look
from ui.parts.tables import text_table
from ui.settings.foreseen import is_confirmed

_NAME = "holidays"
_POSSIBLE_DAYS = (date(1900, 1, 1), date(2199, 12, 31))
"""What can be entered; a Buddhist year, which the field doesn't know, lies outside."""

Holidays = tuple[Holiday, ...]


def holidays_form(look: Look) -> None:
    """The days that the office entered, and the fields to enter another one or to take some out."""
    open_form(_NAME, _("Holidays of the office"), lambda: _edit(look))


def _edit(look: Look) -> None:
    st.caption(
        _(
            "The days off of government offices are known. Enter those that the cabinet declared later; they hold for "
            "every fiscal year of the office."
        )
    )
    stored = look.stored.records.holidays
    if stored:
        text_table([_("Day"), _("Name")], [[date_label(holiday.day), holiday.name] for holiday in stored])
    edit(look, _NAME, "", stored, enter=partial(_entered, look), edits=edits_between)


def _entered(look: Look, form: Form[Holidays]) -> Holidays | None:
    added, out = _added(form), _taken_out(form)
    if added is None:
        return None
    days = {holiday.day for holiday in added}
    entered = tuple(
        sorted(
            [*added, *(each for each in form.shown if each.day not in days and each not in out)],
            key=lambda holiday: holiday.day,
        )
    )
    return entered if is_confirmed(look, edits_between(form.shown, entered), form.key("confirm")) else None


def _added(form: Form[Holidays]) -> Holidays | None:
    """The day that stands in the fields, or none; None while it lacks its name."""
    left, right = st.columns([1, 2])
    earliest, latest = _POSSIBLE_DAYS
    with left:
        day: date | None = st.date_input(
            _("Another day off"), None, earliest, latest, format="DD/MM/YYYY", key=form.key("day")
        )
        st.caption(date_label(day) if day else _("No day: none is added."))
    with right:
        name = st.text_input(_("What it is called"), key=form.key("name"), max_chars=200).strip()
    if day and not name:
        st.error(_("Say what the day is called, such as “Special holiday by resolution of the cabinet”."))
        return None
    return (Holiday(day, name),) if day else ()


def _taken_out(form: Form[Holidays]) -> list[Holiday]:
    if not form.shown:
        return []
    return st.multiselect(
        _("Take these days out again"),
        form.shown,
        format_func=lambda holiday: f"{date_label(holiday.day)} {holiday.name}",
        key=form.key("taken-out"),
    )
