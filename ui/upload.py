"""The file to import: asked for with the day it came, and read in a process of its own."""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.services import clock, importing
from ita_data.services.importing import Preview
from ui.actor import current_actor
from ui.columns import ask_columns
from ui.data import Look, store

_PREVIEW = "preview"
_ANSWERS = "column-answers"
_ROUND = "import-round"


def upload(look: Look | None, on_file: Callable[[], None]) -> Preview | None:
    """Asks for a file and the day it came, and reads it; `on_file` is called when another one was chosen.

    What was read stays as the person saw it until it was applied or refused, whatever others write meanwhile.
    """
    today = clock.today()
    file_column, day_column = st.columns([3, 1])
    with file_column:
        key = f"file-{st.session_state.setdefault(_ROUND, 0)}"
        # Of any type: the import says of each what it is and what to do, and goes by the content.
        file = st.file_uploader(_("Yearly report or monthly workbook"), key=key, on_change=on_file)
    with day_column:
        received_on: date = st.date_input(
            _("Received on"), today, max_value=today, format="DD/MM/YYYY", key="received-on"
        )
        st.caption(date_label(received_on))
    if file is None:
        st.session_state.pop(_ANSWERS, None)
        read_again()
        return None
    return _previewed(file, received_on, look.plan.organisation if look else "")


def ask_for_another_file() -> None:
    """Take the file off the page, so that the next one can be chosen."""
    st.session_state[_ROUND] += 1


def read_again() -> None:
    """Forget what was read: the same file is read again, against what the store holds now."""
    st.session_state.pop(_PREVIEW, None)


def ask_about_columns(preview: Preview, look: Look | None) -> None:
    """Asks what unknown columns hold, reads the file again with the answers, and keeps these for the office."""
    answers = ask_columns(preview.reading.columns)
    if not answers:
        return
    st.session_state[_ANSWERS] = {**_answers(), **answers}
    actor = current_actor()
    if actor and look:
        importing.remember_columns(store(), look.plan.organisation, preview.reading.layout, answers, actor)
    st.rerun()


def _previewed(file: UploadedFile, received_on: date, organisation: str) -> Preview:
    answers = _answers()
    key = (file.file_id, received_on, organisation, current_actor(), *answers.items())
    if st.session_state.get(_PREVIEW, (None,))[0] != key:
        st.session_state[_PREVIEW] = (key, _read(file, received_on, organisation, answers))
    preview: Preview = st.session_state[_PREVIEW][1]
    return preview


def _read(file: UploadedFile, received_on: date, organisation: str, answers: Mapping[str, str]) -> Preview:
    # In a place of its own, which is empty again once the file is read.
    place = st.empty()
    with place, st.status(_("Reading the file …")) as status:
        found = importing.preview(
            store(),
            file.getvalue(),
            file.name,
            received_on,
            organisation,
            answers,
            lambda: status.update(label=_("Other files are being read at the moment; this one comes next.")),
            current_actor(),
        )
    place.empty()
    return found


def _answers() -> Mapping[str, str]:
    answers: Mapping[str, str] = st.session_state.get(_ANSWERS, {})
    return answers
