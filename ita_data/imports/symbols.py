"""Letters in fonts for signs, such as Wingdings: what they show, which their numbers alone don't say."""

import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".toml")

UNKNOWN = "\ufffd"
"""What stands for a sign that nobody knows; a file that holds it says so."""


def is_for_signs(font: str) -> bool:
    """Whether the letters of a font show signs."""
    return font.casefold() in _fonts()


def sign_of(font: str, number: int) -> str:
    """The sign that a font shows for a letter, by its number, with or without F0 before it."""
    return _fonts().get(font.casefold(), {}).get(number & 0xFF, UNKNOWN)


def signs_of(font: str, text: str) -> str:
    """The signs that a font shows for a text."""
    return "".join(sign_of(font, ord(letter)) for letter in text)


@cache
def _fonts() -> dict[str, dict[int, str]]:
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {font: {int(number, 16): sign for number, sign in signs.items()} for font, signs in tables.items()}
