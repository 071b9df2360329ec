"""Monthly workbooks with one thing wrong in each, by the code of the problem that comes of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from ita_data.exports.monthly import monthly_workbook
from ita_data.exports.workbooks import workbook_bytes
from ita_data.model.records import Records

SECTION, JANUARY = "ฝ่ายการคลัง", 4
SHEET = "รายงาน"
TITLE = ("รายงานประจำเดือน ปีงบประมาณ พ.ศ. 2568", "สำนักงานเขตบางกอกน้อย", "ข้อมูลตัวอย่าง — ไฟล์นี้จงใจทำให้ผิด")
HEADERS = {
    "measure": "รหัสมาตรการ",
    "section": "ฝ่ายที่รับผิดชอบ",
    "month": "เดือนที่รายงาน",
    "status": "สถานะ",
    "progress": "ความก้าวหน้า (%)",
    "result": "ผลการดำเนินการ",
    "done_on": "วันที่ดำเนินการ",
}
REVISION = 1
"""The store's, from which the templates were made."""
FORMER = "4.9"
"""The code that the second measure of the template had before the plan was renumbered."""
ROW = {
    "measure": "4.2",
    "section": SECTION,
    "month": "ม.ค. 68",
    "status": "อยู่ระหว่างดำเนินการ",
    "progress": 50,
    "result": "ตรวจสอบวัสดุคงเหลือแล้ว",
    "done_on": date(2025, 1, 15),
}

Values = Mapping[str, Any]

CELLS: dict[str, Values] = {
    "text-repaired": {"result": "ด าเนินการตรวจสอบแล้ว"},
    "section-unknown": {"section": "ฝ่ายอวกาศ"},
    "section-repaired": {"section": "การคลัง"},
    "section-every": {"section": "ทุกฝ่าย"},
    "section-every-beside": {"section": "ฝ่ายการคลัง/ ทุกฝ่าย"},
    "row-for-several-sections": {"section": "ฝ่ายการคลัง/ ฝ่ายโยธา"},
    "measure-missing": {"measure": None},
    "measure-unknown": {"measure": "4.9"},
    "measure-ambiguous": {"measure": 4.1},
    "measure-several": {"measure": "4.2 และ 3"},
    "measure-repaired": {"measure": "มาตรการที่ 4.3"},
    "measure-is-date": {"measure": date(2025, 2, 4)},
    "measure-not-assigned": {"measure": "1.1"},
    "month-unreadable": {"month": "เดือนที่แล้ว"},
    "month-outside-plan": {"month": "พ.ย. 68"},
    "month-ahead": {"month": "ก.ย. 68"},
    "month-without-year": {"month": "มกราคม"},
    "year-doubtful": {"month": "ม.ค. 58"},
    "status-missing": {"status": None},
    "status-unknown": {"status": "ทำแล้วมั้ง"},
    "status-several": {"status": "ยังไม่ดำเนินการ / ดำเนินการแล้ว"},
    "status-unticked": {"status": "☐ ยังไม่ดำเนินการ ☐ ดำเนินการแล้ว"},
    "status-sign": {"status": "●"},
    "status-doubted": {"status": "ดำเนินการแล้ว 3 ครั้ง จากแผน 5 ครั้ง"},
    "status-time": {"status": "ล่าช้ากว่าแผน"},
    "status-target": {"status": "บรรลุเป้าหมาย"},
    "status-cancelled": {"status": "ยกเลิก"},
    "status-repaired": {"status": "ดำเนินกรแล้ว"},
    "status-with-text": {"status": "ดำเนินการแล้ว ตามบันทึกข้อความที่ 12/2568"},
    "status-against-progress": {"status": "ดำเนินการแล้ว", "progress": 40},
    "progress-unreadable": {"progress": 150},
    "progress-rough": {"progress": "ประมาณ 50"},
    "progress-small": {"progress": 0.5},
    "read-as-blank": {"done_on": "ไม่ระบุ"},
    "date-unreadable": {"done_on": "ต้นเดือน"},
    "date-impossible": {"done_on": "31/2/2568"},
    "date-far": {"done_on": "15 ม.ค. 58"},
    "date-month": {"done_on": "ตลอดเดือน"},
    "date-guessed": {"done_on": "5/1/2568"},
    "date-without-year": {"done_on": "15 ม.ค."},
    "date-range": {"done_on": "15 - 20 ม.ค. 68"},
    "date-from-number": {"done_on": 45672},
    "year-of-excel": {"done_on": date(1968, 1, 15)},
    "cell-error": {"status": "#N/A"},
    "cell-error-left-out": {"progress": "#N/A"},
}
"""A second row with these cells, under one with nothing wrong."""


