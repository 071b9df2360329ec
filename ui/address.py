"""Choices that live in the address, so that a link opens the same view and every page shares them.

The address decides; a choice missing from it (the navigation clears it) is the one made last in this session, then the
default. Streamlit's own binding would write translated labels into the address and leave the defaults out.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

Option = TypeVar("Option")

_REMEMBERED = "choices"


def choose(
    name: str, label: str, options: Sequence[Option], default: Option, shown: Callable[[Option], str] = str
) -> Option:
    """A select box for the address parameter `name`, which holds an option as its plain text."""
    chosen = chosen_in_address(name, options, default)
    st.session_state[name] = chosen
    st.selectbox(label, options, format_func=shown, key=name, on_change=_write_address, args=(name,), filter_mode=None)
    return chosen


def chosen_in_address(name: str, options: Sequence[Option], default: Option) -> Option:
    """The option that the address names, written there too where it was remembered or the default."""
    remembered: dict[str, str] = st.session_state.setdefault(_REMEMBERED, {})
    codes = {str(option): option for option in options}
    code = next((code for code in (st.query_params.get(name), remembered.get(name)) if code in codes), str(default))
    put_in_address(name, code)
    return codes.get(code, default)


def put_in_address(name: str, code: str) -> None:
    """Write a choice into the address and remember it for the pages that follow."""
    st.session_state.setdefault(_REMEMBERED, {})[name] = code
    if st.query_params.get(name) != code:
        st.query_params[name] = code


def _write_address(name: str) -> None:
    put_in_address(name, str(st.session_state[name]))
