"""The import desk: a file is read, its problems and changes are shown, and a person decides."""

from datetime import date

import streamlit as st

from ita_data import services
from ita_data.imports.reading import Reading
from ita_data.labels import date_label, label
from ita_data.language import gettext as _
from ita_data.model.changes import Action, ChangePlan
from ita_data.model.errors import ItaError
from ita_data.model.problems import Severity, Verdict
from ita_data.services import Preview
from ui.actor import require_actor
from ui.address import forget, put_in_address
from ui.changes import changes_table
from ui.data import Look, plans, store
from ui.tables import plain, text_table

FILE_TYPES = ["xlsx", "docx", "txt", "tsv"]
_PREVIEW = "preview"
_RECEIPT = "receipt"
_REFUSAL = "refusal"
_ROUND = "import-round"


def upload(look: Look | None) -> Preview | None:
    """Asks for a file and the day it came, and reads it; the last receipt stays in sight until then.

    What was read stays as the person saw it until it was applied or refused, whatever others write meanwhile.
    """
    _show_result()
    today = services.today()
    file_column, day_column = st.columns([3, 1])
    round_ = st.session_state.setdefault(_ROUND, 0)
    with file_column:
        file = st.file_uploader(_("Yearly report or monthly workbook"), FILE_TYPES, key=f"file-{round_}")
    with day_column:
        received_on: date = st.date_input(
            _("Received on"), today, max_value=today, format="DD/MM/YYYY", key="received-on"
        )
        st.caption(date_label(received_on))
    if file is None:
        return None
    st.session_state.pop(_RECEIPT, None)
    organisation = look.plan.organisation if look else ""
    key = (file.file_id, received_on, organisation)
    if st.session_state.get(_PREVIEW, (None,))[0] != key:
        with st.spinner(_("Reading the file …")):
            found = services.preview(store(), file.getvalue(), file.name, received_on, organisation)
        st.session_state[_PREVIEW] = (key, found)
    preview: Preview = st.session_state[_PREVIEW][1]
    return preview


def show_problems(reading: Reading) -> None:
    """What became of the file, and every problem with its place, why it matters and how to mend it."""
    match reading.verdict:
        case Verdict.REJECTED:
            st.error(_("The file can't be taken. Nothing was changed."), icon=":material/block:")
        case Verdict.PARTIAL:
            st.warning(_("Some rows can't be taken; the others can."), icon=":material/rule:")
        case Verdict.ACCEPTED:
            st.success(_("The file was read completely."), icon=":material/task_alt:")
    if not reading.problems:
        return
    order = list(Severity)
    problems = sorted(reading.problems, key=lambda problem: order.index(problem.severity))
    st.subheader(_("Problems and remarks ({number})").format(number=len(problems)), anchor=False)
    text_table(
        [_("Weight"), _("Place"), _("What is wrong"), _("How to mend it")],
        [
            [label("severity", problem.severity), str(problem.place) or _("Whole file"), problem.message, problem.mend]
            for problem in problems
        ],
    )


def show_changes(preview: Preview) -> None:
    """How many records are new, changed, unchanged and missing, and every change by field."""
    if preview.changes is None:
        return
    st.subheader(_("What will change"), anchor=False)
    columns = st.columns(len(Action))
    for column, (action, number) in zip(columns, preview.changes.counts().items(), strict=True):
        column.metric(label("action", action), f"{number:,}", border=True)
    shown = [change for change in preview.changes.changes if change.action is not Action.UNCHANGED]
    if shown:
        changes_table(shown, preview.changes.fiscal_year)
    missing = preview.changes.counts()[Action.MISSING]
    if missing:
        st.caption(_("What the file lacks stays as it is; nothing is deleted."))


def confirm(preview: Preview) -> None:
    """Applies the changes when a person says so; a change by somebody else in between refuses them.

    Refused changes are never applied by the next click: the file is read again first, for the person to look anew.
    """
    if preview.changes is None:
        return
    if not preview.changes.writes:
        st.info(_("Everything in this file is already here. There is nothing to change."), icon=":material/done_all:")
        return
    actor = require_actor()
    if not st.button(_("Apply these changes"), type="primary", disabled=actor is None, key="apply") or actor is None:
        return
    try:
        batch = services.apply(store(), preview, actor)
    except ItaError as error:
        st.session_state[_REFUSAL] = str(error)
        del st.session_state[_PREVIEW]
    else:
        st.session_state[_RECEIPT] = _receipt(preview, batch, actor.name)
        _show_what_was_written(preview.changes)
        st.session_state[_ROUND] += 1
    st.rerun()


def _show_what_was_written(changes: ChangePlan) -> None:
    """The pages look at the plan that was written, at the month it has come to."""
    forget("month", "batch", "office")
    put_in_address("year", str(changes.fiscal_year))
    if len({plan.organisation for plan in plans()}) > 1:
        put_in_address("office", changes.organisation)


def _receipt(preview: Preview, batch: int | None, name: str) -> str:
    assert preview.changes is not None
    counts = preview.changes.counts()
    return _("Saved as batch {batch} by {name}: {added} new, {changed} changed. File {file}, SHA-256 {sha256}.").format(
        batch=batch,
        name=plain(name),
        added=counts[Action.ADDED],
        changed=counts[Action.CHANGED],
        file=plain(preview.origin.file_name),
        sha256=preview.origin.sha256[:12],
    )


def _show_result() -> None:
    if _RECEIPT in st.session_state:
        st.success(st.session_state[_RECEIPT], icon=":material/receipt_long:")
    if _REFUSAL in st.session_state:
        st.error(st.session_state.pop(_REFUSAL), icon=":material/sync_problem:")
