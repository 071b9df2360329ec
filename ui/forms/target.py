"""The field of a target, wherever one is set."""

from typing import Any

import streamlit as st

from ita_data.language import gettext as _
from ui.forms.begun import Form


def target_field(form: Form[Any], title: str, field: str, held: int | None, **looks: Any) -> int | None:
    """A whole number from 0 to 100, or none, which means that nothing is held against it."""
    key = form.key(field)
    # A number that is the field's own default can't be taken out of it.
    st.session_state.setdefault(key, held)
    number: int | None = st.number_input(
        title, 0, 100, None, step=1, key=key, **{"placeholder": _("No target")} | looks
    )
    return number
