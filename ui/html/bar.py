"""The bar below the pages: the title, what is said beside it, and what can be chosen, as HTML."""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from ui.html.rendering import rendered


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice that the address keeps under this name: its options, each a code and its words, and the chosen code."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press: what is told of it, its words, and what is said of it where one points at it."""

    press: str
    text: str
    explained: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """What opens below its own words: sentences, choices and buttons."""

    name: str
    text: str
    said: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar of one page; `leave` leads back from a section, `chips` stand beside the title, `menu` at the end."""

    title: str
    leave: Button | None = None
    chips: tuple[Button | Menu, ...] = ()
    choices: tuple[Choice, ...] = ()
    menu: Menu | None = None


@lru_cache(maxsize=256)
def bar_html(bar: Bar) -> Markup:
    """The bar; it is drawn once for all who see the same."""
    return rendered("bar.html", bar=bar)
