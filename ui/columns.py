"""The columns that nobody knows: a person says what they hold, and the office needn't say so again."""

from collections.abc import Mapping

import streamlit as st

from ita_data.imports.reading import ColumnQuestion
from ita_data.imports.spellings import head_shown, key
from ita_data.language import gettext as _
from ui.tables import plain

_FIELDS = (
    "measure",
    "title",
    "section",
    "month",
    "status",
    "progress",
    "result",
    "done_on",
    "due",
    "evidence",
    "note",
)
_ASIDE = ""
_OPEN = "?"


def ask_columns(questions: tuple[ColumnQuestion, ...]) -> Mapping[str, str]:
    """The field that a person chose for each head, by the head's key; empty until somebody answered."""
    if not questions:
        return {}
    st.subheader(_("What do these columns hold?"), anchor=False)
    st.write(_("A needed column wasn't recognised. Choose what each column holds; the answer is kept for this office."))
    with st.form("columns"):
        answers = {key(question.head): _answer(index, question) for index, question in enumerate(questions)}
        if st.form_submit_button(_("Read the file with these answers"), type="primary"):
            return {head: field for head, field in answers.items() if field != _OPEN}
    return {}


def _answer(index: int, question: ColumnQuestion) -> str:
    names = {_OPEN: _("(please choose)"), _ASIDE: _("(leave this column out)")}
    names |= {field: head_shown("monthly", field) for field in _FIELDS}
    options = list(names)
    column = _("Column {column} of sheet “{sheet}”: “{head}”, with {samples}").format(
        column=question.column,
        sheet=plain(question.sheet),
        head=plain(question.head),
        samples=plain(" · ".join(question.samples)) or _("no values"),
    )
    first = options.index(question.field) if question.field else 0
    return st.selectbox(column, options, first, format_func=names.__getitem__, key=f"column-{index}")
