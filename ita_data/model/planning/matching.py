"""Which records of a file are which stored ones: by what they say and where they stand, and by their number last.

A number says little: where a measure is inserted, all that follow get other ones. So a record is another's text first,
wherever it stands; then the most alike one, where no other comes near; and where two readings are possible, a person is
asked.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ita_data.model.changes import Doubt, Key, key_of
from ita_data.model.names import Name, Names, own_name
from ita_data.model.planning.numbering import free_name
from ita_data.model.records import Initiative, Measure, Outcome, Records
from ita_data.model.spelling import common_share, normalised

Said = Measure | Outcome | Initiative
"""What is known by its text, and whose number may change."""

Answers = Mapping[Key, Key | None]
"""Which stored record one of a file is, None where it is a new one, as a person said."""

MATCHED = (Initiative, Measure, Outcome)

_SURE = 0.4
_SURE_ELSEWHERE = 0.6
"""So much alike are texts that say the same in other words, under one indicator or under two."""
_SURE_BY_NUMBER = 0.3
"""So much where the number is the same too."""
_MARGIN = 0.1
"""So much less alike is every other text."""
_PERHAPS = 0.2
"""Texts that share less have nothing to do with each other."""

_Parent = tuple[int | None, int | None]
"""The indicator or initiative to which a record belongs."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The stored record that each record of the file is, where it is one, by the file's keys; and what is doubtful."""

    stored: Mapping[Key, Said]
    doubts: tuple[Doubt, ...] = ()


def matched(stored: Records, read: Records, answers: Answers) -> Matching:
    """Who the measures, outcomes and initiatives of a file are.

    What is doubtful counts as the stored record of the same number, until somebody says what it is.
    """
    found: dict[Key, Said] = {}
    doubts: list[Doubt] = []
    for kind in MATCHED:
        sides = _Sides(list(_of(stored, kind)), list(_of(read, kind)))
        sides.take_answers(answers)
        sides.take_same_texts()
        sides.take_alike()
        doubts += sides.doubts()
        sides.take_same_numbers()
        found |= sides.found
    return Matching(found, tuple(doubts))


def names_given(stored: Records, read: Records, matching: Matching) -> Names:
    """The names that stored records get in a file; what it lacks makes way where it gives the name to another."""
    new: dict[tuple[str, Name], Name] = {}
    kept = {key_of(record) for record in matching.stored.values()}
    for kind in MATCHED:
        mine, theirs = list(_of(stored, kind)), {key_of(record): record for record in _of(read, kind)}
        pairs = ((matching.stored[key], record) for key, record in theirs.items() if key in matching.stored)
        new |= {(kind.kind, own_name(former)): own_name(record) for former, record in pairs}
        taken = {own_name(record) for record in (*mine, *theirs.values())}
        for record in mine:
            if key_of(record) not in kept and key_of(record) in theirs:
                new[kind.kind, own_name(record)] = free = free_name(record, taken)
                taken.add(free)
    return Names({key: name for key, name in new.items() if key[1] != name})


