"""Taking a batch back."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Batch, Blocker
from ita_data.model.errors import ItaError, UndoBlocked
from ita_data.model.field_labels import field_label
from ita_data.services import undoing
from ui.forms.button import pressed_by
from ui.forms.reason import given_reason, reason_input
from ui.html.markdown import plain
from ui.look.store import store
from ui.parts.changes import record_name
from ui.parts.moments import moment
from ui.parts.tables import text_table
from ui.shell.address import forget
from ui.shell.told import tell, told_at

_UNDONE = "undone"


def show_undone() -> None:
    """What the undo of a moment ago restored; said once."""
    if batch := told_at(_UNDONE):
        st.success(_receipt(batch), icon=":material/undo:")


def undo_button(batch: Batch, row: DeltaGenerator) -> bool:
    """A button in a row that restores what a batch changed; whether that was done in this run.

    Where later batches stand in its way, they are listed below.
    """
    if batch.undone_by is not None:
        return False
    actor = _asked(batch, row)
    return actor is not None and _undo(batch, actor)


def _asked(batch: Batch, row: DeltaGenerator) -> Actor | None:
    """Who wants the batch undone, None as long as nobody does."""
    key, name = f"undo-{batch.id}", _("Undo batch {batch}").format(batch=batch.id)
    popover = row.popover(name, icon=":material/undo:", key=key, on_change="rerun")
    with popover:
        st.write(_("Everything that this batch changed becomes again what it was before. This is written down too."))
        text_table([_("Record"), _("What happens"), _("How many")], _counts(batch))
        if popover.open and undoing.needs_reason(store(), batch.id):
            st.warning(_("A month that this batch touches is closed."), icon=":material/lock:")
            reason_input(key)
        return pressed_by(_("Undo now"), f"undo-now-{batch.id}", type="primary", on_click=_close, args=(key,))


def _close(popover: str) -> None:
    """Out of the way of what is said next."""
    st.session_state[popover] = False


def _undo(batch: Batch, actor: Actor) -> bool:
    bar = st.progress(0.0, _("Restoring …"))

    def show_progress(share: float) -> None:
        bar.progress(share, _("Restoring …"))

    try:
        done = undoing.undo(store(), batch.id, actor, show_progress, given_reason(f"undo-{batch.id}"))
    except UndoBlocked as blocked:
        st.error(plain(str(blocked)), icon=":material/block:")
        _show_blockers(blocked.blockers, batch.fiscal_year)
    except ItaError as error:
        st.error(plain(str(error)), icon=":material/block:")
    else:
        tell(_UNDONE, done)
        forget("batch")
        return True
    bar.empty()
    return False


def _counts(batch: Batch) -> list[list[str]]:
    words = {
        Action.ADDED: _("comes back"),
        Action.CHANGED: _("becomes what it was"),
        Action.REMOVED: _("goes again"),
    }
    counts = undoing.counts(store(), batch.id)
    return [[label("kind", kind), words[action], f"{number:,}"] for kind, action, number in counts]


def _receipt(batch: Batch) -> str:
    text = _(
        "Batch {undone} was undone on {when} by {name}, which is batch {batch}: {removed} records went again, "
        "{changed} became what they were, {added} came back."
    )
    return text.format(
        undone=batch.undoes,
        batch=batch.id,
        when=moment(batch.applied_at),
        name=plain(batch.actor.name),
        removed=f"{batch.removed:,}",
        changed=f"{batch.changed:,}",
        added=f"{batch.added:,}",
    )


def _show_blockers(blockers: tuple[Blocker, ...], fiscal_year: int) -> None:
    rows = [_blocker_row(blocker, fiscal_year) for blocker in blockers]
    text_table([_("Record"), _("Batch"), _("What stands in the way")], rows, key="blockers")


def _blocker_row(blocker: Blocker, fiscal_year: int) -> list[str]:
    if blocker.rests_on:
        why = _("needs {record}, which would go").format(record=record_name(blocker.rests_on, fiscal_year))
    else:
        why = ", ".join(field_label(field) for field in blocker.fields) or _("changed as a whole")
    kind = label("kind", blocker.record.kind)
    return [f"{kind} {record_name(blocker.record, fiscal_year)}", str(blocker.batch), why]
