"""The director's orders that are open, oldest first, and the form to close one with an answer."""

import streamlit as st

from ita_data.labels import date_label, label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.orders import GivenOrder, closed_orders, open_orders
from ita_data.services import orders as service
from ita_data.services.opening import Store
from ita_data.thai_text import cut_short
from ui.forms.button import pressed_by
from ui.forms.receipt import show_told
from ui.forms.response import FORM, save_what_was_said
from ui.html.tables import text_html
from ui.look.look import Look
from ui.parts.orders import open_orders_table, order_number
from ui.parts.tables import folded_table

_LONGEST_TEXT = 60


def orders(look: Look) -> None:
    """What was ordered and isn't answered yet, those of earlier months first; then what was answered this month."""
    show_told(FORM)
    given = look.said.orders
    standing = open_orders(given, look.fiscal_month, look.as_of)
    overdue = sum(each.is_overdue_on(look.as_of) for each in standing)
    title = _("Open orders: {number}, of which overdue: {overdue}").format(number=len(standing), overdue=overdue)
    st.subheader(title, anchor=False)
    if standing:
        open_orders_table(look, standing)
        if not look.is_past:
            _closing(look, standing)
    else:
        st.success(_("No order is open."), icon=":material/check_circle:")
    _closed(look, given)


def _closing(look: Look, standing: list[GivenOrder]) -> None:
    block = st.expander(_("Close an order with its answer"), key="close-order", on_change="rerun")
    if not block.open:
        return
    with block:
        given = st.selectbox(label("kind", "order"), standing, format_func=_short, key="closing")
        answer = st.text_area(_("Answer"), key=f"answer-{order_number(given)}")
        if actor := pressed_by(_("Close this order"), "close", type="primary"):
            _close(look, given, answer, actor)


def _close(look: Look, given: GivenOrder, answer: str, actor: Actor) -> None:
    office = look.plan.organisation

    def close(store: Store, _reason: str) -> str:
        service.close_order(store, office, given, answer, actor)
        return _("Order {number} is closed.").format(number=order_number(given))

    save_what_was_said(close)


def _short(given: GivenOrder) -> str:
    order = given.order
    return f"{order_number(given)} · {order.section} · {cut_short(order.text, _LONGEST_TEXT)}"


def _closed(look: Look, given: list[GivenOrder]) -> None:
    closed = closed_orders(given, *look.said.news_days)
    if closed:
        title = _("Orders closed since the last meeting: {number}").format(number=len(closed))
        headers = [_("Order no."), _("Section"), _("Order text"), _("Answer"), _("Closed by")]
        folded_table(title, text_html(headers, [_closed_row(each) for each in closed]), "closed-orders")


def _closed_row(given: GivenOrder) -> list[str]:
    order = given.order
    by = f"{order.closed_by}\n{date_label(order.closed_on)}" if order.closed_on else ""
    return [order_number(given), order.section, order.text, order.answer, by]
