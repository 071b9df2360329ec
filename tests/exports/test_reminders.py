"""The texts that chase sections, as they are pasted."""

from datetime import date

from ita_data.exports.reminders import group_reminder, reminder
from ita_data.model.chasing import Chase, OwedReport
from ita_data.model.decisions import Order
from ita_data.model.orders import GivenOrder
from ita_data.model.periods import FiscalMonth

FEBRUARY, MARCH = FiscalMonth(2568, 5), FiscalMonth(2568, 6)
REPORTS = (
    OwedReport("1.2", "จัดประชุมชี้แจง", FEBRUARY, date(2025, 3, 5), 34),
    OwedReport("1.2", "จัดประชุมชี้แจง", MARCH, date(2025, 4, 8), 1),
    OwedReport("4.3", "เผยแพร่\n  ผลการประเมิน", MARCH, date(2025, 4, 8), 1),
)
ORDER = GivenOrder(2568, Order(1, 5, "ฝ่ายโยธา", None, "ส่งแผนงาน", date(2025, 3, 31), date(2025, 3, 6), "ผอ.เขต"))
CHASE = Chase("สำนักงานเขตบางกอกน้อย", "ฝ่ายโยธา", date(2025, 4, 9), REPORTS, (ORDER,))


def test_a_section_reads_what_it_owes_month_by_month() -> None:
    assert (
        reminder(CHASE)
        == """เรียน หัวหน้าฝ่ายโยธา

ขอให้ส่งรายงานมาตรการ ITA ที่เกินกำหนด 3 รายการ
(ข้อมูล ณ วันที่ 9 เมษายน 2568)

เดือนกุมภาพันธ์ 2568
กำหนดส่ง 5 มีนาคม 2568 (เกินมา 34 วัน)
• 1.2 จัดประชุมชี้แจง

เดือนมีนาคม 2568
กำหนดส่ง 8 เมษายน 2568 (เกินมา 1 วัน)
• 1.2 จัดประชุมชี้แจง
• 4.3 เผยแพร่ ผลการประเมิน

ข้อสั่งการของผู้อำนวยการเขตที่เกินกำหนด 1 เรื่อง
• ที่ 1/2568 ส่งแผนงาน (ภายใน 31 มีนาคม 2568)

ส่งได้ที่หน้า “งานเดือนนี้” หรือส่งไฟล์ Excel ที่หน้า “นำเข้าข้อมูล” ของระบบติดตามมาตรการ ITA

จึงเรียนมาเพื่อโปรดดำเนินการ
สำนักงานเขตบางกอกน้อย"""
    )


def test_the_group_reads_a_line_for_each_section() -> None:
    assert (
        group_reminder([CHASE])
        == """ติดตามรายงานมาตรการ ITA ที่เกินกำหนด
สำนักงานเขตบางกอกน้อย
ข้อมูล ณ วันที่ 9 เมษายน 2568

• ฝ่ายโยธา: รายงาน 3 รายการ เก่าสุด กุมภาพันธ์ 2568 และข้อสั่งการ 1 เรื่อง

ส่งได้ที่หน้า “งานเดือนนี้” หรือส่งไฟล์ Excel ที่หน้า “นำเข้าข้อมูล” ของระบบติดตามมาตรการ ITA"""
    )


def test_a_text_stays_short_enough_for_one_message() -> None:
    many = tuple(OwedReport(f"1.{number}", "ก" * 400, MARCH, date(2025, 4, 8), 1) for number in range(200))
    text = reminder(Chase(CHASE.organisation, CHASE.section, CHASE.as_of, many, ()))
    assert len(text) < 10_000
    assert "… และอีก 160 รายการ" in text
