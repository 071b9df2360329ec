"""The fields of the plan's rules that more than one form asks for."""

from typing import Any

import streamlit as st

from ita_data.language import gettext as _

_DAYS_OF_EVERY_MONTH = 28


def due_day_field(held: int, key: str) -> int:
    """The day of the following month on which reports are due; begins with the one that is held to."""
    title = _("Reports are due on this day of the following month")
    due_day: int = st.number_input(title, 1, 31, held, key=key)
    if due_day > _DAYS_OF_EVERY_MONTH:
        st.caption(_("Where a month has fewer days, they are due on its last one."))
    return due_day


def reporting_target_field(held: int | None, key: str) -> int | None:
    """How many of a month's reports shall have come, in percent."""
    return target_field(_("Target for reports received (%)"), held, key)


def on_time_target_field(held: int | None, key: str) -> int | None:
    """How many of a month's reports shall come in time, in percent."""
    return target_field(_("Target for reports on time (%)"), held, key)


def target_field(title: str, held: int | None, key: str, **looks: Any) -> int | None:
    """A whole number from 0 to 100, or none, which means that nothing is held against it.

    `looks` are further arguments of `st.number_input`.
    """
    # A number that is the field's own default can't be taken out of it.
    st.session_state.setdefault(key, held)
    further = {"placeholder": _("No target")} | looks
    number: int | None = st.number_input(title, 0, 100, None, step=1, key=key, **further)
    return number
