"""What forms say once, on the page's next run; a run that is cut short says it again on the one after it."""

import streamlit as st

Told = tuple[str, str, bool]
"""The form that says it, its words, and whether it wrote something."""

_TOLD, _SAID = "told", "said-on-this-run"


def begin_run() -> None:
    """Forget what an earlier run said."""
    st.session_state.pop(_SAID, None)


def tell(form: str, words: str, is_done: bool = True) -> None:
    """Have these words said on the next run; `is_done` is whether the form wrote something."""
    st.session_state[_TOLD] = form, words, is_done


def told_by(form: str) -> Told | None:
    """What a form left for this run, if it left anything; it isn't given again."""
    told: Told | None = st.session_state.get(_TOLD)
    if told is None or told[0] != form:
        return None
    del st.session_state[_TOLD]
    st.session_state[_SAID] = told
    return told


def run_again() -> None:
    """Run the page anew at once; what this run said is said on that one, for nobody saw it."""
    if _SAID in st.session_state:
        st.session_state[_TOLD] = st.session_state.pop(_SAID)
    st.rerun()
