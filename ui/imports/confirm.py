"""The bar at the foot of the desk: what will be written, what is still missing, and the button that writes it."""

from dataclasses import replace

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Changes
from ita_data.model.errors import ItaError, MonthClosed
from ita_data.model.problems import Verdict
from ita_data.services import importing
from ita_data.services.importing import Preview
from ita_data.services.left_out import left_out
from ui.forms.reason import given_reason, reason_input
from ui.html.markdown import plain
from ui.imports.receipt import keep_receipt, keep_refusal
from ui.imports.said import waiting
from ui.imports.upload import ask_for_another_file, read_again
from ui.look.plans import plans
from ui.look.store import store
from ui.shell.actor import writer
from ui.shell.address import forget, put_in_address


def ask_for_reason_if_closed(preview: Preview, changes: Changes | None) -> None:
    """Asks why a closed month changes, where the chosen changes touch one."""
    closed = replace(preview, changes=changes).closed
    if closed:
        st.warning(plain(str(MonthClosed(closed))), icon=":material/lock:")
        reason_input(preview.origin.sha256)


def confirm(preview: Preview, changes: Changes | None) -> None:
    """Applies the changes when a person says so; a change by somebody else in between refuses them.

    Refused changes are never applied by the next click: the file is read again first, for the person to look anew.
    """
    wanted = replace(preview, changes=changes)
    actor, missing = writer(), _missing(wanted)
    is_any = bool(changes and changes.writes) or bool(waiting(preview.reading))
    with st.container(horizontal=True, vertical_alignment="center", key="confirm"):
        st.markdown(_sentence(preview, changes) + (f"  \n**{missing}**" if missing and is_any else ""))
        is_wanted = is_any and _apply_button(preview, is_ready=not missing)
        if _goes_back(preview, is_any=is_any):
            ask_for_another_file()
            st.rerun()
    if is_wanted and actor and changes:
        _apply(wanted, actor)


def _apply_button(preview: Preview, *, is_ready: bool) -> bool:
    is_partial = preview.reading.verdict is Verdict.PARTIAL
    name = _("Apply the good rows") if is_partial else _("Apply these changes")
    return st.button(name, type="primary", disabled=not is_ready, key="apply")


def _goes_back(preview: Preview, *, is_any: bool) -> bool:
    """Whether the person rather gives another file."""
    if not is_any:
        return st.button(_("Choose another file"), key="another-file")
    if preview.reading.verdict is not Verdict.PARTIAL:
        return False
    return st.button(_("Change nothing until the file is mended"), key="mend-first")


def _sentence(preview: Preview, changes: Changes | None) -> str:
    """How many records will be written and how many rows won't."""
    bad = sum(row.ok is False for row in preview.reading.rows)
    if changes and changes.writes:
        text = _("{records} records will be written; {rows} rows are left out.")
        return text.format(records=f"{len(changes.writes):,}", rows=f"{bad:,}")
    if waiting(preview.reading):
        return _("Nothing can be written yet.")
    if changes is None:
        return _("Nothing of this file can be written.")
    if preview.changes and preview.changes.conflicts:
        return _("What is stored stays, as you chose. There is nothing to change.")
    return _("Everything in this file is already here. There is nothing to change.")


def _missing(preview: Preview) -> str:
    """What has to be done before the button can be pressed; empty where nothing has."""
    found = []
    if preview.changes and (doubts := preview.changes.doubts):
        found.append(_("say which records are new ({number})").format(number=len(doubts)))
    if questions := waiting(preview.reading):
        found.append(_("answer the questions above ({number})").format(number=len(questions)))
    if preview.closed and not _reason(preview):
        found.append(_("give the reason above for changing a closed month"))
    if writer() is None:
        found.append(_("say who you are, at the top right"))
    return _("Still to be done: {what}.").format(what=" · ".join(found)) if found else ""


def _reason(preview: Preview) -> str:
    return given_reason(preview.origin.sha256)


def _apply(preview: Preview, actor: Actor) -> None:
    bar = st.progress(0.0, _("Saving …"))

    def show_progress(share: float) -> None:
        bar.progress(share, _("Saving …"))

    try:
        batch = importing.apply(store(), preview, actor, show_progress, _reason(preview) if preview.closed else "")
    except ItaError as error:
        keep_refusal(str(error))
        read_again()
    else:
        assert batch is not None
        assert preview.changes is not None
        keep_receipt(batch, left_out(preview.reading))
        _show_what_was_written(preview.changes)
        ask_for_another_file()
    st.rerun()


def _show_what_was_written(changes: Changes) -> None:
    """The pages look at the plan that was written, at the month it has come to."""
    forget("month", "batch", "office")
    put_in_address("year", str(changes.fiscal_year))
    if len({plan.organisation for plan in plans()}) > 1:
        put_in_address("office", changes.plan.organisation)