@dataclass(slots=True)
class _Sides:
    """What is left to be matched of one kind, and what is matched."""

    stored: list[Said]
    read: list[Said]
    found: dict[Key, Said] = field(default_factory=dict)
    _shares: dict[tuple[str, str], float] = field(default_factory=dict)
    _unclear: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Note the texts that several say, where one of them moved, came or went: nobody knows which."""
        stored, read = (Counter(map(_standing, side)) for side in (self.stored, self.read))
        often = {text for side in (self.stored, self.read) for text, number in _counted(side) if number > 1}
        uneven = {text for text, _place in (stored - read) | (read - stored)}
        self._unclear = frozenset(often & uneven)

    def take_answers(self, answers: Answers) -> None:
        by_key = {key_of(record): record for record in self.stored}
        for record in list(self.read):
            if key_of(record) not in answers:
                continue
            answer = answers[key_of(record)]
            if answer in by_key and by_key[answer] in self.stored:
                self._pair(by_key[answer], record)
            else:
                self.read.remove(record)

    def take_same_texts(self) -> None:
        """Pair those that say the same: at the same place first, then in their order."""
        for is_alike in (_same_number, _same_parent, _anywhere):
            for record in list(self.read):
                if _says(record) in self._unclear:
                    continue
                same = (each for each in self.stored if _says(each) == _says(record) and is_alike(each, record))
                if (first := next(same, None)) is not None:
                    self._pair(first, record)

    def take_alike(self) -> None:
        """Pair those that are more alike than either is to any other, until none is left."""
        while pairs := list(self._surely_alike()):
            for stored, record in pairs:
                self._pair(stored, record)

    def take_same_numbers(self) -> None:
        for record in list(self.read):
            same = (each for each in self.stored if _same_number(each, record))
            if (first := next(same, None)) is not None:
                self._pair(first, record)

    def doubts(self) -> Iterator[Doubt]:
        """What is left of the file beside something left in the store that it may be."""
        for record in self.read:
            candidates = [each for each in self.stored if self._may_be(each, record)]
            if candidates:
                candidates.sort(key=lambda each: -self._share(each, record))
                yield Doubt(record, tuple(candidates))

    def _pair(self, stored: Said, record: Said) -> None:
        self.stored = [each for each in self.stored if each is not stored]
        self.read = [each for each in self.read if each is not record]
        self.found[key_of(record)] = stored

    def _surely_alike(self) -> Iterator[tuple[Said, Said]]:
        of_read, of_stored = self._shares_of_each()
        for stored, record in ((stored, record) for record in self.read for stored in self.stored):
            if _says(record) in self._unclear:
                continue
            share = self._share(stored, record)
            others = [*of_read[key_of(record)], *of_stored[key_of(stored)]]
            others.remove(share)
            others.remove(share)
            if share >= _least(stored, record) and share - max(others, default=0.0) >= _MARGIN:
                yield stored, record

    def _shares_of_each(self) -> tuple[dict[Key, list[float]], dict[Key, list[float]]]:
        of_read, of_stored = defaultdict[Key, list[float]](list), defaultdict[Key, list[float]](list)
        for record in self.read:
            for stored in self.stored:
                of_read[key_of(record)].append(self._share(stored, record))
                of_stored[key_of(stored)].append(self._share(stored, record))
        return of_read, of_stored

    def _may_be(self, stored: Said, record: Said) -> bool:
        if _same_number(stored, record) or _says(stored) == _says(record):
            return True
        return _same_parent(stored, record) and self._share(stored, record) >= _PERHAPS

    def _share(self, stored: Said, record: Said) -> float:
        texts = _text(stored), _text(record)
        if texts not in self._shares:
            self._shares[texts] = common_share(*texts)
        return self._shares[texts]


def _counted(side: Iterable[Said]) -> Iterable[tuple[str, int]]:
    """The texts of records, each with how many say it."""
    return Counter(map(_says, side)).items()


def _standing(record: Said) -> tuple[str, _Parent]:
    return _says(record), _parent(record)


def _least(stored: Said, record: Said) -> float:
    if _same_number(stored, record):
        return _SURE_BY_NUMBER
    return _SURE if _same_parent(stored, record) else _SURE_ELSEWHERE


def _of(records: Records, kind: type[Said]) -> Iterable[Said]:
    found: Sequence[Said] = getattr(records, f"{kind.kind}s")
    return found


def _text(record: Said) -> str:
    return record.name if isinstance(record, Initiative) else record.text


def _says(record: Said) -> str:
    return normalised(_text(record))


def _same_number(stored: Said, record: Said) -> bool:
    return stored.key == record.key


def _same_parent(stored: Said, record: Said) -> bool:
    return _parent(stored) == _parent(record)


def _anywhere(_stored: Said, _record: Said) -> bool:
    return True


def _parent(record: Said) -> _Parent:
    return getattr(record, "indicator", None), getattr(record, "initiative", None)
