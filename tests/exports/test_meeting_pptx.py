"""A month's meeting as PowerPoint slides: the screens' own numbers, in charts and tables that can be edited."""

import re
from io import BytesIO
from math import ceil
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.table import Table
from pptx.text.text import TextFrame
from pptx.util import Pt

from ita_data.agenda import Meeting, Screen, agenda
from ita_data.agenda.screen import Bars, Grid, Listing, MonthChart, Numbers, Series
from ita_data.exports.fitting import Place
from ita_data.exports.pptx import meeting_pptx
from ita_data.exports.slide_charts import draw_chart
from ita_data.exports.typeface import width_of
from tests.agenda.meetings import meeting_of, meeting_with_unconfirmed
from tests.exports.meetings import extreme_meeting, march_meeting
from tests.office_suite import saved_as

FONT = "TH Sarabun New"
LARGE = 40


@pytest.fixture(scope="module")
def march(sample_office: Path) -> Meeting:
    return march_meeting(sample_office)


@pytest.fixture(scope="module")
def screens(march: Meeting) -> list[Screen]:
    return agenda(march)


@pytest.fixture(scope="module")
def file(march: Meeting, screens: list[Screen]) -> bytes:
    return meeting_pptx(march, screens)


@pytest.fixture(scope="module")
def deck(file: bytes) -> Deck:
    return Presentation(BytesIO(file))


def texts_of(slide: Slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def pairs(deck: Deck, screens: list[Screen], kind: type) -> list[tuple[Slide, Screen]]:
    """The slides of one kind of screen, each with its screen."""
    found = zip(list(deck.slides)[1:], screens, strict=True)
    return [(slide, screen) for slide, screen in found if isinstance(screen.body, kind)]


def test_the_first_slide_says_office_month_and_that_the_data_are_a_sample(deck: Deck) -> None:
    text = "\n".join(texts_of(deck.slides[0]))
    assert "สำนักงานเขตตัวอย่าง\nประจำเดือนมีนาคม 2568\nข้อมูล ณ วันที่ 9 เมษายน 2568" in text
    assert "ข้อมูลตัวอย่าง" in text


def test_every_screen_is_a_slide_with_its_title_foot_and_position(deck: Deck, screens: list[Screen]) -> None:
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    for number, (slide, screen) in enumerate(zip(list(deck.slides)[1:], screens, strict=True), start=1):
        assert slide.shapes.title.text_frame.text == screen.title
        assert {screen.foot, f"{number}/{len(screens)}"} <= set(texts_of(slide))


def test_charts_are_native_and_hold_the_screens_counts(deck: Deck, screens: list[Screen], file: bytes) -> None:
    drawn = pairs(deck, screens, Bars)
    for slide, screen in drawn:
        chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
        columns = [tuple(map(int, series.values)) for series in chart.plots[0].series]
        assert list(zip(*columns, strict=True)) == [bar.counts for bar in screen.body.bars]
        assert {bar.rate for bar in screen.body.bars} <= set(texts_of(slide))
        sheet = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob)).worksheets[0]
        rows = list(sheet.iter_rows(min_row=2, min_col=2, values_only=True))
        assert [tuple(map(int, row)) for row in rows] == [bar.counts for bar in screen.body.bars]
    with ZipFile(BytesIO(file)) as archive:
        names = archive.namelist()
    assert len([name for name in names if name.startswith("ppt/charts/chart")]) >= max(6, len(drawn))
    assert not [name for name in names if name.startswith("ppt/media/")]


def test_the_charts_numbers_are_those_of_the_metric(deck: Deck, screens: list[Screen], march: Meeting) -> None:
    slide = next(slide for slide, screen in pairs(deck, screens, Bars) if screen.name == "completion_by_section")
    plot = next(shape.chart.plots[0] for shape in slide.shapes if shape.has_chart)
    completed, unconfirmed, in_progress, not_started = (list(series.values) for series in plot.series)
    rows = sorted(march.rows("completion_by_section"), key=lambda row: row["completion"])
    assert [sum(both) for both in zip(completed, unconfirmed, strict=True)] == [row["completed"] for row in rows]
    assert in_progress == [row["in_progress"] for row in rows]
    assert not_started == [row["not_started"] for row in rows]


