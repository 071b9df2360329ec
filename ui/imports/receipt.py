"""What became of the last file: the batch that was written with what it left out, or why nothing was."""

from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import PureWindowsPath

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.changes import Batch
from ita_data.model.plan_name import PlanName
from ita_data.services.left_out import LeftOut, left_out_workbook
from ui.forms.undo import show_undone, undo_button
from ui.html.markdown import plain
from ui.look import kept
from ui.look.day import today
from ui.parts.moments import moment
from ui.shell.going import go_to
from ui.shell.language import in_readers_language
from ui.shell.told import tell, told_at

_RECEIPT = "receipt"
_REFUSAL = "refusal"
_PLACES = 5
"""So many places of rows are named; the workbook holds them all."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The batch that was written, and the rows of its file that weren't."""

    batch: Batch
    left_out: LeftOut


def keep_receipt(batch: Batch, left_out: LeftOut) -> None:
    """Have the receipt shown until the next file comes."""
    st.session_state[_RECEIPT] = Receipt(batch, left_out)


def keep_refusal(why: str) -> None:
    """Have it said, once, why nothing was written."""
    tell(_REFUSAL, why)


def has_receipt() -> bool:
    """Whether a file was just saved."""
    return _RECEIPT in st.session_state


def put_receipt_away() -> None:
    """The next file is on its way."""
    st.session_state.pop(_RECEIPT, None)


def show_receipt() -> None:
    """The batch that was written, or why nothing was; and what was undone."""
    show_undone()
    if why := told_at(_REFUSAL):
        st.error(plain(why), icon=":material/sync_problem:")
    receipt: Receipt | None = st.session_state.get(_RECEIPT)
    if receipt is None:
        return
    batch = receipt.batch
    with st.container(border=True, key="receipt"):
        st.success(_receipt(batch), icon=":material/receipt_long:")
        if receipt.left_out.rows:
            _show_left_out(receipt.left_out, batch.origin.file_name)
        _lead_to_beginning(batch)
        st.caption(f"SHA-256 {batch.origin.sha256}")
        if undo_button(batch, st.container()):
            del st.session_state[_RECEIPT]
            st.rerun()


def _lead_to_beginning(batch: Batch) -> None:
    """The way to what the file couldn't say, as long as nobody has decided on it."""
    name = PlanName(batch.organisation, batch.fiscal_year)
    if not kept.is_undecided(name, today()):
        return
    st.info(_("The file doesn't say how the plan is followed up: from which month on, by whom, how often, by when."))
    if st.button(_("Decide it now"), key="begin", icon=":material/start:", type="primary"):
        go_to("beginning", office=name.organisation, year=str(name.fiscal_year))


def _show_left_out(left: LeftOut, file_name: str) -> None:
    """How many rows were left out and where, with the workbook in which to mend them."""
    places = ", ".join(map(str, islice(left.places, _PLACES)))
    more = _(" and more") if len(left.places) > _PLACES else ""
    text = _("{number} rows were left out: {places}{more}. Download them, mend them, and upload them again.")
    words = text.format(number=f"{len(left.places):,}", places=plain(places), more=more)
    st.warning(words, icon=":material/rule:")
    st.download_button(
        _("Download the rows left out"),
        in_readers_language(partial(left_out_workbook, left)),
        _("{name} (rows left out)").format(name=PureWindowsPath(file_name).stem) + ".xlsx",
        on_click="ignore",
        icon=":material/table_view:",
        key="left-out",
    )


def _receipt(batch: Batch) -> str:
    text = _(
        "Saved as batch {batch} on {when} by {name}: {added} new, {changed} changed, {removed} removed. File {file}."
    )
    return text.format(
        batch=batch.id,
        when=moment(batch.applied_at),
        name=plain(batch.actor.name),
        added=f"{batch.added:,}",
        changed=f"{batch.changed:,}",
        removed=f"{batch.removed:,}",
        file=plain(batch.origin.file_name),
    )
