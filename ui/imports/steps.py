"""The three steps of an import, always shown."""

import streamlit as st

from ita_data.language import gettext as _
from ui.html.rendering import rendered

CHOOSE, LOOK, SAVE = 1, 2, 3


def show_steps(current: int) -> None:
    """The steps, with the one marked that the person is at."""
    names = [_("Choose a file"), _("Look it over"), _("Save")]
    st.html(rendered("steps.html", names=names, current=current, label=_("Steps of the import")))
