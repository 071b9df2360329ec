"""What may be stored and what may not: a value that is sure, with its source, or one that is open until it is asked.

A review is built from sure values alone, which mypy checks. They are made in few places: of a row's own cell, of the
one candidate that nothing contradicts, and of an answer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ita_data.imports.grid import Cell
from ita_data.imports.reading import Candidate, ContextKey, Rank, Source

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Sure(Generic[T]):
    """A value that is known, inferred from one place alone, or answered."""

    value: T
    source: Source

    def read_as(self, meaning: Callable[[T], U]) -> "Sure[U]":
        """What the value means, as sure as it is itself."""
        return Sure(meaning(self.value), self.source)


@dataclass(frozen=True, slots=True)
class Open:
    """What has to be asked first: about which part of a file, and what the file itself suggests."""

    key: ContextKey
    candidates: tuple[Candidate, ...] = ()


Told = Sure[Cell] | Open
"""The section or month of a row as its surroundings tell it."""


def own(cell: Cell, rank: Rank = Rank.OWN) -> Sure[Cell]:
    """What stands in a row's own cell, or in the header of its column."""
    return Sure(cell, Source(rank, cell.place, cell.text))
