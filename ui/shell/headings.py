"""The indicator or initiative that a page looks at, and the way from there to where a measure of it is mended."""

import streamlit as st

from ita_data.language import gettext as _
from ui.html.bar import Choice
from ui.look.look import Look
from ui.shell.address import chosen_in_address, forget
from ui.shell.going import go_to

ADD = "add"
"""What is asked for in place of a measure's code where one is to be added."""

_HEADING, _MEASURE = "indicator", "measure"


def choice_of_heading(look: Look) -> Choice:
    """The choice among all indicators and initiatives, kept in the address."""
    names = look.facts.headings
    return Choice(_HEADING, _("Indicator or initiative"), tuple(names.items()), heading_in_address(look))


def heading_in_address(look: Look) -> str:
    """The code of the chosen one: 4 of an indicator, ก1 of an initiative."""
    names = list(look.facts.headings)
    return chosen_in_address(_HEADING, names, names[0])


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
        go_to("plan", **{_HEADING: heading, _MEASURE: chosen})


def measure_asked_for() -> str:
    """The code of the measure that was pressed there, or `ADD`, asked for once; blank where none was."""
    code = st.query_params.get(_MEASURE, "")
    forget(_MEASURE)
    return code
