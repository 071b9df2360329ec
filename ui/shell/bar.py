"""The bar below the pages: the title, the chips, and the filters that act on the page, in one piece.

What is chosen or pressed on it is taken before the page looks at anything, so that one run shows what came of it.
"""

from collections.abc import Collection, Sequence

import streamlit as st

from ita_data.language import gettext as _
from ui.html.bar import Bar, Button, Choice, bar_html
from ui.look.look import Look
from ui.look.plans import Plan
from ui.shell.chips import LEAVE, REAL_DAY, TODAY, day_chip, look_at_the_real_day, look_at_today, sample_chip
from ui.shell.filters import CHOICES, leave_section, month_and_section, of_section, take_choice, year_menu
from ui.shell.pressable import pressable
from ui.shell.tour import TOUR, start_tour, tours_chip

_KEY = "bar"


def take_what_was_pressed() -> None:
    """Take what was chosen or pressed on the bar a moment ago."""
    pressed = (st.session_state.get(_KEY) or {}).get("pressed") or ""
    name, _space, of = pressed.partition(" ")
    if name in CHOICES:
        take_choice(name, of)
    elif name in _PRESSES:
        _PRESSES[name]()
    elif name == TOUR:
        start_tour(of)


def show_bar(
    title: str, look: Look | None, plans: Sequence[Plan], filters: Collection[str], beside: Choice | None
) -> None:
    """Show the bar of a page; of an empty store there is its title alone. `beside` is a choice of the page's own."""
    bar = Bar(_(title)) if look is None else _bar(_(title), look, plans, filters, beside)
    pressable(bar_html(bar), _KEY)


def _bar(title: str, look: Look, plans: Sequence[Plan], filters: Collection[str], beside: Choice | None) -> Bar:
    leave = Button(LEAVE, _("Look at the whole office")) if look.section else None
    chips = tuple(chip for chip in (day_chip(look), sample_chip(look), tours_chip(look)) if chip)
    choices = (*([beside] if beside else []), *month_and_section(look, filters))
    return Bar(title + of_section(look), leave, chips, choices, year_menu(look, plans, filters))


_PRESSES = {LEAVE: leave_section, TODAY: look_at_today, REAL_DAY: look_at_the_real_day}
"""What the buttons do, by what is told of them."""
