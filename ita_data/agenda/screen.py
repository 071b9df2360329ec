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
class Series:
    """A row of a chart by month: its name, the part that names its colour, and a value for each month or None."""

    name: str
    part: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class MonthChart:
    """A chart by month that slides draw beside figures: columns on each other, or lines; rates are from 0 to 1.

    Beside a grid it has the grid's rows in place of months.
    """

    title: str
    months: tuple[str, ...]
    series: tuple[Series, ...]
    is_rate: bool = False
    has_lines: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """The headline of a month."""

    numbers: tuple[Number, ...]
    charts: tuple[MonthChart, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: how many of each part, and the rate that they come to, with its denominator."""

    name: str
    counts: tuple[int, ...]
    rate: str
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of 100 %; `parts` name the colours, `words` say them, `symbols` tell them apart in grey.

    `rate` is the header of the bars' rates; `pace`, from 0 to 1, is where the first parts should be together.
    """

    parts: tuple[str, ...]
    words: tuple[str, ...]
    symbols: tuple[str, ...]
    bars: tuple[Bar, ...]
    rate: str
    pace: float | None = None
    pace_words: str = ""


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
    """Rows of fields under the months or indicators; `key` are the states that occur, with symbol and word.

    `parts` are further columns of texts with their headers, `chart` is one of the rows, both for slides and paper.
    """

    months: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Field, ...]], ...]
    key: tuple[tuple[str, str, str], ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    chart: MonthChart | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """A section's months: its sentence, a field for each month, what is to be known besides, and its open orders."""

    name: str
    sentence: str
    fields: tuple[Field, ...]
    facts: tuple[str, ...]
    orders: tuple[str, ...]
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Strips:
    """One section's months, large, or those of a few; of one alone `proposal` is what may be ordered, with `charts`."""

    months: tuple[str, ...]
    strips: tuple[Strip, ...]
    key: tuple[tuple[str, str, str], ...]
    proposal: str = ""
    charts: tuple[MonthChart, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: headers, rows, each column's share of the width, and a line about those that found no room."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    rest: str = ""
    behind: str = ""
    charts: tuple[MonthChart, ...] = ()


Body = Numbers | Bars | Grid | Strips | Listing


@dataclass(frozen=True, slots=True)
class Screen:
    """One matter of the agenda.

    `name` is its metric's, or what it is about, and stays the same from month to month: `completion_by_section`, or
    `section-3`. A matter that needs several screens has them counted from the second on: `orders.2`. `rules` say how
    the figures are counted. `foot` is the source and the month; `behind` has the lists by the keys that figures name;
    `section` is the one that the screen is about, if any, and `topic` what a remark made at it is about; `proposal` is
    what an order given at it may say.
    """

    name: str
    title: str
    body: Body
    foot: str
    rules: tuple[str, ...] = ()
    behind: Mapping[str, Behind] = field(default_factory=dict)
    section: str = ""
    topic: Topic = Topic.MONTH
    proposal: str = ""
