"""The short tours: offered once in the sample office, found again under help, each a line at the foot of the pages.

A tour that runs stands in the session and nowhere else: it is no part of what a page shows.
"""

import streamlit as st

from ita_data.language import gettext as _
from ui.html.bar import Button, Menu
from ui.look.look import Look
from ui.shell.tour_steps import TOURS

TOUR = "tour"
"""What is told when a tour is chosen, before its name."""

_RUNNING = "running-tour"
_ANSWERED = "tour-answered"
_NONE = "none"


def tours_chip(look: Look) -> Menu | None:
    """The chip that offers the tours to whoever comes to the sample office; once answered, it is shown no more.

    Who follows a link to a section or another day came for that.
    """
    is_first_look = look.section is None and not look.is_past
    if not look.facts.is_sample or not is_first_look or st.session_state.get(_ANSWERED):
        return None
    buttons = tuple(Button(f"{TOUR} {name}", _name(name)) for name in [*TOURS, _NONE])
    return Menu("tours", _("Short tour"), buttons=buttons)


def start_tour(name: str) -> None:
    """Begin a tour, or none."""
    st.session_state[_ANSWERED] = True
    if name in TOURS:
        _go(name, 0)


def help_with_tours() -> None:
    """The same at any time."""
    name = st.menu_button(
        _("Help: a short tour"), list(TOURS), icon=":material/explore:", key="help", format_func=_name
    )
    if name:
        start_tour(name)


def running_tour() -> None:
    """The step of the tour that runs, at the foot of the page, with the ways on, back and out."""
    name, place = st.session_state.get(_RUNNING, ("", 0))
    if not name:
        return
    tour = TOURS[name]
    last = len(tour.steps) - 1
    with st.container(horizontal=True, vertical_alignment="center", key="tour"):
        st.write(f"**{_(tour.title)} {place + 1}/{last + 1}** · {_(tour.steps[place].text)}")
        if place and st.button(_("Back"), key="tour-back"):
            _go(name, place - 1)
        if place < last and st.button(_("Go on"), key="tour-on", type="primary"):
            _go(name, place + 1)
        st.button(_("End the tour"), key="tour-end", on_click=_end)


def _name(tour: str) -> str:
    return _(TOURS[tour].title) if tour in TOURS else _("No, thank you")


def _go(name: str, place: int) -> None:
    st.session_state[_RUNNING] = name, place
    st.switch_page(f"../pages/{TOURS[name].steps[place].page}.py")


def _end() -> None:
    del st.session_state[_RUNNING]
