"""Charts on slides that PowerPoint can edit: by month, or by the rows of a table that stands beside them."""

from io import BytesIO

from openpyxl import load_workbook
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import _BaseCategorySeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide
from pptx.util import Pt

from ita_data.agenda.screen import MonthChart, Series
from ita_data.exports.fitting import Place
from ita_data.exports.slide_text import Type, box_of, colour_of, describe, name_font, set_type
from ita_data.exports.workbooks import storable, workbook_bytes
from ita_data.labels import DARK_TEXT, PART_COLOURS, text_on

LINE_COLOUR = "#9AA5B1"
_FONT, _TITLE_FONT = 14, 16
_RATE = "0%"
_LEAST, _MOST = 0.0051, 0.9949
"""What is not nothing is never shown as 0 %, nor what is not all as 100 %."""
_RATE_ABOVE_NOTHING = '[=0]"";0%'
_COUNT = '[=0]"";#,##0'
_OUTLINE = "later"


def draw_chart(slide: Slide, chart: MonthChart, place: Place) -> None:
    """A chart by month under its title: columns on each other, or lines."""
    kind = XL_CHART_TYPE.LINE_MARKERS if chart.has_lines else XL_CHART_TYPE.COLUMN_STACKED
    drawn = _added(slide, chart, place, kind)
    drawn.has_title = True
    drawn.chart_title.include_in_layout = False
    run = drawn.chart_title.text_frame.paragraphs[0].add_run()
    run.text = storable(chart.title)
    set_type(run.font, Type(_TITLE_FONT, is_bold=True))
    _set_axes(drawn, chart)
    for series, each in zip(drawn.plots[0].series, chart.series, strict=True):
        if chart.has_lines:
            _draw_line(series, each)
        else:
            fill_series(series, PART_COLOURS[each.part], is_outline=each.part == _OUTLINE)
        _label_series(series, each, chart)
    finish_chart(drawn)


def draw_rows_chart(slide: Slide, chart: MonthChart, place: Place, top: float) -> None:
    """Bars of 100 % beside the rows of a table whose header is `top` high; the rows name them."""
    drawn = _added(slide, chart, place, XL_CHART_TYPE.BAR_STACKED_100)
    drawn.has_title = drawn.has_legend = False
    drawn.plots[0].gap_width, drawn.plots[0].overlap = 30, 100
    drawn.category_axis.reverse_order = True
    drawn.category_axis.visible = drawn.value_axis.visible = False
    drawn.value_axis.has_major_gridlines = False
    place_plot(drawn, 0.02, top / place.height, 0.96, 1 - top / place.height)
    for series, each in zip(drawn.plots[0].series, chart.series, strict=True):
        fill_series(series, PART_COLOURS[each.part])
        _label_series(series, each, chart)
    finish_chart(drawn)


def place_plot(chart: Chart, left: float, top: float, width: float, height: float) -> None:
    """Put the plot itself, without its axes' texts, where other things of the slide can be set beside it."""
    area = chart._chartSpace.chart.plotArea  # noqa: SLF001 - python-pptx has no other door to the layout
    for layout in area.xpath("c:layout"):
        area.remove(layout)
    shares = "".join(
        f'<c:{name} val="{value:.5f}"/>' for name, value in (("x", left), ("y", top), ("w", width), ("h", height))
    )
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    area.insert(0, parse_xml(f"<c:layout {nsdecls('c')}><c:manualLayout>{modes}{shares}</c:manualLayout></c:layout>"))


def fill_series(series: _BaseCategorySeries, colour: str, *, is_outline: bool = False) -> None:
    """A series' colour with an edge; an outline is what came later."""
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour_of(colour)
    series.format.line.color.rgb = colour_of(PART_COLOURS["on_time"] if is_outline else DARK_TEXT)
    series.format.line.width = Pt(1.5 if is_outline else 0.75)
    if is_outline:
        series.format.line.dash_style = MSO_LINE.DASH


def finish_chart(chart: Chart) -> None:
    """Name the fonts, and write the chart's workbook anew, because it carries the time when it was made."""
    name_font(chart._chartSpace)  # noqa: SLF001 - python-pptx names fonts for Latin letters only
    workbook = chart.part.chart_workbook
    workbook.update_from_xlsx_blob(workbook_bytes(load_workbook(BytesIO(workbook.xlsx_part.blob))))


def show_legend(chart: Chart) -> None:
    """The series' names below the chart."""
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False


def _added(slide: Slide, chart: MonthChart, place: Place, kind: XL_CHART_TYPE) -> Chart:
    data = CategoryChartData(number_format=_RATE if chart.is_rate else "#,##0")
    data.categories = [storable(month) for month in chart.months]
    for series in chart.series:
        values = [_shown(value) for value in series.values] if chart.is_rate else series.values
        data.add_series(storable(series.name), values)
    frame = slide.shapes.add_chart(kind, *box_of(place), data)
    describe(frame, chart.title)
    set_type(frame.chart.font, Type(_FONT))
    return frame.chart


def _shown(rate: float | None) -> float | None:
    """A rate that PowerPoint rounds to the whole percent that pages show."""
    return rate if rate is None or rate in (0, 1) else min(max(rate, _LEAST), _MOST)


def _set_axes(drawn: Chart, chart: MonthChart) -> None:
    axis = drawn.value_axis
    axis.visible = axis.has_major_gridlines = False
    axis.minimum_scale = 0
    if chart.is_rate:
        # Room for the label above the highest mark.
        axis.maximum_scale = 1.12
    drawn.category_axis.format.line.color.rgb = colour_of(LINE_COLOUR)
    if not chart.has_lines:
        drawn.plots[0].gap_width, drawn.plots[0].overlap = 45, 100
    drawn.has_legend = False
    if len(chart.series) > 1:
        show_legend(drawn)


def _draw_line(series: _BaseCategorySeries, each: Series) -> None:
    is_pace = each.part not in PART_COLOURS
    colour = colour_of(PART_COLOURS.get(each.part, DARK_TEXT))
    series.smooth = False
    series.format.line.color.rgb = colour
    series.format.line.width = Pt(1.75 if is_pace else 3)
    series.marker.style = XL_MARKER_STYLE.NONE if is_pace else XL_MARKER_STYLE.CIRCLE
    if is_pace:
        series.format.line.dash_style = MSO_LINE.DASH
        return
    series.marker.size = 8
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour


def _label_series(series: _BaseCategorySeries, each: Series, chart: MonthChart) -> None:
    if each.part not in PART_COLOURS:
        return  # the pace has its last value in the figure above
    labels = series.data_labels
    labels.show_value = True
    form = _RATE_ABOVE_NOTHING if each.part == _OUTLINE else _RATE
    labels.number_format, labels.number_format_is_linked = form if chart.is_rate else _COUNT, False
    labels.position = XL_LABEL_POSITION.BELOW if chart.has_lines else XL_LABEL_POSITION.CENTER
    colour = DARK_TEXT if chart.has_lines else text_on(PART_COLOURS[each.part])
    set_type(labels.font, Type(_FONT, is_bold=True, colour=colour))
