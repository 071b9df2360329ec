"""What stands in the middle of a printed page: large numbers, bars, a grid or a list."""

from collections.abc import Sequence

from fpdf import FPDF, Align

from ita_data.agenda.screen import Bar, Bars, Body, Field, Grid, Listing, Number, Numbers, Strip, Strips
from ita_data.exports.fitting import LINE, Place
from ita_data.exports.pdf_text import Print, rgb, write, write_together
from ita_data.labels import DARK_TEXT, PART_COLOURS, text_on
from ita_data.language import gettext as _

_GAP, _MARGIN = 14, 4
_PAPER, _PALE, _HEADER, _LINE = "#FFFFFF", "#F0F4F8", "#D9E2EC", "#9AA5B1"
_HEAD_HEIGHT, _NOTE_HEIGHT = 26, 24
_HIGHEST_ROW = 56
_NAME_WIDTH = 200
_RATE_WIDTH = 124
_PART_WIDTH = 72
_STRIP_HEIGHT = 82
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
        case Strips():
            _draw_strips(paper, body, place)
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
    _draw_key(paper, place.from_bottom(_NOTE_HEIGHT), [PART_COLOURS[part] for part in body.parts], _key_of(body))
    top = place.top + _HEAD_HEIGHT
    height = min(_HIGHEST_ROW, (place.top + place.height - top - _NOTE_HEIGHT - _GAP) / len(body.bars))
    names = [Place(place.left, top + row * height, _NAME_WIDTH, height) for row in range(len(body.bars))]
    right = place.left + place.width - _RATE_WIDTH
    rates = [Place(right, name.top, _RATE_WIDTH, height) for name in names]
    write_together(paper, list(zip(names, (bar.name for bar in body.bars), strict=True)), Print(15, side=Align.R))
    write_together(
        paper, list(zip(rates, (bar.rate for bar in body.bars), strict=True)), Print(15, is_bold=True, side=Align.R)
    )
    write(paper, Place(right - 40, place.top, _RATE_WIDTH + 40, _HEAD_HEIGHT), body.rate, Print(13, side=Align.R))
    left = place.left + _NAME_WIDTH + _GAP
    width = right - _GAP - left
    for name, bar in zip(names, body.bars, strict=True):
        _draw_bar(paper, body, bar, Place(left, name.top, width, height))
    if body.pace is not None:
        _draw_pace(paper, body, Place(left + width * body.pace, place.top, 0, _HEAD_HEIGHT + height * len(body.bars)))


def _draw_pace(paper: FPDF, body: Bars, line: Place) -> None:
    words = Place(line.left - 100, line.top, 200, _HEAD_HEIGHT)
    write(paper, words, f"▼ {body.pace_words}", Print(13, is_bold=True, side=Align.C))
    paper.set_draw_color(*rgb(DARK_TEXT))
    paper.set_line_width(1.5)
    paper.line(line.left, line.top + _HEAD_HEIGHT, line.left, line.top + line.height)


def _draw_bar(paper: FPDF, body: Bars, bar: Bar, row: Place) -> None:
    left, total = row.left, max(1, sum(bar.counts))
    for part, symbol, count in zip(body.parts, body.symbols, bar.counts, strict=True):
        if count:
            width = row.width * count / total
            piece = Place(left, row.top + row.height * 0.15, width, row.height * 0.7)
            _rectangle(paper, piece, PART_COLOURS[part], DARK_TEXT)
            text = f"{symbol} {count:,}" if width > 32 else f"{count:,}"
            write(paper, piece, text, Print(13, 5, is_bold=True, colour=text_on(PART_COLOURS[part]), side=Align.C))
            left += width


def _key_of(body: Bars) -> list[str]:
    return [f"{symbol} {word}" for symbol, word in zip(body.symbols, body.words, strict=True)]


def _draw_grid(paper: FPDF, body: Grid, place: Place) -> None:
    parts = [header for header, _texts in body.parts]
    month_width = (place.width - _NAME_WIDTH - _PART_WIDTH * len(parts)) / len(body.months)
    widths = [_NAME_WIDTH, *[month_width] * len(body.months), *[_PART_WIDTH] * len(parts)]
    shown = place.from_top(place.height - _NOTE_HEIGHT - _MARGIN)
    cells = _cells(shown, len(body.rows), widths)
    _write_headers(paper, cells[0], ["", *body.months, *parts])
    write_together(
        paper, [(row[0], name) for row, (name, _fields) in zip(cells[1:], body.rows, strict=True)], Print(15)
    )
    for row, (_name, fields) in zip(cells[1:], body.rows, strict=True):
        _draw_fields(paper, row[1 : 1 + len(fields)], fields)
    for column, (_header, texts) in enumerate(body.parts, 1 + len(body.months)):
        write_together(
            paper, [(row[column].inside(_MARGIN), text) for row, text in zip(cells[1:], texts, strict=True)], Print(14)
        )
    _draw_states(paper, place, body.key)


def _draw_fields(paper: FPDF, cells: Sequence[Place], fields: Sequence[Field]) -> None:
    for cell, field in zip(cells, fields, strict=True):
        colour = PART_COLOURS.get(field.state, _PAPER)
        _rectangle(paper, cell, colour, _LINE)
        looks = Print(15, colour=text_on(colour), side=Align.C)
        write(paper, cell.inside(1), f"{field.symbol} {field.fraction}".strip(), looks)


def _draw_states(paper: FPDF, place: Place, key: Sequence[tuple[str, str, str]]) -> None:
    colours = [PART_COLOURS[state] for state, _symbol, _word in key]
    _draw_key(paper, place.from_bottom(_NOTE_HEIGHT), colours, [f"{symbol} {word}" for _state, symbol, word in key])


def _draw_strips(paper: FPDF, body: Strips, place: Place) -> None:
    """Each section's sentence and facts, with its months below them; one alone has its facts below."""
    height = (place.height - _NOTE_HEIGHT - _MARGIN) / len(body.strips)
    is_alone = len(body.strips) == 1
    for position, strip in enumerate(body.strips):
        room = Place(place.left, place.top + position * height, place.width, height - _GAP)
        months = room.from_top(_STRIP_HEIGHT) if is_alone else room.from_bottom(_STRIP_HEIGHT)
        _draw_strip(paper, body, strip, months)
        said = [*strip.facts, *strip.orders] if is_alone else [strip.sentence, *strip.facts, *strip.orders]
        if body.proposal:
            said.append(_("Proposed order: {text}").format(text=body.proposal))
        rest = room.height - _STRIP_HEIGHT - _MARGIN
        texts = room.from_bottom(rest) if is_alone else room.from_top(rest)
        line = texts.height / len(said)
        places = [Place(texts.left, texts.top + number * line, texts.width, line) for number in range(len(said))]
        write_together(paper, list(zip(places, said, strict=True)), Print(min(20, int(line / LINE))))
    _draw_states(paper, place, body.key)


def _draw_strip(paper: FPDF, body: Strips, strip: Strip, place: Place) -> None:
    headers, fields = _cells(place, 1, [place.width / len(body.months)] * len(body.months))
    _write_headers(paper, headers, body.months)
    _draw_fields(paper, fields, strip.fields)


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
