"""The e-mail addresses of a section, to which it is chased."""

from dataclasses import replace

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.chasing import addresses_in
from ui.forms.entering import begun, follow_the_store, save, say_how_it_went
from ui.look.look import Look
from ui.shell.actor import require_actor

_NAME = "section-email"


def section_email_form(look: Look) -> None:
    """The addresses of the section looked at, to be changed by whoever said who they are."""
    form = st.expander(_("E-mail of the section"), icon=":material/mail:", key=_NAME, on_change="rerun")
    if form.open:
        with form:
            say_how_it_went(_NAME)
            _edit(look)


def _edit(look: Look) -> None:
    stored = next(section for section in look.stored.records.sections if section.name == look.section)
    form = begun(f"{_NAME}|{look.plan.organisation}|{stored.name}", stored)
    text = st.text_input(
        _("E-mail addresses, parted by commas"), form.shown.email, key=form.key("email"), max_chars=500
    )
    entered = replace(form.shown, email=text.strip())
    follow_the_store(form, entered, stored)
    actor = require_actor()
    if not st.button(_("Save"), key="save-section-email", type="primary", disabled=actor is None) or actor is None:
        return
    try:
        entered = replace(entered, email=", ".join(addresses_in(text)))
    except ValueError as error:
        st.error(_("{text} is no e-mail address. Write it like name@example.go.th.").format(text=error))
        return
    if save(look, [(form.shown, entered)], actor, _NAME):
        form.begin_anew(entered)
        st.rerun()
    form.hold_against(stored)
