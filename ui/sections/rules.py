"""The plan's own rules: the due day, whose reviews are expected, and how many of them shall come."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.records import Rules
from ui.forms.begun import Form, edit, folded_form, one_record
from ui.look.look import Look

_NAME = "rules"


def rules_form(look: Look) -> None:
    """The rules, to be changed by whoever said who they are."""
    folded_form(_NAME, _("Rules of the plan"), ":material/rule:", lambda: _edit(look))


def _edit(look: Look) -> None:
    year = str(look.plan.fiscal_year)
    edit(look, _NAME, year, look.stored.snapshot.rules, enter=_entered, edits=one_record)


def _entered(form: Form[Rules]) -> Rules:
    shown = form.shown
    due_day = st.number_input(
        _("Reports are due on this day of the following month"), 1, 31, shown.due_day, key=form.key("due-day")
    )
    supporting = st.checkbox(
        _("Supporting sections report too"), shown.expects_supporting, key=form.key("expects-supporting")
    )
    reporting = _target(form, _("Target for reports received (%)"), "reporting-target", shown.reporting_target)
    on_time = _target(form, _("Target for reports on time (%)"), "on-time-target", shown.on_time_target)
    return Rules(due_day, supporting, reporting, on_time)


def _target(form: Form[Rules], title: str, field: str, shown: int | None) -> int | None:
    """A whole number from 0 to 100, or none, which means that no line is drawn."""
    return st.number_input(title, 0, 100, shown, step=1, placeholder=_("No target"), key=form.key(field))
