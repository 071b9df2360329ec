"""The minutes of a month's meeting: its figures, every order that was followed up or given, and who said what."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument

from ita_data.exports.minutes import NOTHING, meeting_minutes
from ita_data.model.decisions import Remark, Response, Topic
from ita_data.model.records import Rules
from tests.agenda.meetings import DIRECTOR, meeting_of, order
from tests.plans import ADMINISTRATION, WORKS, lead, measure, review, supporting

MEASURES = (measure("1.1"), lead("1.1", ADMINISTRATION), measure("4.2"), lead("4.2", WORKS))
MADE_ON = date(2025, 1, 10)
REMARKS = (
    Remark(1, 3, Response.ACKNOWLEDGED, Topic.MISSING, WORKS, None, "", MADE_ON, DIRECTOR),
    Remark(2, 3, Response.COMMENT, Topic.LATE, ADMINISTRATION, "1.1", "ให้เร่งรัด", MADE_ON, DIRECTOR),
)
ORDERS = (
    order(1, 1, date(2024, 12, 31)),
    order(2, 2, date(2025, 1, 31)),
    order(3, 2, date(2025, 1, 31), closed_on=date(2025, 1, 2)),
    order(4, 1, date(2024, 11, 30), closed_on=date(2024, 11, 20)),
    order(5, 3, date(2025, 2, 28)),
)


def opened(file: bytes) -> WordDocument:
    return Document(BytesIO(file))


def rows_of(document: WordDocument) -> list[list[tuple[str, ...]]]:
    return [[tuple(cell.text for cell in row.cells) for row in table.rows[1:]] for table in document.tables]


def lines_of(document: WordDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_the_title_names_office_and_month_and_the_figures_keep_their_denominators() -> None:
    lines = lines_of(opened(meeting_minutes(meeting_of(*MEASURES), ())))
    assert lines[0] == "บันทึกการประชุม"
    assert "สำนักงานเขตตัวอย่าง" in lines
    assert "ประจำเดือนธันวาคม 2567" in lines
    assert any(line.startswith("- มาตรการแล้วเสร็จ สะสม ต.ค.–ธ.ค.: 0% 0/2 · แนวตามเวลา 25%") for line in lines)
    assert any(line.startswith("- รายงานค้างส่ง สะสม ต.ค.–พ.ย.: 4 จาก 2 ฝ่าย") for line in lines)


def test_the_minutes_name_the_sections_that_owe_reports_and_what_was_ordered_of_them() -> None:
    measures = (*MEASURES, supporting("1.1", WORKS))
    came_in = (review("4.2", WORKS, 3), *(review("1.1", ADMINISTRATION, month) for month in (1, 2, 3)))
    meeting = meeting_of(*measures, *came_in, rules=Rules(expects_supporting=True), orders=ORDERS)
    owing, *_others = rows_of(opened(meeting_minutes(meeting, ())))
    owed = "ไม่ส่งเลย ต.ค.–พ.ย. ขาด 4 รายงาน · ขาด ธ.ค. 1 รายงาน"
    assert owing == [(WORKS, "1/2", "1/1", "0/1", "4", owed, "1/2568, 2/2568, 5/2568")]


def test_orders_of_earlier_months_are_followed_up_with_what_came_of_them() -> None:
    _owing, followed, _given = rows_of(opened(meeting_minutes(meeting_of(*MEASURES, orders=ORDERS), ())))
    assert [(row[0], row[3], row[4]) for row in followed] == [
        ("1/2568", "31 ธันวาคม 2567", "เกินกำหนด ยังไม่แล้วเสร็จ"),
        ("2/2568", "31 มกราคม 2568", "อยู่ระหว่างดำเนินการ"),
        ("3/2568", "31 มกราคม 2568", "แล้วเสร็จ: ดำเนินการแล้ว\n2 มกราคม 2568"),
    ]


def test_the_months_own_orders_say_to_whom_what_by_when_and_by_whom() -> None:
    _owing, _followed, given = rows_of(opened(meeting_minutes(meeting_of(*MEASURES, orders=ORDERS), ())))
    assert given == [("5/2568", WORKS, "เรื่องที่ 5", "28 กุมภาพันธ์ 2568", f"{DIRECTOR}\n31 ธันวาคม 2567")]


def test_acknowledgements_and_comments_say_by_whom_and_when() -> None:
    _owing, said = rows_of(opened(meeting_minutes(meeting_of(*MEASURES), REMARKS)))
    by = f"{DIRECTOR}\n10 มกราคม 2568"
    assert said[0][1:] == (WORKS, "รับทราบ", "", by)
    assert said[1][1:] == (ADMINISTRATION, "ความเห็น", "ให้เร่งรัด\n(มาตรการ 1.1)", by)


def test_a_part_with_nothing_in_it_says_so_and_there_is_room_to_sign() -> None:
    document = opened(meeting_minutes(meeting_of(), ()))
    assert not document.tables
    assert lines_of(document).count(NOTHING) == 4
    assert sum(line.startswith("ลงชื่อ") for line in lines_of(document)) == 3


def test_letters_that_no_file_can_hold_are_left_out() -> None:
    remark = replace(REMARKS[1], text="ให้\x0bเร่งรัด")
    _owing, said = rows_of(opened(meeting_minutes(meeting_of(*MEASURES), [remark])))
    assert said[0][3].startswith("ให้เร่งรัด")
