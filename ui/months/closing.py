"""Closing the month looked at: what stands open is said before, and what was closed is shown as it was."""

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.errors import ItaError
from ita_data.services import closing as service
from ui.html.words import plain
from ui.look.look import Look
from ui.look.plans import store
from ui.months.closed import show_closed
from ui.shell.actor import require_actor

_FORM = "close-month"


def month_close(look: Look) -> None:
    """The frozen figures of a closed month, or the form to close it."""
    if look.said.closing:
        show_closed(look, look.said.closing)
        return
    month = look.facts.names["month"][look.month]
    form = st.expander(
        _("Close {month}").format(month=month), icon=":material/lock_open:", key=_FORM, on_change="rerun"
    )
    if form.open:
        with form:
            _ask(look)


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
    actor = require_actor()
    if actor and actor.role != service.DIRECTOR:
        st.info(_("Only the director closes and reopens months. Choose that role at the top right if it's you."))
    month = look.facts.names["month"][look.month]
    name = _("Close {month} now").format(month=month)
    is_director = actor is not None and actor.role == service.DIRECTOR
    if st.button(name, type="primary", icon=":material/lock:", disabled=not is_director, key="close-now") and actor:
        _close(look, actor)


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
    try:
        batch = service.close_month(store(), look.plan.organisation, look.plan.fiscal_year, look.month, actor)
    except ItaError as error:
        st.error(str(error))
        return
    if batch is None:
        st.info(_("Somebody else closed the month a moment ago."))
    st.toast(_("The month is closed by {name}.").format(name=plain(actor.name)), icon=":material/lock:")
    st.rerun()
