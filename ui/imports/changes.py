"""What an uploaded file would change, record by record, with the person's choices in it."""

from collections.abc import Mapping

import streamlit as st

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.changes import Action, Change, Changes, Key
from ita_data.model.field_labels import field_label
from ita_data.services.importing import Preview
from ui.forms.conflict import choose_versions
from ui.imports.questions.who_is_who import show_who_is_who
from ui.imports.said import of_this_file
from ui.parts.changes import changes_table, record_name

_MOST = 300
"""More can't be looked through one by one."""


def show_changes(preview: Preview) -> Changes | None:
    """What the file would change, record by record and field by field; with the person's choices in it."""
    if preview.changes is None:
        return None
    taken = choose_versions(preview.changes.conflicts, preview.changes.fiscal_year, of_this_file("conflict"))
    changes = _chosen(preview.changes.resolved(taken))
    counts = changes.counts()
    st.header(_("What will change"), anchor=False)
    show_who_is_who(preview, changes)
    with st.container(horizontal=True):
        for action, number in counts.items():
            st.metric(label("action", action), f"{number:,}", border=True)
    shown = _actions(counts)
    listed = [change for change in changes.changes if change.action in shown]
    changes_table(listed, changes.fiscal_year, of_this_file("changes", *shown))
    if counts[Action.MISSING]:
        st.caption(_("What the file lacks stays as it is; nothing is deleted."))
    return changes


def _chosen(changes: Changes) -> Changes:
    """The changes as the person wants them."""
    writes, blanks = changes.writes[:_MOST], _blanks(changes)[:_MOST]
    if not writes and not blanks:
        return changes
    with st.expander(
        _("Leave records out, or empty fields on purpose"), icon=":material/tune:", key=of_this_file("choices")
    ):
        records = {change.key: change.record for change in changes.changes}
        offered = [*(change.key for change in writes), *(key for key, _name in blanks)]
        names = {key: record_name(records[key], changes.fiscal_year) for key in offered}
        left_out = _chosen_records(writes, names)
        emptied = _chosen_blanks(blanks, names) if blanks else []
        if len(changes.writes) > _MOST:
            st.caption(_("Only the first {number} records can be chosen here.").format(number=_MOST))
    return changes.without(left_out).emptied(emptied)


def _chosen_records(writes: tuple[Change, ...], names: dict[Key, str]) -> list[Key]:
    return st.multiselect(
        _("Leave these records as they are stored"),
        [change.key for change in writes],
        format_func=names.__getitem__,
        placeholder=_("(please choose)"),
        key=of_this_file("left-out"),
    )


def _chosen_blanks(blanks: list[tuple[Key, str]], names: dict[Key, str]) -> list[tuple[Key, str]]:
    return st.multiselect(
        _("Empty these fields: something is stored, and the file leaves them blank"),
        blanks,
        format_func=lambda blank: f"{names[blank[0]]} · {field_label(blank[1])}",
        placeholder=_("(please choose)"),
        key=of_this_file("emptied"),
    )


def _blanks(changes: Changes) -> list[tuple[Key, str]]:
    return [(change.key, name) for change in changes.changes for name in change.kept]


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
