"""What a page says first: how the month stands, who owes, what to decide, and how far the measures are.

A page that shows blocks ends with `show_opened`, for what is pressed on them opens over it.
"""

from functools import partial

from markupsafe import Markup

from ita_data.findings import answered, to_decide
from ita_data.language import gettext as _
from ita_data.model.orders import open_orders
from ui.answers.pressed import follow
from ui.forms.receipt import show_told
from ui.forms.response import FORM
from ui.html.answers import first_screen_html, heading_html, headline_html, who_owes_html
from ui.look.look import Look
from ui.parts.sorting import in_plan_order
from ui.shell.filters import what_is_shown
from ui.shell.pressable import pressable


def first_screen(look: Look) -> None:
    """The blocks of the overview; what is pressed opens the list behind it, or the page of its own."""
    show_told(FORM)
    plan = in_plan_order()
    name = f"first screen {look.is_past} {plan}"
    follow(pressable(look.kept(name, lambda: _first_screen(look, plan)), "answers"))


def headline(look: Look) -> None:
    """The finding, the four figures and the months of what is looked at, such as one section."""
    html = look.kept("headline", lambda: headline_html(look.counted, printed(look)))
    follow(pressable(html, "answers"))


def who_owes(look: Look) -> None:
    """The finding and the figures of the office, with every section month by month."""
    plan = in_plan_order()
    make = partial(who_owes_html, look.counted, printed(look), in_plan_order=plan)
    html = look.kept(f"who owes {plan}", make)
    follow(pressable(html, "answers"))


def heading_screen(look: Look) -> None:
    """The blocks of the one indicator or initiative looked at."""
    assert look.heading is not None
    plan = in_plan_order()
    make = partial(heading_html, look.counted, look.heading, printed(look), in_plan_order=plan)
    follow(pressable(look.kept(f"heading-{plan}", make), "answers"))


def _first_screen(look: Look, plan: bool) -> Markup:
    standing = open_orders(look.said.orders, look.fiscal_month, look.as_of)
    overdue = sum(each.is_overdue_on(look.as_of) for each in standing)
    open_now = _("Open orders: {number}, of which overdue: {overdue}").format(number=len(standing), overdue=overdue)
    found = [answered(matter, standing, look.said.remarks_of_month) for matter in to_decide(look.counted)]
    can_order = not look.is_past
    return first_screen_html(look.counted, printed(look), found, open_now, can_order=can_order, in_plan_order=plan)


def printed(look: Look) -> str:
    """What stands above the figures on paper, where the frame's chips and filters are not."""
    return " · ".join([what_is_shown(look), *([_("Sample data")] if look.facts.is_sample else [])])
