"""The plan's own rules: the due day, and whose reviews are expected."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.errors import ItaError
from ita_data.model.records import Rules
from ita_data.services import deciding
from ui.actor import require_actor
from ui.data import Look, store


def rules_form(look: Look) -> None:
    """The rules, to be changed by whoever said who they are."""
    rules = look.snapshot.rules
    with st.expander(_("Rules of the plan")), st.form("rules", border=False):
        due_day = st.number_input(_("Reports are due on this day of the following month"), 1, 31, rules.due_day)
        expects_supporting = st.checkbox(_("Supporting sections report too"), rules.expects_supporting)
        actor = require_actor()
        if st.form_submit_button(_("Save"), disabled=actor is None) and actor:
            try:
                deciding.change_rules(
                    store(), look.plan.organisation, look.plan.fiscal_year, Rules(due_day, expects_supporting), actor
                )
            except ItaError as error:
                st.error(str(error))
            else:
                st.rerun()
