"""Where a text stands, and how large it may be to stay there; where it still can't, it ends with an ellipsis."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ita_data.exports.row_heights import takes_room
from ita_data.exports.typeface import width_of
from ita_data.exports.workbooks import storable
from ita_data.thai_text import ELLIPSIS, end_of_words, words_in

LINE = 1.35
"""The height of a line beside that of its letters, tone marks above tall letters included."""


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a slide or page, in points."""

    left: float
    top: float
    width: float
    height: float

    def inside(self, margin: float) -> "Place":
        """The rectangle without its margin."""
        return Place(self.left + margin, self.top + margin, self.width - 2 * margin, self.height - 2 * margin)

    def from_top(self, height: float) -> "Place":
        """Its upper part."""
        return replace(self, height=height)

    def from_bottom(self, height: float) -> "Place":
        """Its lower part."""
        return replace(self, top=self.top + self.height - height, height=height)


def size_for(texts: Sequence[tuple[Place, str]], largest: int, smallest: int, *, is_bold: bool = False) -> int:
    """The largest size in which every text stays in its place; the smallest one where none is small enough."""
    for size in range(largest, smallest, -1):
        if all(len(_lines(text, place.width / size, is_bold)) <= _most(place, size) for place, text in texts):
            return size
    return smallest


def lines_in(place: Place, text: str, size: int, *, is_bold: bool = False) -> list[str]:
    """The text in lines, parted between words; what finds no room is left out after an ellipsis."""
    lines, most = _lines(text, place.width / size, is_bold), _most(place, size)
    if len(lines) > most:
        lines = [*lines[: most - 1], _ending(lines[most - 1], place.width / size, is_bold)]
    return lines


def fitted(text: str, place: Place, size: int, *, is_bold: bool = False) -> str:
    """The text as far as it finds room, for programs that part it into lines themselves."""
    return "".join(lines_in(place, text, size, is_bold=is_bold)).strip()


def _most(place: Place, size: int) -> int:
    return max(1, int(place.height / (LINE * size)))


def _lines(text: str, width: float, is_bold: bool) -> list[str]:
    """The text in lines of a width, in letters' heights."""
    lines, room = [""], width
    for word in _words(" ".join(storable(text).split())):
        for piece in _pieces(word, width, is_bold):
            if lines[-1] and width_of(piece.rstrip(), is_bold) > room:
                lines.append("")
                room = width
            lines[-1] += piece
            room -= width_of(piece, is_bold)
    return lines


def _pieces(word: str, width: float, is_bold: bool) -> list[str]:
    """A word, or its parts where no line is wide enough for it."""
    if width_of(word.rstrip(), is_bold) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if takes_room(letter) and width_of(pieces[-1] + letter, is_bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _ending(line: str, width: float, is_bold: bool) -> str:
    """A line that goes on, with an ellipsis that still stands on it."""
    most = len(line)
    while most and width_of(line[:most] + ELLIPSIS, is_bold) > width:
        most -= 1
    return line[: end_of_words(line, most)].rstrip() + ELLIPSIS


@lru_cache(maxsize=1_000)
def _words(text: str) -> list[str]:
    return words_in(text)
