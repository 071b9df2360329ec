"""The director's orders that are open, oldest first, and the form to close one with an answer."""

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from ita_data.labels import date_label, label, month_label
from ita_data.language import gettext as _
from ita_data.model.errors import ItaError
from ita_data.model.orders import GivenOrder, closed_orders, open_orders
from ita_data.services import orders as service
from ui.actor import require_actor
from ui.data import Look, store
from ui.response_form import say_what_was_kept, was_kept
from ui.tables import folded_table, text_html, text_table

_LONGEST_TEXT = 60


def orders(look: Look) -> None:
    """What was ordered and isn't answered yet, those of earlier months first; then what was answered this month."""
    say_what_was_kept()
    given = look.orders
    standing = open_orders(given, look.fiscal_month, look.as_of)
    overdue = sum(each.is_overdue_on(look.as_of) for each in standing)
    title = _("Open orders: {number}, of which overdue: {overdue}").format(number=len(standing), overdue=overdue)
    st.subheader(title, anchor=False)
    if standing:
        text_table(_heads(), [_open_row(look, each) for each in standing])
        if not look.is_past:
            _closing(look, standing)
    else:
        st.success(_("No order is open."), icon=":material/check_circle:")
    _closed(look, given)


def orders_for(look: Look, section: str) -> None:
    """The open orders that a section has to carry out, wherever it sees what it owes."""
    standing = open_orders(replace(look, section=section).orders, look.fiscal_month, look.as_of)
    if standing:
        title = _("Orders of the director to this section: {number}").format(number=len(standing))
        st.markdown(f"**{title}**")
        text_table(_heads(), [_open_row(look, each) for each in standing])


def _heads() -> list[str]:
    return [_("Order no."), _("Month"), _("Section"), _("Measure"), _("Order text"), _("To be done by"), _("Given by")]


def _open_row(look: Look, given: GivenOrder) -> list[str]:
    order = given.order
    due = date_label(order.due_on)
    if given.is_overdue_on(look.as_of):
        due += "\n" + _("✕ overdue by {number} days").format(number=(look.as_of - order.due_on).days)
    by = f"{order.given_by}\n{date_label(order.given_on)}"
    month = month_label(given.month.first_day)
    return [_number(given), month, order.section, order.measure or "–", order.text, due, by]


def _number(given: GivenOrder) -> str:
    return f"{given.order.number}/{given.fiscal_year}"


def _closing(look: Look, standing: list[GivenOrder]) -> None:
    block = st.expander(_("Close an order with its answer"), key="close-order", on_change="rerun")
    if not block.open:
        return
    with block:
        actor = require_actor()
        given = st.selectbox(label("kind", "order"), standing, format_func=_short, key="closing")
        answer = st.text_area(_("Answer"), key=f"answer-{_number(given)}")
        if st.button(_("Close this order"), type="primary", disabled=actor is None, key="close") and actor:
            try:
                service.close_order(store(), look.plan.organisation, given, answer, actor)
            except ItaError as error:
                st.error(str(error))
            else:
                was_kept(_("Order {number} is closed.").format(number=_number(given)))


def _short(given: GivenOrder) -> str:
    text = given.order.text
    shown = text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"
    return f"{_number(given)} · {given.order.section} · {shown}"


def _closed(look: Look, given: list[GivenOrder]) -> None:
    since, until = look.days_since_last_meeting
    closed = closed_orders(given, since + timedelta(days=1), until)
    if closed:
        title = _("Orders closed since the last meeting: {number}").format(number=len(closed))
        heads = [_("Order no."), _("Section"), _("Order text"), _("Answer"), _("Closed by")]
        folded_table(title, text_html(heads, [_closed_row(each) for each in closed]), "closed-orders")


def _closed_row(given: GivenOrder) -> list[str]:
    order = given.order
    by = f"{order.closed_by}\n{date_label(order.closed_on)}" if order.closed_on else ""
    return [_number(given), order.section, order.text, order.answer, by]
