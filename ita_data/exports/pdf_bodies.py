"""What stands in the middle of a printed page: large numbers, bars, a grid or a list."""

from collections.abc import Sequence

from fpdf import FPDF, Align

from ita_data.agenda.screen import Bar, Bars, Body, Grid, Listing, Number, Numbers
from ita_data.exports.fitting import Place
from ita_data.exports.pdf_text import Print, rgb, write, write_together
from ita_data.labels import DARK_TEXT, STATE_COLOURS, STATUS_COLOURS, text_on

_GAP, _MARGIN = 14, 4
_PAPER, _PALE, _HEADER, _LINE = "#FFFFFF", "#F0F4F8", "#D9E2EC", "#9AA5B1"
_HEAD_HEIGHT, _NOTE_HEIGHT = 26, 24
_HIGHEST_ROW = 56
_NAME_WIDTH = 200
_RATE_WIDTH = 96
_BLANK_ROWS = 6
_BANDS = ((0.22, 20), (0.38, 64), (0.2, 18), (0.2, 17))
"""A number's name, value, denominator and change: each one's share of the height, and how large it may be."""


def draw(paper: FPDF, body: Body, place: Place) -> None:
    """Draw a screen's body."""
    match body:
        case Numbers():
            _draw_numbers(paper, body, place)
        case Bars():
            _draw_bars(paper, body, place)
        case Grid():
            _draw_grid(paper, body, place)
        case Listing():
            _draw_listing(paper, body, place)


def _draw_numbers(paper: FPDF, body: Numbers, place: Place) -> None:
    width = (place.width - _GAP * (len(body.numbers) - 1)) / len(body.numbers)
    for position, number in enumerate(body.numbers):
        card = Place(place.left + position * (width + _GAP), place.top, width, place.height - _GAP)
        _draw_number(paper, number, card)


def _draw_number(paper: FPDF, number: Number, card: Place) -> None:
    _rectangle(paper, card, _PALE)
    inner = card.inside(_MARGIN * 2)
    top = inner.top
    texts = (number.name, number.value, number.of, number.change)
    for text, (share, largest) in zip(texts, _BANDS, strict=True):
        band = Place(inner.left, top, inner.width, inner.height * share)
        write(paper, band, text, Print(largest, is_bold=text == number.value, side=Align.C))
        top += band.height


def _draw_bars(paper: FPDF, body: Bars, place: Place) -> None:
    _draw_key(paper, place.from_bottom(_NOTE_HEIGHT), [STATUS_COLOURS[part] for part in body.parts], _key_of(body))
    height = min(_HIGHEST_ROW, (place.height - _NOTE_HEIGHT - _GAP) / len(body.bars))
    longest = max(1, *(sum(bar.counts) for bar in body.bars))
    names = [Place(place.left, place.top + row * height, _NAME_WIDTH, height) for row in range(len(body.bars))]
    rates = [Place(place.left + _NAME_WIDTH + _GAP, name.top, _RATE_WIDTH, height) for name in names]
    write_together(paper, list(zip(names, (bar.name for bar in body.bars), strict=True)), Print(15, side=Align.R))
    write_together(paper, list(zip(rates, (bar.rate for bar in body.bars), strict=True)), Print(15, is_bold=True))
    left = place.left + _NAME_WIDTH + _RATE_WIDTH + 2 * _GAP
    for name, bar in zip(names, body.bars, strict=True):
        _draw_bar(paper, body, bar, Place(left, name.top, place.left + place.width - left, height), longest)


def _draw_bar(paper: FPDF, body: Bars, bar: Bar, row: Place, longest: int) -> None:
    left = row.left
    for part, symbol, count in zip(body.parts, body.symbols, bar.counts, strict=True):
        if count:
            width = row.width * count / longest
            piece = Place(left, row.top + row.height * 0.15, width, row.height * 0.7)
            _rectangle(paper, piece, STATUS_COLOURS[part], DARK_TEXT)
            text = f"{symbol} {count:,}" if width > 32 else f"{count:,}"
            write(paper, piece, text, Print(13, 5, is_bold=True, colour=text_on(STATUS_COLOURS[part]), side=Align.C))
            left += width


