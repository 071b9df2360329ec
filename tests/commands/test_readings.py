"""What `check --json` says of a file's rows, on which programs rely."""

from datetime import date

from ita_data.commands.readings import counts_of, reading_as_json
from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from tests.imports.layouts.monthly.small_workbooks import HEADERS, PLAN, ROW, read_book, row, without
from tests.imports.layouts.small_reports import HEADERS as REPORT_HEADERS
from tests.imports.layouts.small_reports import TITLE, heading
from tests.imports.layouts.small_reports import row as report_row
from tests.imports.made_files import workbook

DAY = date(2025, 10, 1)


def test_a_monthly_row_tells_what_was_understood_beside_its_texts() -> None:
    headers = [*HEADERS, "กำหนดส่ง", "จำนวนคน"]
    data = workbook(headers, [*ROW, "31/3/2568", "๑๒๐ คน"], [*row(measure="9.9", status="ดี"), None, None])
    first, second = reading_as_json(read_book(data))["rows"]
    texts = first.pop("texts")
    assert first == {
        "kind": "review",
        "sheet": "Sheet",
        "cell": "A2",
        "row": 2,
        "ok": True,
        "measure": "4.2",
        "month": "2025-01",
        "due": "2025-03-31",
        "percent": 50,
        "status": "in_progress",
        "sections": ["ฝ่ายปกครอง"],
        "done_on": "2025-01-15",
        "people_reached": 120,
    }
    assert (texts["measure"], texts["month"], texts["progress"]) == ("4.2", "ม.ค. 68", "50")
    assert (second["row"], second["ok"], second["measure"], second["status"], second["due"]) == (
        3,
        False,
        None,
        None,
        None,
    )


def test_a_row_of_a_report_has_its_texts_and_whether_it_is_whole() -> None:
    rows = [report_row(measure="9. ไม่มีที่อยู่"), heading("ตัวชี้วัดที่ 1 ก"), report_row(code="I1", measure="1. ประกาศ")]
    data = workbook([TITLE], REPORT_HEADERS, *rows)
    found = reading_as_json(read(data, "report.xlsx", Known(today=DAY, received_on=DAY)))
    assert {"row", "ok", "kind", "cell"} <= found["rows"][0].keys()
    assert found["rows"][0]["text"] == TITLE
    assert all(found_row["ok"] for found_row in found["rows"])


def test_good_rows_are_counted_while_there_is_no_plan_to_store_them_in() -> None:
    data = workbook(HEADERS, ROW, row(status="ดี"))
    assert counts_of(read_book(data, None)) == {"reviews": 1}
    assert counts_of(read_book(data, PLAN))["reviews"] == 1
    assert counts_of(read_book(workbook(without("status")), PLAN)) == {}