def test_a_bar_shows_what_is_completed_by_unconfirmed_links_once_and_apart() -> None:
    meeting = meeting_with_unconfirmed()
    screens = [screen for screen in agenda(meeting) if isinstance(screen.body, Bars)]
    deck = Presentation(BytesIO(meeting_pptx(meeting, screens)))
    slides = [slide for slide, screen in pairs(deck, screens, Bars) if screen.name.startswith("completion")]
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) == 2
    assert all("75% (3/4)" in texts_of(slide) for slide in slides)
    for chart in charts:
        assert {series.name: tuple(series.values) for series in chart.plots[0].series} == {
            "● ดำเนินการแล้ว": (1,),
            "◉ ดำเนินการแล้ว รอยืนยัน": (2,),
            "◐ อยู่ระหว่างดำเนินการ": (0,),
            "○ ยังไม่ดำเนินการ": (1,),
        }


def test_grids_and_lists_are_native_tables(deck: Deck, screens: list[Screen]) -> None:
    for slide, screen in pairs(deck, screens, Grid):
        fields = [field for _name, row in screen.body.rows for field in row]
        columns = slice(1, 1 + len(screen.body.months))
        cells = [cell for row in list(table_of(slide).rows)[1:] for cell in list(row.cells)[columns]]
        assert [cell.text_frame.text for cell in cells] == [f"{each.symbol} {each.fraction}".strip() for each in fields]
        assert len({(cell.fill.fore_color.rgb, field.state) for cell, field in zip(cells, fields, strict=True)}) == len(
            {field.state for field in fields}
        )
    for slide, screen in pairs(deck, screens, Listing):
        rows = [tuple(cell.text_frame.text for cell in row.cells) for row in table_of(slide).rows]
        assert rows[0] == screen.body.headers
        assert rows[1 : 1 + len(screen.body.rows)] == list(screen.body.rows)


def table_of(slide: Slide) -> object:
    return next(shape.table for shape in slide.shapes if shape.has_table)


def test_headline_numbers_are_large_and_keep_their_denominator(deck: Deck, screens: list[Screen]) -> None:
    for slide, screen in pairs(deck, screens, Numbers):
        sizes = {
            run.text: run.font.size.pt
            for shape in slide.shapes
            if shape.has_text_frame
            for run in runs(shape.text_frame)
        }
        for number in screen.body.numbers:
            assert sizes[number.value] >= LARGE
            assert number.of in sizes


def runs(frame: TextFrame) -> list[object]:
    return [run for paragraph in frame.paragraphs for run in paragraph.runs]


def test_the_speaker_finds_the_figures_with_their_denominators_and_their_rules(
    deck: Deck, screens: list[Screen]
) -> None:
    for slide, screen in zip(list(deck.slides)[1:], screens, strict=True):
        notes = slide.notes_slide.notes_text_frame.text
        assert all(rule in notes for rule in screen.rules)
        if isinstance(screen.body, Numbers):
            assert all(number.of in notes for number in screen.body.numbers)
        if isinstance(screen.body, Bars):
            assert all(f"{bar.name}: {bar.rate}" in notes for bar in screen.body.bars)


def test_sections_months_good_news_and_the_crossing_have_native_charts(deck: Deck, screens: list[Screen]) -> None:
    charts = {
        screen.name: sum(shape.has_chart for shape in slide.shapes)
        for slide, screen in zip(list(deck.slides)[1:], screens, strict=True)
    }
    assert charts["headline"] == 2
    one_each = ("completion_by_indicator_and_section", "reporting_by_month", "section-3", "finished", "standstill")
    assert {charts[name] for name in one_each} == {1}


def test_no_slide_is_half_empty(deck: Deck) -> None:
    for slide in list(deck.slides)[1:]:
        body = [shape for shape in slide.shapes if shape.top + shape.height <= Pt(504) and shape.top >= Pt(100)]
        assert max(shape.top + shape.height for shape in body) >= Pt(380)


