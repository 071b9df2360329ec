"""The button that writes: only who said who they are can press it."""

from collections.abc import Collection
from typing import Any

import streamlit as st

from ita_data.model.actors import Actor, ActorRole
from ui.shell.actor import require_actor, writer


def pressed_by(
    name: str,
    key: str,
    is_ready: bool = True,
    asks: bool = True,
    *,
    roles: Collection[ActorRole] = tuple(ActorRole),
    **looks: Any,
) -> Actor | None:
    """A button, and who pressed it; None as long as nobody did.

    It can't be pressed before somebody said who they are, nor as of a past day, which the page says just above it
    unless `asks` says that this was done elsewhere, nor in any other role than `roles`. `looks` are further arguments
    of `st.button`.
    """
    actor = require_actor() if asks else writer()
    is_pressed = st.button(name, key=key, disabled=actor is None or actor.role not in roles or not is_ready, **looks)
    return actor if is_pressed else None
