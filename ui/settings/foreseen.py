"""What a setting would change of the figures, said and asked before it is saved."""

from collections.abc import Iterator, Sequence
from zlib import crc32

import streamlit as st

from ita_data.labels import date_label, label, month_label
from ita_data.language import gettext as _
from ita_data.metrics.shifts import Shift
from ita_data.model.changes import Edit
from ita_data.model.periods import FiscalMonth
from ita_data.services.foreseeing import Foreseen
from ui.look.look import Look


def is_confirmed(look: Look, edits: Sequence[Edit], key: str) -> bool:
    """Say what edits would change, and whether somebody who saw it wants that; other edits are to be confirmed anew.

    `key` is that of the field for the answer.
    """
    if not edits:
        return True
    code = f"{crc32(repr(edits).encode()):x}"
    found = look.stored.foreseen(edits)
    if not found:
        st.info(_("By this no due date moves, and no report becomes another."), icon=":material/check:")
        return True
    st.warning("\n".join(line for each in found for line in _lines(each)), icon=":material/published_with_changes:")
    return st.checkbox(_("I have seen what changes, and want it so"), key=f"{key}-{code}")


def _lines(found: Foreseen) -> Iterator[str]:
    yield "**" + _("What changes in fiscal year {year}").format(year=found.fiscal_year) + "**\n"
    yield from (f"- {_shift(shift)}" for shift in found.shifts)
    for month, before, after in found.due_dates:
        text = _("The reports of {month} are due on {after}, not on {before}.")
        name = month_label(FiscalMonth(found.fiscal_year, month).first_day)
        yield "- " + text.format(month=name, after=date_label(after), before=date_label(before))


def _shift(shift: Shift) -> str:
    number = f"{shift.number:,}"
    if shift.before is None:
        text = _("{number} reports are asked for that weren't: {state}.")
        return text.format(number=number, state=label("state", str(shift.after)))
    before = label("state", shift.before)
    if shift.after is None:
        return _("{number} reports are asked for no more, so far: {state}.").format(number=number, state=before)
    text = _("{number} reports change from {before} to {after}.")
    return text.format(number=number, before=before, after=label("state", shift.after))
