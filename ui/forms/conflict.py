"""Records that somebody changed after the workbook had been made: both versions, and a person's choice."""

from collections.abc import Sequence

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.changes import Change, Key
from ita_data.model.field_labels import field_label
from ui.html.markdown import plain
from ui.parts.changes import record_name, versions
from ui.parts.moments import moment
from ui.parts.tables import text_table

_STORED, _FILE = "stored", "file"


def choose_versions(conflicts: Sequence[Change], fiscal_year: int, key: str) -> frozenset[Key]:
    """The records of which the file's version is to be taken; of the others the stored one stays.

    The choices are kept under this `key`.
    """
    if not conflicts:
        return frozenset()
    st.header(_("Changed by somebody else meanwhile ({number})").format(number=len(conflicts)), anchor=False)
    st.write(_("These records were changed after the workbook was downloaded. Choose for each which version holds."))
    return frozenset(change.key for change in conflicts if _choice(change, fiscal_year, key) == _FILE)


def _choice(change: Change, fiscal_year: int, key: str) -> str:
    assert change.conflict is not None
    with st.container(border=True):
        st.markdown(f"**{plain(record_name(change.record, fiscal_year))}**")
        who, when = plain(change.conflict.actor_name), moment(change.conflict.applied_at)
        st.caption(_("Changed by {name} on {when}").format(name=who, when=when))
        text_table(
            [_("Field"), _("Stored now"), _("In the file")],
            [[field_label(field), *versions(field, old, new, fiscal_year)] for field, old, new in change.differences],
        )
        names = {_STORED: _("Keep what is stored"), _FILE: _("Take the file's version")}
        own_key = "-".join([key, *change.key[1], change.conflict.applied_at.isoformat()])
        chosen: str = st.radio(
            _("Which version holds?"), list(names), format_func=names.__getitem__, horizontal=True, key=own_key
        )
        return chosen