def monthly(*rows: Values | Sequence[Any], headers: Mapping[str, str] = HEADERS, sheet: str = SHEET) -> Workbook:
    """A monthly workbook of these rows, given by field or cell by cell."""
    workbook = Workbook()
    form = workbook.active
    form.title = sheet
    for line in TITLE:
        form.append([line])
    form.append(list(headers.values()))
    for row in rows:
        form.append([row.get(name) for name in headers] if isinstance(row, Mapping) else list(row))
    return workbook


def _without(*names: str) -> dict[str, str]:
    return {name: header for name, header in HEADERS.items() if name not in names}


def _headers(**changed: str) -> dict[str, str]:
    return {**HEADERS, **changed}


def _fractions() -> Workbook:
    return monthly({**ROW, "progress": 0.5}, {**ROW, "measure": "4.3", "progress": 0.75})


def _title(line: str) -> Workbook:
    workbook = monthly(ROW)
    workbook.active["A2"] = line
    return workbook


def _hidden_sheet() -> Workbook:
    workbook = monthly(ROW)
    workbook.create_sheet("สรุป")["A1"] = "สรุปผล"
    workbook.active.sheet_state = "hidden"
    workbook.active = 1
    return workbook


def _hidden_row() -> Workbook:
    workbook = monthly(ROW, {**ROW, "measure": "4.3"})
    workbook.active.row_dimensions[6].hidden = True
    return workbook


def _hidden_column() -> Workbook:
    workbook = monthly(ROW)
    workbook.active.column_dimensions["E"].hidden = True
    return workbook


def _former_status_hidden() -> Workbook:
    """Two columns of a status, the first of them hidden."""
    headers = {**_without("status"), "former": "สถานะ", "status": "สถานะการดำเนินการ"}
    workbook = monthly({**ROW, "former": "ยังไม่ดำเนินการ"}, headers=headers)
    workbook.active.column_dimensions[get_column_letter(len(headers) - 1)].hidden = True
    return workbook


def _second_sheet(headers: Sequence[str]) -> Workbook:
    workbook = monthly(ROW)
    second = workbook.create_sheet("แผ่นที่สอง")
    second.append(list(headers))
    second.append(["4.3", SECTION, "ตรวจสอบแล้ว"])
    return workbook


def _another_month_in_the_sheets_name() -> Workbook:
    workbook = monthly(ROW, headers=_without("month"), sheet="ก.พ. 68")
    workbook.active["A1"] = "รายงานประจำเดือนมกราคม 2568"
    return workbook


def _keyed(**cells: object) -> Workbook:
    """A workbook whose row has a key that nobody can read, and says less by itself."""
    return monthly({**ROW, "key": "ไม่ทราบ", **cells}, headers=_headers(key="คีย์"))


def _planned(*kinds: str) -> Workbook:
    """A workbook with such a row of the plan or of results for each of these, on the same measure."""
    rows = [{**ROW, "kind": kind, "progress": 10 * number} for number, kind in enumerate(kinds, start=1)]
    return monthly(*rows, headers=_headers(kind="แผน/ผล"))


def _hidden_draft() -> Workbook:
    workbook = monthly({**ROW, "progress": 10}, ROW)
    workbook.active.row_dimensions[5].hidden = True
    return workbook


def _form() -> Workbook:
    """Two answers of a form for one measure."""
    rows = [{**ROW, "stamp": f"{day}/2/2568, 9:00:00", "progress": 10 * day} for day in (3, 4)]
    return monthly(*rows, headers=_headers(stamp="ประทับเวลา"))


