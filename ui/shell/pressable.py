"""Blocks of HTML whose every figure can be pressed: the one way from what the server drew back to it."""

import streamlit as st
from markupsafe import Markup

from ui.serving.web import static_address

_SCRIPT = f"""
const {{ default: tell }} = await import(new URL("{static_address("answers/answers.js")}", document.baseURI));
export default tell;
"""
"""Streamlit takes one script and gives it an address of its own, from which none can be found beside it."""

_component = st.components.v2.component(
    "answers",
    html="<div data-answers></div>\n",
    js=_SCRIPT,
    isolate_styles=False,
)


def pressable(html: Markup, key: str) -> str | None:
    """Show blocks, and give the `data-press` of what was pressed on them a moment ago, if anything."""
    # As bytes: JSON would spell every Thai letter with six.
    pressed: str | None = _component(data=html.encode(), key=key, on_pressed_change=_rerun).pressed
    return pressed


def _rerun() -> None:
    """A change that is listened to shows the page anew; what is done then, the page itself decides."""
