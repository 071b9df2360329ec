"""How near two spellings are: a slip of one letter may be offered, though never taken in silence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

LEAST_LETTERS = 6
"""Shorter words differ from too many others by one letter."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """Words with their meanings, and by their ends and lengths, so that few have to be looked at for a near one."""

    meanings: Mapping[str, str]
    by_end: Mapping[str, Mapping[int, Sequence[str]]]

    @classmethod
    def of(cls, meanings: Mapping[str, str]) -> "Nearby":
        """These words: one slip leaves either the first two letters alike or the last two."""
        found: dict[str, dict[int, list[str]]] = {}
        for word in meanings:
            for end in _ends(word):
                found.setdefault(end, {}).setdefault(len(word), []).append(word)
        return cls(meanings, found)

    def nearest(self, wanted: str) -> str | None:
        """The only meaning whose word a slip of one letter parts from the wanted one; None for none or several."""
        if len(wanted) < LEAST_LETTERS:
            return None
        near = {self.meanings[word] for word in self._alike(wanted) if is_one_slip_away(wanted, word)}
        return near.pop() if len(near) == 1 else None

    def _alike(self, wanted: str) -> Iterator[str]:
        for end in _ends(wanted):
            if by_length := self.by_end.get(end):
                for length in range(len(wanted) - 1, len(wanted) + 2):
                    yield from by_length.get(length, ())


def _ends(word: str) -> tuple[str, str]:
    return f"{word[:2]}…", f"…{word[-2:]}"


def is_one_slip_away(one: str, other: str) -> bool:
    """Whether one letter too many, too few or another one, or two that changed places, is all that parts two words."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    shorter, longer = sorted((one, other), key=len)
    begun = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    if shorter[begun:] == longer[begun + 1 :] or shorter[begun + 1 :] == longer[begun + 1 :]:
        return True
    # A vowel or tone mark that a PDF moved: รหสั for รหัส.
    swapped = longer[:begun] + longer[begun : begun + 2][::-1] + longer[begun + 2 :]
    return shorter == swapped
