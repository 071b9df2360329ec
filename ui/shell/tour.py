"""The short tours: offered once in the sample office, found again under help, each a line at the foot of the pages.

A tour that runs stands in the session and nowhere else: it is no part of what a page shows.
"""

from collections.abc import Sequence

import streamlit as st

from ita_data.language import gettext as _
from ui.look.look import Look
from ui.shell.tour_steps import TOURS

_RUNNING = "running-tour"
_ANSWERED = "tour-answered"
_NONE = "none"


def offer_tours(look: Look) -> None:
    """The chip that offers the tours to whoever comes to the sample office; once opened, it is shown no more.

    Who follows a link to a section or another day came for that.
    """
    is_first_look = look.section is None and not look.is_past
    if look.facts.is_sample and is_first_look and not st.session_state.get(_ANSWERED):
        _choose(_("Short tour"), [*TOURS, _NONE], "offer")


def help_with_tours() -> None:
    """The same at any time."""
    _choose(_("Help: a short tour"), list(TOURS), "help")


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


def _choose(label: str, names: Sequence[str], key: str) -> None:
    name = st.menu_button(label, names, icon=":material/explore:", key=key, format_func=_name)
    if name is None:
        return
    st.session_state[_ANSWERED] = True
    if name == _NONE:
        st.rerun()
    _go(name, 0)


def _name(tour: str) -> str:
    return _(TOURS[tour].title) if tour in TOURS else _("No, thank you")


def _go(name: str, place: int) -> None:
    st.session_state[_RUNNING] = name, place
    st.switch_page(f"../pages/{TOURS[name].steps[place].page}.py")


def _end() -> None:
    del st.session_state[_RUNNING]
