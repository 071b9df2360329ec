"""What an uploaded file would change: a person looks at it, decides, and gets a receipt."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Batch, Changes
from ita_data.model.errors import ItaError, MonthClosed
from ita_data.model.problems import Verdict
from ita_data.services import importing
from ita_data.services.importing import Preview
from ui.forms.conflict import choose_versions
from ui.forms.reason import reason_input
from ui.forms.undo import show_undone, undo_button
from ui.html.markdown import plain
from ui.imports.upload import ask_for_another_file, read_again
from ui.look.plans import plans
from ui.look.store import store
from ui.parts.changes import changes_table, moment
from ui.shell.actor import require_actor
from ui.shell.address import forget, put_in_address

_RECEIPT = "receipt"
_REFUSAL = "refusal"


def show_receipt() -> None:
    """What became of the last file: the batch that was written, or why nothing was; and what was undone."""
    show_undone()
    if _REFUSAL in st.session_state:
        st.error(st.session_state.pop(_REFUSAL), icon=":material/sync_problem:")
    batch: Batch | None = st.session_state.get(_RECEIPT)
    if batch is None:
        return
    with st.container(border=True, key="receipt"):
        st.success(_receipt(batch), icon=":material/receipt_long:")
        st.caption(f"SHA-256 {batch.origin.sha256}")
        if undo_button(batch, st.container()):
            del st.session_state[_RECEIPT]
            st.rerun()


def put_receipt_away() -> None:
    """The next file is on its way."""
    st.session_state.pop(_RECEIPT, None)


def show_changes(preview: Preview) -> Changes | None:
    """What the file would change, record by record and field by field; with the person's choices in it."""
    if preview.changes is None:
        return None
    taken = choose_versions(preview.changes.conflicts, preview.changes.fiscal_year)
    changes = preview.changes.resolved(taken)
    counts = changes.counts()
    st.header(_("What will change"), anchor=False)
    with st.container(horizontal=True):
        for action, number in counts.items():
            st.metric(label("action", action), f"{number:,}", border=True)
    shown = _actions(counts)
    changes_table([change for change in changes.changes if change.action in shown], changes.fiscal_year, "changes")
    if counts[Action.MISSING]:
        st.caption(_("What the file lacks stays as it is; nothing is deleted."))
    return changes


def confirm(preview: Preview, changes: Changes | None) -> None:
    """Applies the changes when a person says so; a change by somebody else in between refuses them.

    Refused changes are never applied by the next click: the file is read again first, for the person to look anew.
    """
    if changes is None:
        return
    if preview.seen:
        _say_it_was_seen(preview.seen)
    if not changes.writes:
        st.info(_nothing_to_change(preview), icon=":material/done_all:")
        return
    reason = _reason(preview)
    actor = require_actor()
    is_partial = preview.reading.verdict is Verdict.PARTIAL
    with st.container(horizontal=True):
        name = _("Apply the good rows") if is_partial else _("Apply these changes")
        is_wanted = st.button(name, type="primary", disabled=actor is None, key="apply")
        if is_partial and st.button(_("Change nothing until the file is mended"), key="mend-first"):
            ask_for_another_file()
            st.rerun()
    if is_wanted and actor:
        _apply(replace(preview, changes=changes), actor, reason)


def _reason(preview: Preview) -> str:
    """Why a closed month changes; only asked where the file would change one."""
    if not preview.closed:
        return ""
    assert preview.changes is not None
    st.warning(str(MonthClosed(preview.changes.fiscal_year, preview.closed)), icon=":material/lock:")
    return reason_input(preview.origin.sha256)


def _nothing_to_change(preview: Preview) -> str:
    if preview.changes and preview.changes.conflicts:
        return _("What is stored stays, as you chose. There is nothing to change.")
    return _("Everything in this file is already here. There is nothing to change.")


def _actions(counts: Mapping[Action, int]) -> list[Action]:
    """What happens to the records that are shown; unchanged ones only where somebody asks for them."""
    met = [action for action, number in counts.items() if number]
    chosen = st.pills(
        _("Show"),
        met,
        selection_mode="multi",
        default=[action for action in met if action is not Action.UNCHANGED],
        format_func=lambda action: f"{label('action', action)} ({counts[action]:,})",
        key="actions",
    )
    return list(chosen)


def _apply(preview: Preview, actor: Actor, reason: str) -> None:
    if preview.closed and not reason:
        st.error(_("Give the reason above; nothing has been written yet."))
        return
    bar = st.progress(0.0, _("Saving …"))

    def show_progress(share: float) -> None:
        bar.progress(share, _("Saving …"))

    try:
        batch = importing.apply(store(), preview, actor, show_progress, reason)
    except ItaError as error:
        st.session_state[_REFUSAL] = str(error)
        read_again()
    else:
        st.session_state[_RECEIPT] = batch
        assert preview.changes is not None
        _show_what_was_written(preview.changes)
        ask_for_another_file()
    st.rerun()


def _show_what_was_written(changes: Changes) -> None:
    """The pages look at the plan that was written, at the month it has come to."""
    forget("month", "batch", "office")
    put_in_address("year", str(changes.fiscal_year))
    if len({plan.organisation for plan in plans()}) > 1:
        put_in_address("office", changes.plan.organisation)


def _say_it_was_seen(batch: Batch) -> None:
    text = _("This very file was already imported on {when} by {name} (batch {batch}).")
    st.info(text.format(when=moment(batch.applied_at), name=plain(batch.actor.name), batch=batch.id))


def _receipt(batch: Batch) -> str:
    text = _(
        "Saved as batch {batch} on {when} by {name}: {added} new, {changed} changed, {removed} removed. File {file}."
    )
    return text.format(
        batch=batch.id,
        when=moment(batch.applied_at),
        name=plain(batch.actor.name),
        added=f"{batch.added:,}",
        changed=f"{batch.changed:,}",
        removed=f"{batch.removed:,}",
        file=plain(batch.origin.file_name),
    )
