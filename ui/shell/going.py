"""The way to another page, with a choice that belongs there."""

import streamlit as st

from ui.shell.address import drill, put_in_address


def take(**choices: str) -> None:
    """Take these choices, beside those that stand in the address."""
    for name, code in choices.items():
        put_in_address(name, code)


def go_to(page: str, **pressed: str) -> None:
    """Open a page on what was pressed, beside the choices that stand in the address."""
    for name, code in pressed.items():
        drill(name, code)
    st.switch_page(f"../pages/{page}.py", query_params=st.query_params.to_dict())
