"""The reason for a change to a closed month: asked once a form met one, and kept until the change is written."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.errors import MonthClosed
from ui.html.markdown import plain

_ASKED = "reason-asked"


def reason_field(form: str) -> None:
    """The field for the reason, under what is closed; nothing as long as no write of the form met a closed month."""
    asked_by, closed = st.session_state.get(_ASKED, ("", ""))
    if asked_by == form:
        st.warning(plain(closed), icon=":material/lock:")
        reason_input(form)


def reason_input(form: str) -> str:
    """The field alone, for forms that know beforehand what they touch; gives what was entered."""
    return st.text_input(_("Reason for the change after the month was closed"), key=_key(form), max_chars=500).strip()


def given_reason(form: str) -> str:
    """What was entered as the reason."""
    reason: str = st.session_state.get(_key(form), "")
    return reason.strip()


def ask_for_reason(form: str, closed: MonthClosed) -> None:
    """Have the field stand in the form on the page's next run."""
    st.session_state[_ASKED] = (form, str(closed))


def forget_reason(form: str) -> None:
    """The change is written; the next one has a reason of its own."""
    if st.session_state.get(_ASKED, ("", ""))[0] == form:
        del st.session_state[_ASKED]
    st.session_state.pop(_key(form), None)


def _key(form: str) -> str:
    return f"reason|{form}"
