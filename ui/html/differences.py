"""Two versions of a text side by side: what went is struck out in the old one, what came is underlined in the new."""

from difflib import SequenceMatcher
from functools import lru_cache

from markupsafe import Markup, escape

from ita_data.thai_text import words_in
from ui.html.rendering import rendered

_LONGEST = 4_000
"""Longer texts are shown whole: comparing takes time that grows with the square of their length."""

_LEAST_IN_COMMON = 0.4


@lru_cache(maxsize=2_000)
def marked(old: str, new: str) -> tuple[Markup, Markup]:
    """Both texts as HTML, compared word by word; two that have little in common bear no marks."""
    if len(old) + len(new) > _LONGEST:
        return escape(old), escape(new)
    before, after = words_in(old), words_in(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _LEAST_IN_COMMON:
        return escape(old), escape(new)
    steps = matcher.get_opcodes()
    return (
        _rendered("del", [(before[start:end], kind != "equal") for kind, start, end, _, _ in steps]),
        _rendered("ins", [(after[start:end], kind != "equal") for kind, _, _, start, end in steps]),
    )


def _rendered(tag: str, pieces: list[tuple[list[str], bool]]) -> Markup:
    return rendered("marked.html", tag=tag, pieces=[("".join(words), differs) for words, differs in pieces if words])
