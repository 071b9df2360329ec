"""Rounds in which every case is asked once, so that whatever else the machine does falls on all of them alike."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median

Timings = Mapping[str, Sequence[float]]
"""What each case took in each round."""


def rounds(count: int, cases: Mapping[str, Callable[[], float]]) -> Timings:
    """Ask every case in turn, so many times."""
    timings: dict[str, list[float]] = {name: [] for name in cases}
    for _round in range(count):
        for name, case in cases.items():
            timings[name].append(case())
    return timings


def ratio(timings: Timings, name: str, reference: str) -> float:
    """The median of the ratios within a round."""
    return median(one / other for one, other in zip(timings[name], timings[reference], strict=True))


def table(title: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as the documents have it."""
    lines = [title, "", _line(headers), _line(["---"] * len(headers)), *map(_line, rows)]
    return "\n".join(lines) + "\n\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
