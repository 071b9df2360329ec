"""Who is here: asked once a session, because every change is written down with its author; and the person's menu."""

from collections.abc import Sequence

import streamlit as st

from ita_data.labels import words
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.thai_text import cut_short
from ui.html.markdown import plain
from ui.shell.address import is_past_day_in_address
from ui.shell.language import language_switch
from ui.shell.tour import help_with_tours

_ACTOR = "actor"
_WHOLE_OFFICE = ""
_LONGEST_NAME = 20
"""So much of a name stands beside the pages on the narrowest screen."""
VISITOR = Actor("ITA", ActorRole.COORDINATOR)
"""Who loads the sample office where nobody said who they are; only invented data may be written so."""


def person_menu(sections: Sequence[str]) -> None:
    """The menu that bears the person's name: who is here, in which language, and help; drawn once it is opened."""
    actor = current_actor()
    name = plain(cut_short(actor.name, _LONGEST_NAME)) if actor else _("Who are you?")
    menu = st.popover(name, icon=":material/person:", key="who", on_change="rerun")
    if not menu.open:
        return
    with menu:
        with st.form("actor-form", border=False):
            _ask(actor, sections)
        language_switch()
        help_with_tours()


def current_actor() -> Actor | None:
    """The person at the screen, None until they said who they are."""
    return st.session_state.get(_ACTOR)


def writer() -> Actor | None:
    """Who may write: the person at the screen, but nobody as of a past day."""
    return None if is_past_day_in_address() else current_actor()


def require_actor() -> Actor | None:
    """Who may write; where nobody may, the page says what is to be done first."""
    actor = writer()
    if is_past_day_in_address():
        st.info(_("This is how a past day saw it. Look at today to write something down."))
    elif actor is None:
        st.info(_("Say who you are first, at the top right: every change is written down with its author."))
    return actor


def _section_name(section: str) -> str:
    return section or _("Whole office")


def _ask(actor: Actor | None, sections: Sequence[str]) -> None:
    name = st.text_input(_("Name"), value=actor.name if actor else "", key="actor-name")
    roles = words("actor")
    role = st.selectbox(_("Role"), list(roles), format_func=roles.__getitem__, key="actor-role")
    section = st.selectbox(_("Section"), [_WHOLE_OFFICE, *sections], format_func=_section_name, key="actor-section")
    if st.form_submit_button(_("This is me")) and name.strip():
        st.session_state[_ACTOR] = Actor(name.strip(), ActorRole(role), section)
        st.rerun()
