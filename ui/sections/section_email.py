"""The e-mail addresses of a section, to which it is chased."""

from dataclasses import replace

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.chasing import addresses_in
from ita_data.model.records import Section
from ui.forms.begun import Form, edit, folded_form, one_record
from ui.look.look import Look

_NAME = "section-email"


def section_email_form(look: Look) -> None:
    """The addresses of the section looked at, to be changed by whoever said who they are."""
    folded_form(_NAME, _("E-mail of the section"), ":material/mail:", lambda: _edit(look))


def _edit(look: Look) -> None:
    stored = next(section for section in look.stored.records.sections if section.name == look.section)
    edit(look, _NAME, stored.name, stored, enter=_entered, edits=one_record)


def _entered(form: Form[Section]) -> Section | None:
    title = _("E-mail addresses, parted by commas")
    text = st.text_input(title, form.shown.email, key=form.key("email"), max_chars=500)
    try:
        return replace(form.shown, email=", ".join(addresses_in(text)))
    except ValueError as error:
        st.error(_("{text} is no e-mail address. Write it like name@example.go.th.").format(text=error))
        return None
