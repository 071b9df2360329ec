"""The meeting on a month: its agenda on the page, and its screens on the projector.

The figures stay those of the moment at which it was opened, named by the store's revision in the address. The orders
given for the month are read anew: what is said there is seen there.
"""

from dataclasses import asdict, replace
from functools import partial

import streamlit as st

from ita_data.agenda import Arrangement, Meeting, agenda, arranged
from ita_data.language import gettext as _
from ui.look.look import Look
from ui.meeting.captured import answer, ask_who_is_here, capture, catch_up, choices, refusal, stage
from ui.meeting.held import held
from ui.meeting.opened import OPENED, Opened, meeting_now, open_meeting, opened_meeting
from ui.meeting.stage import presenter, screens_json, stage_data, told
from ui.meeting.take_away import take_away
from ui.shell.address import forget, number_in_address, put_in_address

_LOST = "lost-meeting"


def meeting(look: Look) -> None:
    """The agenda with its start, the stage that it opens, and what can be taken home."""
    opened = _opened(look)
    heading = st.container(horizontal=True, vertical_alignment="center")
    ask_who_is_here(look)
    arrangement = _arrangement(look)
    said = {
        **stage_data(opened.meeting),
        "notice": _lost(opened),
        **choices(look),
        "stage": stage(look),
        "refusal": refusal(look),
        "arrangement": _as_kept(arrangement),
        "answer": answer(),
    }
    names, screens = _screens(look, opened, arrangement)
    presenter(
        key=stage(look),
        data=told(said, screens),
        on_arrangement_change=lambda: None,
        on_left_change=lambda: None,
        on_captured_change=lambda: capture(look),
    )
    catch_up(look)
    held(look)
    is_empty = names <= arrangement.dropped
    take_away(opened.meeting, arrangement, look.said.remarks_of_month, is_empty=is_empty)
    # Last, for it counts the figures anew where something was written: the stage doesn't wait for it.
    with heading:
        _say_when_it_was_opened(look, opened)


def _screens(look: Look, opened: Opened, arrangement: Arrangement) -> tuple[set[str], bytes]:
    """The names of the screens, and the screens as the stage takes them; the dropped ones too, for one may want them.

    They are kept apart for each order in which somebody wants them.
    """
    whole = replace(arrangement, dropped=frozenset())
    name = f"screens {opened.revision} {whole.pinned} {whole.order}"
    found: tuple[set[str], bytes] = look.kept(name, partial(_made, opened.meeting, whole))
    return found


def _made(meeting: Meeting, arrangement: Arrangement) -> tuple[set[str], bytes]:
    screens = arranged(agenda(meeting), arrangement)
    return {screen.name for screen in screens}, screens_json(screens)


def _opened(look: Look) -> Opened:
    """The meeting as it was opened; where that is lost, as it is now, which the address says from then on."""
    named = number_in_address(OPENED)
    opened = (named and opened_meeting(look, named)) or open_meeting(look)
    if named is None:
        st.session_state.pop(_LOST, None)
    elif named != opened.revision:
        st.session_state[_LOST] = opened.revision
    put_in_address(OPENED, str(opened.revision))
    return _with_orders_of_now(look, opened)


def _lost(opened: Opened) -> str:
    """What is said where these aren't the figures that the address named."""
    if opened.meeting.is_closed or st.session_state.get(_LOST) != opened.revision:
        return ""
    return _(
        "The figures with which the meeting was opened aren't kept any more, for the program was started anew "
        "or the day is another: these are the figures of {time}."
    ).format(time=f"{opened.at:%H:%M}")


def _say_when_it_was_opened(look: Look, opened: Opened) -> None:
    said = _("Figures as they stood when the meeting was opened, at {time}.").format(time=f"{opened.at:%H:%M}")
    if opened.meeting.is_closed:
        st.info(_("The month is closed: its figures are those that were signed off."), icon=":material/lock:")
    elif lost := _lost(opened):
        st.warning(lost, icon=":material/update:")
    elif _has_moved_on(meeting_now(look), opened.meeting):
        st.warning(said + " " + _("Something is different now."), icon=":material/update:")
    else:
        st.caption(said)
    st.button(_("Refresh the figures"), icon=":material/refresh:", key="refresh", on_click=forget, args=(OPENED,))


def _has_moved_on(now: Meeting, opened: Meeting) -> bool:
    """Whether a figure, an order or comment of earlier months, or the month's closing is other than at the opening."""
    return replace(now, orders=()) != replace(opened, orders=()) or set(now.orders) != set(opened.orders)


def _with_orders_of_now(look: Look, opened: Opened) -> Opened:
    """The figures of the opening, with the orders of the month as they are now."""
    month = opened.meeting.month
    earlier = (each for each in opened.meeting.orders if each.month != month)
    given = (each for each in look.said.orders if each.month == month)
    return replace(opened, meeting=replace(opened.meeting, orders=(*earlier, *given)))


def _arrangement(look: Look) -> Arrangement:
    """What the browser keeps of how this office wants its agenda."""
    arranged_before = (st.session_state.get(stage(look)) or {}).get("arrangement") or {}
    names = {field: tuple(map(str, arranged_before.get(field, ()))) for field in ("pinned", "order", "dropped")}
    return Arrangement(names["pinned"], names["order"], frozenset(names["dropped"]))


def _as_kept(arrangement: Arrangement) -> dict[str, list[str]]:
    return {field: list(names) for field, names in asdict(arrangement).items()}
