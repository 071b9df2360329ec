"""The screens of sections: who owes much has one, the others share one, and open orders stand there."""

from dataclasses import replace
from datetime import date

from ita_data.agenda import Screen, agenda
from ita_data.agenda.screen import Bars, Grid, Strips
from ita_data.model.states import Status
from tests.agenda.meetings import MEASURES, came, meeting_of, order, screens_of
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS, lead, measure, review

SEVERAL = tuple(
    record
    for section, number in ((ADMINISTRATION, 1), (WORKS, 2), (ENFORCEMENT, 3))
    for code in (f"{number}.1", f"{number}.2")
    for record in (measure(code), lead(code, section))
)
"""Two measures of each of three sections."""


def strips(screen: Screen) -> Strips:
    assert isinstance(screen.body, Strips)
    return screen.body


def test_sections_that_owe_little_share_a_screen_with_a_sentence_each() -> None:
    first = (came("1.1", ADMINISTRATION, 1, 2, 3), came("2.1", WORKS, 1, 2, 3), came("3.1", ENFORCEMENT, 1, 2, 3))
    second = (came("1.2", ADMINISTRATION, 1, 2), came("2.2", WORKS, 2), came("3.2", ENFORCEMENT, 1, 2, 3))
    found = screens_of(*SEVERAL, *first, *second)
    assert [name for name in found if name.startswith("section")] == ["sections"]
    screen = found["sections"]
    assert screen.title == "2 ฝ่ายขาดรายงานเล็กน้อย รวม 3 รายงาน"
    assert [strip.sentence for strip in strips(screen).strips] == [
        "ฝ่ายโยธา ขาด ต.ค., ธ.ค. 2 รายงาน",
        "ฝ่ายปกครอง ขาด ธ.ค. 1 รายงาน",
    ]
    assert (screen.section, screen.proposal) == ("", "")


def test_a_section_that_is_never_on_time_is_told_so_and_by_how_many_days() -> None:
    late = (review("4.2", WORKS, 1, "2024-11-08"), review("4.2", WORKS, 2, "2024-12-11"))
    screen = screens_of(*MEASURES, came("1.1", ADMINISTRATION, 1, 2, 3), *late)["section-2"]
    # Due on 5 November and 6 December: 3 and 5 days late.
    assert screen.title == "ฝ่ายโยธา ไม่เคยทันกำหนด ช้าเฉลี่ย 4 วัน · ไม่ส่งเลย ธ.ค. ขาด 1 รายงาน"


def test_an_order_given_at_a_sections_screen_begins_with_what_is_proposed() -> None:
    screen = screens_of(*MEASURES, came("1.1", ADMINISTRATION, 1, 2, 3), came("4.2", WORKS, 1))["section-2"]
    assert (screen.section, screen.proposal) == (WORKS, "ให้ส่งรายงานที่ค้างของ พ.ย.–ธ.ค.")
    assert strips(screen).proposal == screen.proposal


def test_what_is_ordered_already_is_not_proposed_once_more() -> None:
    reports = (came("1.1", ADMINISTRATION, 1, 2, 3), came("4.2", WORKS, 1))
    screen = screens_of(*MEASURES, *reports, orders=(order(1, 3, date(2025, 1, 31)),))["section-2"]
    assert (screen.proposal, strips(screen).proposal) == ("", "")


def test_an_order_stands_at_its_section_until_it_is_closed() -> None:
    whole = (came("1.1", ADMINISTRATION, 1, 2, 3), came("4.2", WORKS, 1, 2, 3))
    given = order(1, 1, date(2024, 12, 31))
    (strip,) = strips(screens_of(*MEASURES, *whole, orders=(given,))["section-2"]).strips
    assert strip.sentence == "ฝ่ายโยธา ไม่ขาดรายงาน"
    assert strip.orders == ("ข้อสั่งการที่ 1/2568 ยังค้าง: เรื่องที่ 1 · ภายในสิ้น ▲ ธ.ค. 67 เกินกำหนด",)
    closed = order(1, 1, date(2024, 12, 31), closed_on=date(2025, 1, 2))
    assert "section-2" not in screens_of(*MEASURES, *whole, orders=(closed,))


def test_of_many_open_orders_a_section_shows_the_oldest_and_says_how_many_more_and_where_they_stand() -> None:
    whole = (came("1.1", ADMINISTRATION, 1, 2, 3), came("4.2", WORKS, 1, 2, 3))
    given = tuple(order(number, 1, date(2025, 1, 31)) for number in range(1, 6))
    (strip,) = strips(screens_of(*MEASURES, *whole, orders=given)["section-2"]).strips
    assert [line.split(" ยังค้าง")[0] for line in strip.orders[:2]] == ["ข้อสั่งการที่ 1/2568", "ข้อสั่งการที่ 2/2568"]
    assert strip.orders[2:] == ("และข้อสั่งการที่ยังค้างอีก 3 เรื่อง ดูหน้า “ผู้อำนวยการ” และบันทึกการประชุม",)
    (strip,) = strips(screens_of(*MEASURES, *whole, orders=given[:2])["section-2"]).strips
    assert len(strip.orders) == 2


def test_months_are_shown_at_the_age_of_the_last_one_and_what_came_later_apart() -> None:
    came_in = (review("4.2", WORKS, 1, "2024-12-20"), review("4.2", WORKS, 2), came("1.1", ADMINISTRATION, 1, 2, 3))
    screen = screens_of(*MEASURES, *came_in)["reporting_by_month"]
    assert isinstance(screen.body, Bars)
    words = dict(zip(screen.body.words, zip(*(bar.counts for bar in screen.body.bars), strict=True), strict=True))
    assert words == {"ทันกำหนด": (1, 2, 1), "ล่าช้า": (0, 0, 0), "มาภายหลัง": (1, 0, 0), "ขาดรายงาน": (0, 0, 1)}
    assert [bar.rate for bar in screen.body.bars] == ["50% (1/2)", "100% (2/2)", "50% (1/2)"]
    assert screen.title == "ณ วันเดียวกันของรอบ ธ.ค. ได้รับ 50% เดือนก่อน ๆ 50%–100%"


def test_indicators_are_crossed_with_sections() -> None:
    screen = screens_of(*MEASURES, came("1.1", ADMINISTRATION, 3, status=Status.COMPLETED))
    body = screen["completion_by_indicator_and_section"].body
    assert isinstance(body, Grid)
    fields = {name: [(each.symbol, each.fraction) for each in row] for name, row in body.rows}
    assert body.months == ("ตช.1", "ตช.4")
    assert fields == {WORKS: [("", ""), ("○", "0/1")], ADMINISTRATION: [("●", "1/1"), ("", "")]}


def test_a_month_that_was_closed_before_the_new_figures_were_kept_still_opens() -> None:
    meeting = meeting_of(*MEASURES, came("1.1", ADMINISTRATION, 1, 2))
    old = {
        name: [{column: value for column, value in row.items() if column not in NEW_COLUMNS} for row in rows]
        for name, rows in meeting.figures.items()
        if name not in NEW_METRICS
    }
    names = [screen.name for screen in agenda(replace(meeting, figures=old))]
    assert names[0] == "headline"
    assert "sections" in names
    assert not {"reporting_by_month", "completion_by_indicator_and_section"} & set(names)


NEW_METRICS = {"at_same_age_by_month", "silent_sections", "pace_by_month", "completion_by_indicator_and_section"}
NEW_COLUMNS = {"lead_received", "lead_due", "supporting_received", "supporting_due", "undated", "completed_by_all"}
