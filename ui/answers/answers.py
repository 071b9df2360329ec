"""What a page says first: how the month stands, who owes, what to decide, and how far the measures are.

A page that shows blocks ends with `show_opened`, for what is pressed on them opens over it.
"""

from collections.abc import Sequence

from markupsafe import Markup

from ita_data.findings import Matter, to_decide
from ita_data.labels import month_label
from ita_data.language import gettext as _
from ita_data.model.orders import GivenOrder, open_orders
from ui.answers.pressed import follow
from ui.forms.receipt import show_told
from ui.forms.response import FORM
from ui.html.answers import first_screen_html, headline_html, who_owes_html
from ui.look import kept
from ui.look.look import Look
from ui.parts.pressable import pressable
from ui.shell.filters import what_is_shown


def first_screen(look: Look) -> None:
    """The blocks of the overview; what is pressed opens the list behind it, or the page of its own."""
    show_told(FORM)
    name = f"first screen {look.is_past}"
    follow(pressable(kept.kept(look.figures.asked, name, lambda: _first_screen(look)), "answers"))


def headline(look: Look) -> None:
    """The finding, the four figures and the months of what is looked at, such as one section."""
    html = kept.kept(look.figures.asked, "headline", lambda: headline_html(look.counted, _printed(look)))
    follow(pressable(html, "answers"))


def who_owes(look: Look) -> None:
    """The finding and the figures of the office, with every section month by month."""
    html = kept.kept(look.figures.asked, "who owes", lambda: who_owes_html(look.counted, _printed(look)))
    follow(pressable(html, "answers"))


def _first_screen(look: Look) -> Markup:
    matters, standing = to_decide(look.counted), open_orders(look.said.orders, look.fiscal_month, look.as_of)
    overdue = sum(each.is_overdue_on(look.as_of) for each in standing)
    open_now = _("Open orders: {number}, of which overdue: {overdue}").format(number=len(standing), overdue=overdue)
    ordered = {matter.key: _ordered(matter, standing, look) for matter in matters}
    return first_screen_html(look.counted, _printed(look), matters, ordered, open_now, can_order=not look.is_past)


def _printed(look: Look) -> str:
    """What stands above the figures on paper, where the frame's chips and filters are not."""
    return " · ".join([what_is_shown(look), *([_("Sample data")] if look.facts.is_sample else [])])


def _ordered(matter: Matter, standing: Sequence[GivenOrder], look: Look) -> str:
    """What was ordered on a matter and is still open, in a few words."""
    for each in standing:
        if (each.order.section, each.order.measure) == (matter.section, matter.measure):
            words = _("Ordered, overdue since {month}") if each.is_overdue_on(look.as_of) else _("Ordered by {month}")
            return words.format(month=month_label(each.order.due_on))
    return ""
