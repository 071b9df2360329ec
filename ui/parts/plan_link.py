"""The way from a measure to where its text, its sections and its number are mended."""

import streamlit as st

from ita_data.language import gettext as _
from ui.look.look import Look
from ui.shell.going import go_to

ADD = "add"
"""What is asked for in place of a measure's code where one is to be added."""
ASKED = "measure"
"""The parameter by which the plan's page is asked for a measure."""


def mend_in_the_plan(look: Look, heading: str, measures: tuple[str, ...]) -> None:
    """The measures of an indicator or initiative, to be pressed; each leads to its fields on the plan's page."""
    if look.is_past:
        return
    chosen = st.pills(
        _("Mend in the plan"),
        [*measures, ADD],
        format_func=lambda code: _("+ Add a measure") if code == ADD else code,
        key=f"mend-{heading}",
    )
    if chosen:
        go_to("plan", indicator=heading, **{ASKED: chosen})
