"""What a form says of what it wrote: once, on the page's next run."""

import streamlit as st

from ui.shell.told import tell, told_by

__all__ = ["show_told", "tell"]


def show_told(form: str) -> None:
    """The words that a form left for this run, if it left any."""
    told = told_by(form)
    if told is None:
        return
    _form, words, is_done = told
    if is_done:
        st.success(words, icon=":material/check_circle:")
    else:
        st.info(words, icon=":material/info:")
