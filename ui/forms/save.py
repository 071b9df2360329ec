"""The one door by which a form changes records, and what it says of that.

Importing a file and undoing a batch have doors of their own, for they show how far they are.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Batch, Changes, Edit
from ita_data.model.errors import ItaError, MonthClosed, Overtaken
from ita_data.services import editing
from ita_data.services.opening import Store
from ui.forms.reason import ask_for_reason, forget_reason, given_reason, reason_field
from ui.forms.receipt import show_told, tell
from ui.html.markdown import plain
from ui.look.look import Look
from ui.look.store import store
from ui.parts.changes import changes_table
from ui.shell import told
from ui.shell.actor import writer

Value = TypeVar("Value")
Write = Callable[[Store, str], Value]
"""What writes to the store, with the reason that was given for changing a closed month; blank without one."""

_REFUSED = "refused {form}"
"""Where it is said why a form wrote nothing."""


@dataclass(frozen=True, slots=True)
class Saved(Generic[Value]):
    """What came of a write that was done, be it nothing."""

    what: Value


def show_refusal(error: ItaError) -> None:
    """Why nothing was written; where somebody else saved meanwhile, what is stored beside what was entered."""
    st.error(plain(str(error)))
    if isinstance(error, Overtaken):
        changes_table(error.changes, error.fiscal_year, "overtaken")


def show_edits(look: Look, edits: Sequence[Edit], revision: int, key: str) -> Changes | None:
    """What edits of a plan shown at a revision would change; None where others saved meanwhile, which is said."""
    try:
        named_now = editing.followed(edits, look.said.names_since(revision))
        changes = editing.changes_of_edits(look.stored.records, named_now, look.plan.revision)
    except ItaError as error:
        show_refusal(error)
        return None
    changes_table(changes.writes, changes.fiscal_year, key)
    return changes


def was_shown(form: str, changes: Changes) -> bool:
    """Whether the page showed just these changes a run before: what nobody looked at isn't saved."""
    key = f"{form}-shown"
    before = st.session_state.get(key)
    st.session_state[key] = changes.changes
    return before == changes.changes


def save(form: str, write: Write[Value], refuse: Callable[[ItaError], None] = show_refusal) -> Saved[Value] | None:
    """Write for a form, and give what came of it; None where nothing was written, which `refuse` is told.

    Where a closed month would change, the page runs again and asks for the reason; all that was entered stays.
    """
    saved = _attempt(form, write)
    if isinstance(saved, Saved):
        return saved
    if isinstance(saved, MonthClosed):
        st.rerun()
    refuse(saved)
    return None


def save_edits(look: Look, form: str, edits: Sequence[Edit], actor: Actor, *, revision: int | None = None) -> bool:
    """Write edits, each a record as the page showed it and as it shall be; the form says on its next run what came.

    Gives whether that was done. Where somebody else saved one of the records since it was shown, nothing is written.
    `revision` is the store's when they were shown, where that was before this run.
    """
    saved = save(form, writing(look, edits, actor, revision))
    if saved is None:
        return False
    _tell(form, saved.what)
    return True


def edits_button(
    look: Look,
    form: str,
    name: str,
    key: str,
    edits: Sequence[Edit],
    *,
    is_ready: bool = True,
    roles: Collection[ActorRole] = tuple(ActorRole),
    **looks: Any,
) -> None:
    """A button that writes edits just as the page shows them now, whatever somebody else makes of them until then.

    Only who said who they are, in one of the `roles`, can press it; the form says by `say_how_it_went` what came of
    it. `looks` are further arguments of `st.button`.
    """
    actor = writer()
    is_disabled = actor is None or actor.role not in roles or not is_ready
    arguments = (look, form, edits)
    st.button(name, key=key, disabled=is_disabled, on_click=_save_as_shown, args=arguments, **looks)


def say_how_it_went(form: str) -> None:
    """What a form wrote a moment ago or why it wrote nothing, said once, or the reason that it still needs."""
    reason_field(form)
    show_told(form)
    if error := told.told_at(_REFUSED.format(form=form)):
        show_refusal(error)


def writing(look: Look, edits: Sequence[Edit], actor: Actor, revision: int | None = None) -> Write[Batch | None]:
    """What writes edits of the plan as shown at a revision, or as looked at; what is renamed since is followed."""
    plan, at = look.plan.name, look.plan.revision if revision is None else revision
    return lambda store, reason: editing.save(store, plan, edits, actor, reason, revision=at)


def said_of(batch: Batch | None) -> str:
    """That something was saved, or that nothing differed."""
    if batch is None:
        return _("Nothing differed from what is stored, so nothing was written.")
    return _("Saved; it stands in the history as batch {batch} and can be undone there.").format(batch=batch.id)


def _save_as_shown(look: Look, form: str, edits: Sequence[Edit]) -> None:
    """Write before the page runs; what came of it is said where the form stands."""
    actor = writer()
    assert actor is not None
    saved = _attempt(form, writing(look, edits, actor))
    if isinstance(saved, Saved):
        _tell(form, saved.what)
    elif not isinstance(saved, MonthClosed):
        told.tell(_REFUSED.format(form=form), saved)


def _attempt(form: str, write: Write[Value]) -> Saved[Value] | ItaError:
    """What came of a write, or why it wasn't done; where a closed month would change, the form asks for the reason."""
    try:
        what = write(store(), given_reason(form))
    except MonthClosed as closed:
        ask_for_reason(form, closed)
        return closed
    except ItaError as error:
        return error
    forget_reason(form)
    return Saved(what)


def _tell(form: str, batch: Batch | None) -> None:
    tell(form, said_of(batch), is_done=batch is not None)
