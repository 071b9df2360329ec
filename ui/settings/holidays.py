"""Holidays of the office's own, which move due dates beside the known days off of government offices."""

from functools import partial

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.rules import Holiday
from ita_data.services.editing import edits_between
from ui.forms.begun import Form, edit, open_form
from ui.forms.day import day_field
from ui.look.look import Look
from ui.parts.tables import text_table
from ui.settings.foreseen import is_confirmed

_NAME = "holidays"

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
    added, out = _added(look, form), _taken_out(form)
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


def _added(look: Look, form: Form[Holidays]) -> Holidays | None:
    """The day that stands in the fields, or none; None while it lacks its name, or is no whole day yet."""
    left, right = st.columns([1, 2])
    with left:
        entered = day_field(
            _("Another day off"),
            form.key("day"),
            None,
            opens=look.as_of,
            without=_("No day: none is added."),
        )
    with right:
        name = st.text_input(_("What it is called"), key=form.key("name"), max_chars=200).strip()
    day = entered.day
    if not entered.is_clear:
        return None
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
