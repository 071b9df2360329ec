"""What is open and what was decided, with the lists to go through: all of it can be pressed."""

from markupsafe import Markup

from ita_data.findings import Decided, decided
from ui.answers.answers import printed
from ui.answers.pressed import follow
from ui.director.topics import listed
from ui.forms.receipt import show_told
from ui.forms.response import FORM
from ui.html.decided import decided_html
from ui.look.look import Look
from ui.shell.pressable import pressable


def decided_screen(look: Look) -> None:
    """The blocks of the director's page; what is pressed opens over it."""
    show_told(FORM)
    html = look.kept(f"decided {look.is_past}", lambda: _html(look))
    follow(pressable(html, "answers"))


def decided_on(look: Look) -> Decided:
    """What is open and what was decided, of what is looked at."""
    return decided(look.counted, look.said.orders, look.said.remarks_of_month, look.said.news_days)


def _html(look: Look) -> Markup:
    return decided_html(look.counted, decided_on(look), listed(look), printed(look), can_write=not look.is_past)
