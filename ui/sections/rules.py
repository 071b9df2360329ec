"""The plan's own rules: the due day, whose reviews are expected, and how many of them shall come."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.errors import ItaError, MonthClosed
from ita_data.model.records import Rules
from ita_data.services import deciding
from ui.forms.reason import ask_for_reason, forget_reason, given_reason, reason_field
from ui.look.look import Look
from ui.look.plans import store
from ui.shell.actor import require_actor

_NAME = "rules"


def rules_form(look: Look) -> None:
    """The rules, to be changed by whoever said who they are."""
    rules = look.stored.snapshot.rules
    with st.expander(_("Rules of the plan")), st.form("rules", border=False):
        due_day = st.number_input(_("Reports are due on this day of the following month"), 1, 31, rules.due_day)
        expects_supporting = st.checkbox(_("Supporting sections report too"), rules.expects_supporting)
        reporting_target = _target(_("Target for reports received (%)"), rules.reporting_target)
        on_time_target = _target(_("Target for reports on time (%)"), rules.on_time_target)
        reason_field(_NAME)
        actor = require_actor()
        if st.form_submit_button(_("Save"), disabled=actor is None) and actor:
            try:
                _save(look, Rules(due_day, expects_supporting, reporting_target, on_time_target), actor)
            except MonthClosed as closed:
                ask_for_reason(_NAME, closed)
            except ItaError as error:
                st.error(str(error))
            else:
                forget_reason(_NAME)
                st.rerun()


def _save(look: Look, rules: Rules, actor: Actor) -> None:
    plan = look.plan
    deciding.change_rules(store(), plan.organisation, plan.fiscal_year, rules, actor, given_reason(_NAME))


def _target(title: str, stored: int | None) -> int | None:
    """A whole number from 0 to 100, or none, which means that no line is drawn."""
    return st.number_input(title, 0, 100, stored, step=1, placeholder=_("No target"))
