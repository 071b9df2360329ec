"""A chart as it stands on a page: its title, a text for those who can't see it, and the table of the same numbers."""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ita_data.language import gettext as _
from ui.look.look import Look
from ui.shell.going import go_to, take
from ui.shell.web import static_address

_SCRIPT = f"""
const {{ default: tell }} = await import(new URL("{static_address("chart/chart.js")}", document.baseURI));
export default tell;
"""
"""Streamlit takes one script and gives it an address of its own, from which none can be found beside it."""

_drawn = st.components.v2.component("chart", html='<div class="chart"></div>\n', js=_SCRIPT, isolate_styles=False)
"""The component; what it sends is `pressed`, the group or the field whose mark was pressed."""

CELL = "cell"
"""The address parameter of the field of a grid that is open: its measure and month."""


def side_by_side(name: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two halves of the page, one below the other on a narrow screen."""
    with st.container(key=f"pair-{name}"):
        return st.columns(2)


def chart(look: Look, name: str, leads_to: str = "", choosing: str = "", code: str = "{}") -> None:
    """The chart of a metric; a press on a mark opens the page `leads_to` with the mark's group as `choosing`.

    `code` makes the address parameter of the mark: its group, or of a grid's field the pair of group and month.
    """
    pressed = _draw(look, name, leads=bool(leads_to))
    if pressed is None:
        return
    go_to(leads_to, **{choosing: code.format(pressed)})


def grid(look: Look, name: str, only: tuple[str, ...] = ()) -> tuple[Any, int] | None:
    """A grid of measures and months, or of `only` these measures; gives the field that is open, by the address.

    The page that draws it has `CELL` forgotten with the choices that it was made for.
    """
    rows = [row for row in look.figures.rows(name) if not only or row["measure"] in only]
    if not any(row["expected"] for row in rows):
        st.info(_("No report is expected here."), icon=":material/event_available:")
        return None
    pressed = _draw(look, name, leads=True, only=only)
    if pressed is not None:
        take(**{CELL: "-".join(map(str, pressed))})
    fields = {f"{row['measure']}-{row['month']}": (row["measure"], row["month"]) for row in rows}
    return fields.get(st.query_params.get(CELL, ""))


def _draw(look: Look, name: str, leads: bool, only: tuple[str, ...] = ()) -> Any:
    data = look.figures.drawn(name, only, leads)
    return _drawn(data=data, key=name, on_pressed_change=_take).pressed


def _take() -> None:
    """Streamlit knows what a component may send by what is called when it does."""
