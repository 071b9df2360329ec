"""One of the director's orders: what it says, what became of it, the reports it is about, and the form to close it."""

import streamlit as st

from ita_data.labels import date_label, month_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.orders import GivenOrder
from ita_data.model.states import CellState
from ita_data.services import orders as service
from ita_data.services.opening import Store
from ui.answers.opened import Cell, show_reports
from ui.forms.button import pressed_by
from ui.forms.response import save_what_was_said
from ui.look.look import Look
from ui.parts.orders import open_orders_table
from ui.parts.tables import text_table


def show_order(look: Look, given: GivenOrder) -> None:
    """An order with its answer, or with the form for one, and the missing reports of whom it was given to."""
    if given.is_open_on(look.as_of):
        open_orders_table(look, [given])
        if not look.is_past:
            _close_form(look, given)
    else:
        closed_orders_table([given])
    st.header(_("Reports missing"), anchor=False)
    show_reports(look, lambda cell: _is_about(given, cell))


def closed_orders_table(closed: list[GivenOrder]) -> None:
    """Closed orders with their answers."""
    headers = [
        _("Order no."),
        _("Month"),
        _("Section"),
        _("Measure"),
        _("Order text"),
        _("Given by"),
        _("Answer"),
        _("Closed by"),
    ]
    text_table(headers, [_closed_row(each) for each in closed])


def _close_form(look: Look, given: GivenOrder) -> None:
    answer = st.text_area(_("Answer"), key=f"answer-{given.name}")
    if actor := pressed_by(_("Close this order"), "close", type="primary"):
        _close(look, given, answer, actor)


def _close(look: Look, given: GivenOrder, answer: str, actor: Actor) -> None:
    office = look.plan.organisation

    def close(store: Store, _reason: str) -> str:
        service.close_order(store, office, given, answer, actor)
        return _("Order {number} is closed.").format(number=given.name)

    save_what_was_said(close)


def _closed_row(given: GivenOrder) -> list[str]:
    order, month = given.order, month_label(given.month.first_day)
    by = f"{order.given_by}\n{date_label(order.given_on)}"
    closed = f"{order.closed_by}\n{date_label(order.closed_on)}" if order.closed_on else ""
    return [given.name, month, order.section, order.measure or "–", order.text, by, order.answer, closed]


def _is_about(given: GivenOrder, cell: Cell) -> bool:
    order = given.order
    is_theirs = given.is_to(cell["section"]) and order.measure in (None, cell["measure"])
    return is_theirs and cell["state"] == CellState.MISSING
