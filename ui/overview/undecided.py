"""What the overview shows of a plan until the office decides how it follows up: the way to decide, and the plan."""

from collections.abc import Iterator

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.names import heading_of
from ita_data.model.records import Role
from ui.look.look import Look
from ui.parts.tables import text_table
from ui.shell.going import go_to


def show_undecided(look: Look) -> None:
    """Nobody was asked for a report yet, so none is said to be missing."""
    st.info(
        _(
            "The plan is here. How it is followed up is still to be decided: from which month on, by whom, how often, "
            "and by when. Until then no report counts as missing here."
        ),
        icon=":material/flag:",
    )
    if st.button(_("Decide it now"), key="begin", icon=":material/start:", type="primary"):
        go_to("beginning")
    st.header(_("The plan"), anchor=False)
    text_table([_("Indicator or initiative"), _("Measures"), _("Lead sections")], list(_headings(look)))


def _headings(look: Look) -> Iterator[list[str]]:
    """Every indicator and initiative with the number of its measures and who leads them."""
    assignments = look.stored.snapshot.assignments
    leads = assignments[assignments["role"] == Role.LEAD]
    for code, name in look.facts.headings.items():
        measures = [measure for measure in look.facts.texts if heading_of(measure) == code]
        leading = set(leads.loc[leads["measure"].isin(measures), "section"])
        names = [short for section, short in look.facts.names["section"].items() if section in leading]
        yield [name, f"{len(measures):,}", ", ".join(names)]
