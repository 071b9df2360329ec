"""What is open over a page: it stands in the address, so that a link shows it to a colleague, and on no other page."""

import streamlit as st

_OPEN = "open"


def opened() -> str:
    """What is open over the page."""
    name: str = st.query_params.get(_OPEN, "")
    return name


def open_over_page(name: str) -> None:
    """Open something over the page until it is closed."""
    st.query_params[_OPEN] = name


def close_opened() -> None:
    """Close what is open over the page."""
    st.query_params.pop(_OPEN, None)
