"""Where a text stands, and how large it may be to stay there; where it still can't, it ends with an ellipsis."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from ita_data.exports.row_heights import printed_length, takes_room

_LETTER = 0.54
"""The width of a letter beside its height, with some to spare: a machine without the font takes a wider one."""
LINE = 1.35
"""The height of a line beside that of its letters, tone marks above tall letters included."""
_STEP = 2
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Room:
    """The width and height that a text may take, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a slide or page, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def room(self) -> Room:
        """How much text it takes."""
        return Room(self.width, self.height)

    def inside(self, margin: float) -> "Place":
        """The rectangle without its margin."""
        return Place(self.left + margin, self.top + margin, self.width - 2 * margin, self.height - 2 * margin)

    def from_top(self, height: float) -> "Place":
        """Its upper part."""
        return replace(self, height=height)

    def from_bottom(self, height: float) -> "Place":
        """Its lower part."""
        return replace(self, top=self.top + self.height - height, height=height)


def fitted(text: str, room: Room, largest: int, smallest: int) -> tuple[str, int]:
    """The text as it fits, and its size."""
    (found,), size = fitted_together([text], [room], largest, smallest)
    return found, size


def fitted_together(texts: Sequence[str], rooms: Sequence[Room], largest: int, smallest: int) -> tuple[list[str], int]:
    """Some texts as they fit, and the one size in which all of them do."""
    for size in range(largest, smallest, -_STEP):
        if all(_fits(text, room, size) for text, room in zip(texts, rooms, strict=True)):
            return list(texts), size
    return [_cut(text, room, smallest) for text, room in zip(texts, rooms, strict=True)], smallest


def shortened(text: str, letters: int) -> str:
    """A text of at most so many letters that take room; no letter loses the marks above and below it."""
    if printed_length(text) <= letters:
        return text
    kept, room = [], letters - len(_ELLIPSIS)
    for letter in text:
        room -= takes_room(letter)
        if room < 0:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + _ELLIPSIS


def _fits(text: str, room: Room, size: int) -> bool:
    letters = _letters(room, size)
    needed = sum(ceil(max(1, printed_length(line)) / letters) for line in text.split("\n"))
    return needed <= _lines(room, size)


def _cut(text: str, room: Room, size: int) -> str:
    return (
        text
        if _fits(text, room, size)
        else shortened(" ".join(text.split()), _letters(room, size) * _lines(room, size))
    )


def _letters(room: Room, size: int) -> int:
    """How many letters surely stand on a line: the last word of a line may go to the next one."""
    return max(1, int(room.width / (_LETTER * size)))


def _lines(room: Room, size: int) -> int:
    return max(1, int(room.height / (LINE * size)))
