"""Texts beside the measures: the issue found in items, the name of an initiative, and an item that is added."""

from functools import partial

import streamlit as st

from ita_data.labels import codes_label
from ita_data.language import gettext as _
from ita_data.model.names import number_of
from ita_data.model.planning.drafting import with_initiative_name, with_issue, with_item
from ita_data.model.records import Records
from ui.html.markdown import plain
from ui.look.look import Look
from ui.plan.draft import Draft, change, draft_of, keep_new_text
from ui.plan.long_text import long_text, text_of_new
from ui.plan.shown import items_by_issue


def issue_field(look: Look, heading: str, code: str) -> None:
    """The issue of an item, and of all that have the same one."""
    draft = draft_of(look)
    issues = items_by_issue(draft.wanted, heading).items()
    issue, codes = next(each for each in issues if code in each[1])
    title = _("Issue of {codes}").format(codes=plain(codes_label(codes)))
    long_text(title, _key(look, draft, f"issue-{code}"), issue, partial(_take_issue, look, codes))


def initiative_field(look: Look, heading: str) -> bool:
    """The name of an initiative; whether it can be saved."""
    draft, number = draft_of(look), number_of(heading)
    name = next(each.name for each in draft.wanted.initiatives if each.number == number)
    key = _key(look, draft, f"name-{heading}")
    entered = long_text(_("Name of the initiative"), key, name, partial(_take_name, look, number))
    if not entered:
        st.error(_("Give the initiative a name: without one it can't be saved."))
    return bool(entered)


def add_item(look: Look, heading: str) -> None:
    """The code and the issue of an item that is added to an indicator."""
    draft, field = draft_of(look), f"issue-{heading}"
    code = st.text_input(_("Code of the item, such as I10"), key=f"plan-new-item|{heading}|{draft.round}")
    code = code.strip().upper()
    issue = text_of_new(look, _("Issue"), field, _key(look, draft, f"new-{field}"))
    if not st.button(_("Add to the draft"), key="plan-add-item", type="primary"):
        return
    if error := _error_in_code(draft.wanted, code):
        st.error(error)
        return
    change(look, with_item(draft.wanted, number_of(heading), code, issue), shows_anew=True)
    keep_new_text(look, field, "")
    st.rerun()


def _error_in_code(plan: Records, code: str) -> str:
    if not code:
        return _("Give the item a code.")
    if code in {each.code for each in plan.items}:
        text = _("The plan has an item {code} already. Give another code, or mend that one.")
        return text.format(code=plain(code))
    return ""


def _take_issue(look: Look, codes: list[str], issue: str) -> None:
    change(look, with_issue(draft_of(look).wanted, codes, issue))


def _take_name(look: Look, number: int, name: str) -> None:
    """Have the draft say a name; without one it keeps what it says, so that it can be saved."""
    if name:
        change(look, with_initiative_name(draft_of(look).wanted, number, name))


def _key(look: Look, draft: Draft, name: str) -> str:
    """The key of a field, which shows what the draft says whenever it comes onto the page."""
    return f"plan-{name}|{look.plan.organisation}|{look.plan.fiscal_year}|{draft.round}"
