"""The minutes of a month's meeting as a Word document: figures, who owes, orders, what was taken note of, signatures.

The words are official Thai; the headline's are in the language that is set.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from ita_data.agenda import Meeting
from ita_data.agenda.headline import headline
from ita_data.exports.documents import (
    HEADER,
    HEADING,
    PORTRAIT,
    TEXT,
    TITLE,
    add_table,
    blank_document,
    document_bytes,
    keep_rows_whole,
    write,
)
from ita_data.exports.meeting_texts import figures_of, title_lines
from ita_data.exports.workbooks import storable
from ita_data.findings import SectionMonths, section_finding, section_months
from ita_data.findings.wording import section_name
from ita_data.labels import label
from ita_data.model.decisions import Order, Remark, Response
from ita_data.model.orders import GivenOrder, closed_orders, open_orders
from ita_data.model.thai_dates import thai_day

NOTHING = "ไม่มี"
_ORDER_HEADERS = ("ที่", "ส่วนราชการ", "ข้อสั่งการ", "กำหนดแล้วเสร็จ", "ผลการติดตาม")
_GIVEN_HEADERS = ("ที่", "ส่วนราชการ", "ข้อสั่งการ", "กำหนดแล้วเสร็จ", "ผู้สั่งการ")
_ORDER_SHARES = (13, 20, 36, 19, 22)
_OWING_HEADERS = ("ส่วนราชการ", "ได้รับเดือนนี้", "หลัก", "ร่วม", "ค้างก่อนหน้า", "สรุป", "ข้อสั่งการ")
_OWING_SHARES = (20, 13, 11, 11, 12, 35, 14)
_REMARK_HEADERS = ("เรื่อง", "ส่วนราชการ", "มติ", "ข้อความ", "ผู้ให้ความเห็น")
_REMARK_SHARES = (22, 20, 13, 33, 22)
_ACKNOWLEDGED, _COMMENT = "รับทราบ", "ความเห็น"
_SIGNATURES = ("ผู้จดบันทึกการประชุม", "ผู้ตรวจบันทึกการประชุม", "ประธานการประชุม")
_DOTS = "." * 50

Row = tuple[str, ...]


def meeting_minutes(meeting: Meeting, remarks: Sequence[Remark]) -> bytes:
    """The minutes as .docx; a part with nothing in it says so."""
    document = blank_document(is_landscape=False)
    first, *others = title_lines(meeting)
    for line in ("บันทึกการประชุม", first, *others):
        document.add_paragraph(storable(line), TITLE)
    _add_figures(document, meeting)
    _add_part(document, "2. ฝ่ายที่ค้างส่งรายงาน", _OWING_HEADERS, _OWING_SHARES, _owing(meeting))
    _add_part(document, "3. การติดตามข้อสั่งการของเดือนก่อน", _ORDER_HEADERS, _ORDER_SHARES, _followed_up(meeting))
    _add_part(document, "4. ข้อสั่งการในการประชุมครั้งนี้", _GIVEN_HEADERS, _ORDER_SHARES, _given(meeting))
    _add_part(document, "5. การรับทราบและความเห็น", _REMARK_HEADERS, _REMARK_SHARES, [_said(each) for each in remarks])
    _add_signatures(document)
    keep_rows_whole(document)
    return document_bytes(document)


def _add_figures(document: WordDocument, meeting: Meeting) -> None:
    _add_heading(document, "1. สรุปผลการติดตาม")
    for screen in headline(meeting):
        for line in (screen.title, *figures_of(screen.body)):
            document.add_paragraph(f"- {storable(line)}", TEXT)


def _add_part(
    document: WordDocument, heading: str, headers: Sequence[str], shares: Sequence[int], rows: Sequence[Row]
) -> None:
    _add_heading(document, heading)
    if not rows:
        document.add_paragraph(NOTHING, TEXT)
        return
    cells = add_table(document, len(rows) + 1, shares, PORTRAIT)
    for cell, header in zip(cells[0], headers, strict=True):
        write(cell, (header,), HEADER)
    for drawn, row in zip(cells[1:], rows, strict=True):
        for cell, text in zip(drawn, row, strict=True):
            write(cell, storable(text).split("\n"), TEXT)


def _add_heading(document: WordDocument, text: str) -> None:
    paragraph = document.add_paragraph(text, HEADING)
    paragraph.paragraph_format.space_before = Pt(12)
    paragraph.paragraph_format.keep_with_next = True


def _owing(meeting: Meeting) -> list[Row]:
    """Every section that owes reports, with what it owes and the orders of this month and before that are open."""
    standing = open_orders(meeting.orders, meeting.month, meeting.as_of)
    orders = [*standing, *(each for each in meeting.given if each not in standing)]
    owing = [each for each in section_months(meeting) if each.missing or each.older]
    return [(*_owed(meeting, each), _orders_of(each.section, orders)) for each in owing]


def _owed(meeting: Meeting, each: SectionMonths) -> Row:
    last = each.months[-1]
    finding = section_finding(meeting, each).removeprefix(section_name(meeting, each.section)).strip()
    return (
        each.section,
        _of_due(last, ""),
        _of_due(last, "lead_"),
        _of_due(last, "supporting_"),
        f"{each.older:,}",
        finding,
    )


def _of_due(row: Mapping[str, Any], part: str) -> str:
    """Received of those due; a dash where that part wasn't kept, or isn't expected."""
    return f"{row[f'{part}received']:,}/{row[f'{part}due']:,}" if row.get(f"{part}due") else "–"


def _orders_of(section: str, orders: Sequence[GivenOrder]) -> str:
    return ", ".join(f"{each.order.number}/{each.fiscal_year}" for each in orders if each.is_to(section)) or "–"


def _followed_up(meeting: Meeting) -> list[Row]:
    """The orders of earlier months that are open, then those answered since the last meeting."""
    standing = open_orders(meeting.orders, meeting.month, meeting.as_of)
    answered = closed_orders(meeting.orders, *meeting.news_days)
    return [(*_order(each), _state(each, meeting)) for each in [*standing, *answered] if each.month < meeting.month]


def _given(meeting: Meeting) -> list[Row]:
    return [(*_order(each), f"{each.order.given_by}\n{thai_day(each.order.given_on)}") for each in meeting.given]


def _order(given: GivenOrder) -> Row:
    order = given.order
    return (f"{order.number}/{given.fiscal_year}", order.section, _text(order), thai_day(order.due_on))


def _text(order: Order) -> str:
    return f"{order.text}\n(มาตรการ {order.measure})" if order.measure else order.text


def _state(given: GivenOrder, meeting: Meeting) -> str:
    if given.is_overdue_on(meeting.as_of):
        return "เกินกำหนด ยังไม่แล้วเสร็จ"
    if given.is_open_on(meeting.as_of) or given.order.closed_on is None:
        return "อยู่ระหว่างดำเนินการ"
    return f"แล้วเสร็จ: {given.order.answer}\n{thai_day(given.order.closed_on)}"


def _said(remark: Remark) -> Row:
    what = _ACKNOWLEDGED if remark.response is Response.ACKNOWLEDGED else _COMMENT
    about = f"{remark.text}\n(มาตรการ {remark.measure})" if remark.measure else remark.text
    return (label("topic", remark.topic), remark.section, what, about, f"{remark.made_by}\n{thai_day(remark.made_on)}")


def _add_signatures(document: WordDocument) -> None:
    for role in _SIGNATURES:
        signature = document.add_paragraph(f"ลงชื่อ {_DOTS} {role}\n({_DOTS})", TEXT)
        signature.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        signature.paragraph_format.space_before = Pt(24)
        signature.paragraph_format.keep_together = True
