"""Texts of a plan as the yearly report can hold them, so that the report that is made of them is read back the same.

A measure is one line of it under its number, and each line of its detail a bullet below that.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ita_data.model.records import Initiative, Item, Measure, Record

_BULLETS = re.compile(r"^(?:[•●▪◦‣·]\s*|[-–]\s+)+")
_NUMERAL = re.compile(r"(?:(?<=^)|(?<=\s))([0-9๐-๙]{1,2})[.)](?![0-9๐-๙])\s*")


def entry_line(line: str) -> str:
    """A line as a report is read; a number that would begin another entry of the report is put into brackets."""
    return _NUMERAL.sub(r"(\1) ", _bare(line)).strip()


def printable(shown: Record | None, entered: Record) -> Record:
    """A record as somebody entered it, with the texts that she changed as a report can hold them."""
    texts: dict[str, Any] = {
        name: as_held(text) or text
        for name, as_held in _TEXTS.get(type(entered), {}).items()
        if (text := getattr(entered, name)) != getattr(shown, name, None)
    }
    return replace(entered, **texts)


def _entry(text: str) -> str:
    return entry_line(_one_line(text))


def _entry_lines(text: str) -> str:
    return "\n".join(line for line in map(entry_line, text.splitlines()) if line)


def _one_line(text: str) -> str:
    return " ".join(line for line in map(_bare, text.splitlines()) if line)


def _bare(line: str) -> str:
    """A line without what can't be seen, bullets, and spaces that stand double."""
    seen = "".join(letter for letter in line if letter.isprintable() or letter.isspace())
    return _BULLETS.sub("", " ".join(seen.split()))


_TEXTS: dict[type[Record], dict[str, Callable[[str], str]]] = {
    Measure: {"text": _entry, "detail": _entry_lines},
    Item: {"issue": _one_line},
    Initiative: {"name": _one_line},
}
