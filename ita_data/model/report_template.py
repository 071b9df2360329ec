"""What the office's own yearly report is known by: what its tables can't show, written into it where nobody sees it.

In such a report a measure or an outcome has the number of its code, wherever it stands; and it stands under each item
that it answers, with the same words each time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ita_data.model.changes import Key, key_of
from ita_data.model.records import Indicator, Item, Measure, Outcome, Records

_REPORT, _INITIATIVES, _INSTRUMENT = "report", "initiatives", "instrument"
_VERSION = "1"
_PLACED = (Item.kind, Measure.kind, Outcome.kind)
_MOST_DIGITS = 5

_Placed = TypeVar("_Placed", Item, Measure, Outcome)


@dataclass(frozen=True, slots=True)
class Unshown:
    """The places of records, the instruments of indicators, and the numbers of initiatives in their order."""

    positions: Mapping[Key, int]
    instruments: Mapping[int, str]
    initiatives: tuple[int, ...]

    def knows_item(self, code: str) -> bool:
        """Whether this is how the report calls an item."""
        return (Item.kind, (code,)) in self.positions

    def number_of_initiative(self, place: int) -> int:
        """The number of the initiative that is the first one, the second one."""
        return self.initiatives[place - 1] if place <= len(self.initiatives) else place

    def named(self, indicator: Indicator) -> Indicator:
        """An indicator with its instrument, which its items may not tell."""
        return replace(indicator, instrument=self.instruments.get(indicator.number, indicator.instrument))

    def placed(self, records: Sequence[_Placed]) -> list[_Placed]:
        """Records of one kind in their places; as they stand in the report where one came or went by hand."""
        known = {key for key in self.positions if key[0] in {each.kind for each in records}}
        if known != {key_of(each) for each in records}:
            return list(records)
        return [replace(each, position=self.positions[key_of(each)]) for each in records]


def values_of(records: Records) -> dict[str, str]:
    """What the report of these records doesn't show, as names and values."""
    placed = {f"{each.kind} {each.code}": str(each.position) for each in _placed_of(records)}
    instruments = {f"{_INSTRUMENT} {each.number}": each.instrument for each in records.indicators}
    initiatives = " ".join(str(each.number) for each in records.initiatives)
    return {_REPORT: _VERSION, _INITIATIVES: initiatives, **instruments, **placed}


def unshown_in(values: Mapping[str, str]) -> Unshown | None:
    """What such names and values say; None where they are of no report of our own."""
    if values.get(_REPORT) != _VERSION:
        return None
    parted = [(*name.partition(" ")[::2], value) for name, value in values.items()]
    positions: dict[Key, int] = {
        (kind, (code,)): int(value) for kind, code, value in parted if kind in _PLACED and _is_number(value)
    }
    instruments = {int(number): value for kind, number, value in parted if kind == _INSTRUMENT and _is_number(number)}
    initiatives = filter(_is_number, values.get(_INITIATIVES, "").split())
    return Unshown(positions, instruments, tuple(map(int, initiatives)))


def _placed_of(records: Records) -> Iterable[Item | Measure | Outcome]:
    return (*records.items, *records.measures, *records.outcomes)


def _is_number(text: str) -> bool:
    """Whether a text is a number of a plan; who wrote into the file may have written anything."""
    return len(text) <= _MOST_DIGITS and text.isdecimal()
