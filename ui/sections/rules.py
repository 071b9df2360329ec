"""The plan's own rules: the due day, whose reviews are expected, and how much shall come and be completed."""

from functools import partial
from typing import Any

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.pace import Targets, falling, targets_of
from ita_data.model.periods import MONTHS
from ita_data.model.rules import Rules, rules_in
from ui.forms.begun import Form, edit, folded_form, one_record
from ui.look.look import Look

_NAME = "rules"


def rules_form(look: Look) -> None:
    """The rules, to be changed by whoever said who they are."""
    folded_form(_NAME, _("Rules of the plan"), ":material/rule:", lambda: _edit(look))


def _edit(look: Look) -> None:
    year = str(look.plan.fiscal_year)
    edit(look, _NAME, year, rules_in(look.stored.snapshot.rules, 1), enter=partial(_entered, look), edits=one_record)


def _entered(look: Look, form: Form[Rules]) -> Rules | None:
    shown = form.shown
    due_day = st.number_input(
        _("Reports are due on this day of the following month"), 1, 31, shown.due_day, key=form.key("due-day")
    )
    supporting = st.checkbox(
        _("Supporting sections report too"), shown.expects_supporting, key=form.key("expects-supporting")
    )
    reporting = _target(form, _("Target for reports received (%)"), "reporting-target", shown.reporting_target)
    on_time = _target(form, _("Target for reports on time (%)"), "on-time-target", shown.on_time_target)
    completion = _completion_targets(look, form)
    if fall := falling(completion):
        _say_that_targets_fall(look, *fall)
        return None
    return Rules(due_day, supporting, reporting, on_time, completion, shown.starts_in_month)


def _completion_targets(look: Look, form: Form[Rules]) -> Targets:
    """A target for each month that shall have one, October first."""
    st.write(_("Targets for completion at the end of the month (%)"))
    st.caption(
        _(
            "A month without a target has the last one before it. Where no month has one, completion is held against "
            "the time that has gone."
        )
    )
    months, shown = look.facts.names["month"], form.shown.completion_targets or (None,) * len(MONTHS)
    with st.container(horizontal=True):
        return targets_of(
            _target(form, months[month], f"completion-{month}", target, placeholder="–", width=130)
            for month, target in zip(MONTHS, shown, strict=True)
        )


def _say_that_targets_fall(look: Look, earlier: int, later: int) -> None:
    months = look.facts.names["month"]
    text = _("The target of {later} is lower than that of {earlier}. Raise it, or lower the earlier one.")
    st.error(text.format(later=months[later], earlier=months[earlier]))


def _target(form: Form[Rules], title: str, field: str, shown: int | None, **looks: Any) -> int | None:
    """A whole number from 0 to 100, or none, which means that nothing is held against it."""
    key = form.key(field)
    # A number that is the field's own default can't be taken out of it.
    st.session_state.setdefault(key, shown)
    number: int | None = st.number_input(
        title, 0, 100, None, step=1, key=key, **{"placeholder": _("No target")} | looks
    )
    return number
