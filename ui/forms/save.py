"""The one door by which a form writes to the store, whatever it writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.errors import ItaError, MonthClosed, Overtaken
from ita_data.services import editing
from ita_data.services.opening import Store
from ui.forms.reason import ask_for_reason, forget_reason, given_reason, reason_field
from ui.forms.receipt import show_told, tell
from ui.look.look import Look
from ui.look.store import store
from ui.parts.changes import changes_table

Value = TypeVar("Value")
Write = Callable[[Store, str], Value]
"""What writes to the store, with the reason that was given for changing a closed month; blank without one."""


@dataclass(frozen=True, slots=True)
class Saved(Generic[Value]):
    """What came of a write that was done, be it nothing."""

    what: Value


def show_refusal(error: ItaError) -> None:
    """Why nothing was written; where somebody else saved meanwhile, what is stored beside what was entered."""
    st.error(str(error))
    if isinstance(error, Overtaken):
        changes_table(error.changes, error.fiscal_year, "overtaken")


def save(form: str, write: Write[Value], refuse: Callable[[ItaError], None] = show_refusal) -> Saved[Value] | None:
    """Write for a form, and give what came of it; None where nothing was written, which `refuse` is told.

    Where a closed month would change, the page runs again and asks for the reason; all that was entered stays.
    """
    try:
        what = write(store(), given_reason(form))
    except MonthClosed as closed:
        ask_for_reason(form, closed)
        return None
    except ItaError as error:
        refuse(error)
        return None
    forget_reason(form)
    return Saved(what)


def save_edits(look: Look, form: str, edits: Sequence[editing.Edit], actor: Actor) -> bool:
    """Write edits, each a record as the page showed it and as it shall be; the form says on its next run what came.

    Gives whether that was done. Where somebody else saved one of the records since it was shown, nothing is written.
    """
    saved = save(form, lambda store, reason: editing.save(store, look.plan.name, edits, actor, reason))
    if saved is None:
        return False
    if saved.what is None:
        tell(form, _("Nothing differed from what is stored, so nothing was written."), is_done=False)
    else:
        text = _("Saved; it stands in the history as batch {batch} and can be undone there.")
        tell(form, text.format(batch=saved.what.id))
    return True


def say_how_it_went(form: str) -> None:
    """What a form wrote a moment ago, said once, or the reason that it still needs."""
    reason_field(form)
    show_told(form)
