"""The screens of a meeting as HTML: one chart or list each, whose figures lead to the measures behind them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from ita_data.agenda.screen import Bar, Bars, Field, Grid, Listing, MonthChart, Numbers, Screen, Strips
from ita_data.agenda.wording import LONGEST_BESIDE_GRID
from ita_data.labels import PART_COLOURS, text_on
from ita_data.language import gettext as _
from ui.html.rendering import rendered

_FEW, _FEWEST = 4, 2
"""So few rows stand in larger letters, or in very large ones."""
_WIDEST = 56
"""So many letters find room beside each other in the fields of a row."""

Coloured = tuple[Field, str, str]
"""A field, its colour and that of the text on it; a blank field has none."""


def screen_html(screen: Screen) -> Markup:
    """A whole screen: its message, its chart or list, its foot."""
    match screen.body:
        case Numbers():
            return rendered("numbers.html", screen=screen)
        case Bars():
            return rendered("bars.html", screen=screen, **_bars(screen.body))
        case Grid():
            return rendered("grid.html", screen=screen, **_grid(screen.body))
        case Strips():
            return rendered("strips.html", screen=screen, **_strips(screen.body))
        case Listing():
            return rendered("listing.html", screen=screen, **_listing(screen.body))


def _bars(body: Bars) -> dict[str, Any]:
    colours = [PART_COLOURS[part] for part in body.parts]
    return {
        "parts": list(zip(body.parts, body.symbols, body.words, colours, strict=True)),
        "bars": [(bar, _pieces(bar, body)) for bar in body.bars],
        "pace": None if body.pace is None else f"{100 * body.pace:.1f}%",
    }


def _pieces(bar: Bar, body: Bars) -> list[tuple[str, int, str, str, str]]:
    """The parts of a bar that aren't empty: name, count, colour, that of the text on it, and word."""
    parts = zip(body.parts, bar.counts, body.words, strict=True)
    return [(part, count, *_colours(part), word) for part, count, word in parts if count]


def _grid(body: Grid) -> dict[str, Any]:
    return {
        "key": _key(body.key),
        "is_many": _is_many([fields for _name, fields in body.rows]),
        "is_long": max((len(name) for name, _fields in body.rows), default=0) > LONGEST_BESIDE_GRID,
        "rows": [(name, list(_coloured(fields))) for name, fields in body.rows],
    }


def _columns(chart: MonthChart) -> dict[str, Any]:
    """A chart by month as columns of pieces, each with its share of the highest one."""
    totals = [sum(values) for values in zip(*(map(_number, each.values) for each in chart.series), strict=True)]
    highest = max((*totals, 1))
    return {
        "title": chart.title,
        "key": [(each.name, PART_COLOURS[each.part]) for each in chart.series],
        "months": [
            (
                month,
                total,
                [
                    (100 * _number(each.values[place]) / highest, each.part, PART_COLOURS[each.part])
                    for each in chart.series
                ],
            )
            for place, (month, total) in enumerate(zip(chart.months, totals, strict=True))
        ],
    }


def _number(value: float | None) -> float:
    return value or 0


def _strips(body: Strips) -> dict[str, Any]:
    return {
        "key": _key(body.key),
        "is_many": _is_many([strip.fields for strip in body.strips]),
        "is_alone": len(body.strips) == 1,
        "strips": [(strip, list(_coloured(strip.fields))) for strip in body.strips],
        "show_all": _("Show all behind this"),
        "propose": _("Proposed order (O): {text}").format(text=body.proposal) if body.proposal else "",
    }


def _is_many(rows: Sequence[Sequence[Field]]) -> bool:
    """Whether the fields of a row are too many for symbol and fraction beside each other."""
    longest = max((len(field.fraction) for fields in rows for field in fields), default=0)
    return max((len(fields) for fields in rows), default=0) * (longest + 2) > _WIDEST


def _key(key: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str, str]]:
    return [(symbol, word, *_colours(state)) for state, symbol, word in key]


def _coloured(fields: Iterable[Field]) -> Iterator[Coloured]:
    for field in fields:
        yield (field, *_colours(field.state)) if field.state else (field, "", "")


def _colours(state: str) -> tuple[str, str]:
    """The colour of a state or part, and that of the text on it."""
    return PART_COLOURS[state], text_on(PART_COLOURS[state])


def _listing(body: Listing) -> dict[str, Any]:
    return {
        "size": "fewest" if len(body.rows) <= _FEWEST else "few" if len(body.rows) <= _FEW else "",
        "charts": [_columns(chart) for chart in body.charts if not chart.has_lines] if len(body.rows) <= _FEW else [],
        "rows": [(row[0], row[1:]) for row in body.rows],
        "show_all": _("Show all behind this"),
    }
