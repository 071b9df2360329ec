"""What was written, by whom and when, and every change of one batch."""

import streamlit as st

from ita_data import services
from ita_data.labels import date_label, label
from ita_data.language import gettext as _
from ita_data.model.changes import Action, Batch
from ui.address import choose
from ui.changes import changes_table
from ui.data import Look, store
from ui.tables import text_table


def show_batches(look: Look | None) -> None:
    """The batches of the office looked at, the newest first, and the changes of the one that is chosen."""
    organisation = look.plan.organisation if look else ""
    batches = [batch for batch in services.history(store()) if batch.organisation == organisation]
    if not batches:
        st.info(_("Nothing was imported yet."), icon=":material/history:")
        return
    by_id = {batch.id: batch for batch in batches}
    _batches_table(batches)
    chosen = choose("batch", _("Changes of batch"), list(by_id), batches[0].id, lambda id_: _batch_name(by_id[id_]))
    changes_table(services.changes_of(store(), chosen), by_id[chosen].fiscal_year)


def _batches_table(batches: list[Batch]) -> None:
    text_table(
        [
            _("Batch"),
            _("When"),
            _("What"),
            _("By"),
            _("Received on"),
            _("New"),
            _("Changed"),
            label("action", Action.REMOVED),
        ],
        [_batch_row(batch) for batch in batches],
    )


def _batch_row(batch: Batch) -> list[str]:
    return [
        str(batch.id),
        _moment(batch),
        f"{_source(batch)}\n{_('Fiscal year')} {batch.fiscal_year}",
        "\n".join(part for part in (batch.actor.name, label("actor", batch.actor.role), batch.actor.section) if part),
        date_label(batch.origin.received_on),
        f"{batch.added:,}",
        f"{batch.changed:,}",
        f"{batch.removed:,}",
    ]


def _batch_name(batch: Batch) -> str:
    return f"{batch.id} · {_moment(batch)} · {_source(batch)}"


def _moment(batch: Batch) -> str:
    local = batch.applied_at.astimezone(services.THAILAND)
    return f"{date_label(local.date())} {local:%H:%M}"


def _source(batch: Batch) -> str:
    if batch.origin.layout == services.PAGE:
        return _("Changed on a page")
    return batch.origin.file_name + (f" ({label('field', 'is_sample')})" if batch.origin.is_sample else "")
