"""What somebody enters in a form: kept beside what was stored when they began, and saved as one batch."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.errors import ItaError, MonthClosed, Overtaken
from ita_data.services import editing
from ui.forms.reason import ask_for_reason, forget_reason, given_reason, reason_field
from ui.look.look import Look
from ui.look.plans import store
from ui.parts.changes import changes_table

Value = TypeVar("Value")

_SAVED = "saved"


@dataclass(frozen=True)
class Form(Generic[Value]):
    """A form by its name in the session, and the value that it showed when somebody began to fill it in."""

    name: str
    shown: Value
    round: int = 0

    def key(self, field: str) -> str:
        """The key of a field, which keeps what was entered as long as the form isn't begun anew."""
        return f"{field}|{self.name}|{self.round}"

    def begin_anew(self, stored: Value) -> None:
        """Forget what was entered and show what is stored."""
        st.session_state[self.name] = Form(self.name, stored, self.round + 1)

    def hold_against(self, stored: Value) -> None:
        """Keep what was entered, as a change to what is stored now."""
        st.session_state[self.name] = Form(self.name, stored, self.round)


def begun(name: str, stored: Value) -> Form[Value]:
    """The form as it was begun in this session, or begun now."""
    form: Form[Value] = st.session_state.setdefault(name, Form(name, stored))
    return form


def follow_the_store(form: Form[Value], entered: Value, stored: Value) -> None:
    """Begin a form anew in which nothing was entered, where somebody else saved something since."""
    if entered == form.shown != stored:
        form.begin_anew(stored)
        st.rerun()


def save(look: Look, edits: Sequence[editing.Edit], actor: Actor, form: str) -> bool:
    """Write edits, for the form to say so on the page's next run; gives whether that was done.

    Where somebody else saved meanwhile, nothing was written, and what is stored now stands beside what was entered.
    """
    plan = look.plan
    try:
        batch = editing.save(store(), plan.organisation, plan.fiscal_year, edits, actor, given_reason(form))
    except MonthClosed as closed:
        ask_for_reason(form, closed)
    except Overtaken as overtaken:
        st.error(str(overtaken))
        changes_table(overtaken.changes, plan.fiscal_year, f"overtaken-{form}")
    except ItaError as error:
        st.error(str(error))
    else:
        forget_reason(form)
        st.session_state[_SAVED] = (form, batch and batch.id)
        return True
    return False


def say_how_it_went(form: str) -> None:
    """The batch that a form saved a moment ago, said once, or the reason that it still needs."""
    reason_field(form)
    saved_by, batch = st.session_state.get(_SAVED, ("", None))
    if saved_by != form:
        return
    del st.session_state[_SAVED]
    if batch is None:
        st.info(_("Nothing differed from what is stored, so nothing was written."))
        return
    text = _("Saved; it stands in the history as batch {batch} and can be undone there.").format(batch=batch)
    st.success(text, icon=":material/check_circle:")
