"""Blocks of HTML whose every figure can be pressed: the one way from what the server drew back to it."""

import streamlit as st
from markupsafe import Markup

from ui.serving.web import component_script

_component = st.components.v2.component(
    "answers",
    html="<div data-answers></div>\n",
    js=component_script("answers/answers.js"),
    isolate_styles=False,
)


def pressable(html: Markup, key: str) -> str | None:
    """Show blocks, and give the `data-press` of what was pressed on them a moment ago, if anything."""
    # As bytes: JSON would spell every Thai letter with six.
    pressed: str | None = _component(data=html.encode(), key=key, on_pressed_change=_rerun).pressed
    return pressed


def _rerun() -> None:
    """A change that is listened to shows the page anew; what is done then, the page itself decides."""
