"""The file to import: asked for with the day it came, and read in a process of its own."""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from ita_data.imports.limits import MAX_BYTES, MEGABYTE, SURE_ROWS
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.services import columns, importing
from ita_data.services.importing import Preview
from ui.forms.day import day_field
from ui.imports.said import columns_said, context_said, forget_all, say_columns
from ui.look import day
from ui.look.look import Look
from ui.look.store import store
from ui.shell.actor import current_actor

_PREVIEW = "preview"
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
        limits = {"megabytes": MAX_BYTES // MEGABYTE, "rows": f"{SURE_ROWS:,}"}
        st.caption(_("Up to {megabytes} MB and {rows} rows; split a longer list into several files.").format(**limits))
    with day_column:
        key = f"received-on {st.session_state[_ROUND]} {today}"
        without = _("No day: it came today.")
        received = day_field(_("Received on"), key, today, opens=today, latest=today, without=without)
    if file is None or not received.is_clear:
        read_again()
        return None
    return _previewed(file, received.day or today, look.plan.organisation if look else "")


def ask_for_another_file() -> None:
    """Take the file off the page, so that the next one can be chosen."""
    st.session_state[_ROUND] += 1
    start_anew()


def last_preview() -> Preview | None:
    """What the person saw until now."""
    preview: Preview | None = st.session_state.get(_PREVIEW, (None, None))[1]
    return preview


def take_answers(
    layout: str, answers: Mapping[str, str], as_they_stand: Mapping[str, str], office: str, actor: Actor | None
) -> None:
    """Take what was said of headers or words, and read the file again with it.

    It is kept for the files of an `office`, this one to begin with, where there is one and somebody said who they are;
    else it holds for this file alone, which is then told with the headers `as_they_stand`.
    """
    if office and actor:
        columns.remember(store(), office, layout, answers, actor)
        read_again()
    else:
        say_columns(layout, answers, as_they_stand)


def read_again() -> None:
    """Forget what was read: the same file is read again, against what the store holds now."""
    st.session_state.pop(_PREVIEW, None)


def start_anew() -> None:
    """Forget what was read, and all that was said and chosen about it."""
    forget_all()
    read_again()


def _begin(on_file: Callable[[], None]) -> None:
    start_anew()
    on_file()


def _previewed(file: UploadedFile, received_on: date, organisation: str) -> Preview:
    key = (file.file_id, received_on, organisation, current_actor(), columns_said(), context_said())
    if st.session_state.get(_PREVIEW, (None,))[0] != key:
        st.session_state[_PREVIEW] = (key, _read(file, received_on, organisation))
    preview: Preview = st.session_state[_PREVIEW][1]
    return preview


def _read(file: UploadedFile, received_on: date, organisation: str) -> Preview:
    # In a place of its own, which is empty again once the file is read.
    place = st.empty()
    with place, st.status(_("Reading the file …")) as status:
        found = importing.preview(
            store(),
            file.getvalue(),
            file.name,
            received_on,
            organisation,
            columns=columns_said(),
            context=context_said(),
            on_wait=lambda: status.update(label=_("Other files are being read at the moment; this one comes next.")),
            actor=current_actor(),
        )
    place.empty()
    return found
