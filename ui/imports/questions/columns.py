"""The columns that nobody knows: a person says what they hold, and for a known office needn't say so again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext

import streamlit as st

from ita_data.imports.reading import ColumnQuestion
from ita_data.imports.spellings import header, header_shown
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

    They are kept for the office looked at, where there is one and somebody who said who they are wants it. What a
    sheet does without is only offered, once nothing else is asked.
    """
    every, layout = preview.reading.columns, preview.reading.layout
    questions = [question for question in every if not question.is_offer] or every
    if not questions:
        return
    office = look.plan.organisation if look else ""
    fields, is_kept = _ask(questions, office, actor)
    as_they_stand = {normalised(question.header): question.header for question in questions}
    for is_known in (False, True):
        # A header that is known by itself may stand alone in the next file.
        said = {name: field for name, field in fields.items() if _is_known(as_they_stand[name]) is is_known}
        if said:
            take_answers(layout, said, as_they_stand, office if is_kept and not is_known else "", actor)
    if fields:
        st.rerun()


def field_names() -> dict[str, str]:
    """The fields that a column may hold, and what else may be said of it, in the words of the screen."""
    names = {ASIDE: _("(leave this column out)")}
    return names | {field: header_shown("monthly", field) for field in _FIELDS}


def _ask(questions: Sequence[ColumnQuestion], office: str, actor: Actor | None) -> tuple[Mapping[str, str], bool]:
    """The field that a person chose for each normalised header, none until somebody answered, and whether to keep it.

    That is offered for an `office`, and to an `actor` with a name.
    """
    with _frame(questions), st.form("columns"):
        answers = _answers(questions)
        is_kept = _asks_to_keep(office, actor)
        if not st.form_submit_button(_("Read the file with these answers"), type="primary"):
            return {}, False
    if field := _said_twice(questions, answers):
        text = _(
            "Two columns of one sheet can't both hold “{field}”. Choose it for one of them, and leave the other out."
        )
        st.error(text.format(field=field_names()[field]), icon=":material/view_column:")
        return {}, False
    return {name: field for name, field in answers.items() if field != ASK_AGAIN}, is_kept


def _frame(questions: Sequence[ColumnQuestion]) -> AbstractContextManager[object]:
    """Where the questions stand: under a header of their own, or behind a line where they are only offered."""
    if all(question.is_offer for question in questions):
        return st.expander(_("Columns that aren't read: {count}").format(count=len(questions)))
    st.header(_("What do these columns hold?"), anchor=False)
    st.write(_("A column wasn't recognised, or two of them say different things. Choose what each column holds."))
    return nullcontext()


def _asks_to_keep(office: str, actor: Actor | None) -> bool:
    if not office:
        st.caption(_("Your answers hold for this file alone, because no plan of an office is here yet."))
        return False
    if actor is None:
        st.caption(_("Your answers hold for this file alone. To keep them, say who you are first, at the top right."))
        return False
    text = _("Read these columns so in the next files of {office} too").format(office=plain(office))
    why = _("Without it your answers hold for this file alone, as they always do for a header that is known by itself.")
    return st.checkbox(text, value=True, help=why, key=of_this_file("keep-columns"))


def _is_known(text: str) -> bool:
    return header("monthly", text) is not None


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
