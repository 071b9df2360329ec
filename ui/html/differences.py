"""Two versions of a text side by side: what went is struck out in the old one, what came is underlined in the new."""

from difflib import SequenceMatcher
from functools import cache, lru_cache

import budoux
from markupsafe import Markup, escape

_LONGEST = 4_000
"""Longer texts are shown whole: comparing takes time that grows with the square of their length."""

_LEAST_IN_COMMON = 0.4


@lru_cache(maxsize=2_000)
def marked(old: str, new: str) -> tuple[Markup, Markup]:
    """Both texts as HTML, compared word by word; two that have little in common bear no marks."""
    if len(old) + len(new) > _LONGEST:
        return escape(old), escape(new)
    before, after = _words(old), _words(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _LEAST_IN_COMMON:
        return escape(old), escape(new)
    steps = matcher.get_opcodes()
    return (
        _joined("del", [(before[start:end], kind != "equal") for kind, start, end, _, _ in steps]),
        _joined("ins", [(after[start:end], kind != "equal") for kind, _, _, start, end in steps]),
    )


def _joined(tag: str, pieces: list[tuple[list[str], bool]]) -> Markup:
    return Markup("").join(_piece(tag, "".join(words), differs) for words, differs in pieces if words)


def _piece(tag: str, text: str, differs: bool) -> Markup:
    return Markup(f"<{tag}>{escape(text)}</{tag}>") if differs else escape(text)


def _words(text: str) -> list[str]:
    # Thai is written without spaces between words.
    return _parser().parse(text)


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_thai_parser()
