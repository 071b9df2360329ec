"""The form of a section: what it is called, its place among the others, its days and addresses."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import streamlit as st

from ita_data.labels import words
from ita_data.language import gettext as _
from ita_data.model.changes import Edit
from ita_data.model.chasing import addresses_in
from ita_data.model.planning.sections import called_before, moved_along, naming_errors, others
from ita_data.model.records import Section
from ita_data.model.section_kind import SectionKind
from ui.forms.begun import Form, edit
from ui.forms.section_days import days, errors_in_days, say_what_it_owes
from ui.html.markdown import plain
from ui.look.look import Look

Then = Callable[[Section], None]
"""What is done with a section once it is saved."""

_LONGEST_NAME = 200


def section_form(look: Look, name: str, stored: Section, then: Then | None = None) -> None:
    """The fields of a section that is there; `name` is the form's."""
    enter, edits = partial(_entered, look, stored), partial(_edits, look, stored)
    edit(look, name, stored.identity, stored, enter=enter, edits=edits, then=then)


def new_section_form(look: Look, name: str, called: str = "", then: Then | None = None) -> None:
    """The fields of a section that is to be added, blank but for the name by which it is `called`."""
    count = f"{name}-added"

    def begin_anew(added: Section) -> None:
        st.session_state[count] = st.session_state.get(count, 0) + 1
        if then:
            then(added)

    sections = look.stored.records.sections
    blank = Section(called, position=len(sections) + 1)
    of = f"{called}|{st.session_state.get(count, 0)}"
    edit(look, name, of, blank, enter=partial(_entered, look, None), edits=partial(_edits, look, None), then=begin_anew)


def _entered(look: Look, stored: Section | None, form: Form[Section]) -> Section | None:
    entered, errors, is_clear = _fields(look, form)
    errors += [*naming_errors(entered, look.stored.records.sections), *errors_in_days(entered)]
    if not entered.name and stored is None:
        st.caption(_("The section can be saved once it has a name."))
        return None
    for error in errors:
        st.error(plain(error))
    if errors or not is_clear:
        return None
    say_what_it_owes(look, stored, entered)
    return entered


def _fields(look: Look, form: Form[Section]) -> tuple[Section, list[str], bool]:
    """What stands in the fields, what of it can't be read, and whether the days can, which say so themselves."""
    shown = form.shown
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(_("Name of the section"), shown.name, key=form.key("name"), max_chars=_LONGEST_NAME)
        short_name = st.text_input(
            _("Short name"), shown.short_name, key=form.key("short-name"), max_chars=_LONGEST_NAME
        )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        last = max(len(others(shown, look.stored.records.sections)) + 1, shown.position)
        position = st.number_input(
            _("Place in the official order"), min(1, shown.position), last, shown.position, key=form.key("position")
        )
        kind = _kind(form)
    begins, ends = days(look, shown, form.key)
    email, errors = _email(form)
    entered = replace(
        shown,
        name=_plain(name),
        short_name=_plain(short_name),
        position=position,
        section_kind=kind,
        begins_on=begins.day,
        ends_on=ends.day,
        email=email,
        former_names=_former_names(form),
    )
    return called_before(shown, entered), errors, begins.is_clear and ends.is_clear


def _kind(form: Form[Section]) -> SectionKind:
    """What the section is, which decides whether ทุกฝ่าย means it too."""
    kinds = words("section_kind")
    kind: str = st.selectbox(
        _("Kind of section"),
        list(kinds),
        list(kinds).index(form.shown.section_kind),
        format_func=kinds.__getitem__,
        help=_("ทุกฝ่าย means every department alone. Schools and others have the measures for which they are named."),
        key=form.key("kind"),
    )
    return SectionKind(kind)


def _email(form: Form[Section]) -> tuple[str, list[str]]:
    """The addresses to which the section is chased, and the one that is none."""
    title = _("E-mail addresses, parted by commas")
    text = st.text_input(title, form.shown.email, key=form.key("email"), max_chars=500)
    try:
        return ", ".join(addresses_in(text)), []
    except ValueError as error:
        return "", [_("{text} is no e-mail address. Write it like name@example.go.th.").format(text=error)]


def _former_names(form: Form[Section]) -> tuple[str, ...]:
    text = st.text_area(
        _("Other names in files, one a line"),
        "\n".join(form.shown.former_names),
        help=_("Files with one of these names are read as files of this section. A new name adds the one before."),
        key=form.key("former-names"),
        height="content",
    )
    return tuple(name for name in map(_plain, text.split("\n")) if name)


def _plain(text: str) -> str:
    """A name without blanks that nobody sees."""
    return " ".join(text.split())


def _edits(look: Look, stored: Section | None, shown: Section, entered: Section) -> Iterator[Edit]:
    """The section, and those that make room for it where it takes another place."""
    yield (shown if stored else None), entered
    if stored is None or shown.position != entered.position:
        yield from moved_along(entered, look.stored.records.sections)
