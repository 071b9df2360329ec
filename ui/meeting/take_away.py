"""What a meeting gives to take home: files of the very screens that its page shows."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from ita_data.agenda import Arrangement, Meeting, agenda, arranged
from ita_data.exports.meetings import MEETING_EXPORTS
from ita_data.language import gettext as _
from ita_data.model.decisions import Remark
from ita_data.services import meeting as service


def take_away(meeting: Meeting, arrangement: Arrangement, said: Sequence[Remark], *, is_empty: bool) -> None:
    """A button for each kind of file; it is made when somebody asks for it."""
    st.header(_("To take home"), anchor=False)
    with st.container(horizontal=True):
        for kind, export in MEETING_EXPORTS.items():
            st.download_button(
                _(export.title),
                partial(_file, meeting, arrangement, said, kind),
                service.file_name(meeting, kind),
                export.media_type,
                on_click="ignore",
                disabled=is_empty,
                icon=":material/download:",
                key=f"take-{kind}",
            )


def _file(meeting: Meeting, arrangement: Arrangement, said: Sequence[Remark], kind: str) -> bytes:
    return service.file_of(meeting, arranged(agenda(meeting), arrangement), said, kind)
