"""The order of lists and bars: what matters first, or as in the plan where the reader switched to that."""

import streamlit as st

from ui.shell.address import is_switched_on, switch

_PLAN_ORDER = "plan-order"


def in_plan_order() -> bool:
    """Whether lists and bars stand in the order of the plan."""
    return is_switched_on(_PLAN_ORDER)


def switch_order(order: str) -> None:
    """Show the page anew in the order `plan` or `matters`, unless it stands in that one."""
    if in_plan_order() != (order == "plan"):
        switch(_PLAN_ORDER, on=order == "plan")
        st.rerun()
