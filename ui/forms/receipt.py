"""What a form says of what it wrote: once, on the page's next run."""

import streamlit as st

_TOLD = "told"


def tell(form: str, words: str, is_done: bool = True) -> None:
    """Have these words said on the next run; `is_done` is whether the form wrote something."""
    st.session_state[_TOLD] = form, words, is_done


def show_told(form: str) -> None:
    """The words that a form left for this run, if it left any."""
    told_by, words, is_done = st.session_state.get(_TOLD, ("", "", True))
    if told_by != form:
        return
    del st.session_state[_TOLD]
    if is_done:
        st.success(words, icon=":material/check_circle:")
    else:
        st.info(words, icon=":material/info:")