def test_every_text_names_the_font_for_latin_and_for_thai(file: bytes) -> None:
    with ZipFile(BytesIO(file)) as archive:
        for name in archive.namelist():
            if name.startswith(("ppt/slides/slide", "ppt/charts/chart", "ppt/slideMasters/slideMaster")):
                part = archive.read(name).decode()
                assert part.count(f'<a:latin typeface="{FONT}"') == part.count("<a:latin") > 0
                assert part.count(f'<a:cs typeface="{FONT}"') == part.count("<a:latin")


def test_the_same_screens_give_the_same_bytes_and_no_time(march: Meeting, screens: list[Screen], file: bytes) -> None:
    assert meeting_pptx(march, screens) == file
    with ZipFile(BytesIO(file)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        for name in archive.namelist():
            if name.startswith("ppt/embeddings/"):
                with ZipFile(BytesIO(archive.read(name))) as workbook:
                    assert b"2000-01-01" in workbook.read("docProps/core.xml")


def test_a_plan_without_measures_still_makes_slides() -> None:
    meeting = meeting_of()
    deck = Presentation(BytesIO(meeting_pptx(meeting, agenda(meeting))))
    assert len(deck.slides) == 1 + len(agenda(meeting))


def test_letters_that_no_file_can_hold_are_left_out() -> None:
    meeting = meeting_of()
    screen = Screen("orders", "คำสั่ง\x0bใหม่", Listing(("ก",), (("ข\x00ค",),), (1,)), "ที่มา\x1f")
    deck = Presentation(BytesIO(meeting_pptx(meeting, [screen])))
    assert deck.slides[1].shapes.title.text_frame.text == "คำสั่งใหม่"


def test_libreoffice_opens_the_deck_and_prints_a_page_for_each_slide(file: bytes, deck: Deck, tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(file)
    pdf = saved_as(tmp_path / "deck.pptx", "pdf", tmp_path).read_bytes()
    assert pdf.count(b"/Type/Page/") + pdf.count(b"/Type/Page\n") == len(deck.slides)


def test_nothing_leaves_its_slide_or_cell_in_an_office_too_large_for_every_screen(tmp_path: Path) -> None:
    meeting = extreme_meeting(tmp_path)
    deck = Presentation(BytesIO(meeting_pptx(meeting, agenda(meeting))))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
            if shape.has_text_frame and shape.text_frame.text and slide is not deck.slides[0]:
                assert height_of(shape.text_frame, shape.width.pt) <= shape.height.pt
            if shape.has_table:
                assert sum(row.height for row in shape.table.rows) <= shape.height + Pt(1)
                assert_cells_hold_their_texts(shape.table)


def assert_cells_hold_their_texts(table: Table) -> None:
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            width = column.width.pt - cell.margin_left.pt - cell.margin_right.pt
            assert height_of(cell.text_frame, width) <= row.height.pt


def test_an_orders_number_stands_on_one_line(tmp_path: Path) -> None:
    meeting = extreme_meeting(tmp_path)
    deck = Presentation(BytesIO(meeting_pptx(meeting, agenda(meeting))))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    fields = [(table.columns[0], row.cells[0]) for table in tables for row in table.rows]
    numbers = [(column, cell) for column, cell in fields if re.fullmatch(r"\d\d/\d{4}", cell.text)]
    assert numbers
    for column, cell in numbers:
        (run,) = runs(cell.text_frame)
        room = column.width.pt - cell.margin_left.pt - cell.margin_right.pt
        assert width_of(run.text, bool(run.font.bold)) * run.font.size.pt <= room


def height_of(frame: TextFrame, width: float) -> float:
    """How high a text stands, parted between any letters, in the font that is wider than the one that is named."""
    (run,) = runs(frame) or [None]
    if run is None:
        return 0
    size = run.font.size.pt
    return ceil(0.98 * width_of(run.text, bool(run.font.bold)) * size / width) * size * 1.3


def test_a_chart_of_rates_rounds_neither_to_all_nor_to_nothing() -> None:
    rates = (0.0, 0.001, 0.5, 0.998, 1.0, None)
    chart = MonthChart("ร้อยละที่ได้รับ", tuple("123456"), (Series("ได้รับ", "on_time", rates),), is_rate=True)
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    draw_chart(slide, chart, Place(1, 1, 6, 4))
    (drawn,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    values = drawn.plots[0].series[0].values

    assert [None if value is None else round(100 * value) for value in values] == [0, 1, 50, 99, 100, None]
