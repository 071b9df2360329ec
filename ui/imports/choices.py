"""What a person takes of a file otherwise than it says: records left as they are, and fields emptied on purpose."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.changes import Change, Changes, Key
from ita_data.model.field_labels import field_label
from ui.imports.said import of_this_file
from ui.parts.changes import record_name

_MOST = 300
"""More can't be looked through one by one."""


def chosen(changes: Changes) -> Changes:
    """The changes as the person wants them."""
    writes, blanks = changes.writes[:_MOST], _blanks(changes)[:_MOST]
    if not writes and not blanks:
        return changes
    with st.expander(
        _("Leave records out, or empty fields on purpose"), icon=":material/tune:", key=of_this_file("choices")
    ):
        names = {change.key: record_name(change.record, changes.fiscal_year) for change in changes.changes}
        left_out = _chosen_records(writes, names)
        emptied = _chosen_blanks(blanks, names) if blanks else []
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
