"""A chart as it stands on a page: its title, a text for those who can't see it, and the table of the same numbers."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.look.look import Look
from ui.parts.sorting import in_plan_order
from ui.serving.web import component_script
from ui.shell.going import go_to

_drawn = st.components.v2.component(
    "chart", html='<div class="chart"></div>\n', js=component_script("chart/chart.js"), isolate_styles=False
)
"""The component; what it sends is `pressed`, the group whose mark was pressed."""


def side_by_side(name: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two halves of the page, one below the other on a narrow screen."""
    with st.container(key=f"pair-{name}"):
        return st.columns(2)


def chart(look: Look, name: str, leads_to: str = "", choosing: str = "", code: str = "{}") -> None:
    """The chart of a metric; a press on a mark opens the page `leads_to` with the mark's group as `choosing`.

    `code` makes the address parameter of the group.
    """
    data = look.figures.drawn(name, leads=bool(leads_to), in_plan_order=in_plan_order())
    pressed = _drawn(data=data, key=name, on_pressed_change=_take).pressed
    if pressed is not None:
        go_to(leads_to, **{choosing: code.format(pressed)})


def _take() -> None:
    """Streamlit knows what a component may send by what is called when it does."""
