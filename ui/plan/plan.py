"""The plan of one indicator or initiative: read whole on the one side, mended on the other."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.planning.drafting import headings_of
from ui.forms.receipt import show_told
from ui.look.look import Look
from ui.plan import chosen
from ui.plan.add import add_measure
from ui.plan.draft import draft_of, hold_against_stored
from ui.plan.measure import measure_fields
from ui.plan.place import place_of_measure
from ui.plan.saving import FORM, changes_to_save
from ui.plan.several import several_at_once
from ui.plan.shown import plan_html
from ui.plan.texts import add_item, initiative_field, issue_field
from ui.shell.headings import heading_in_address

_HEIGHT = 680


def plan_of_heading(look: Look) -> None:
    """All that the plan says there, what is mended of it, and what that would change."""
    heading = heading_in_address(look)
    show_told(FORM)
    if look.is_past:
        _show(look, heading)
        return
    if heading not in headings_of(draft_of(look).wanted):
        _take_along(look)
        return
    part, which = chosen.chosen_part(look, heading)
    is_ready = True
    if part:
        shown, fields = st.columns(2)
        with fields, st.container(border=True):
            is_ready = _fields(look, heading, part, which)
        with shown, st.container(height=_HEIGHT):
            _show(look, heading)
    else:
        _show(look, heading)
    several_at_once(look)
    changes_to_save(look, is_ready=is_ready)


def _take_along(look: Look) -> None:
    """The way to an indicator or initiative that came after the draft was begun."""
    st.info(_("This was added after your draft was begun. Take it into the draft, and it can be mended here."))
    st.button(_("Take it into the draft"), key="plan-take-along", on_click=hold_against_stored, args=(look,))
    changes_to_save(look, is_ready=True)


def _show(look: Look, heading: str) -> None:
    draft = draft_of(look)
    st.html(plan_html(draft, heading, look.facts.names["month"]))


def _fields(look: Look, heading: str, part: str, which: str) -> bool:
    """The fields of what was chosen; whether what stands in them can be saved."""
    match part:
        case chosen.MEASURE:
            is_ready = measure_fields(look, which)
            place_of_measure(look, heading, which)
            return is_ready
        case chosen.NAME:
            return initiative_field(look, heading)
        case chosen.ISSUE:
            issue_field(look, heading, which)
        case chosen.ADD_ITEM:
            add_item(look, heading)
        case _:
            add_measure(look, heading)
    return True
