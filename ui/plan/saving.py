"""What a draft would change of the plan, looked at before it is saved as one batch."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Changes
from ui.forms.button import pressed_by
from ui.forms.reason import forget_reason, reason_field
from ui.forms.save import save_edits, show_edits, was_shown
from ui.forms.unsent import warn_before_leaving
from ui.look.look import Look
from ui.plan.draft import Draft, draft_of, follow_what_was_saved, give_up, hold_against_stored

FORM = "plan"
"""The form, as receipts and reasons know it."""


def changes_to_save(look: Look, *, is_ready: bool) -> None:
    """What the draft would change, and the buttons that save it or give it up."""
    draft = draft_of(look)
    if draft.edits or any(draft.new_texts.values()):
        warn_before_leaving()
    if not draft.edits:
        st.caption(_("Nothing is changed yet. What you change is kept as a draft until you save it."))
        return
    st.header(_("What will change"), anchor=False)
    changes = show_edits(look, draft.edits, draft.revision, "plan-changes")
    if changes is None:
        _choose_between(look)
        return
    reason_field(FORM)
    _save_or_give_up(look, draft, changes, is_ready=is_ready)


def _choose_between(look: Look) -> None:
    """What was entered, on top of what others saved meanwhile, or nothing of it."""
    with st.container(horizontal=True):
        st.button(_("Keep what I entered"), key="plan-keep", on_click=hold_against_stored, args=(look,))
        st.button(_("Give up the draft"), key="plan-give-up", on_click=_give_up, args=(look,))


def _give_up(look: Look) -> None:
    """Neither the draft nor the reason for it is of use any more."""
    give_up(look)
    forget_reason(FORM)


def _save_or_give_up(look: Look, draft: Draft, changes: Changes, *, is_ready: bool) -> None:
    """Saves just what was shown: what was entered at the same moment is looked at first."""
    is_looked_at = was_shown(FORM, changes)
    if not is_ready:
        st.caption(_("Mend what is marked in red first."))
    with st.container(horizontal=True):
        actor = pressed_by(_("Save"), "save-plan", is_ready, icon=":material/save:", type="primary")
        st.button(_("Give up the draft"), key="plan-give-up", on_click=_give_up, args=(look,))
    if actor and not is_looked_at:
        st.info(_("These are the changes with what you entered last. Press “Save” once more if they are right."))
    elif actor:
        _save(look, draft, actor)


def _save(look: Look, draft: Draft, actor: Actor) -> None:
    if save_edits(look, FORM, draft.edits, actor, revision=draft.revision):
        follow_what_was_saved(look)
        st.rerun()
