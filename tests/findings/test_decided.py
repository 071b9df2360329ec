"""What waits for the director, which orders are open, and what was decided; what was said later is in none of it."""

from dataclasses import replace
from datetime import date

from ita_data.findings import (
    Decided,
    answered,
    decided,
    decided_figures,
    decided_finding,
    ordered_words,
    overdue_orders,
    remark_words,
)
from ita_data.findings.counted import Counted
from ita_data.model.decisions import Order, Remark, Response, Topic
from ita_data.model.orders import GivenOrder
from ita_data.model.records import EVERY_SECTION
from ita_data.model.states import Status
from tests.findings.months import counted_on
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS, lead, measure, review

DIRECTOR = "ผู้อำนวยการเขต"
DAY = date(2024, 12, 9)
NEWS = (date(2024, 11, 5), DAY)
"""The days after and up to which an order is closed since the last meeting."""
THREE = tuple(
    record
    for number, section in enumerate((ADMINISTRATION, WORKS, ENFORCEMENT), 1)
    for record in (measure(f"{number}.1"), lead(f"{number}.1", section))
)
TO_WORKS = Order(1, 2, WORKS, None, "ให้ส่งรายงาน", date(2024, 12, 31), DAY, DIRECTOR)
TO_ENFORCEMENT = Remark(1, 2, Response.COMMENT, Topic.MISSING, ENFORCEMENT, None, "ให้ชี้แจง", DAY, DIRECTOR)


def november() -> Counted:
    """Three sections of which none sent anything for October and November: three matters."""
    return counted_on(DAY.isoformat(), 2, *THREE)


def found(*orders: Order, remarks: tuple[Remark, ...] = ()) -> Decided:
    return decided(november(), [GivenOrder(2568, order) for order in orders], remarks, NEWS)


def test_a_matter_waits_until_something_was_ordered_or_said_on_it() -> None:
    by_section = {each.matter.section: each.waits for each in found(TO_WORKS, remarks=(TO_ENFORCEMENT,)).answered}
    assert by_section == {ADMINISTRATION: True, WORKS: False, ENFORCEMENT: False}


def test_the_worked_example_of_the_documents() -> None:
    both = found(TO_WORKS, remarks=(TO_ENFORCEMENT,))
    assert (len(both.answered), both.waiting, len(both.standing), len(overdue_orders(november(), both))) == (3, 1, 1, 0)


def test_an_order_on_another_measure_or_a_remark_on_another_topic_answers_no_matter() -> None:
    elsewhere = (replace(TO_WORKS, measure="2.1"), replace(TO_ENFORCEMENT, topic=Topic.GAP))
    assert found(elsewhere[0], remarks=elsewhere[1:]).waiting == 3


def test_what_was_said_of_a_measure_to_all_answers_for_each_section_that_leads_it() -> None:
    days = ((1, "2024-11-05"), (2, "2024-12-06"), (3, "2025-01-06"), (4, "2025-02-05"))
    stands = [
        review("1.1", name, month, day, Status.IN_PROGRESS, 20)
        for month, day in days
        for name in (ADMINISTRATION, WORKS)
    ]
    february = counted_on("2025-02-06", 4, measure("1.1"), lead("1.1", ADMINISTRATION, WORKS), *stands)
    to_all = Order(1, 4, EVERY_SECTION, "1.1", "ให้ชี้แจง", date(2025, 2, 28), date(2025, 2, 5), DIRECTOR)
    waiting = [
        decided(february, [GivenOrder(2568, order) for order in orders], (), NEWS).waiting
        for orders in ((), (to_all,), (replace(to_all, section=WORKS),), (replace(to_all, measure=None),))
    ]
    assert waiting == [2, 0, 1, 2]


def test_a_closed_order_answers_its_matter_no_longer_for_the_reports_are_still_missing() -> None:
    closed = replace(TO_WORKS, given_on=date(2024, 11, 7), month=1, closed_on=date(2024, 12, 2), answer="ส่งแล้ว")
    after = found(closed)
    assert (after.waiting, len(after.standing), len(after.closed)) == (3, 0, 1)


