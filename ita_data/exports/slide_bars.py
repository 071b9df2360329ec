"""Bars of 100 % on slides: the names before them, each rate with its n at their end, and the line of the pace."""

from math import ceil

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from ita_data.agenda.screen import Bar, Bars
from ita_data.exports.fitting import LINE, Place, fitted, size_for
from ita_data.exports.slide_charts import LINE_COLOUR, fill_series, finish_chart, place_plot, show_legend
from ita_data.exports.slide_text import SMALLEST, Type, add_fitted, box_of, colour_of, describe, set_type
from ita_data.labels import DARK_TEXT, PART_COLOURS, text_on

_NAME_SIZE = 18
_NAME_WIDTH, _RATE_WIDTH = 270, 132
_HEADER_HEIGHT, _LEGEND_HEIGHT = 26, 58
_ROOM_FOR_SYMBOL = 0.06
"""A part of this share of its bar has room for its symbol beside its count."""


def draw_bars(slide: Slide, body: Bars, place: Place, title: str) -> None:
    """A native chart of 100 % bars; what stands beside it is placed by the plot's own edges."""
    data = CategoryChartData(number_format="0")
    data.categories = [_name(bar) for bar in body.bars]
    for number, (word, symbol) in enumerate(zip(body.words, body.symbols, strict=True)):
        data.add_series(f"{symbol} {word}", [bar.counts[number] for bar in body.bars])
    chart_place = Place(place.left, place.top, place.width - _RATE_WIDTH, place.height)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED_100, *box_of(chart_place), data)
    describe(frame, title)
    chart = frame.chart
    _set_axes(chart)
    plot = Place(
        place.left + _NAME_WIDTH,
        place.top + _HEADER_HEIGHT,
        chart_place.width - _NAME_WIDTH - 8,
        place.height - _HEADER_HEIGHT - _LEGEND_HEIGHT,
    )
    place_plot(
        chart,
        _NAME_WIDTH / chart_place.width,
        _HEADER_HEIGHT / place.height,
        plot.width / chart_place.width,
        plot.height / place.height,
    )
    longest = max(sum(bar.counts) for bar in body.bars)
    for part, symbol, series in zip(body.parts, body.symbols, chart.plots[0].series, strict=True):
        fill_series(series, PART_COLOURS[part], is_outline=part == "later")
        _label_series(series, symbol, ceil(longest * _ROOM_FOR_SYMBOL), text_on(PART_COLOURS[part]))
    finish_chart(chart)
    _add_rates(slide, body, plot)
    _add_pace(slide, body, plot)


def _name(bar: Bar) -> str:
    return fitted(bar.name, Place(0, 0, _NAME_WIDTH - 16, _NAME_SIZE * 1.5), _NAME_SIZE)


def _set_axes(chart: Chart) -> None:
    plot, names, counts = chart.plots[0], chart.category_axis, chart.value_axis
    plot.gap_width, plot.overlap = 30, 100
    names.reverse_order = True
    names.format.line.color.rgb = colour_of(LINE_COLOUR)
    names.has_major_gridlines = counts.has_major_gridlines = False
    counts.visible = False
    set_type(chart.font, Type(_NAME_SIZE))
    chart.has_title = False
    show_legend(chart)
    set_type(chart.legend.font, Type(16))


def _label_series(series: BarSeries, symbol: str, least: int, colour: str) -> None:
    """Each count with its symbol, so that parts are told apart in grey; without it below `least`, and none for 0."""
    labels = series.data_labels
    labels.show_value = True
    labels.position = XL_LABEL_POSITION.CENTER
    labels.number_format, labels.number_format_is_linked = f'[=0]"";[<{least}]0;"{symbol} "0', False
    set_type(labels.font, Type(14, is_bold=True, colour=colour))


def _add_rates(slide: Slide, body: Bars, plot: Place) -> None:
    """The rate with its n at the end of each bar."""
    left, height = plot.left + plot.width + 4, plot.height / len(body.bars)
    header = Place(left, plot.top - _HEADER_HEIGHT, _RATE_WIDTH, _HEADER_HEIGHT)
    add_fitted(slide, header, body.rate, Type(16, alignment=PP_ALIGN.RIGHT), MSO_ANCHOR.MIDDLE)
    line = Place(0, 0, _RATE_WIDTH, _NAME_SIZE * LINE)
    size = size_for([(line, bar.rate) for bar in body.bars], _NAME_SIZE, SMALLEST, is_bold=True)
    for position, bar in enumerate(body.bars):
        place = Place(left, plot.top + position * height, _RATE_WIDTH, height)
        looks = Type(size, is_bold=True, alignment=PP_ALIGN.RIGHT)
        add_fitted(slide, place, bar.rate, looks, MSO_ANCHOR.MIDDLE)


def _add_pace(slide: Slide, body: Bars, plot: Place) -> None:
    if body.pace is None:
        return
    x = plot.left + plot.width * body.pace
    line = slide.shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, Pt(x), Pt(plot.top - 2), Pt(x), Pt(plot.top + plot.height)
    )
    line.line.color.rgb = colour_of(DARK_TEXT)
    line.line.width = Pt(2)
    label = Place(x - 100, plot.top - _HEADER_HEIGHT, 200, _HEADER_HEIGHT - 2)
    looks = Type(16, is_bold=True, alignment=PP_ALIGN.CENTER)
    add_fitted(slide, label, f"▼ {body.pace_words}", looks, MSO_ANCHOR.BOTTOM)
