"""What a run leaves to be said once, on the page's next run; a run that is cut short says it again on the one after."""

from typing import Any

import streamlit as st

_TOLD, _SAID = "told", "said-on-this-run"


def begin_run() -> None:
    """Forget what an earlier run said."""
    st.session_state.pop(_SAID, None)


def tell(place: str, what: Any) -> None:
    """Leave something for the next run, to be said at a place: a form, or a part of a page."""
    st.session_state[_TOLD] = place, what


def told_at(place: str) -> Any | None:
    """What was left to be said at this place, if anything was; it isn't given again."""
    told_place, what = st.session_state.get(_TOLD, ("", None))
    if told_place != place:
        return None
    st.session_state[_SAID] = st.session_state.pop(_TOLD)
    return what


def run_again() -> None:
    """Run the page anew at once; what this run said is said on that one, for nobody saw it."""
    if _SAID in st.session_state:
        st.session_state[_TOLD] = st.session_state.pop(_SAID)
    st.rerun()
