"""What was entered on a page and isn't saved yet."""

import streamlit as st

_UNSENT = "<span data-unsent></span>"
"""By this `boot.js` knows that closing the page or loading it anew would lose what was entered."""


def warn_before_leaving() -> None:
    """Have the browser ask before what was entered is lost."""
    st.html(_UNSENT)
