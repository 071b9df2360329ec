"""The office's sections in one list: to be looked at, added to, renamed and put in another order."""

import streamlit as st

from ita_data.labels import date_label, label
from ita_data.language import gettext as _
from ita_data.model.records import Section
from ui.forms.begun import folded_form
from ui.forms.section import new_section_form, section_form
from ui.look.look import Look
from ui.parts.tables import text_table
from ui.shell.going import take

_LIST = "section-list"
_ONE = "section-form"
_NEW = ""
_SINCE_EVER = "–"


def sections_form(look: Look) -> None:
    """All sections, with the fields of the one that is chosen or of a new one."""
    title = _("Sections of the office: add, rename, put in order")
    folded_form(_LIST, title, ":material/account_tree:", lambda: _list(look))


def one_section_form(look: Look) -> None:
    """The fields of the section looked at, which the page goes on looking at under a new name."""
    stored = next(section for section in look.stored.records.sections if section.name == look.section)
    title = _("Name, days and e-mail of the section")
    folded_form(_ONE, title, ":material/account_tree:", lambda: section_form(look, _ONE, stored, _follow))


def _follow(saved: Section) -> None:
    take(section=saved.name)


def _list(look: Look) -> None:
    sections = {section.identity: section for section in look.stored.records.sections}
    text_table(
        [
            _("Section"),
            _("Short name"),
            _("Order"),
            _("Kind of section"),
            _("Begins on"),
            _("Ends on"),
            _("E-mail"),
            _("Other names in files"),
        ],
        [_row(section) for section in sections.values()],
        _LIST,
    )
    chosen: str = st.selectbox(
        _("Section to change"),
        [_NEW, *sections],
        format_func=lambda identity: sections[identity].name if identity else _("(a new section)"),
        key="section-to-change",
    )
    if chosen == _NEW:
        new_section_form(look, _LIST)
    else:
        section_form(look, _LIST, sections[chosen])


def _row(section: Section) -> list[str]:
    begins_on, ends_on = (date_label(day) if day else _SINCE_EVER for day in (section.begins_on, section.ends_on))
    kind = label("section_kind", section.section_kind)
    names = "\n".join(section.former_names)
    return [section.name, section.short_name, str(section.position), kind, begins_on, ends_on, section.email, names]
