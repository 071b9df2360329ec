"""What opens over the director's page: a matter, an order, a topic's list, or the list behind a figure."""

from collections.abc import Mapping, Sequence

import streamlit as st

from ita_data.findings import Answered, Matter, decided_figures, overdue_orders
from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.decisions import Topic
from ita_data.model.orders import GivenOrder
from ita_data.model.states import CellState
from ui.answers.opened import Cell, Kind, Shown, rule_shown, show_opened, show_reports
from ui.director.decided import decided_on
from ui.director.lists import remarks_table
from ui.director.orders import closed_orders_table, show_order
from ui.director.topics import show_topic
from ui.forms.response import response_form
from ui.look.look import Look
from ui.parts.orders import open_orders_table
from ui.parts.tables import text_table


def show_decided(look: Look) -> None:
    """Show what the address says is open over the director's page."""
    show_opened(look, _KINDS)


def _topic(look: Look, name: str) -> Shown | None:
    if name not in list(Topic):
        return None
    return label("topic", name), lambda: show_topic(look, Topic(name))


def _matter(look: Look, key: str) -> Shown | None:
    found = next((each for each in decided_on(look).answered if each.matter.key == key), None)
    return (found.matter.title, lambda: _show_matter(look, found)) if found else None


def _show_matter(look: Look, found: Answered) -> None:
    """Why it is to be decided, the reports behind it, what was said on it, and the form to decide it."""
    matter = found.matter
    st.text(matter.reason)
    if found.order:
        open_orders_table(look, [found.order])
    remarks_table(found.remarks)
    response_form(look, matter.topic, matter)
    show_reports(look, lambda cell: _is_behind(matter, cell))


def _is_behind(matter: Matter, cell: Cell) -> bool:
    if matter.topic is Topic.STANDSTILL:
        return bool(cell["measure"] == matter.measure)
    state = CellState.LATE if matter.topic is Topic.LATE else CellState.MISSING
    return bool((cell["section"], cell["state"]) == (matter.section, state))


def _given(look: Look, of: str) -> Shown | None:
    year, _space, number = of.partition(" ")
    orders = {(str(each.fiscal_year), str(each.order.number)): each for each in look.said.orders}
    given = orders.get((year, number))
    if given is None:
        return None
    title = _("Order {number} to {section}").format(number=given.name, section=given.order.section)
    return title, lambda: show_order(look, given)


def _figure(look: Look, key: str) -> Shown | None:
    names = _figure_names(look)
    return (names[key], lambda: _show_figure(look, key)) if key in names else None


def _rule(look: Look, key: str) -> Shown | None:
    return rule_shown(_figure_names(look), key)


def _figure_names(look: Look) -> dict[str, str]:
    return {figure.key: figure.name for figure in decided_figures(look.counted, decided_on(look))}


def _show_figure(look: Look, key: str) -> None:
    """The list behind a figure."""
    found = decided_on(look)
    if key == "matters":
        headers = [_("Matter"), _("Why"), _("Decided")]
        text_table(headers, [_matter_row(each) for each in found.answered])
    elif key == "decided":
        _show_orders(look, found.given)
        remarks_table(found.remarks)
        if found.closed:
            st.header(_("Orders closed since the last meeting"), anchor=False)
            closed_orders_table(list(found.closed))
    else:
        orders = found.standing if key == "open_orders" else overdue_orders(look.counted, found)
        _show_orders(look, orders)


def _matter_row(each: Answered) -> list[str]:
    return [each.matter.title, each.matter.reason, _("not yet") if each.waits else _("yes")]


def _show_orders(look: Look, orders: Sequence[GivenOrder]) -> None:
    """Open orders, and those that were closed meanwhile."""
    standing = [each for each in orders if each.is_open_on(look.as_of)]
    closed = [each for each in orders if each not in standing]
    if standing:
        open_orders_table(look, standing)
    if closed:
        closed_orders_table(closed)
    if not orders:
        st.info(_("There is no order here."))


_KINDS: Mapping[str, Kind] = {
    "figure": _figure,
    "rule": _rule,
    "topic": _topic,
    "matter": _matter,
    "given": _given,
}
"""What opens here beside or in place of what opens over every page."""
