"""What was written, by whom and when, and every change of one batch; where it came from a file, the file itself."""

from functools import partial

import streamlit as st

from ita_data.labels import date_label, label
from ita_data.language import gettext as _
from ita_data.model.changes import Action, Batch
from ita_data.model.field_labels import field_label
from ita_data.services import history
from ita_data.services.editing import PAGE
from ita_data.services.rollover import ROLLOVER
from ui.forms.undo import show_undone, undo_button
from ui.look import kept
from ui.look.look import Look
from ui.look.store import revision, store
from ui.parts.changes import changes_table
from ui.parts.moments import moment
from ui.parts.tables import text_table
from ui.shell.address import choose


def show_batches(look: Look | None) -> None:
    """The batches of the office looked at, the newest first, and the one that is chosen."""
    show_undone()
    organisation = look.plan.organisation if look else ""
    applied = kept.batches(revision(), look.as_of if look else None)
    batches = [batch for batch in applied if batch.organisation == organisation or not organisation]
    if not batches:
        st.info(_("Nothing was imported yet."), icon=":material/history:")
        return
    by_id = {batch.id: batch for batch in batches}
    _batches_table(batches)
    chosen = choose(
        "batch", _("Changes of batch"), list(by_id), batches[0].id, shown=lambda id_: _batch_name(by_id[id_])
    )
    _show_batch(by_id[chosen])


def _show_batch(batch: Batch) -> None:
    row = st.container(horizontal=True)
    if batch.has_file:
        with row:
            st.download_button(
                _("Download the file of batch {batch}").format(batch=batch.id),
                partial(history.file_of, store(), batch),
                batch.origin.file_name,
                on_click="ignore",
                icon=":material/download:",
                key="batch-file",
            )
    if undo_button(batch, row):
        st.rerun()
    changes_table(history.changes_of(store(), batch.id), batch.fiscal_year, f"batch-{batch.id}")


def _batches_table(batches: list[Batch]) -> None:
    headers = [_("Batch"), _("When"), _("What"), _("By"), _("Received on"), _("What happens")]
    text_table(headers, [_batch_row(batch) for batch in batches], key="batches")


def _batch_row(batch: Batch) -> list[str]:
    counts = {Action.ADDED: batch.added, Action.CHANGED: batch.changed, Action.REMOVED: batch.removed}
    return [
        str(batch.id),
        moment(batch.applied_at),
        "\n".join(
            [_source(batch), _("Fiscal year {year}").format(year=batch.fiscal_year), *_why(batch), *_undone(batch)]
        ),
        "\n".join(part for part in (batch.actor.name, label("actor", batch.actor.role), batch.actor.section) if part),
        date_label(batch.origin.received_on),
        "\n".join(f"{label('action', action)} {number:,}" for action, number in counts.items() if number),
    ]


def _batch_name(batch: Batch) -> str:
    return " · ".join([str(batch.id), moment(batch.applied_at), _source(batch), *_undone(batch)])


def _source(batch: Batch) -> str:
    if batch.undoes is not None:
        return _("Undoes batch {batch}").format(batch=batch.undoes)
    if batch.origin.layout == ROLLOVER:
        return _("Plan carried on from fiscal year {year}").format(year=batch.fiscal_year - 1)
    if batch.origin.layout == PAGE:
        return _("Changed on a page")
    return batch.origin.file_name + (f" ({field_label('is_sample')})" if batch.origin.is_sample else "")


def _why(batch: Batch) -> list[str]:
    return [_("Reason: {reason}").format(reason=batch.reason)] if batch.reason else []


def _undone(batch: Batch) -> list[str]:
    return [] if batch.undone_by is None else [_("Undone by batch {batch}").format(batch=batch.undone_by)]
