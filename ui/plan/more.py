"""An indicator or an initiative that a plan lacks."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.changes import Edit
from ita_data.model.planning.beginning import ITA_INDICATORS
from ita_data.model.planning.numbering import free_name
from ita_data.model.records import Indicator, Initiative
from ui.forms.begun import folded_form
from ui.forms.button import pressed_by
from ui.forms.save import save_edits
from ui.look.look import Look

_NAME = "plan-more"


def more_headings(look: Look) -> None:
    """A block that adds indicators of the assessment, or an initiative beside them."""
    if not look.is_past:
        title = _("Add an indicator or an initiative")
        folded_form(_NAME, title, ":material/add_circle:", lambda: _add(look))


def _add(look: Look) -> None:
    edits = [*_indicators(look), *_initiative(look)]
    actor = pressed_by(_("Add"), "plan-more-add", bool(edits), type="primary")
    if actor and save_edits(look, _NAME, edits, actor):
        st.rerun()


def _indicators(look: Look) -> list[Edit]:
    held = {each.number for each in look.stored.records.indicators}
    if not (lacking := [each for each in ITA_INDICATORS if each.number not in held]):
        return []
    chosen: list[Indicator] = st.multiselect(
        _("Indicators"),
        lacking,
        format_func=lambda each: f"{each.number} {each.name}",
        placeholder=_("(please choose)"),
        key=f"plan-more-indicators|{look.plan.revision}",
    )
    return [(None, each) for each in chosen]


def _initiative(look: Look) -> list[Edit]:
    name = st.text_area(_("Name of the initiative"), key=f"plan-more-name|{look.plan.revision}", height="content")
    numbers = [each.number for each in look.stored.records.initiatives]
    number = free_name(Initiative(0, ""), numbers)
    return [(None, Initiative(int(number), name.strip()))] if name.strip() else []
