"""The first sheet of a meeting's workbook: its finding, figures and months with two charts, on one printed page."""

from collections.abc import Sequence

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.series import Series
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.agenda import Meeting
from ita_data.exports.meeting_texts import title_lines
from ita_data.exports.row_heights import fit_row
from ita_data.exports.workbooks import prepare_page, storable, write_header, write_text, write_title, write_value
from ita_data.findings import Figure, MonthStand, finding, four_figures, stand_by_month
from ita_data.findings.figures import change_words
from ita_data.labels import DARK_TEXT, PART_COLOURS
from ita_data.model.periods import FiscalMonth
from ita_data.model.thai_dates import thai_month

SUMMARY = "สรุป"
RATE = '[=1]0.0%;[>=0.9995]"99.9%";0.0%'
"""What is not all is never shown as 100 %."""
_NEXT_TO_NOTHING = '[=0]0.0%;[<0.0005]"0.1%";0.0%'
_FIGURE_HEADERS = ("ตัวเลข", "ค่า", "จาก", "เทียบเดือนก่อน ณ วันเดียวกันของรอบ")
_MONTH_HEADERS = ("เดือน", "ได้รับ ณ วันเดียวกันของรอบ", "มาภายหลัง", "มาตรการแล้วเสร็จ (สะสม)", "แนวตามเวลา")
_WIDTHS = (32, 28, 36, 46, 36)
_THEN, _LATER, _COMPLETION, _PACE = 2, 3, 4, 5
_CHART_WIDTH, _CHART_HEIGHT = 17, 9.5


def draw_summary(sheet: Worksheet, meeting: Meeting) -> None:
    """Fill the sheet; the charts read the table of months, so that they follow what somebody changes there."""
    lines = [sheet.title, *title_lines(meeting), finding(meeting)]
    for row, line in enumerate(lines, start=1):
        write_title(sheet, row, storable(line), len(_WIDTHS))
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    header = len(lines) + 1
    _write_figures(sheet, header, four_figures(meeting))
    stands = stand_by_month(meeting)
    if stands:
        months = header + 6
        _write_months(sheet, months, meeting, stands)
        _add_charts(sheet, months, len(stands))
    prepare_page(sheet, header)
    sheet.print_title_rows = None
    sheet.page_setup.fitToHeight = 1


def rate_format(rate: float | None) -> str:
    """How a cell shows a rate: what is not all never as 100 %, and what is not nothing never as 0 %.

    Excel takes no more than two conditions in one format.
    """
    return _NEXT_TO_NOTHING if rate is not None and 0 < rate < 0.0005 else RATE


def _write_figures(sheet: Worksheet, header: int, figures: Sequence[Figure]) -> None:
    _write_headers(sheet, header, _FIGURE_HEADERS)
    for row, figure in enumerate(figures, start=header + 1):
        texts = (figure.name, figure.value, figure.of, " · ".join(filter(None, (change_words(figure), figure.more))))
        for column, text in enumerate(texts, start=1):
            write_text(sheet, row, column, storable(text))
        fit_row(sheet, row, list(zip(texts, _WIDTHS, strict=False)))


def _write_headers(sheet: Worksheet, row: int, headers: Sequence[str]) -> None:
    for column, text in enumerate(headers, start=1):
        write_header(sheet, row, column, text)
    fit_row(sheet, row, list(zip(headers, _WIDTHS, strict=False)))


def _write_months(sheet: Worksheet, header: int, meeting: Meeting, stands: Sequence[MonthStand]) -> None:
    _write_headers(sheet, header, _MONTH_HEADERS)
    for row, stand in enumerate(stands, start=header + 1):
        month = thai_month(FiscalMonth(meeting.month.fiscal_year, stand.month))
        write_text(sheet, row, 1, month)
        fit_row(sheet, row, [(month, _WIDTHS[0])])
        for column, rate in enumerate((stand.reported_then, stand.later, stand.completion, stand.pace), start=2):
            write_value(sheet, row, column, rate, rate_format(rate))


def _add_charts(sheet: Worksheet, header: int, months: int) -> None:
    reports, completion = BarChart(), LineChart()
    reports.grouping, reports.overlap = "stacked", 100
    for column, colour in ((_THEN, PART_COLOURS["on_time"]), (_LATER, PART_COLOURS["later"])):
        bar = _series(sheet, header, months, column)
        bar.graphicalProperties.solidFill = _hexadecimal(colour)
        bar.graphicalProperties.line.solidFill = _hexadecimal(PART_COLOURS["on_time"])
        reports.series.append(bar)
    for column, colour, dash in ((_COMPLETION, PART_COLOURS["completed"], None), (_PACE, DARK_TEXT, "dash")):
        line = _series(sheet, header, months, column)
        line.graphicalProperties.line.solidFill = _hexadecimal(colour)
        line.graphicalProperties.line.dashStyle = dash
        line.smooth = False
        completion.series.append(line)
    for chart, title, place in ((reports, "รายงานที่ได้รับ", "A"), (completion, "มาตรการแล้วเสร็จกับแนวตามเวลา", "D")):
        chart.set_categories(Reference(sheet, min_col=1, min_row=header + 1, max_row=header + months))
        _prepare(chart, title)
        sheet.add_chart(chart, f"{place}{header + months + 2}")


def _prepare(chart: BarChart | LineChart, title: str) -> None:
    chart.title = title
    chart.width, chart.height = _CHART_WIDTH, _CHART_HEIGHT
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
    chart.y_axis.number_format = "0%"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.legend.position = "b"


def _series(sheet: Worksheet, header: int, months: int, column: int) -> Series:
    values = Reference(sheet, min_col=column, min_row=header, max_row=header + months)
    return SeriesFactory(values, title_from_data=True)


def _hexadecimal(colour: str) -> str:
    return colour.removeprefix("#")