def test_the_finding_says_how_much_waits_and_is_open_and_overdue_each_with_its_window() -> None:
    overdue = replace(TO_WORKS, number=2, month=1, measure="2.1", due_on=date(2024, 11, 30), given_on=date(2024, 11, 7))
    both = found(TO_WORKS, overdue)
    assert decided_finding(november(), both) == (
        "สะสม ต.ค.–พ.ย. รอตัดสินใจ 2 จาก 3 เรื่อง · ข้อสั่งการที่ยังไม่ปิด 2 เรื่อง เกินกำหนด 1 เรื่อง ณ 9 ธ.ค."
    )
    assert decided_finding(november(), found()) == "สะสม ต.ค.–พ.ย. รอตัดสินใจ 3 จาก 3 เรื่อง · ไม่มีข้อสั่งการค้าง ณ 9 ธ.ค."


def test_without_a_matter_and_with_all_decided_the_finding_says_so() -> None:
    nothing = counted_on("2024-10-20", 1, *THREE)
    assert decided_finding(nothing, decided(nothing, [], [], NEWS)).startswith("ต.ค. ไม่มีเรื่องต้องตัดสินใจ")
    on_all = tuple(replace(TO_ENFORCEMENT, section=name) for name in (ADMINISTRATION, WORKS, ENFORCEMENT))
    assert decided_finding(november(), found(remarks=on_all)).startswith("สะสม ต.ค.–พ.ย. ตัดสินใจครบแล้วทั้ง 3 เรื่อง")


def test_every_figure_has_its_window_and_its_denominator() -> None:
    overdue = replace(TO_WORKS, number=2, month=1, measure="2.1", due_on=date(2024, 11, 30), given_on=date(2024, 11, 7))
    closed = replace(TO_WORKS, number=3, month=1, closed_on=date(2024, 12, 2), answer="ส่งแล้ว")
    acknowledged = Remark(2, 2, Response.ACKNOWLEDGED, Topic.GAP, WORKS, None, "", DAY, DIRECTOR)
    figures = decided_figures(november(), found(TO_WORKS, overdue, closed, remarks=(TO_ENFORCEMENT, acknowledged)))
    assert [(figure.name, figure.value, figure.of, figure.beside) for figure in figures] == [
        ("เรื่องที่รอตัดสินใจ สะสม ต.ค.–พ.ย.", "1", "จาก 3 เรื่อง", "สั่งการแล้ว 1 · ทราบหรือให้ความเห็นแล้ว 1"),
        ("ข้อสั่งการที่ยังไม่ปิด ณ 9 ธ.ค.", "2", "จาก 3 เรื่องที่สั่งถึง พ.ย.", "เก่าสุด ต.ค. 67"),
        # Due by the end of November: nine days ago.
        ("ข้อสั่งการเกินกำหนด ณ 9 ธ.ค.", "1", "จาก 2 เรื่องที่ยังไม่ปิด", "นานสุด 9 วัน"),
        ("ข้อพิจารณาของ พ.ย.", "3", "ข้อสั่งการ 1 · ความเห็น 1 · ทราบ 1", "ปิดข้อสั่งการหลังประชุมครั้งก่อน 1 เรื่อง"),
    ]


def test_what_was_said_is_told_with_its_day() -> None:
    assert remark_words(TO_ENFORCEMENT) == "ความเห็น 9 ธ.ค.: ให้ชี้แจง"
    assert remark_words(replace(TO_ENFORCEMENT, response=Response.ACKNOWLEDGED, text="")) == "ทราบ 9 ธ.ค."
    given = GivenOrder(2568, TO_WORKS)
    assert ordered_words(given, DAY) == "สั่งแล้ว กำหนด ธ.ค. 67"
    assert ordered_words(given, date(2025, 1, 1)) == "สั่งแล้ว เกินกำหนด ธ.ค. 67"


def test_of_two_orders_on_a_matter_the_older_open_one_is_told() -> None:
    matter = found().answered[0].matter
    orders = [
        GivenOrder(2568, replace(TO_WORKS, number=number, section=matter.section, text=str(number)))
        for number in (4, 5)
    ]
    order = answered(matter, orders).order
    assert order is not None
    assert order.name == "4/2568"
