"""The columns that nobody knows: a person says what they hold, and for a known office needn't say so again."""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from ita_data.imports.reading import ColumnQuestion
from ita_data.imports.spellings import header_shown
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.column_answers import ASIDE, ASK_AGAIN
from ita_data.model.review_fields import ANSWERS
from ita_data.model.spelling import normalised
from ita_data.services.importing import Preview
from ui.html.markdown import plain
from ui.imports.said import of_this_file
from ui.imports.upload import take_answers
from ui.look.look import Look

_FIELDS = ("measure", "title", "section", "month", *ANSWERS, "due")


def ask_about_columns(preview: Preview, look: Look | None, actor: Actor | None) -> None:
    """Asks what unknown columns hold and reads the file again with the answers.

    They are kept for the office looked at, where there is one and somebody said who they are.
    """
    questions, layout = preview.reading.columns, preview.reading.layout
    if not questions:
        return
    office = look.plan.organisation if look else ""
    fields = _ask(questions, office, actor)
    if not fields:
        return
    take_answers(
        layout, fields, {normalised(question.header): question.header for question in questions}, office, actor
    )
    st.rerun()


def field_names() -> dict[str, str]:
    """The fields that a column may hold, and what else may be said of it, in the words of the screen."""
    names = {ASIDE: _("(leave this column out)")}
    return names | {field: header_shown("monthly", field) for field in _FIELDS}


def _ask(questions: Sequence[ColumnQuestion], office: str, actor: Actor | None) -> Mapping[str, str]:
    """The field that a person chose for each normalised header; empty until somebody answered.

    Says whether the answers will be kept: for an `office`, and with the name of their `actor`.
    """
    st.header(_("What do these columns hold?"), anchor=False)
    st.write(_("A needed column wasn't recognised. Choose what each column holds."))
    st.caption(_how_long(office, actor))
    with st.form("columns"):
        answers = _answers(questions)
        if not st.form_submit_button(_("Read the file with these answers"), type="primary"):
            return {}
    if field := _said_twice(questions, answers):
        text = _(
            "Two columns of one sheet can't both hold “{field}”. Choose it for one of them, and leave the other out."
        )
        st.error(text.format(field=field_names()[field]), icon=":material/view_column:")
        return {}
    return {header: field for header, field in answers.items() if field != ASK_AGAIN}


def _how_long(office: str, actor: Actor | None) -> str:
    if not office:
        return _("Your answers hold for this file alone, because no plan of an office is here yet.")
    if actor is None:
        return _("Your answers hold for this file alone. To keep them, say who you are first, at the top right.")
    return _("Your answers are kept for the next files of {office}.").format(office=plain(office))


def _answers(questions: Sequence[ColumnQuestion]) -> dict[str, str]:
    """The answers by normalised header: each is asked for once, and a field is proposed for one column of a sheet."""
    answers: dict[str, str] = {}
    proposed = set[tuple[str, str]]()
    for question in questions:
        if normalised(question.header) not in answers:
            is_new = (question.sheet, question.field) not in proposed
            answers[normalised(question.header)] = _answer(len(answers), question, question.field if is_new else "")
        proposed.add((question.sheet, question.field))
    return answers


def _said_twice(questions: Sequence[ColumnQuestion], answers: Mapping[str, str]) -> str:
    """A field that was chosen for two columns of one sheet, empty where none was."""
    chosen = Counter((question.sheet, answers[normalised(question.header)]) for question in questions)
    return next((field for (_sheet, field), times in chosen.items() if times > 1 and field in _FIELDS), "")


def _answer(index: int, question: ColumnQuestion, proposed: str) -> str:
    names = {ASK_AGAIN: _("(please choose)"), **field_names()}
    options = list(names)
    column = _("Column {column} of sheet “{sheet}”: “{header}”, with {samples}").format(
        column=question.column,
        sheet=plain(question.sheet),
        header=plain(question.header),
        samples=plain(" · ".join(question.samples)) or _("no values"),
    )
    first = options.index(proposed) if proposed else 0
    return st.selectbox(column, options, first, format_func=names.__getitem__, key=of_this_file(f"column-{index}"))
