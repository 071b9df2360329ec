"""What the file leaves open, asked kind by kind: one function for each kind, in the order in which it is asked."""

from collections.abc import Callable

from ita_data.model.actors import Actor
from ita_data.services.importing import Preview
from ui.imports.questions.columns import ask_about_columns
from ui.imports.questions.context import ask_about_context
from ui.imports.questions.words import ask_about_words
from ui.imports.sections import ask_about_sections
from ui.look.look import Look

_KINDS: tuple[Callable[[Preview, Look | None, Actor | None], None], ...] = (
    ask_about_columns,
    ask_about_context,
    ask_about_words,
    ask_about_sections,
)
"""Columns first, since one may tell whose and when, then that, then what cells say, then which sections there are.

A further kind is one more here.
"""


def ask_questions(preview: Preview, look: Look | None, actor: Actor | None) -> None:
    """Asks all that the file leaves open; whatever is answered, the file is read again."""
    for ask in _KINDS:
        ask(preview, look, actor)
