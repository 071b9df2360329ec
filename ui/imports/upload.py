"""The file to import: asked for with the day it came, and read in a process of its own."""

from collections.abc import Callable
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from ita_data.imports.layouts.layout import ColumnAnswers, ContextAnswers
from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.services import columns, importing
from ita_data.services.importing import Preview
from ui.imports.columns import ask_columns
from ui.imports.context import ask_context
from ui.look import day
from ui.look.look import Look
from ui.look.store import store
from ui.shell.actor import current_actor

_PREVIEW = "preview"
_ANSWERS = "column-answers"
_CONTEXT = "context-answers"
_ROUND = "import-round"


def upload(look: Look | None, on_file: Callable[[], None]) -> Preview | None:
    """Asks for a file and the day it came, and reads it; `on_file` is called when another one was chosen.

    What was read stays as the person saw it until it was applied or refused, whatever others write meanwhile.
    """
    if look and look.is_past:
        st.info(_("This is how a past day saw it. Look at today to bring in a file."))
        return None
    today = day.today()
    file_column, day_column = st.columns([3, 1])
    with file_column:
        key = f"file-{st.session_state.setdefault(_ROUND, 0)}"
        # Of any type: the import says of each what it is and what to do, and goes by the content.
        file = st.file_uploader(_("Yearly report or monthly workbook"), key=key, on_change=_begin, args=(on_file,))
    with day_column:
        received_on: date = st.date_input(
            _("Received on"), today, max_value=today, format="DD/MM/YYYY", key="received-on"
        )
        st.caption(date_label(received_on))
    if file is None:
        start_anew()
        return None
    return _previewed(file, received_on, look.plan.organisation if look else "")


def ask_for_another_file() -> None:
    """Take the file off the page, so that the next one can be chosen."""
    st.session_state[_ROUND] += 1


def read_again() -> None:
    """Forget what was read: the same file is read again, against what the store holds now."""
    st.session_state.pop(_PREVIEW, None)


def start_anew() -> None:
    """Forget what was read, and what was answered about it."""
    st.session_state.pop(_ANSWERS, None)
    st.session_state.pop(_CONTEXT, None)
    read_again()


def ask_about_context(preview: Preview) -> None:
    """Asks whose report it is and of which month where the file leaves that open, and reads it again with the answers."""
    questions = preview.reading.context
    answers = ask_context(questions) if questions else {}
    if answers:
        st.session_state[_CONTEXT] = {**_said(), **answers}
        st.rerun()


def ask_about_columns(preview: Preview, look: Look | None) -> None:
    """Asks what unknown columns hold and reads the file again with the answers.

    They are kept for the office looked at, where there is one and somebody said who they are.
    """
    questions, layout = preview.reading.columns, preview.reading.layout
    if not questions:
        return
    office, actor = look.plan.organisation if look else "", current_actor()
    fields = ask_columns(questions, office, actor)
    if not fields:
        return
    st.session_state[_ANSWERS] = {**_answers(), layout: {**_answers().get(layout, {}), **fields}}
    if office and actor:
        columns.remember(store(), office, layout, fields, actor)
    st.rerun()


def _begin(on_file: Callable[[], None]) -> None:
    """Another file: what was answered about the one before says nothing of it, unless it was kept for the office."""
    start_anew()
    on_file()


def _previewed(file: UploadedFile, received_on: date, organisation: str) -> Preview:
    answers, said = _answers(), _said()
    key = (file.file_id, received_on, organisation, current_actor(), answers, said)
    if st.session_state.get(_PREVIEW, (None,))[0] != key:
        st.session_state[_PREVIEW] = (key, _read(file, received_on, organisation, answers, said))
    preview: Preview = st.session_state[_PREVIEW][1]
    return preview


def _read(
    file: UploadedFile, received_on: date, organisation: str, answers: ColumnAnswers, said: ContextAnswers
) -> Preview:
    # In a place of its own, which is empty again once the file is read.
    place = st.empty()
    with place, st.status(_("Reading the file …")) as status:
        found = importing.preview(
            store(),
            file.getvalue(),
            file.name,
            received_on,
            organisation,
            columns=answers,
            context=said,
            on_wait=lambda: status.update(label=_("Other files are being read at the moment; this one comes next.")),
            actor=current_actor(),
        )
    place.empty()
    return found


def _said() -> ContextAnswers:
    answers: ContextAnswers = st.session_state.get(_CONTEXT, {})
    return answers


def _answers() -> ColumnAnswers:
    answers: ColumnAnswers = st.session_state.get(_ANSWERS, {})
    return answers
