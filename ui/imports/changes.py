"""What an uploaded file would change, record by record, with the person's choices in it."""

from collections.abc import Mapping

import streamlit as st

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.changes import Action, Changes
from ita_data.services.importing import Preview
from ui.forms.conflict import choose_versions
from ui.imports.choices import chosen
from ui.imports.said import of_this_file
from ui.parts.changes import changes_table


def show_changes(preview: Preview) -> Changes | None:
    """What the file would change, record by record and field by field; with the person's choices in it."""
    if preview.changes is None:
        return None
    taken = choose_versions(preview.changes.conflicts, preview.changes.fiscal_year, of_this_file("conflict"))
    changes = chosen(preview.changes.resolved(taken))
    counts = changes.counts()
    st.header(_("What will change"), anchor=False)
    with st.container(horizontal=True):
        for action, number in counts.items():
            st.metric(label("action", action), f"{number:,}", border=True)
    shown = _actions(counts)
    listed = [change for change in changes.changes if change.action in shown]
    changes_table(listed, changes.fiscal_year, of_this_file("changes", *shown))
    if counts[Action.MISSING]:
        st.caption(_("What the file lacks stays as it is; nothing is deleted."))
    return changes


def _actions(counts: Mapping[Action, int]) -> list[Action]:
    """What happens to the records that are shown; unchanged ones only where somebody asks for them."""
    met = [action for action, number in counts.items() if number]
    chosen = st.pills(
        _("Show"),
        met,
        selection_mode="multi",
        default=[action for action in met if action is not Action.UNCHANGED],
        format_func=lambda action: f"{label('action', action)} ({counts[action]:,})",
        # Where an answer changes what happens, the choice of kinds begins anew.
        key=of_this_file("actions", *met),
    )
    return list(chosen)