def _turned_round() -> Workbook:
    """Days typed day first into an Excel that takes the month first."""
    days = ["15/01/2568", datetime(2568, 9, 1)]  # noqa: DTZ001 - a workbook's dates have no time zone
    rows = [{**ROW, "measure": f"4.{number}", "done_on": day} for number, day in enumerate(days, start=2)]
    return monthly(*rows)


def _months_twice() -> Workbook:
    headers = {"measure": HEADERS["measure"], "section": HEADERS["section"]}
    months = {"nov": "พ.ย. 67", "dec": "ธ.ค. 67", "again": "ธ.ค. 67"}
    return monthly({"measure": "4.3", "section": SECTION, "nov": 20, "dec": 40, "again": 50}, headers=headers | months)


def _months_beside() -> Workbook:
    headers = {
        "measure": HEADERS["measure"],
        "section": HEADERS["section"],
        "oct": "ต.ค. 67",
        "nov": "พ.ย. 67",
        "status": "สถานะ",
    }
    row = {"measure": "4.3", "section": SECTION, "oct": 10, "nov": 20, "status": "อยู่ระหว่างดำเนินการ"}
    return monthly(row, headers=headers)


def _status_twice() -> Workbook:
    rows = [{**ROW, "again": ROW["status"]}, {**ROW, "measure": "4.3", "again": "ดำเนินการแล้ว"}]
    return monthly(*rows, headers=_headers(again="สถานะ"))


def _people(*said: object) -> Workbook:
    """A workbook with a column for the people reached, or several, in which its row says this."""
    names = [f"people_{number}" for number in range(len(said))]
    return monthly({**ROW, **dict(zip(names, said, strict=True))}, headers=_headers(**dict.fromkeys(names, "จำนวนคน")))


def _texts_twice() -> Workbook:
    return monthly({**ROW, "again": "แจ้งเวียนแล้ว"}, headers=_headers(again="ผลการดำเนินงาน"))


def _unclear_line() -> bytes:
    """A text file in which a program wrote quotes within quotes without doubling them."""
    lines = (",".join(map(str, values)) for values in (HEADERS.values(), {**ROW, "done_on": "15/1/2568"}.values()))
    unclear = f'4.3,{SECTION},ม.ค. 68,ดำเนินการแล้ว,100,"ป้าย "งดรับ", "งดให้" แล้ว",16/1/2568'
    return "\n".join([*lines, unclear]).encode("utf-8-sig")


def _months(first: object = 10, second: object = 20) -> Workbook:
    headers = {"measure": HEADERS["measure"], "section": HEADERS["section"], "oct": "ต.ค. 67", "nov": "พ.ย. 67"}
    return monthly({"measure": "4.3", "section": SECTION, "oct": first, "nov": second}, headers=headers)


def _unheaded_statuses() -> Workbook:
    rows = [{**ROW, "measure": f"4.{number}"} for number in (1, 2, 3, 4)]
    return monthly(*rows, headers=_headers(status="เป็นอย่างไรบ้าง"))


