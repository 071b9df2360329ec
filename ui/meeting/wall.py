"""The wall screen: a month's screens one after the other, for a display that nobody touches."""

from datetime import datetime, timedelta

import streamlit as st

from ita_data.agenda import Meeting, agenda
from ita_data.language import gettext as _
from ita_data.services.clock import now
from ui.look.look import Look
from ui.meeting.opened import meeting_now
from ui.meeting.stage import presenter, screens_json, stage_data, told
from ui.shell.address import number_in_address

_EVERY = "every"
_QUICKEST, _USUAL, _SLOWEST = 5, 20, 600
_REFRESH_SECONDS = 60
_FOR_PEOPLE = "orders_to_give"


def wall(look: Look) -> None:
    """The screens of the figures as they are now, drawn anew every minute for as long as the display is on.

    `?every=30` in the address is how many seconds each of them stays.
    """
    meeting = meeting_now(look)
    said = {
        **stage_data(meeting),
        "is_wall": True,
        "seconds": _seconds(),
        "updated": _("Last updated {time}").format(time=f"{now():%H:%M}"),
    }
    screens: bytes = look.kept("screens of the wall", lambda: _screens(meeting))
    st.info(
        _(
            "The screens cover this page: Esc leaves them, and loading the page anew shows them again. "
            "How long each of them stays can be said in the address; the guide to the meeting tells how."
        ),
        icon=":material/monitor:",
    )
    presenter(key="wall", data=told(said, screens))
    _renew(now())


def _screens(meeting: Meeting) -> bytes:
    return screens_json([screen for screen in agenda(meeting) if screen.name != _FOR_PEOPLE])


@st.fragment(run_every=_REFRESH_SECONDS)
def _renew(drawn_at: datetime) -> None:
    """Draw the whole page again, which finds the month and the figures of that minute."""
    if now() - drawn_at >= timedelta(seconds=_REFRESH_SECONDS - 1):
        st.rerun()


def _seconds() -> int:
    return min(_SLOWEST, max(_QUICKEST, number_in_address(_EVERY) or _USUAL))
