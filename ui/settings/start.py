"""The month in which the office begins to follow up its plan."""

from dataclasses import replace
from functools import partial

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.periods import MONTHS
from ita_data.model.rules import rules_in
from ita_data.services.editing import edits_between
from ui.forms.begun import Form, edit, open_form
from ui.look.look import Look
from ui.settings.foreseen import is_confirmed
from ui.settings.rules import PlanRules

_NAME = "start"


def start_form(look: Look) -> None:
    """The first month of the follow-up, before which nothing is expected."""
    open_form(_NAME, _("Start of the follow-up"), lambda: _edit(look))


def _edit(look: Look) -> None:
    year, stored = str(look.plan.fiscal_year), look.stored.snapshot.rules
    edit(look, _NAME, year, stored, enter=partial(_entered, look), edits=edits_between)


def _entered(look: Look, form: Form[PlanRules]) -> PlanRules | None:
    months = look.facts.names["month"]
    month: int = st.selectbox(
        _("The follow-up starts in"),
        list(MONTHS),
        index=rules_in(form.shown, MONTHS[-1]).starts_in_month - 1,
        format_func=months.__getitem__,
        key=form.key("starts-in-month"),
        help=_("No report is expected for the months before, so none of them is missing."),
        filter_mode=None,
    )
    entered = tuple(replace(rules, starts_in_month=month) for rules in form.shown)
    return entered if is_confirmed(look, edits_between(form.shown, entered), form.key("confirm")) else None
