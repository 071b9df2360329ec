"""The language of what people read: Thai unless somebody chose English.

Messages are written in English in the code and looked up in `locale/`. The language belongs to the running
script or command, so it is a context variable; one process serves Thai and English readers side by side.
"""

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = {"th": "ไทย", "en": "English"}
DEFAULT_LANGUAGE = "th"

language: ContextVar[str] = ContextVar("language", default=DEFAULT_LANGUAGE)

_LOCALE = Path(__file__).parent / "locale"


def gettext(message: str) -> str:
    """The message in the current language; the message itself where English was chosen."""
    return _catalogue(language.get()).gettext(message)


def mark(message: str) -> str:
    """Mark a message for the catalogue where it is declared; `gettext` translates it where it is shown."""
    return message


@contextmanager
def spoken(chosen: str) -> Iterator[None]:
    """Speak a language for a while, whichever the reader chose."""
    before = language.set(chosen)
    try:
        yield
    finally:
        language.reset(before)


@cache
def _catalogue(chosen: str) -> _gettext.NullTranslations:
    if chosen == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("ita", _LOCALE, languages=[chosen])
