"""The director's open orders as a table: on his own page, and wherever a section sees what it owes."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from ita_data.labels import date_label, month_label
from ita_data.language import gettext as _
from ita_data.model.orders import GivenOrder, open_orders
from ui.look.look import Look
from ui.parts.tables import text_table


def orders_for(look: Look, section: str) -> None:
    """The open orders that a section has to carry out, wherever it sees what it owes."""
    standing = open_orders(replace(look, section=section).said.orders, look.fiscal_month, look.as_of)
    if standing:
        title = _("Orders of the director to this section: {number}").format(number=len(standing))
        st.markdown(f"**{title}**")
        open_orders_table(look, standing)


def open_orders_table(look: Look, standing: Sequence[GivenOrder]) -> None:
    """One row for each order, with the days by which it is overdue."""
    text_table(_headers(), [_open_row(look, each) for each in standing])


def _headers() -> list[str]:
    return [_("Order no."), _("Month"), _("Section"), _("Measure"), _("Order text"), _("To be done by"), _("Given by")]


def _open_row(look: Look, given: GivenOrder) -> list[str]:
    order = given.order
    due = date_label(order.due_on)
    if given.is_overdue_on(look.as_of):
        due += "\n" + _("✕ overdue by {number} days").format(number=(look.as_of - order.due_on).days)
    by = f"{order.given_by}\n{date_label(order.given_on)}"
    month = month_label(given.month.first_day)
    return [given.name, month, order.section, order.measure or "–", order.text, due, by]
