"""What stands above the list of whom to chase, as HTML."""

from typing import Any

from markupsafe import Markup

from ita_data.language import gettext as _
from ui.html.rendering import rendered


def owing_html(finding: str, order: dict[str, Any] | None) -> Markup:
    """How much is owed, and the order of the list below with its switch, where it has one."""
    return rendered("owing.html", finding=finding, title=_("Who owes"), order=order)
