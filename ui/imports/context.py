"""Whose report a file is and of which month: what was taken for each of its parts, and what a person has to say."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from ita_data.imports.reading import ContextKey, ContextQuestion, Part, Reading, Source
from ita_data.labels import month_label
from ita_data.language import gettext as _
from ita_data.model.problems import Place
from ui.html.markdown import plain

_UNSAID = ""


def show_parts(reading: Reading) -> None:
    """A line for each part of the file: section, month, how many rows, and where both came from."""
    for part in reading.parts:
        st.caption(_part(part))


def ask_context(questions: Sequence[ContextQuestion]) -> Mapping[ContextKey, str]:
    """The answer that a person gave to each question; empty until somebody answered."""
    st.header(_("Whose report is this, and of which month?"), anchor=False)
    st.write(_("The file leaves it open. None of these rows is taken until you say it."))
    with st.form("context"):
        answers = {question.key: _answer(question) for question in questions}
        if not st.form_submit_button(_("Read the file with these answers"), type="primary"):
            return {}
    return {key: answer for key, answer in answers.items() if answer != _UNSAID}


def _part(part: Part) -> str:
    text = _("{section} · {month} · {rows} rows · section from {section_from}, month from {month_from}")
    return text.format(
        section=plain(part.section) or "?",
        month=_month(part.month) or "?",
        rows=f"{part.rows:,}",
        section_from=_place(part.section_from),
        month_from=_place(part.month_from),
    )


def _place(source: Source) -> str:
    return plain(str(source.place)) or _("the file's name")


def _answer(question: ContextQuestion) -> str:
    places = {candidate.value: candidate.source.place for candidate in question.candidates if candidate.value}
    options = [_UNSAID, *places, *(option for option in question.options if option not in places)]
    key = "-".join(question.key)
    return st.selectbox(
        _label(question), options, format_func=lambda option: _option(question, option, places), key=f"context-{key}"
    )


def _label(question: ContextQuestion) -> str:
    names = {
        "section": _("Which section reports in the {rows} rows from {place} on?"),
        "month": _("Which month do the {rows} rows from {place} on report?"),
        "hidden": _("{place} hides {rows} rows, maybe an old draft. Shall they be taken?"),
    }
    place = plain(str(question.rows[0])) if question.rows else ""
    return names[question.key.field].format(rows=f"{len(question.rows):,}", place=place)


def _option(question: ContextQuestion, option: str, places: Mapping[str, Place]) -> str:
    if option == _UNSAID:
        return _("(please choose)")
    words = {"yes": _("Yes, take them"), "no": _("No, leave them out")}
    shown = words[option] if question.key.field == "hidden" else _month(option) or option
    place = str(places.get(option, ""))
    return f"{shown} ({place})" if place else shown


def _month(written: str) -> str:
    """A month as people read it; empty for what is none."""
    if len(written) != len("2025-01") or not written[:4].isdecimal():
        return ""
    return month_label(date.fromisoformat(f"{written}-01"))