def _key_of(body: Bars) -> list[str]:
    return [f"{symbol} {word}" for symbol, word in zip(body.symbols, body.words, strict=True)]


def _draw_grid(paper: FPDF, body: Grid, place: Place) -> None:
    month_width = (place.width - _NAME_WIDTH) / len(body.months)
    widths = [_NAME_WIDTH, *[month_width] * len(body.months)]
    shown = place.from_top(place.height - _NOTE_HEIGHT - _MARGIN)
    cells = _cells(shown, len(body.rows), widths)
    _write_headers(paper, cells[0], ["", *body.months])
    write_together(
        paper, [(row[0], name) for row, (name, _fields) in zip(cells[1:], body.rows, strict=True)], Print(15)
    )
    for row, (_name, fields) in zip(cells[1:], body.rows, strict=True):
        for cell, field in zip(row[1:], fields, strict=True):
            colour = STATE_COLOURS.get(field.state, _PAPER)
            _rectangle(paper, cell, colour, _LINE)
            looks = Print(15, colour=text_on(colour), side=Align.C)
            write(paper, cell.inside(1), f"{field.symbol} {field.fraction}".strip(), looks)
    colours = [STATE_COLOURS[state] for state, _symbol, _word in body.key]
    _draw_key(
        paper, place.from_bottom(_NOTE_HEIGHT), colours, [f"{symbol} {word}" for _state, symbol, word in body.key]
    )


def _draw_listing(paper: FPDF, body: Listing, place: Place) -> None:
    rows = body.rows or [[""] * len(body.headers)] * _BLANK_ROWS
    widths = [place.width * share / sum(body.shares) for share in body.shares]
    cells = _cells(place.from_top(place.height - _NOTE_HEIGHT) if body.rest else place, len(rows), widths)
    _write_headers(paper, cells[0], body.headers)
    for number, row in enumerate(cells[1:]):
        for cell in row:
            _rectangle(paper, cell, _PALE if number % 2 else _PAPER, _HEADER)
    texts = zip([cell for row in cells[1:] for cell in row], [text for row in rows for text in row], strict=True)
    write_together(paper, [(cell.inside(_MARGIN), text) for cell, text in texts], Print(16))
    if body.rest:
        write(paper, place.from_bottom(_NOTE_HEIGHT), body.rest, Print(14))


def _cells(place: Place, rows: int, widths: Sequence[float]) -> list[list[Place]]:
    """The cells of a table, those of its headers first; its rows are all of one height."""
    height = min(_HIGHEST_ROW, (place.height - _HEAD_HEIGHT) / rows)
    lefts = [place.left + sum(widths[:column]) for column in range(len(widths))]
    tops = [place.top, *(place.top + _HEAD_HEIGHT + row * height for row in range(rows))]
    heights = [_HEAD_HEIGHT, *[height] * rows]
    return [
        [Place(left, top, width, high) for left, width in zip(lefts, widths, strict=True)]
        for top, high in zip(tops, heights, strict=True)
    ]


def _write_headers(paper: FPDF, cells: Sequence[Place], headers: Sequence[str]) -> None:
    for cell in cells:
        _rectangle(paper, cell, _HEADER)
    texts = [(cell.inside(_MARGIN), header) for cell, header in zip(cells, headers, strict=True)]
    write_together(paper, texts, Print(14, is_bold=True))


def _draw_key(paper: FPDF, place: Place, colours: Sequence[str], words: Sequence[str]) -> None:
    """What each colour stands for, side by side."""
    width = place.width / max(1, len(words))
    side = place.height / 2
    for position, (colour, word) in enumerate(zip(colours, words, strict=True)):
        left = place.left + position * width
        _rectangle(paper, Place(left, place.top + side / 2, side, side), colour, DARK_TEXT)
        write(paper, Place(left + side + _MARGIN, place.top, width - side - 2 * _MARGIN, place.height), word, Print(13))


def _rectangle(paper: FPDF, place: Place, fill: str, line: str = _LINE) -> None:
    paper.set_fill_color(*rgb(fill))
    paper.set_draw_color(*rgb(line))
    paper.set_line_width(0.5)
    paper.rect(place.left, place.top, place.width, place.height, style="DF")
