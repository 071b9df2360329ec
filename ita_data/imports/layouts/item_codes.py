"""Item codes as the first column writes them: I1, `O1 - O17`, and codes that a reading error took the letter from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_RANGE = re.compile(r"([IEO])\s*(\d{1,3})\s*[-–—]\s*([IEO])?\s*(\d{1,3})")
_SINGLE = re.compile(r"([IEO])\s*(\d{1,3})")
_MISREAD_LETTERS = {"1": "I", "l": "I", "|": "I", "0": "O"}
"""What a page reader makes of a letter: `11` is I1 and `110` is I10."""
INSTRUMENTS = {"I": "IIT", "E": "EIT", "O": "OIT"}
"""The instrument that asks an item, by the letter of its code."""
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def instrument_of(codes: Iterable[str]) -> str:
    """The one instrument that asks all of these items; empty where there are several or none."""
    instruments = {INSTRUMENTS.get(code[0], "") for code in codes}
    return instruments.pop() if len(instruments) == 1 else ""


@dataclass(frozen=True, slots=True)
class ReadCode:
    """The items a code names, none where it can't be read; `is_repaired` where a letter was put back."""

    items: tuple[str, ...]
    is_repaired: bool = False


@dataclass(slots=True)
class CodeRun:
    """The run of codes down the column: a misread letter is only put back where the number is the next in the run."""

    last: dict[str, int] = field(default_factory=dict)

    def read(self, text: str) -> ReadCode:
        """The items that a code names; remembers the last number of each letter."""
        written = text.translate(_THAI_DIGITS).strip()
        items = _items(written.upper())
        if items:
            return self._taken(ReadCode(items))
        letter = _MISREAD_LETTERS.get(written[:1], "")
        if letter and written[1:] == str(self.last.get(letter, 0) + 1):
            return self._taken(ReadCode((f"{letter}{written[1:]}",), is_repaired=True))
        return ReadCode(())

    def _taken(self, code: ReadCode) -> ReadCode:
        last = code.items[-1]
        self.last[last[0]] = int(last[1:])
        return code


def _items(written: str) -> tuple[str, ...]:
    if match := _SINGLE.fullmatch(written):
        return (f"{match[1]}{int(match[2])}",)
    match = _RANGE.fullmatch(written)
    if match is None or match[3] not in (None, match[1]):
        return ()
    return tuple(f"{match[1]}{number}" for number in range(int(match[2]), int(match[4]) + 1))
