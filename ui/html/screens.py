"""The screens of a meeting as HTML: one chart or list each, whose figures lead to the measures behind them."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from ita_data.agenda.screen import Bar, Bars, Body, Field, Grid, Listing, Number, Numbers, Screen
from ita_data.labels import STATE_COLOURS, STATUS_COLOURS, text_on
from ita_data.language import gettext as _

_FEW = 4
"""So few rows stand in larger letters."""


def screen_html(screen: Screen) -> str:
    """A whole screen: its message, its chart or list, its foot."""
    section = '<section class="screen"><h2>{}</h2><div class="body">{}</div><footer>{}</footer></section>'
    return Markup(section).format(screen.title, _body(screen.body), screen.foot)


def _body(body: Body) -> Markup:
    match body:
        case Numbers():
            return _tag("div", "numbers", map(_number, body.numbers))
        case Bars():
            return _bars(body)
        case Grid():
            return _grid(body)
        case Listing():
            return _listing(body)


def _number(number: Number) -> Markup:
    parts = (
        _tag("span", "name", [number.name]),
        _figure(number.value, number.behind, "value"),
        _tag("span", "of", [number.of]),
        _tag("span", "change", [number.change]),
    )
    return _tag("div", "number", parts)


def _bars(body: Bars) -> Markup:
    parts = list(zip(body.parts, body.symbols, body.words, strict=True))
    key = _tag("p", "key", (_swatch(part, f"{symbol} {word}") for part, symbol, word in parts))
    headers = Markup("").join(
        Markup('<th scope="col"><span aria-label="{}">{}</span></th>').format(word, symbol)
        for _part, symbol, word in parts
    )
    first = Markup("<tr><th></th><th></th>{}<th>{}</th></tr>").format(headers, _("Completed"))
    rows = Markup("").join(_bar(bar, body.parts) for bar in body.bars)
    return Markup('{}<table class="bars" style="--rows:{}"><thead>{}</thead><tbody>{}</tbody></table>').format(
        key, len(body.bars), first, rows
    )


def _bar(bar: Bar, parts: Sequence[str]) -> Markup:
    pieces = Markup("").join(
        Markup('<i class="{}" style="flex-grow:{};background-color:{}"></i>').format(part, count, STATUS_COLOURS[part])
        for part, count in zip(parts, bar.counts, strict=True)
        if count
    )
    counts = Markup("").join(Markup("<td>{}</td>").format(f"{count:,}" if count else "–") for count in bar.counts)
    return Markup(
        '<tr><th scope="row">{}</th><td><div class="bar">{}</div></td>{}<td class="rate">{}</td></tr>'
    ).format(bar.name, pieces, counts, _figure(bar.rate, bar.behind))


def _grid(body: Grid) -> Markup:
    key = _tag("p", "key", (_sign(symbol, STATE_COLOURS[state], word) for state, symbol, word in body.key))
    headers = Markup("").join(Markup('<th scope="col">{}</th>').format(month) for month in body.months)
    rows = Markup("").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(name, Markup("").join(map(_field, fields)))
        for name, fields in body.rows
    )
    table = '{}<table class="grid" style="--rows:{}"><thead><tr><th></th>{}</tr></thead><tbody>{}</tbody></table>'
    return Markup(table).format(key, len(body.rows), headers, rows)


def _field(field: Field) -> Markup:
    if not field.state:
        return Markup("<td></td>")
    colour = STATE_COLOURS[field.state]
    text = Markup('<span aria-hidden="true">{}</span><span>{}</span>').format(field.symbol, field.fraction)
    look = Markup('class="field" aria-label="{}" style="background:{};color:{}"').format(
        f"{field.words} {field.fraction}", colour, text_on(colour)
    )
    if not field.behind:
        return Markup('<td><span role="img" {}>{}</span></td>').format(look, text)
    return Markup('<td><button type="button" data-behind="{}" {}>{}</button></td>').format(field.behind, look, text)


def _listing(body: Listing) -> Markup:
    columns = Markup("").join(Markup('<col style="width:{}%">').format(share) for share in body.shares)
    headers = Markup("").join(Markup('<th scope="col">{}</th>').format(header) for header in body.headers)
    rows = Markup("").join(Markup("<tr>{}</tr>").format(_cells(row)) for row in body.rows)
    table = Markup('<table class="list {}"><colgroup>{}</colgroup><thead><tr>{}</tr></thead><tbody>{}</tbody></table>')
    rest = _tag("p", "rest", [body.rest]) if body.rest else Markup("")
    behind = _tag("p", "rest", [_figure(_("Show all behind this"), body.behind)]) if body.behind else Markup("")
    return table.format("few" if len(body.rows) <= _FEW else "", columns, headers, rows) + rest + behind


def _cells(row: Sequence[str]) -> Markup:
    first = Markup('<th scope="row">{}</th>').format(row[0])
    return first + Markup("").join(Markup("<td>{}</td>").format(text) for text in row[1:])


def _swatch(part: str, words: str) -> Markup:
    """A piece of the bars, with its pattern, beside its words."""
    piece = Markup('<i class="{}" style="background-color:{}"></i>').format(part, STATUS_COLOURS[part])
    return Markup("<span>{} {}</span>").format(piece, words)


def _sign(symbol: str, colour: str, word: str) -> Markup:
    """A field's symbol on its colour, beside its word."""
    mark = Markup('<b style="background-color:{};color:{}">{}</b>').format(colour, text_on(colour), symbol)
    return Markup("<span>{} {}</span>").format(mark, word)


def _figure(text: str, behind: str, look: str = "") -> Markup:
    """A figure that leads to the measures behind it."""
    if not behind:
        return _tag("span", look, [text])
    return Markup('<button type="button" class="figure {}" data-behind="{}">{}</button>').format(look, behind, text)


def _tag(name: str, look: str, parts: Iterable[str]) -> Markup:
    inner = Markup("").join(escape(part) for part in parts)
    return Markup('<{0} class="{1}">{2}</{0}>').format(Markup(name), look, inner)
