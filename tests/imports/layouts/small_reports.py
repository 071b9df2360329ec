"""Small yearly reports, written row by row: only what a test is about is filled in."""

from collections.abc import Sequence
from datetime import date

from ita_data.imports.grid import Cell, Grid, place_at
from ita_data.imports.layouts.layout import Known, LayoutReading
from ita_data.imports.layouts.report import ReportLayout
from ita_data.imports.plain_text import paragraphs_in
from ita_data.imports.spellings import header_shown
from ita_data.model.records import Records

FIELDS = ("code", "issue", "measure", "outcome", "responsible", "follow_up")
INITIATIVE_FIELDS = ("initiative", "measure", "pictures", "responsible")
HEADERS = [header_shown("report", field) for field in FIELDS]
INITIATIVE_HEADERS = [header_shown("initiatives", field) for field in INITIATIVE_FIELDS]
TITLE = "สำนักงานเขตตัวอย่าง ประจำปีงบประมาณ พ.ศ. 2568"
KNOWN = Known(today=date(2025, 10, 1), received_on=date(2025, 10, 1))


def row(**texts: str) -> list[str]:
    """A row of the indicators' table: cells by field, the others blank."""
    return [texts.get(field, "") for field in FIELDS]


def initiative_row(**texts: str) -> list[str]:
    """A row of the initiatives' table."""
    return [texts.get(field, "") for field in INITIATIVE_FIELDS]


def heading(text: str) -> list[str]:
    """The row that begins an indicator."""
    return row(code=text)


def cells(*texts: str, sheet: str = "sheet", row: int = 1) -> tuple[Cell, ...]:
    """One row of cells; lists may be written as HTML, and a line break begins a paragraph."""
    places = [place_at(sheet, row, column) for column in range(1, len(texts) + 1)]
    return tuple(Cell(place, place, paragraphs_in(text), text) for place, text in zip(places, texts, strict=True))


def column(*texts: str) -> list[Cell]:
    """Cells one below the other."""
    return [cells(text, row=number)[0] for number, text in enumerate(texts, start=1)]


def grid(*rows: Sequence[str], sheet: str = "sheet") -> Grid:
    """A grid of these texts."""
    return Grid(sheet, tuple(cells(*texts, sheet=sheet, row=number) for number, texts in enumerate(rows, start=1)))


def read(*rows: Sequence[str], title: str = TITLE) -> LayoutReading:
    """What the layout makes of these rows under the title and the headers; with the headers they begin at row 3."""
    return ReportLayout().read([grid([title], HEADERS, *rows)], KNOWN)


def records(reading: LayoutReading) -> Records:
    """The records of a report that was taken."""
    assert reading.records is not None
    return reading.records


def met(reading: LayoutReading, *codes: str) -> list[tuple[str, str, str]]:
    """The problems with one of these codes: code, cell and value."""
    return [(problem.code, problem.place.cell, problem.value) for problem in reading.problems if problem.code in codes]
