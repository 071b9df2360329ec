"""A text of several lines, read and written whole, which the draft follows whatever is pressed next."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from ui.look.look import Look
from ui.plan.draft import keep_new_text, new_text

Take = Callable[[str], None]
"""Has the draft say what was entered."""


def long_text(title: str, key: str, shown: str, take: Take) -> str:
    """The field; gives what stands in it, and `shown` itself where nobody touched it.

    What was entered is taken before the page runs, for then the field may not be on it any more.
    """
    st.session_state.setdefault(key, shown)
    entered: str = st.text_area(title, key=key, height="content", on_change=_take, args=(key, take))
    return shown if entered == shown else entered.strip()


def text_of_new(look: Look, title: str, field: str, key: str) -> str:
    """The field for a text of what is yet to be added; it is kept until then."""
    return long_text(title, key, new_text(look, field), partial(keep_new_text, look, field))


def _take(key: str, take: Take) -> None:
    take(st.session_state[key].strip())
