"""What the paragraphs of a document say about the tables below them."""

from collections.abc import Sequence

from docx import Document

from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.imports.reading import Reading
from tests.imports.layouts.monthly.small_workbooks import PLAN, RECEIVED, REVIEW, ROW, codes, reviews, without
from tests.imports.made_files import saved
from tests.plans import ADMINISTRATION, WORKS

KNOWN = Known(plans={PLAN.plan: PLAN}, today=RECEIVED, received_on=RECEIVED)
HEADERS = without("section", "month")
CELLS = without("section", "month", of=ROW)
Block = str | Sequence[Sequence[object]]


def read_document(*blocks: Block) -> Reading:
    """What a Word document of these paragraphs and tables comes to."""
    made = Document()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
            continue
        table = made.add_table(len(block), len(block[0]))
        for row, cells in zip(table.rows, block, strict=True):
            for cell, value in zip(row.cells, cells, strict=True):
                cell.text = str(value)
    return read(saved(made), "report.docx", KNOWN)


def table(measure: str = "4.2") -> list[list[object]]:
    """A table of one row, without section and month."""
    return [HEADERS, [measure, *CELLS[1:]]]


def test_section_and_month_may_stand_in_paragraphs_above_a_table() -> None:
    reading = read_document("รายงานผลการดำเนินการ ประจำเดือนมกราคม 2568", "ฝ่ายปกครอง", table())
    assert (reviews(reading), codes(reading)) == ((REVIEW,), [])


def test_paragraphs_with_labels_say_it_too() -> None:
    reading = read_document("เดือนที่รายงาน: ม.ค. 68", "ฝ่ายที่รับผิดชอบ: ฝ่ายปกครอง", table())
    assert (reviews(reading), codes(reading)) == ((REVIEW,), [])


def test_what_they_say_holds_for_further_tables_until_others_say_something_else() -> None:
    title = "รายงานประจำเดือนมกราคม 2568"
    reading = read_document(title, "ฝ่ายปกครอง", table(), "ตัวชี้วัดที่ 4", table("4.1"), "ฝ่ายโยธา", table())
    assert [(review.measure, review.section) for review in reviews(reading)] == [
        ("4.2", ADMINISTRATION),
        ("4.1", ADMINISTRATION),
        ("4.2", WORKS),
    ]


def test_a_section_that_nobody_knows_is_not_taken_for_the_one_before() -> None:
    reading = read_document("ประจำเดือนมกราคม 2568", "ฝ่ายปกครอง", table(), "ฝ่ายกฎหมาย", table("4.1"))
    assert [review.measure for review in reviews(reading)] == ["4.2"]
    assert codes(reading) == ["section-asked"]


def test_paragraphs_below_the_last_table_report_nothing_and_are_named() -> None:
    reading = read_document("ฝ่ายปกครอง ประจำเดือนมกราคม 2568", table(), "ลงชื่อ ........ ผู้รายงาน")
    assert (reviews(reading), codes(reading)) == ((REVIEW,), ["sheet-ignored"])


def test_a_web_page_is_read_alike() -> None:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in table())
    page = f"<html><p>ประจำเดือนมกราคม 2568</p><p>ฝ่ายปกครอง</p><table>{rows}</table></html>"
    reading = read(page.encode(), "report.xls", KNOWN)
    assert reviews(reading) == (REVIEW,)
