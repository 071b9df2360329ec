"""The measures of two fiscal years side by side, each matched by what it says of its origin and never by its code."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ita_data.model.records import Measure, Records


class Passage(StrEnum):
    """What became of a measure from one year to the next."""

    SAME = "same"
    REWORDED = "reworded"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Pair:
    """A measure of the old year and the one of the new year that carries it on; one of them may be missing."""

    old: Measure | None
    new: Measure | None

    @property
    def passage(self) -> Passage:
        """What became of it."""
        if self.old is None:
            return Passage.NEW
        if self.new is None:
            return Passage.GONE
        return Passage.SAME if _words(self.old) == _words(self.new) else Passage.REWORDED

    @property
    def parent(self) -> tuple[int, int]:
        """The initiative and the indicator it belongs to, of which one is 0; indicators come first."""
        measure = self.new or self.old
        assert measure is not None
        return measure.initiative or 0, measure.indicator or 0


def side_by_side(old: Records, new: Records) -> list[Pair]:
    """Every measure of both years, by indicator and initiative: those of the new year, then those that are gone."""
    olds = {measure.code: measure for measure in old.measures}
    pairs = [Pair(olds.get(measure.comes_from or ""), measure) for measure in new.measures]
    carried_on = {pair.old.code for pair in pairs if pair.old}
    gone = [Pair(measure, None) for measure in old.measures if measure.code not in carried_on]
    return sorted([*pairs, *gone], key=lambda pair: pair.parent)


def likely_origins(old: Records, new: Records) -> dict[str, str]:
    """The measures of the new year without an origin that say just what one measure of the old year says."""
    taken = {measure.comes_from for measure in new.measures}
    olds = dict(_only_ones(measure for measure in old.measures if measure.code not in taken))
    news = dict(_only_ones(measure for measure in new.measures if measure.comes_from is None))
    return {code: olds[words] for words, code in news.items() if words in olds}


def _only_ones(measures: Iterable[Measure]) -> Iterator[tuple[str, str]]:
    """The words of each measure that shares them with no other, and its code."""
    found = [(_words(measure), measure.code) for measure in measures]
    counted = Counter(words for words, _code in found)
    return ((words, code) for words, code in found if counted[words] == 1)


def _words(measure: Measure) -> str:
    """What a measure says, whatever the spaces and lines in it."""
    return " ".join(f"{measure.text} {measure.detail}".split())
