"""One screen of a meeting: a message in a sentence, one chart or list, and what stands behind its figures.

A screen holds words and numbers only. The projector, the slides, the pages to print and the workbook all draw it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ita_data.model.decisions import Topic


@dataclass(frozen=True, slots=True)
class Behind:
    """The measures behind a figure: `rows` begin with a measure's code, whose text is the meeting's to give."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A figure to be read from the back row, with its denominator and how it was a month before."""

    name: str
    value: str
    of: str
    change: str
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The headline of a month."""

    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: how many of each part, and the rate that they come to, with its denominator."""

    name: str
    counts: tuple[int, ...]
    rate: str
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Stacked bars; `parts` are statuses and name the colours, `words` say them, `symbols` tell them apart in grey."""

    parts: tuple[str, ...]
    words: tuple[str, ...]
    symbols: tuple[str, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a grid: what it comes to (blank where nothing is expected) and its fraction, such as 3/4."""

    state: str
    symbol: str
    fraction: str
    words: str
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of fields under the months; `key` are the states that occur, with symbol and word."""

    months: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Field, ...]], ...]
    key: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: headers, rows, each column's share of the width, and a line about those that found no room."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    rest: str = ""
    behind: str = ""


Body = Numbers | Bars | Grid | Listing


@dataclass(frozen=True, slots=True)
class Screen:
    """One matter of the agenda.

    `name` is its metric's, or what it is about, and stays the same from month to month: `completion_by_section`, or
    `section-3`. A matter that needs several screens has them counted from the second on: `orders.2`. `rules` say how
    the figures are counted. `foot` is the source and the month; `behind` has the lists by the keys that figures name;
    `section` is the one that the screen is about, if any, and `topic` what a remark made at it is about.
    """

    name: str
    title: str
    body: Body
    foot: str
    rules: tuple[str, ...] = ()
    behind: Mapping[str, Behind] = field(default_factory=dict)
    section: str = ""
    topic: Topic = Topic.MONTH
