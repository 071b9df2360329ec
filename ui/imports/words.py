"""The words that nobody knows: a person says what they mean, for this file or for all that follow."""

from collections.abc import Mapping, Sequence

import streamlit as st

from ita_data.imports.layouts.layout import ColumnAnswers, of_words
from ita_data.imports.reading import WordQuestion
from ita_data.imports.spellings import header_shown
from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.spelling import normalised
from ui.html.markdown import plain

_UNSAID = ""
_MOST_PLACES = 3
_MOST_QUESTIONS = 20


def ask_words(layout: str, questions: Sequence[WordQuestion], titles: Mapping[str, str]) -> ColumnAnswers:
    """What a person said of the words, by the names under which answers are kept; empty until somebody answered.

    `titles` are the measures' texts. Words in many places stand first; the rest is asked once these are answered.
    """
    st.header(_("What do these words mean?"), anchor=False)
    st.write(_("Rows with a word that you leave open are not taken; all others can be."))
    asked = questions[:_MOST_QUESTIONS]
    with st.form("words"):
        said = {(each.field, normalised(each.text)): _meaning(each, titles) for each in asked}
        if not st.form_submit_button(_("Read the file with these answers"), type="primary"):
            return {}
    found: dict[str, dict[str, str]] = {}
    for (field, word), meaning in said.items():
        if meaning != _UNSAID:
            found.setdefault(of_words(layout, field), {})[word] = meaning
    return found


def word_meaning(field: str, meaning: str) -> str:
    """What a word was said to mean, in the words of the screen."""
    return label("status", meaning) if field == "status" else meaning


def _meaning(question: WordQuestion, titles: Mapping[str, str]) -> str:
    def shown(option: str) -> str:
        if option == _UNSAID:
            return _("(leave these rows out)")
        return f"{option} {titles[option]}" if option in titles else word_meaning(question.field, option)

    key = f"word-{question.field}-{normalised(question.text)}"
    return st.selectbox(_title(question), [_UNSAID, *question.options], format_func=shown, key=key)


def _title(question: WordQuestion) -> str:
    places = ", ".join(place.cell for place in question.places[:_MOST_PLACES])
    more = len(question.places) - _MOST_PLACES
    text = _("{field} “{word}” ({places})") if more <= 0 else _("{field} “{word}” ({places} and {more} more)")
    field = header_shown("monthly", question.field)
    return text.format(field=field, word=plain(question.text), places=places, more=more)
