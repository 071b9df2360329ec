"""A chart as it stands on a page: its title, a text for those who can't see it, and the table of the same numbers."""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ita_data.figures import DrawnFigure
from ita_data.labels import chart_title
from ita_data.language import gettext as _
from ui.look.look import Look
from ui.parts.tables import folded_table
from ui.shell.going import go_to

_CONFIG = {"displayModeBar": False, "responsive": True}


def side_by_side(name: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two halves of the page, one below the other on a narrow screen."""
    with st.container(key=f"pair-{name}"):
        return st.columns(2)


def chart(look: Look, name: str, leads_to: str = "", choosing: str = "", code: str = "{}") -> None:
    """The chart of a metric; a click on a mark opens the page `leads_to` with the mark's group as `choosing`.

    `code` makes the address parameter of the mark: its group, or of a grid's field the pair of group and month.
    """
    clicked = _draw(look, name, reacts=bool(leads_to))
    if clicked is None:
        return
    go_to(leads_to, **{choosing: code.format(clicked)})


def grid(look: Look, name: str, only: tuple[str, ...] = ()) -> tuple[Any, int] | None:
    """A grid of groups and months, or of `only` these measures; gives the group and month that was clicked."""
    if not any(row["expected"] for row in look.figures.rows(name) if not only or row["measure"] in only):
        st.info(_("No report is expected here."), icon=":material/event_available:")
        return None
    clicked = _draw(look, name, reacts=True, only=only)
    return (clicked[0], int(clicked[1])) if clicked is not None else None


def _draw(look: Look, name: str, reacts: bool, only: tuple[str, ...] = ()) -> Any:
    title = _("{title} · up to {month}").format(title=chart_title(name), month=look.facts.names["month"][look.month])
    st.subheader(title, anchor=False)
    drawn = look.figures.drawn(name, only)
    event: Any = st.plotly_chart(
        DrawnFigure(drawn.figure),
        key=name,
        on_select="rerun" if reacts else "ignore",
        selection_mode="points",
        config=_CONFIG,
        alt=f"{title}: {drawn.in_words}",
    )
    folded_table(_("Table of the same numbers"), drawn.html, name)
    points = event["selection"]["points"] if reacts else []
    return points[0]["customdata"] if points else None
