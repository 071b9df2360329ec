"""What a form says of what it wrote: once, on the page's next run."""

import streamlit as st

from ui.html.markdown import plain
from ui.shell import told


def tell(form: str, words: str, is_done: bool = True) -> None:
    """Have these words said by the form on the next run; `is_done` is whether it wrote something."""
    told.tell(form, (words, is_done))


def show_told(form: str) -> None:
    """The words that a form left for this run, if it left any."""
    words, is_done = told.told_at(form) or ("", False)
    if is_done:
        st.success(plain(words), icon=":material/check_circle:")
    elif words:
        st.info(plain(words), icon=":material/info:")
