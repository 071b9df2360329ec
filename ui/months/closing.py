"""Closing the month looked at: what stands open is said before, and what was closed is shown as it was."""

from functools import partial

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.decisions import Closing
from ita_data.model.errors import ClosedAlready, ItaError
from ita_data.services import closing as service
from ui.forms.begun import folded_form
from ui.forms.button import pressed_by
from ui.forms.receipt import show_told, tell
from ui.forms.save import save, show_refusal
from ui.html.markdown import plain
from ui.look.look import Look
from ui.months.closed import show_closed
from ui.shell.actor import current_actor

_FORM = "close-month"
_WANTED = "wanted-to-close"


def month_close(look: Look) -> None:
    """The frozen figures of a closed month, or the form to close it, which isn't there as of a past day."""
    wanted = st.session_state.pop(_WANTED, None)
    if closing := look.said.closing:
        show_told(_FORM)
        if wanted == look.month:
            _say_who_was_first(closing)
        show_closed(look, closing)
        return
    if look.is_past:
        return
    month = look.facts.names["month"][look.month]
    folded_form(_FORM, _("Close {month}").format(month=month), ":material/lock_open:", lambda: _ask(look))


def _ask(look: Look) -> None:
    last_day = look.fiscal_month.last_day
    if last_day >= look.as_of:
        st.info(_("The month can be closed after {day}.").format(day=date_label(last_day)))
        return
    st.write(
        _(
            "Closing is the director's sign-off: the figures of the whole office up to this month are kept as they are "
            "now, with who closed it and when. Whoever changes something of it afterwards has to give a reason, which "
            "is shown beside the kept figures. A closing can't be undone."
        )
    )
    _say_what_is_open(look)
    actor = current_actor()
    if actor and actor.role != ActorRole.DIRECTOR:
        st.info(_("Only the director closes and reopens months. Choose that role at the top right if it's you."))
    month = look.facts.names["month"][look.month]
    name = _("Close {month} now").format(month=month)
    is_director = actor is not None and actor.role is ActorRole.DIRECTOR
    director = pressed_by(
        name, "close-now", is_director, type="primary", icon=":material/lock:", on_click=_want, args=(look.month,)
    )
    if director:
        _close(look, director)


def _say_what_is_open(look: Look) -> None:
    """What the figures will lack for ever if the month is closed now."""
    reporting = look.figures.of_office(look.month)["reporting"][0]
    missing, waiting = reporting["missing"], reporting["not_yet_due"]
    if missing or waiting:
        text = _(
            "Up to this month {missing} reports are missing and {waiting} not due yet. It can be closed all the same."
        )
        st.warning(text.format(missing=f"{missing:,}", waiting=f"{waiting:,}"), icon=":material/pending_actions:")
    else:
        st.success(_("All reports that are due up to this month have come."), icon=":material/check_circle:")


def _close(look: Look, actor: Actor) -> None:
    plan, month = look.plan.name, look.month
    if save(_FORM, lambda store, _reason: service.close_month(store, plan, month, actor), partial(_refuse, look)):
        tell(_FORM, _("The month is closed by {name}.").format(name=actor.name))
        st.rerun()


def _want(month: int) -> None:
    st.session_state[_WANTED] = month


def _refuse(look: Look, error: ItaError) -> None:
    """Say why it wasn't closed; where somebody else closed it a moment ago, beside what was kept then."""
    if isinstance(error, ClosedAlready):
        _want(look.month)
        st.rerun()
    show_refusal(error)


def _say_who_was_first(closing: Closing) -> None:
    """To somebody who pressed the button, when the month was closed already."""
    error = ClosedAlready(closing.closed_by, closing.closed_on)
    st.info(plain(str(error)), icon=":material/info:")
