"""The one way from a template to HTML: whatever is put into one is text, unless it is `Markup` already."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

_SHORT = 18


def rendered(template: str, **values: Any) -> Markup:
    """A template of ui/html/templates/ with these values in it; raises UndefinedError where it names another one."""
    return Markup(_TEMPLATES[template].render(values))


def _lines(text: str) -> Markup:
    """A text whose line breaks are shown."""
    return escape(text).replace("\n", Markup("<br/>")) if "\n" in text else escape(text)


def _is_short(text: str) -> bool:
    # A date or a place is read at a glance only where it stands on one line.
    return len(text) <= _SHORT


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_ENVIRONMENT.filters["lines"] = _lines
_ENVIRONMENT.tests["short"] = _is_short

# Compiled before the first visitor comes.
_TEMPLATES = {name: _ENVIRONMENT.get_template(name) for name in _ENVIRONMENT.list_templates()}
