"""Whose report a file is and of which month, where it leaves that open: what a person has to say."""

from collections.abc import Mapping, Sequence

import streamlit as st

from ita_data.imports.reading import ContextKey, ContextQuestion
from ita_data.labels import label, words
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.problems import Place
from ita_data.services.importing import Preview
from ui.html.markdown import plain
from ui.imports.file.sources import month_shown
from ui.imports.said import SET_ASIDE, context_said, of_this_file, say_context
from ui.look.look import Look

_UNSAID = "?"


def ask_about_context(preview: Preview, _look: Look | None, _actor: Actor | None) -> None:
    """Asks what the file leaves open about its parts, and reads it again with the answers."""
    questions = [question for question in preview.reading.context if question.key not in context_said()]
    if answers := _ask(questions) if questions else {}:
        say_context(answers)
        st.rerun()


def _ask(questions: Sequence[ContextQuestion]) -> Mapping[ContextKey, str]:
    """The answer that a person gave to each question; empty until somebody answered."""
    st.header(_("Whose report is this, and of which month?"), anchor=False)
    st.write(_("The file leaves it open. None of these rows is taken until you say it."))
    with st.form("context"):
        answers = {question.key: _answer(question) for question in questions}
        if not st.form_submit_button(_("Read the file with these answers"), type="primary"):
            return {}
    return {key: answer for key, answer in answers.items() if answer != _UNSAID}


def _answer(question: ContextQuestion) -> str:
    places = {candidate.value: candidate.source.place for candidate in question.candidates if candidate.value}
    options = [_UNSAID, *places, *(option for option in question.options if option not in places)]
    if not question.is_offer:
        options.append(SET_ASIDE)
    return st.selectbox(
        _label(question),
        options,
        format_func=lambda option: _option(question, option, places),
        key=of_this_file("context", *question.key),
    )


def _label(question: ContextQuestion) -> str:
    names = {
        "section": _("Which section reports in the {rows} rows from {place} on?"),
        "month": _("Which month do the {rows} rows from {place} on report?"),
        "tick": _("What does a tick say in the {rows} rows from {place} on?"),
        "hidden": _("{place} hides {rows} rows, maybe an old draft. Shall they be taken?"),
    }
    place = plain(str(question.rows[0])) if question.rows else ""
    return names[question.key.field].format(rows=f"{len(question.rows):,}", place=place)


def answer_shown(field: str, answer: str) -> str:
    """An answer in the words of the screen."""
    if field == "hidden":
        return _("Yes, take them") if answer == "yes" else _("No, leave them out")
    return label("status", answer) if field == "tick" and answer in words("status") else month_shown(answer) or answer


def _option(question: ContextQuestion, option: str, places: Mapping[str, Place]) -> str:
    fixed = {_UNSAID: _("(please choose)"), SET_ASIDE: _("(leave these rows out)")}
    if option in fixed:
        return fixed[option]
    shown = answer_shown(question.key.field, option)
    place = str(places.get(option, ""))
    return f"{shown} ({place})" if place else shown