FORMS: dict[str, Callable[[], Workbook]] = {
    "plan-missing": lambda: monthly({**ROW, "month": "ม.ค. 67"}),
    "plan-unknown-yet": lambda: monthly(ROW),
    "office-different": lambda: _title("สำนักงานเขตดุสิต"),
    "office-ambiguous": lambda: _title(""),
    "no-rows": lambda: monthly({**ROW, "status": "ทำแล้วมั้ง"}),
    "column-missing": lambda: monthly(ROW, headers=_without("status")),
    "column-ignored": lambda: monthly({**ROW, "colour": "เขียว"}, headers=_headers(colour="สีที่ชอบ")),
    "column-by-content": _unheaded_statuses,
    "column-repaired": lambda: monthly(ROW, headers=_headers(measure="รหสัมาตรการ")),
    "column-duplicate": _texts_twice,
    "values-differ": _status_twice,
    "numbers-differ": lambda: _people(25, 30),
    "number-unreadable": lambda: _people("ประมาณยี่สิบ"),
    "cell-ignored": lambda: monthly(ROW, ["โปรดอ่านด้วย"]),
    "sheet-incomplete": lambda: _second_sheet([HEADERS["measure"], HEADERS["section"], HEADERS["result"]]),
    "sheet-ignored": lambda: _second_sheet(["เลขที่", "ใคร", "ทำอะไร"]),
    "sheet-hidden": _hidden_sheet,
    "rows-hidden": _hidden_row,
    "columns-hidden": _hidden_column,
    "column-hidden-left-out": _former_status_hidden,
    "section-asked": lambda: monthly(ROW, headers=_without("section")),
    "month-asked": _another_month_in_the_sheets_name,
    "section-missing": lambda: _keyed(section=None),
    "month-missing": lambda: _keyed(month=None),
    "month-twice": _months_twice,
    "date-swapped": _turned_round,
    "date-doubtful": lambda: monthly({**ROW, "done_on": "15 ม.ค. 67"}),
    "rows-planned": lambda: _planned("แผน", "ผล"),
    "rows-planned-alone": lambda: _planned("แผน"),
    "rows-hidden-left-out": _hidden_draft,
    "row-corrected": _form,
    "rows-differ": lambda: monthly(ROW, {**ROW, "progress": 60}),
    "row-rivalled": lambda: monthly(ROW, {"progress": 60, "result": "ที่ทำจริง"}),
    "months-unclear": _months_beside,
    "status-from-progress": _months,
    "row-total": lambda: monthly(ROW, ["รวม", None, None, None, 50]),
    "row-numbering": lambda: monthly([f"({number})" for number in range(1, 8)], ROW),
    "row-incomplete": lambda: monthly(ROW, [], {"result": "และเผยแพร่ทางเว็บไซต์"}),
    "text-continued": lambda: monthly(ROW, {"result": "และเผยแพร่ทางเว็บไซต์"}),
    "tick-asked": lambda: _months("/", "/"),
    "row-duplicate": lambda: monthly(ROW, ROW),
    "measure-renumbered-unclear": lambda: monthly({**ROW, "measure": FORMER}),
    "measure-unreadable": lambda: monthly(ROW, {**ROW, "measure": "มาตรการแรก"}),
    "progress-fraction": _fractions,
    "due-not-stored": lambda: monthly({**ROW, "due": "31 ม.ค. 68"}, headers=_headers(due="กำหนดแล้วเสร็จ")),
    "due-unreadable": lambda: monthly({**ROW, "due": "โดยเร็ว"}, headers=_headers(due="กำหนดแล้วเสร็จ")),
}
"""Workbooks that are wrong in another way than by one cell."""

TEMPLATE: dict[str, Values] = {
    "rows-unreported": {},
    "key-different": {"A6": "4.3", "G6": "ดำเนินการแล้ว"},
    "key-unreadable": {"N6": "ไม่ทราบ", "G6": "ดำเนินการแล้ว"},
    "measure-renumbered": {"A6": FORMER, "G6": "ดำเนินการแล้ว"},
}
"""The office's own template with its first row filled in and these cells changed."""


def broken_months(plan: Records) -> dict[str, bytes]:
    """A file for every code of these tables."""
    made = {code: monthly(ROW, {**ROW, "measure": "4.3", **cells}) for code, cells in CELLS.items()}
    made |= {code: make() for code, make in FORMS.items()}
    made |= {code: _template(plan, cells) for code, cells in TEMPLATE.items()}
    made["title-different"] = _sorted_titles(plan)
    return {code: workbook_bytes(workbook) for code, workbook in made.items()} | {"line-unclear": _unclear_line()}


def _sorted_titles(plan: Records) -> Workbook:
    """A workbook with the title of another measure beside a code."""
    title = next(measure.text for measure in plan.measures if measure.code == "4.3")
    return monthly({**ROW, "title": title}, headers=_headers(title="มาตรการ/กิจกรรม"))


def _template(plan: Records, cells: Values) -> Workbook:
    workbook = load_workbook(BytesIO(monthly_workbook(plan, SECTION, JANUARY, REVISION)))
    form = workbook.worksheets[0]
    form["G5"] = ROW["status"]
    for address, value in cells.items():
        form[address] = value
    return workbook
