"""The first screen: how the month stands, who owes, what to decide, and how far the measures are."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from ita_data.findings import Matter, to_decide
from ita_data.labels import month_label
from ita_data.language import gettext as _
from ita_data.model.orders import GivenOrder, open_orders
from ui.forms.receipt import show_told
from ui.forms.response import FORM
from ui.html.answers import answers_html
from ui.look import kept
from ui.look.look import Look
from ui.overview.opened import show_opened
from ui.parts.pressable import pressable
from ui.shell.address import put_in_address
from ui.shell.opened import open_over_page

_PAGES = {"section": "sections", "indicator": "indicators", "month": "months"}
"""Which page a group leads to."""


def answers(look: Look) -> None:
    """The blocks of the overview; what is pressed opens the list behind it, or the page of its own."""
    show_told(FORM)
    name = f"answers {look.is_past}"
    pressed = pressable(kept.kept(look.figures.asked, name, lambda: _html(look)), "answers")
    if pressed:
        _follow(pressed)
    show_opened(look)


def _html(look: Look) -> Markup:
    matters, standing = to_decide(look.counted), open_orders(look.said.orders, look.fiscal_month, look.as_of)
    overdue = sum(each.is_overdue_on(look.as_of) for each in standing)
    open_now = _("Open orders: {number}, of which overdue: {overdue}").format(number=len(standing), overdue=overdue)
    ordered = {matter.key: _ordered(matter, standing, look) for matter in matters}
    return answers_html(look.counted, matters, ordered, open_now, can_order=not look.is_past)


def _ordered(matter: Matter, standing: Sequence[GivenOrder], look: Look) -> str:
    """What was ordered on a matter and is still open, in a few words."""
    for each in standing:
        if (each.order.section, each.order.measure) == (matter.section, matter.measure):
            words = _("Ordered, overdue since {month}") if each.is_overdue_on(look.as_of) else _("Ordered by {month}")
            return words.format(month=month_label(each.order.due_on))
    return ""


def _follow(pressed: str) -> None:
    kind, _space, of = pressed.partition(" ")
    if kind == "orders":
        st.switch_page("../pages/director.py", query_params=st.query_params.to_dict())
    if kind in _PAGES:
        put_in_address(kind, of)
        st.switch_page(f"../pages/{_PAGES[kind]}.py", query_params=st.query_params.to_dict())
    open_over_page(pressed)
