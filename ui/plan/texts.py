"""Texts beside the measures: the issue found in items, the name of an initiative, and an item that is added."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.planning.drafting import with_initiative_name, with_issue, with_item
from ui.look.look import Look
from ui.plan.draft import change, draft_of
from ui.plan.shown import items_by_issue, span


def issue_field(look: Look, heading: str, code: str) -> None:
    """The issue of an item, and of all that have the same one."""
    plan = draft_of(look).wanted
    issue, codes = next(each for each in items_by_issue(plan, heading).items() if code in each[1])
    entered = _long_text(look, _("Issue of {codes}").format(codes=span(codes)), f"issue-{code}", issue)
    if entered != issue:
        change(look, with_issue(plan, codes, entered))


def initiative_field(look: Look, heading: str) -> bool:
    """The name of an initiative; whether it can be saved."""
    plan, number = draft_of(look).wanted, int(heading[1:])
    name = next(each.name for each in plan.initiatives if each.number == number)
    entered = _long_text(look, _("Name of the initiative"), f"name-{heading}", name)
    if not entered:
        st.error(_("Give the initiative a name: without one it can't be saved."))
        return False
    if entered != name:
        change(look, with_initiative_name(plan, number, entered))
    return True


def add_item(look: Look, heading: str) -> None:
    """The code and the issue of an item that is added to an indicator."""
    draft = draft_of(look)
    code = (
        st.text_input(_("Code of the item, such as I10"), key=f"plan-new-item|{heading}|{draft.round}").strip().upper()
    )
    issue = _long_text(look, _("Issue"), f"new-issue-{heading}", "")
    if not st.button(_("Add to the draft"), key="plan-add-item", type="primary"):
        return
    if not code:
        st.error(_("Give the item a code."))
    elif code in {each.code for each in draft.wanted.items}:
        st.error(_("The plan has an item {code} already. Give another code, or mend that one.").format(code=code))
    else:
        change(look, with_item(draft.wanted, int(heading), code, issue), shows_anew=True)
        st.rerun()


def _long_text(look: Look, title: str, name: str, text: str) -> str:
    """A text of several lines, which shows what the draft says whenever it comes onto the page."""
    key = f"plan-{name}|{look.plan.organisation}|{look.plan.fiscal_year}|{draft_of(look).round}"
    if key not in st.session_state:
        st.session_state[key] = text
    entered: str = st.text_area(title, key=key, height="content")
    return text if entered == text else entered.strip()
