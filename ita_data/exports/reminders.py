"""Texts that chase sections for what they owe, to paste into LINE or an e-mail, in short lines for phones.

They are official Thai, whatever language the reader chose.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ita_data.model.chasing import Chase, OwedReport
from ita_data.model.orders import GivenOrder
from ita_data.model.thai_dates import thai_day, thai_month
from ita_data.thai_text import cut_short

_MOST_REPORTS = 40
"""A LINE message holds 10,000 letters."""
_LONGEST_TITLE = 80
_WHERE = "ส่งได้ที่หน้า “งานเดือนนี้” หรือส่งไฟล์ Excel ที่หน้า “นำเข้าข้อมูล” ของระบบติดตามมาตรการ ITA"


def reminder(chase: Chase) -> str:
    """The text to one section: each overdue report under its month, then each overdue order."""
    lines = [f"เรียน หัวหน้า{chase.section}", ""]
    if chase.reports:
        lines += [f"ขอให้ส่งรายงานมาตรการ ITA ที่เกินกำหนด {len(chase.reports):,} รายการ"]
        lines += [f"(ข้อมูล ณ วันที่ {thai_day(chase.as_of)})", *_reports(chase.reports), ""]
    if chase.orders:
        lines += [f"ข้อสั่งการของผู้อำนวยการเขตที่เกินกำหนด {len(chase.orders):,} เรื่อง"]
        lines += [*(_order(given) for given in chase.orders), ""]
    return "\n".join([*lines, _WHERE, "", "จึงเรียนมาเพื่อโปรดดำเนินการ", chase.organisation])


def subject(chase: Chase) -> str:
    """The subject of the e-mail to one section."""
    parts = [f"รายงาน {len(chase.reports):,} รายการ"] if chase.reports else []
    parts += [f"ข้อสั่งการ {len(chase.orders):,} เรื่อง"] if chase.orders else []
    # A header is one line, whatever a file called the section.
    return " ".join(f"ขอติดตาม{' และ'.join(parts)} ที่เกินกำหนด: {chase.section}".split())


def group_reminder(chases: Sequence[Chase]) -> str:
    """The text to all sections together, for the office's LINE group: a line for each that owes something."""
    first = chases[0]
    lines = [
        "ติดตามรายงานมาตรการ ITA ที่เกินกำหนด",
        first.organisation,
        f"ข้อมูล ณ วันที่ {thai_day(first.as_of)}",
        "",
        *(_section(chase) for chase in chases),
        "",
        _WHERE,
    ]
    return "\n".join(lines)


def _section(chase: Chase) -> str:
    parts = []
    if chase.reports:
        oldest = thai_month(min(report.month for report in chase.reports))
        parts.append(f"รายงาน {len(chase.reports):,} รายการ เก่าสุด {oldest}")
    if chase.orders:
        parts.append(f"ข้อสั่งการ {len(chase.orders):,} เรื่อง")
    return f"• {chase.section}: {' และ'.join(parts)}"


def _reports(reports: Sequence[OwedReport]) -> Iterator[str]:
    for month, owed in groupby(reports[:_MOST_REPORTS], key=lambda report: report.month):
        of_month = list(owed)
        yield ""
        yield f"เดือน{thai_month(month)}"
        yield f"กำหนดส่ง {thai_day(of_month[0].due_on)} (เกินมา {of_month[0].days_overdue:,} วัน)"
        yield from (f"• {report.measure} {_title(report.text)}" for report in of_month)
    if len(reports) > _MOST_REPORTS:
        yield f"… และอีก {len(reports) - _MOST_REPORTS:,} รายการ"


def _order(given: GivenOrder) -> str:
    order = given.order
    return f"• ที่ {order.number}/{given.fiscal_year} {_title(order.text)} (ภายใน {thai_day(order.due_on)})"


def _title(text: str) -> str:
    return cut_short(" ".join(text.split()), _LONGEST_TITLE)
