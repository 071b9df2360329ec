"""Whether the meeting on the month was held, and the button that says so; a rehearsal isn't marked."""

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.actors import ActorRole
from ita_data.model.decisions import HeldMeeting
from ita_data.model.errors import NotForSections
from ita_data.services import held_meetings
from ui.forms.button import pressed_by
from ui.forms.day import day_field
from ui.forms.receipt import show_told
from ui.html.markdown import plain
from ui.look.day import today
from ui.look.look import Look
from ui.meeting.captured import write_down

_FORM = "held-meeting"
_ROLES = (ActorRole.DIRECTOR, ActorRole.COORDINATOR)


def held(look: Look) -> None:
    """When the meeting was held, or the form to say so, for the director and the coordinator."""
    show_told(_FORM)
    marked = look.said.held_meeting
    if marked:
        _say_when(look, marked)
    elif not look.is_past and look.fiscal_month.first_day <= today():
        with st.popover(_("Mark the meeting as held"), icon=":material/event_available:", key=_FORM):
            _mark(look)


def _mark(look: Look) -> None:
    st.write(_("From this day on counts what is new at the next meeting. A rehearsal isn't marked."))
    key = f"held-on {look.plan.organisation} {look.plan.fiscal_year} {look.month} {today()}"
    entered = day_field(_("Held on"), key, today(), opens=today())
    st.caption(plain(str(NotForSections())))
    is_ready = entered.is_clear and entered.day is not None
    if (actor := pressed_by(_("Save"), "mark-held", is_ready, roles=_ROLES)) and entered.day:
        office, month, day = look.plan.organisation, look.fiscal_month, entered.day
        write_down(_FORM, lambda store, _reason: held_meetings.mark_held(store, office, month, day, actor))


def _say_when(look: Look, marked: HeldMeeting) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        text = _("The meeting was held on {day}, as {name} marked.")
        st.text(text.format(day=date_label(marked.held_on), name=marked.marked_by))
        if look.is_past:
            return
        if actor := pressed_by(_("Take the mark back"), "unmark-held", asks=False, roles=_ROLES):
            plan = look.plan.name
            write_down(_FORM, lambda store, _reason: held_meetings.unmark_held(store, plan, marked, actor))
