"""The monthly workbook, filled in and saved by LibreOffice, is imported as it was filled in."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ita_data.exports.marked import marked_up
from ita_data.exports.monthly import monthly_workbook
from ita_data.exports.monthly_form import COLUMNS, STATUS_WORDS, column_letter
from ita_data.imports.files import open_grids
from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.imports.reading import Reading
from ita_data.model.records import Assignment, Measure, Records, Review, Role, Section
from ita_data.model.states import Status
from tests.exports.conftest import FINANCE
from tests.office_suite import saved_as

FEBRUARY, REVISION = 5, 17
RECEIVED_ON = date(2025, 3, 4)
FIRST_ROW = 5
KINDS = ("xlsx", "ods", "xls")
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
"""Commas, quotation marks, UTF-8, and cells as they are shown."""

REVIEWS = (
    Review(
        "4.1", FINANCE, FEBRUARY, Status.IN_PROGRESS, RECEIVED_ON, 50.0, "-ไม่มี", date(2025, 2, 15), "=1+1", "", 1200
    ),
    Review("4.10", FINANCE, FEBRUARY, Status.COMPLETED, RECEIVED_ON, 100.0, "- ข้อ 1\n- ข้อ 2", note="=SUM(A1:A2)"),
    Review("4.2", FINANCE, FEBRUARY, Status.NOT_STARTED, RECEIVED_ON, 0.0, "ไม่มีการดำเนินการในเดือนนี้", people_reached=0),
    Review("4.3", FINANCE, FEBRUARY, Status.NOT_APPLICABLE, RECEIVED_ON, note="+66 2 123 4567"),
    Review("4.4", FINANCE, FEBRUARY, Status.IN_PROGRESS, RECEIVED_ON, 33.25, "จัดทำ “คู่มือ”; 5,000 เล่ม", evidence="1/2"),
)


@pytest.fixture(scope="module")
def office() -> Records:
    """An office with a measure 4.10 beside 4.1, where January was reported on."""
    codes = [review.measure for review in REVIEWS]
    return Records(
        organisation="สำนักงานเขตตัวอย่าง",
        fiscal_year=2568,
        sections=(Section(FINANCE, position=1),),
        measures=tuple(Measure(code, 4, None, place, f"มาตรการที่ {code}") for place, code in enumerate(codes, start=1)),
        assignments=tuple(Assignment(code, FINANCE, Role.LEAD) for code in codes),
        reviews=tuple(replace(review, month=FEBRUARY - 1, result="ของเดือนมกราคม") for review in REVIEWS),
    )


@pytest.fixture(scope="module")
def filled(office: Records, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook for February, its blank answers typed in."""
    workbook = load_workbook(BytesIO(monthly_workbook(office, FINANCE, FEBRUARY, REVISION)))
    sheet = workbook.worksheets[0]
    for row, review in enumerate(REVIEWS, start=FIRST_ROW):
        assert sheet[f"A{row}"].value == review.measure
        for name, answer in _answers(review).items():
            cell = sheet[f"{column_letter(name)}{row}"]
            cell.value = answer
            # What is typed into a cell of texts is no formula.
            cell.data_type = "s" if isinstance(answer, str) else cell.data_type
    file = tmp_path_factory.mktemp("office") / "filled.xlsx"
    workbook.save(file)
    return file


def _answers(review: Review) -> dict[str, object]:
    names = [name for name, column in COLUMNS.items() if column.is_answer]
    answers = {name: getattr(review, name) for name in names} | {"status": STATUS_WORDS[review.status]}
    return {name: answer for name, answer in answers.items() if answer not in ("", None)}


def reading_of(file: Path, office: Records) -> Reading:
    known = Known(plans={office.plan: office}, today=RECEIVED_ON, received_on=RECEIVED_ON)
    return read(file.read_bytes(), file.name, known)


@pytest.mark.parametrize("kind", KINDS)
def test_saved_in_a_workbook_format_it_gives_the_same_reviews_and_its_revision(
    kind: str, filled: Path, office: Records, tmp_path: Path
) -> None:
    reading = reading_of(saved_as(filled, kind, tmp_path), office)
    assert not reading.problems
    assert reading.records is not None
    assert reading.records.reviews == REVIEWS
    assert reading.base == REVISION


def test_saved_as_text_it_gives_the_same_reviews(filled: Path, office: Records, tmp_path: Path) -> None:
    reading = reading_of(saved_as(filled, CSV, tmp_path), office)
    assert not reading.problems
    assert reading.records is not None
    assert reading.records.reviews == REVIEWS


def test_filled_in_by_hand_and_not_saved_anew_it_gives_the_same(filled: Path, office: Records) -> None:
    reading = reading_of(filled, office)
    assert not reading.problems
    assert reading.records is not None
    assert reading.records.reviews == REVIEWS
    assert reading.base == REVISION


def test_a_marked_file_that_was_saved_anew_is_read_as_the_one_that_was_sent(
    filled: Path, office: Records, tmp_path: Path
) -> None:
    workbook = load_workbook(filled)
    workbook.worksheets[0][f"{column_letter('status')}{FIRST_ROW}"] = "ทำแล้วมั้ง"
    workbook.save(tmp_path / "sent.xlsx")
    before = reading_of(tmp_path / "sent.xlsx", office)
    data = (tmp_path / "sent.xlsx").read_bytes()
    (tmp_path / "marked.xlsx").write_bytes(marked_up(data, open_grids(data, "sent.xlsx")[0], before.problems))
    after = reading_of(saved_as(tmp_path / "marked.xlsx", "xlsx", tmp_path), office)
    assert [problem.code for problem in before.problems] == ["status-unknown"]
    assert after.problems == before.problems
    assert (after.records, after.base) == (before.records, before.base)
