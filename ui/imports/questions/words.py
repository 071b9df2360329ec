"""The words that nobody knows: a person says what they mean, for this file or for all that follow."""

from collections.abc import Mapping, Sequence

import streamlit as st

from ita_data.imports.layouts.layout import of_words
from ita_data.imports.reading import WordQuestion
from ita_data.imports.spellings import header_shown
from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.spelling import normalised
from ita_data.services.importing import Preview
from ui.html.markdown import plain
from ui.imports.said import of_this_file
from ui.imports.upload import take_answers
from ui.look.look import Look

_UNSAID = ""
_MOST_PLACES = 3
_MOST_QUESTIONS = 20
"""So many words are asked about at once, those in most places first; the others once these are answered."""

Meanings = Mapping[tuple[str, str], str]
"""What words mean, by their field and themselves as `normalised`."""


def ask_about_words(preview: Preview, look: Look | None, actor: Actor | None) -> None:
    """Asks what unknown words mean and reads the file again with the answers.

    They are kept for the office looked at only where somebody who said who they are wants it: a word may mean
    something else in the next file.
    """
    questions, layout = preview.reading.words, preview.reading.layout
    if not questions:
        return
    office = look.plan.organisation if look and actor else ""
    meanings, is_kept = _ask(questions, look.facts.texts if look else {}, office)
    as_they_stand = {normalised(each.text): each.text for each in questions}
    for field in dict.fromkeys(field for field, _word in meanings):
        said = {word: meaning for (of, word), meaning in meanings.items() if of == field}
        take_answers(of_words(layout, field), said, as_they_stand, office if is_kept else "", actor)
    if meanings:
        st.rerun()


def word_meaning(field: str, meaning: str) -> str:
    """What a word was said to mean, in the words of the screen."""
    return label("status", meaning) if field == "status" else meaning


def _ask(questions: Sequence[WordQuestion], titles: Mapping[str, str], office: str) -> tuple[Meanings, bool]:
    """The answers, none until somebody gave some, and whether to keep them; `titles` are the measures' texts."""
    st.header(_("What do these words mean?"), anchor=False)
    st.write(_("Rows with a word that you leave open are left out; all others can be taken."))
    if len(questions) == 1:
        # Nothing else is to be answered first, so the choice itself says that it is made.
        return _fields(questions, titles, office)
    with st.form("words"):
        said, is_kept = _fields(questions, titles, office)
        is_answered = st.form_submit_button(_("Read the file with these answers"), type="primary")
    return (said, is_kept) if is_answered else ({}, False)


def _fields(questions: Sequence[WordQuestion], titles: Mapping[str, str], office: str) -> tuple[Meanings, bool]:
    """What was chosen for each word, those that are left open not among it, and whether to keep it."""
    text = _("Read these words so in the next files of {office} too")
    is_kept = bool(office) and st.checkbox(text.format(office=plain(office)), key=of_this_file("keep-words"))
    said = {(each.field, normalised(each.text)): _meaning(each, titles) for each in questions[:_MOST_QUESTIONS]}
    return {of: meaning for of, meaning in said.items() if meaning != _UNSAID}, is_kept


def _meaning(question: WordQuestion, titles: Mapping[str, str]) -> str:
    def shown(option: str) -> str:
        if option == _UNSAID:
            return _("(leave these rows out)")
        return f"{option} {titles[option]}" if option in titles else word_meaning(question.field, option)

    key = of_this_file("word", question.field, normalised(question.text))
    return st.selectbox(_title(question), [_UNSAID, *question.options], format_func=shown, key=key)


def _title(question: WordQuestion) -> str:
    places = ", ".join(place.cell for place in question.places[:_MOST_PLACES])
    more = len(question.places) - _MOST_PLACES
    text = _("{field} “{word}” ({places})") if more <= 0 else _("{field} “{word}” ({places} and {more} more)")
    field = header_shown("monthly", question.field)
    return text.format(field=field, word=plain(question.text), places=places, more=more)
