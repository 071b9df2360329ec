"""What was answered about the file on the desk, in words, each with the way to take it back."""

from dataclasses import dataclass

from ita_data.imports.layouts.layout import field_of_words
from ita_data.imports.reading import ContextKey, Reading
from ita_data.language import gettext as _
from ui.html.bar import Button
from ui.imports.file.html import Answered
from ui.imports.questions.columns import field_names
from ui.imports.questions.context import answer_shown
from ui.imports.questions.words import word_meaning
from ui.imports.said import (
    SET_ASIDE,
    columns_said,
    context_said,
    header_as_it_stands,
    take_column_back,
    take_context_back,
)


@dataclass(frozen=True, slots=True)
class _Column:
    layout: str
    header: str


def answered(reading: Reading) -> list[Answered]:
    """Every answer of this file, those about columns and words first."""
    texts = [_said_of_column(of) if isinstance(of, _Column) else _said_of_part(of) for of in _given(reading)]
    return [Answered(text, Button(f"back {number}", _("Take it back"))) for number, text in enumerate(texts)]


def take_back(reading: Reading, number: int) -> None:
    """Forget the answer of this number in the list; what an office is remembered for, its own list takes back."""
    given = _given(reading)
    if number >= len(given):
        # Pressed twice in a hurry.
        return
    of = given[number]
    if isinstance(of, _Column):
        take_column_back(of.layout, of.header)
    else:
        take_context_back(of)


def _given(reading: Reading) -> list[_Column | ContextKey]:
    of_layout = {name: said for name, said in columns_said().items() if name.split(" ")[0] == reading.layout}
    return [*(_Column(name, header) for name, said in of_layout.items() for header in said), *context_said()]


def _said_of_column(of: _Column) -> str:
    field, about = columns_said()[of.layout][of.header], field_of_words(of.layout)
    said = header_as_it_stands(of.header)
    if about:
        text = _("{field} “{word}”: {meaning}")
        return text.format(field=field_names()[about], word=said, meaning=word_meaning(about, field))
    return _("Column “{header}”: {field}").format(header=said, field=field_names().get(field, field))


def _said_of_part(key: ContextKey) -> str:
    place = " · ".join(part for part in (key.sheet, key.cell) if part)
    return f"{place}: {_meaning(key, context_said()[key])}"


def _meaning(key: ContextKey, answer: str) -> str:
    if answer == SET_ASIDE:
        return _("these rows are left out")
    words = {
        "section": _("section {answer}"),
        "month": _("month {answer}"),
        "tick": _("a tick says “{answer}”"),
        "hidden": _("what is hidden is taken") if answer == "yes" else _("what is hidden is left out"),
    }
    return words.get(key.field, "{answer}").format(answer=answer_shown(key.field, answer))
