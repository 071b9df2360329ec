"""Sections of a file that nobody knows: a new one is added, or the name becomes another one of a section."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.planning.sections import naming_errors
from ita_data.model.records import Section
from ita_data.model.spelling import normalised
from ita_data.services.importing import Preview
from ui.forms.begun import edit, folded_form, one_record
from ui.forms.receipt import show_told, tell
from ui.forms.section import new_section_form
from ui.html.markdown import plain
from ui.imports.said import of_this_file
from ui.imports.upload import read_again
from ui.look.look import Look

_FORM = "unknown-sections"
_MOST_NAMES = 10


def ask_about_sections(preview: Preview, look: Look | None, actor: Actor | None) -> None:  # noqa: ARG001
    """Offers to add each section that nobody knows, or to take its name as another one of a section.

    Where that is asked among the words of the file already, it isn't asked again.
    """
    show_told(_FORM)
    names = _unknown(preview)
    if not names or look is None or _office_of(preview, look) != look.plan.organisation:
        return
    st.header(_("Sections that the office doesn't have"), anchor=False)
    st.write(_("Add a section here if it is one; what you leave closed is left out of the import."))
    is_asked = any(question.field == "section" for question in preview.reading.words)
    for name in names[:_MOST_NAMES]:
        _offer(look, name, is_asked=is_asked)


def _unknown(preview: Preview) -> list[str]:
    """The names that nobody knows, each once."""
    found = (problem.value for problem in preview.reading.problems if problem.code == "section-unknown")
    return list({normalised(name): " ".join(name.split()) for name in found}.values())


def _office_of(preview: Preview, look: Look) -> str:
    records = preview.reading.records
    return records.organisation if records else look.plan.organisation


def _offer(look: Look, name: str, *, is_asked: bool) -> None:
    form = of_this_file("unknown-section", normalised(name))
    title = _("“{name}”: a new section") if is_asked else _("“{name}”: a new section, or another name of one")
    folded_form(form, title.format(name=plain(name)), ":material/add:", lambda: _answer(look, form, name, is_asked))


def _answer(look: Look, form: str, name: str, is_asked: bool) -> None:
    titles = {True: _("A new section"), False: _("Another name of a section")}
    is_new = is_asked or st.radio(
        _("What is it?"), list(titles), format_func=titles.__getitem__, horizontal=True, key=f"{form}-is-new"
    )
    if is_new:
        new_section_form(look, form, name, then=_taken)
    else:
        _another_name(look, form, name)


def _another_name(look: Look, form: str, name: str) -> None:
    sections = {section.identity: section for section in look.stored.records.sections}
    chosen: str | None = st.selectbox(
        _("Another name of"),
        list(sections),
        None,
        format_func=lambda identity: sections[identity].name,
        placeholder=_("(please choose)"),
        key=f"{form}-section",
    )
    if chosen:
        known = tuple(sections.values())
        edit(
            look,
            form,
            f"{name}|{chosen}",
            sections[chosen],
            enter=lambda begun: _named(begun.shown, name, known),
            edits=one_record,
            then=_taken,
        )


def _named(section: Section, name: str, sections: Sequence[Section]) -> Section | None:
    """A section with one name more; None where another has it."""
    named = replace(section, former_names=(*section.former_names, name))
    errors = list(naming_errors(named, sections))
    for error in errors:
        st.error(plain(error))
    return None if errors else named


def _taken(section: Section) -> None:
    """Read the file again, which knows the section now."""
    read_again()
    text = _("{section} is known by this name now, and the file was read again. This can be undone in the history.")
    tell(_FORM, text.format(section=section.name))
