"""The indicator or initiative that a page looks at, chosen on the bar and kept in the address."""

from ita_data.language import gettext as _
from ui.html.bar import Choice
from ui.look.look import Look
from ui.shell.address import chosen_in_address

_PARAMETER = "indicator"


def choice_of_heading(look: Look) -> Choice:
    """The choice among all indicators and initiatives."""
    names = look.facts.headings
    return Choice(_PARAMETER, _("Indicator or initiative"), tuple(names.items()), heading_in_address(look))


def heading_in_address(look: Look) -> str:
    """The code of the chosen one: 4 of an indicator, ก1 of an initiative."""
    names = list(look.facts.headings)
    return chosen_in_address(_PARAMETER, names, names[0])
