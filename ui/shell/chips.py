"""The chips beside a page's title: whose figures these are, of which day, and the way back from there."""

from datetime import date

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.services import clock
from ui.look.day import today
from ui.look.look import Look
from ui.shell.address import AS_OF, forget, put_in_address
from ui.shell.filters import SECTION, of_pages


def leave_section(look: Look) -> None:
    """Where the title names a section, the chip that leads back to the whole office."""
    if look.section:
        st.button(
            _("Look at the whole office"),
            icon=":material/close:",
            key="leave",
            on_click=forget,
            args=(SECTION,),
        )


def say_the_day(look: Look) -> None:
    """Where another day than today is looked at, the chip that says so and leads back."""
    if look.is_past:
        st.button(
            _("As of {day} · look at today").format(day=date_label(look.as_of)),
            key="today",
            help=_(
                "As the office knew it on {day}: what came later isn't counted, what was corrected since is."
            ).format(day=date_label(look.as_of)),
            on_click=forget,
            args=(AS_OF, *of_pages()),
        )


def say_it_is_sample(look: Look) -> None:
    """The chip that says that the data are invented and which day is today among them; it leads to the real day.

    Where another day is looked at, the chip of that day says so.
    """
    if not look.facts.is_sample:
        return
    day = today()
    is_alive = day != clock.today()
    says_day = is_alive and not look.is_past
    name = _("Sample · today is {day}").format(day=date_label(day)) if says_day else _("Sample data")
    chip = st.popover(name, key="sample", on_change="rerun")
    if chip.open:
        with chip:
            st.write(
                _("Sample data: the monthly reviews were invented for demonstration and are not this office's own.")
            )
            if is_alive:
                _lead_to_the_real_day(day)


def _lead_to_the_real_day(day: date) -> None:
    st.write(
        _("Here it is {day}, so that everything can be entered, ordered and closed as in a real office.").format(
            day=date_label(day)
        )
    )
    st.button(
        _("Look at the real day, {day}").format(day=date_label(clock.today())),
        key="real-day",
        on_click=_look_at,
        args=(clock.today().isoformat(),),
    )


def _look_at(day: str) -> None:
    put_in_address(AS_OF, day)
    forget(*of_pages())
