"""The way to another page, with a choice that belongs there."""

import streamlit as st

from ui.shell.address import put_in_address


def take(**choices: str) -> None:
    """Take these choices, beside those that stand in the address."""
    for name, code in choices.items():
        put_in_address(name, code)


def go_to(page: str, **choices: str) -> None:
    """Open a page with these choices in its address, beside those that stand there."""
    take(**choices)
    st.switch_page(f"../pages/{page}.py", query_params=st.query_params.to_dict())
