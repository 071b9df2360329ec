"""What a person said about the file on the desk, for as long as it lies there."""

from collections.abc import Mapping

import streamlit as st

from ita_data.imports.layouts.layout import ColumnAnswers, ContextAnswers
from ita_data.imports.reading import ContextKey, ContextQuestion, Reading

SET_ASIDE = ""
"""An answer that is none: the rows concerned are left out."""

_COLUMNS = "column-answers"
_HEADERS = "column-headers"
_CONTEXT = "context-answers"
_NUMBER = "file-number"


def context_said() -> ContextAnswers:
    """The answers about sections and months, and which questions are set aside."""
    answers: ContextAnswers = st.session_state.get(_CONTEXT, {})
    return answers


def columns_said() -> ColumnAnswers:
    """The answers about columns."""
    answers: ColumnAnswers = st.session_state.get(_COLUMNS, {})
    return answers


def say_context(answers: Mapping[ContextKey, str]) -> None:
    """Add answers about sections and months."""
    st.session_state[_CONTEXT] = {**context_said(), **answers}


def header_as_it_stands(header: str) -> str:
    """A normalised header as the file has it."""
    headers: Mapping[str, str] = st.session_state.get(_HEADERS, {})
    return headers.get(header, header)


def say_columns(layout: str, fields: Mapping[str, str], headers: Mapping[str, str]) -> None:
    """Add answers about the columns of one layout, by their normalised headers; `headers` as the file has them."""
    st.session_state[_HEADERS] = {**st.session_state.get(_HEADERS, {}), **headers}
    st.session_state[_COLUMNS] = {**columns_said(), layout: {**columns_said().get(layout, {}), **fields}}


def take_context_back(key: ContextKey) -> None:
    """Forget one answer about a section or month."""
    st.session_state[_CONTEXT] = {of: answer for of, answer in context_said().items() if of != key}


def take_column_back(layout: str, header: str) -> None:
    """Forget one answer about a column."""
    fields = {of: field for of, field in columns_said()[layout].items() if of != header}
    st.session_state[_COLUMNS] = {**columns_said(), layout: fields}


def forget_all() -> None:
    """Another file: what was said about the one before says nothing of it, and what was chosen for it goes too."""
    st.session_state.pop(_COLUMNS, None)
    st.session_state.pop(_HEADERS, None)
    st.session_state.pop(_CONTEXT, None)
    st.session_state[_NUMBER] = st.session_state.get(_NUMBER, 0) + 1


def of_this_file(*parts: str) -> str:
    """The key of a widget that is forgotten with the file."""
    return "-".join([*parts, str(st.session_state.get(_NUMBER, 0))])


def waiting(reading: Reading) -> list[ContextQuestion]:
    """The questions that keep rows back and that nobody has answered or set aside."""
    said = context_said()
    return [question for question in reading.context if not question.is_offer and question.key not in said]
