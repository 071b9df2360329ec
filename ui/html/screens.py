"""The screens of a meeting as HTML: one chart or list each, whose figures lead to the measures behind them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from ita_data.agenda.screen import Bar, Bars, Field, Grid, Listing, Numbers, Screen
from ita_data.labels import STATE_COLOURS, STATUS_COLOURS, text_on
from ita_data.language import gettext as _
from ui.html.rendering import rendered

_FEW = 4
"""So few rows stand in larger letters."""

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
        case Listing():
            return rendered("listing.html", screen=screen, **_listing(screen.body))


def _bars(body: Bars) -> dict[str, Any]:
    colours = [STATUS_COLOURS[part] for part in body.parts]
    return {
        "parts": list(zip(body.parts, body.symbols, body.words, colours, strict=True)),
        "bars": [(bar, _pieces(bar, body.parts), [_count(count) for count in bar.counts]) for bar in body.bars],
        "completed": _("Completed"),
    }


def _pieces(bar: Bar, parts: Sequence[str]) -> list[tuple[str, int, str]]:
    """The parts of a bar that aren't empty, with their counts and colours."""
    return [(part, count, STATUS_COLOURS[part]) for part, count in zip(parts, bar.counts, strict=True) if count]


def _count(count: int) -> str:
    return f"{count:,}" if count else "–"


def _grid(body: Grid) -> dict[str, Any]:
    return {
        "key": [(symbol, word, *_colours(state)) for state, symbol, word in body.key],
        "rows": [(name, list(_coloured(fields))) for name, fields in body.rows],
    }


def _coloured(fields: Iterable[Field]) -> Iterator[Coloured]:
    for field in fields:
        yield (field, *_colours(field.state)) if field.state else (field, "", "")


def _colours(state: str) -> tuple[str, str]:
    """A state's colour, and that of the text on it."""
    return STATE_COLOURS[state], text_on(STATE_COLOURS[state])


def _listing(body: Listing) -> dict[str, Any]:
    return {
        "is_few": len(body.rows) <= _FEW,
        "rows": [(row[0], row[1:]) for row in body.rows],
        "show_all": _("Show all behind this"),
    }
