"""Taking a batch back."""

import streamlit as st

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.changes import Batch, Blocker
from ita_data.model.errors import ItaError, UndoBlocked
from ita_data.services import undoing
from ui.actor import require_actor
from ui.address import forget
from ui.changes import record_name
from ui.data import store
from ui.tables import text_table


def undo_button(batch: Batch) -> bool:
    """A button that restores what a batch changed; whether that was done in this run.

    Where later batches stand in its way, they are listed.
    """
    if batch.undone_by is not None:
        return False
    with st.popover(_("Undo batch {batch}").format(batch=batch.id), icon=":material/undo:", key=f"undo-{batch.id}"):
        st.write(_("Everything that this batch changed becomes again what it was before. This is written down too."))
        actor = require_actor()
        is_wanted = st.button(_("Undo now"), type="primary", disabled=actor is None, key=f"undo-now-{batch.id}")
    if not is_wanted or actor is None:
        return False
    try:
        undoing.undo(store(), batch.id, actor)
    except UndoBlocked as blocked:
        st.error(str(blocked), icon=":material/block:")
        _show_blockers(blocked.blockers, batch.fiscal_year)
    except ItaError as error:
        st.error(str(error), icon=":material/block:")
    else:
        forget("batch")
        return True
    return False


def _show_blockers(blockers: tuple[Blocker, ...], fiscal_year: int) -> None:
    rows = [_blocker_row(blocker, fiscal_year) for blocker in blockers]
    text_table([_("Record"), _("Batch"), _("What stands in the way")], rows, key="blockers")


def _blocker_row(blocker: Blocker, fiscal_year: int) -> list[str]:
    if blocker.rests_on:
        why = _("needs {record}, which would go").format(record=record_name(blocker.rests_on, fiscal_year))
    else:
        why = ", ".join(label("field", field) for field in blocker.fields) or _("changed as a whole")
    kind = label("kind", blocker.record.kind)
    return [f"{kind} {record_name(blocker.record, fiscal_year)}", str(blocker.batch), why]
