"""Where a press leads: to the page of a section, an indicator or a month, or to a list that opens over this one."""

import streamlit as st

from ui.shell.address import put_in_address
from ui.shell.opened import open_over_page

_PAGES = {"section": "sections", "indicator": "indicators", "month": "months"}
"""Which page a group leads to."""


def follow(pressed: str | None) -> None:
    """Follow a press such as "section ฝ่ายโยธา" or "cell 5 ฝ่ายโยธา"."""
    if not pressed:
        return
    kind, _space, of = pressed.partition(" ")
    if kind == "orders":
        st.switch_page("../pages/director.py", query_params=st.query_params.to_dict())
    if kind in _PAGES:
        put_in_address(kind, of)
        st.switch_page(f"../pages/{_PAGES[kind]}.py", query_params=st.query_params.to_dict())
    open_over_page(pressed)
