"""What an office is remembered for: columns and words that somebody explained, and how to take that back."""

from collections.abc import Sequence

import streamlit as st

from ita_data.imports.layouts.layout import field_of_words
from ita_data.language import gettext as _
from ita_data.model.column_answers import ColumnAnswer
from ita_data.services import columns
from ui.forms.button import pressed_by
from ui.forms.save import save
from ui.imports.questions.columns import field_names
from ui.imports.questions.words import word_meaning
from ui.imports.upload import start_anew
from ui.look.look import Look
from ui.parts.moments import moment
from ui.parts.tables import text_table
from ui.shell.actor import require_actor


def show_remembered(look: Look) -> None:
    """The answers kept for the office looked at, if there are any, with a way to forget each or all of them."""
    office = look.plan.organisation
    answers = look.stored.column_answers
    if not answers:
        return
    title = _("Columns and words that this office explained ({number})").format(number=f"{len(answers):,}")
    with st.expander(title, icon=":material/view_column:"):
        st.write(_("Files with these headers and words are read so. What is forgotten is asked for again."))
        text_table(
            [_("Header or word"), _("Is read as"), _("Answered by"), _("When")], _rows(answers), key="remembered"
        )
        _ask_to_forget(office, answers)


def _rows(answers: Sequence[ColumnAnswer]) -> list[list[str]]:
    return [[*_read_as(answer), answer.actor_name, moment(answer.answered_at)] for answer in answers]


def _read_as(answer: ColumnAnswer) -> tuple[str, str]:
    """A header or a word of some field, and what it is read as."""
    names, about = field_names(), field_of_words(answer.layout)
    if about:
        return f"{names[about]} “{answer.header}”", word_meaning(about, answer.field)
    return answer.header, names.get(answer.field, answer.field)


def _ask_to_forget(office: str, answers: Sequence[ColumnAnswer]) -> None:
    require_actor()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.multiselect(
            _("Answers to forget"),
            answers,
            format_func=lambda answer: answer.header,
            placeholder=_("(please choose)"),
            key="columns-to-forget",
        )
        some = pressed_by(_("Forget the chosen answers"), "forget-chosen", is_ready=bool(chosen), asks=False)
        every = pressed_by(_("Forget all answers"), "forget-all", asks=False)
    actor = some or every
    if actor is None:
        return
    forgotten = answers if every else chosen
    if save("remembered", lambda store, _reason: columns.forget(store, office, forgotten, actor)):
        start_anew()
        st.rerun()
