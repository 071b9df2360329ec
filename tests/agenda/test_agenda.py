"""The agenda of a month's meeting: what it shows, in which words, and what it leaves out."""

from dataclasses import replace
from datetime import date

from ita_data.agenda import Arrangement, Screen, agenda, arranged
from ita_data.agenda.screen import Bars, Grid, Listing, Numbers, Strips
from ita_data.model.decisions import Topic
from ita_data.model.records import EVERY_SECTION, Section
from ita_data.model.section_kind import SectionKind
from ita_data.model.states import Status
from tests.agenda.meetings import MEASURES, came, meeting_of, order, remark, screens_of
from tests.plans import ADMINISTRATION, ENFORCEMENT, SECTIONS, WORKS, lead, measure, review, section

SCHOOL = Section("โรงเรียนวัดจันทร์", position=4, section_kind=SectionKind.SCHOOL)


def test_a_meeting_goes_through_what_the_office_has_to_talk_about_and_nothing_else() -> None:
    found = screens_of(*MEASURES, came("1.1", ADMINISTRATION, 1, 2, 3), came("4.2", WORKS, 1))
    assert list(found) == [
        "headline",
        "completion_by_indicator",
        "completion_by_section",
        "completion_by_indicator_and_section",
        "reporting_by_month",
        "reporting_by_section_and_month",
        "section-2",
        "orders_to_give",
    ]


def test_a_month_in_which_nothing_is_missing_has_no_screen_of_a_section_and_says_so() -> None:
    found = screens_of(*MEASURES, came("1.1", ADMINISTRATION, 1, 2, 3), came("4.2", WORKS, 1, 2, 3))
    assert not [name for name in found if name.startswith("section-")]
    assert found["reporting_by_section_and_month"].title == "ไม่มีฝ่ายใดขาดรายงาน: ได้รับแล้ว 6 จาก 6 รายงานที่ถึงกำหนด"


def test_a_plan_without_measures_and_a_year_without_reports_say_that_in_the_headline() -> None:
    empty, unreported = screens_of(), screens_of(*MEASURES)
    assert list(empty) == ["headline", "orders_to_give"]
    assert empty["headline"].title == "แผนนี้ยังไม่มีมาตรการ"
    assert unreported["headline"].title == "ยังไม่ได้รับรายงาน ขาดรายงานของ ธ.ค. 2 รายงาน · มาตรการแล้วเสร็จ 0/2"


def test_the_headline_sets_the_month_beside_the_one_before_with_every_denominator() -> None:
    reports = (*came("1.1", ADMINISTRATION, 1, 2), *came("1.1", ADMINISTRATION, 3, status=Status.COMPLETED))
    body = screens_of(*MEASURES, reports, came("4.2", WORKS, 1, 2))["headline"].body
    assert isinstance(body, Numbers)
    received, on_time, older, completed = body.numbers
    assert (received.name, received.value, received.of) == ("รายงานของ ธ.ค. ที่ได้รับ", "50%", "1/2")
    assert received.change == "▼ 50 จุด จาก พ.ย. ณ วันเดียวกัน 100%"
    assert (on_time.name, on_time.value) == ("ของ ธ.ค. ที่ทันกำหนด (6 ม.ค.)", "50%")
    assert (older.name, older.value, older.of) == ("รายงานค้างส่ง สะสม ต.ค.–พ.ย.", "0", "ไม่มีรายงานค้างส่ง")
    assert (completed.value, completed.of) == ("50%", "1/2 · แนวตามเวลา 25%")
    assert completed.change == "▲ 50 จุด จาก พ.ย. ณ วันเดียวกัน 0% · ครบทุกฝ่าย 1"


def test_nothing_due_yet_is_a_dash_and_no_fault() -> None:
    body = screens_of(*MEASURES, month=1, as_of=date(2024, 10, 20))["headline"].body
    assert isinstance(body, Numbers)
    assert [number.value for number in body.numbers] == ["–", "–", "0", "0%"]


def test_a_sections_screen_is_a_strip_of_its_months_with_its_own_sentence() -> None:
    found = screens_of(*MEASURES, came("1.1", ADMINISTRATION, 1, 2, 3), came("4.2", WORKS, 1))
    screen = found["section-2"]
    assert screen.title == "ฝ่ายโยธา ไม่ส่งเลย พ.ย.–ธ.ค. ขาด 2 รายงาน"
    assert isinstance(screen.body, Strips)
    (strip,) = screen.body.strips
    assert screen.body.months == ("ต.ค. 67", "พ.ย. 67", "ธ.ค. 67")
    assert [(field.symbol, field.fraction) for field in strip.fields] == [("✓", "1/1"), ("✕", "0/1"), ("✕", "0/1")]
    assert strip.facts == ("ธ.ค. ได้รับ 0/1", "ค้างส่ง สะสม ต.ค.–พ.ย. 1 รายงาน")
    rows = screen.behind[strip.behind].rows
    assert [row[:3] for row in rows] == [("4.2", WORKS, "พ.ย. 67"), ("4.2", WORKS, "ธ.ค. 67")]


def test_a_section_that_was_only_late_this_month_has_a_screen_and_one_late_before_has_none() -> None:
    late = review("4.2", WORKS, 3, "2025-01-09")
    found = screens_of(*MEASURES, came("1.1", ADMINISTRATION, 1, 2, 3), came("4.2", WORKS, 1, 2), late)
    assert found["section-2"].title == "ฝ่ายโยธา เดือนนี้ล่าช้า 1 รายงาน"
    before = review("4.2", WORKS, 1, "2024-12-20")
    found = screens_of(*MEASURES, came("1.1", ADMINISTRATION, 1, 2, 3), before, came("4.2", WORKS, 2, 3))
    assert "section-2" not in found


def test_a_remark_on_a_screen_is_about_what_the_screen_is_about() -> None:
    found = screens_of(*MEASURES, came("1.1", ADMINISTRATION, 1, 2), review("4.2", WORKS, 3, "2025-01-09"))
    assert {name: screen.topic for name, screen in found.items()} == {
        "headline": Topic.MONTH,
        "completion_by_indicator": Topic.MONTH,
        "completion_by_section": Topic.MONTH,
        "completion_by_indicator_and_section": Topic.MONTH,
        "reporting_by_month": Topic.LATE,
        "reporting_by_section_and_month": Topic.MISSING,
        "section-1": Topic.MISSING,
        "section-2": Topic.MISSING,
        "orders_to_give": Topic.MONTH,
    }
    late = (*came("4.2", WORKS, 1, 2), review("4.2", WORKS, 3, "2025-01-09"))
    assert screens_of(*MEASURES, *late)["section-2"].topic is Topic.LATE
    still = came("1.1", ADMINISTRATION, 1, 2, 3, 4), came("4.2", WORKS, 1, 2, 3, status=Status.COMPLETED)
    found = screens_of(*MEASURES, *still, month=4, as_of=date(2025, 2, 10))
    assert found["standstill"].topic is Topic.STANDSTILL
    found = screens_of(*MEASURES, came("4.2", WORKS, 3, status=Status.COMPLETED))
    assert found["finished"].topic is Topic.CHANGES


def test_the_section_that_lacks_most_comes_first() -> None:
    found = screens_of(*MEASURES, came("1.1", ADMINISTRATION, 1, 2), measure("2.1"), lead("2.1", ENFORCEMENT))
    assert [name for name in found if name.startswith("section-")] == ["section-2", "section-3", "section-1"]


def test_the_chart_counts_statuses_apart_and_its_title_names_who_is_furthest_behind() -> None:
    screen = screens_of(*MEASURES, came("1.1", ADMINISTRATION, 1, status=Status.COMPLETED))["completion_by_indicator"]
    assert screen.title == "ตัวชี้วัดที่ 4 ยังไม่มีมาตรการแล้วเสร็จ"
    assert isinstance(screen.body, Bars)
    assert [(bar.counts, bar.rate) for bar in screen.body.bars] == [
        ((0, 0, 0, 1), "0% (0/1)"),
        ((1, 0, 0, 0), "100% (1/1)"),
    ]


def test_a_field_of_the_grid_has_a_symbol_and_a_word_and_leads_to_its_measures() -> None:
    screen = screens_of(*MEASURES, came("1.1", ADMINISTRATION, 1, 2, 3))["reporting_by_section_and_month"]
    assert isinstance(screen.body, Grid)
    (works, missing), (administration, fields) = screen.body.rows
    assert [administration, works] == [ADMINISTRATION, WORKS]
    assert {(field.symbol, field.fraction) for field in fields} == {("✓", "1/1")}
    assert {(field.symbol, field.fraction, field.words) for field in missing} == {("✕", "0/1", "ขาดรายงานทั้งหมด")}
    assert screen.behind[missing[0].behind].rows == (("4.2", WORKS, "ต.ค. 67", "✕ ขาดรายงาน"),)


def test_good_news_are_the_measures_finished_in_the_month_itself() -> None:
    done = came("1.1", ADMINISTRATION, 1, 2), came("1.1", ADMINISTRATION, 3, status=Status.COMPLETED)
    earlier = came("4.2", WORKS, 1, 2, 3, status=Status.COMPLETED)
    screen = screens_of(*MEASURES, *done, earlier)["finished"]
    assert screen.title == "ข่าวดี: เดือนนี้ดำเนินการแล้วเสร็จ 1 มาตรการ"
    assert isinstance(screen.body, Listing)
    assert [row[0] for row in screen.body.rows] == ["1.1"]


def test_open_orders_of_earlier_months_come_second_and_those_of_this_month_last() -> None:
    orders = (
        order(1, 1, date(2024, 12, 31)),
        order(2, 2, date(2025, 1, 31)),
        order(3, 2, date(2025, 1, 31), closed_on=date(2025, 1, 2)),
        order(4, 3, date(2025, 2, 28)),
    )
    found = screens_of(*MEASURES, orders=orders)
    assert list(found)[1] == "orders"
    assert found["orders"].title == "ข้อสั่งการของเดือนก่อน ๆ ยังค้าง 2 เรื่อง เกินกำหนด 1 เรื่อง"
    assert isinstance(found["orders"].body, Listing)
    assert [(row[0], row[3]) for row in found["orders"].body.rows] == [
        ("1/2568", "▲ ธ.ค. 67 เกินกำหนด"),
        ("2/2568", "ม.ค. 68"),
    ]
    assert list(found)[-1] == "orders_to_give"
    assert found["orders_to_give"].title == "ข้อสั่งการของเดือนนี้ 1 เรื่อง"


def test_comments_of_the_month_before_follow_the_open_orders_and_mere_acknowledgements_dont() -> None:
    said = (remark(1, 2, "ส่งให้ทันกำหนด"), remark(2, 2), remark(3, 2, "ชมเชย", Topic.CHANGES))
    found = screens_of(*MEASURES, said_before=said, orders=(order(1, 1, date(2024, 12, 31)),))
    assert list(found)[:3] == ["headline", "orders", "comments"]
    assert found["comments"].title == "ความเห็นของ ผอ.เขต จากเดือนก่อน 2 เรื่อง"
    assert isinstance(found["comments"].body, Listing)
    assert found["comments"].body.rows == (
        ("ขาดรายงาน", WORKS, "ส่งให้ทันกำหนด", "30 พ.ย. 67"),
        ("การเปลี่ยนแปลงตั้งแต่การประชุมครั้งก่อน", WORKS, "ชมเชย", "30 พ.ย. 67"),
    )
    assert "comments" not in screens_of(*MEASURES, said_before=(remark(1, 2),))


def test_many_orders_are_all_gone_through_on_as_many_screens_as_they_need() -> None:
    orders = tuple(order(number, 1, date(2025, 1, 31)) for number in range(1, 17))
    found = screens_of(*MEASURES, orders=orders)
    bodies = [found[name].body for name in ("orders", *(f"orders.{number}" for number in range(2, 7)))]
    rows = [row[0] for body in bodies if isinstance(body, Listing) for row in body.rows]
    assert rows == [f"{number}/2568" for number in range(1, 17)]


def test_the_foot_says_source_month_day_and_whether_the_month_is_closed() -> None:
    meeting = meeting_of(*MEASURES)
    foot = "ที่มา: รายงานประจำเดือนของฝ่าย · ข้อมูลถึง ธ.ค. 67 · ณ วันที่ 10 ม.ค. 68"
    assert agenda(meeting)[0].foot == foot
    closed = agenda(replace(meeting, is_closed=True, is_sample=True))[0].foot
    assert closed == f"{foot} · ปิดเดือนแล้ว ตัวเลขตามที่ลงนาม · ข้อมูลตัวอย่าง"


def test_a_month_closed_before_a_figure_was_kept_leaves_its_screen_out() -> None:
    meeting = meeting_of(*MEASURES, came("1.1", ADMINISTRATION, 1, status=Status.COMPLETED))
    kept = {name: rows for name, rows in meeting.figures.items() if name not in ("finished", "states", "standstill")}
    names = [screen.name for screen in agenda(replace(meeting, figures=kept))]
    assert names[0] == "headline"
    assert not {"finished", "standstill"} & set(names)


def names(screens: list[Screen]) -> list[str]:
    return [screen.name for screen in screens]


def test_a_month_closed_before_the_reports_were_kept_leads_to_no_empty_list() -> None:
    meeting = meeting_of(*MEASURES, came("1.1", ADMINISTRATION, 1, status=Status.COMPLETED))
    kept = {name: rows for name, rows in meeting.figures.items() if name not in ("states", "status_by_section")}
    for screen in agenda(replace(meeting, figures=kept)):
        assert named_in(screen) == set(screen.behind)
        assert all(behind.rows for behind in screen.behind.values())


def test_whatever_leads_to_a_list_has_one_with_something_in_it() -> None:
    for screen in agenda(meeting_of(*MEASURES, came("1.1", ADMINISTRATION, 1, status=Status.COMPLETED))):
        assert named_in(screen) == set(screen.behind)
        assert all(behind.rows for behind in screen.behind.values())


def named_in(screen: Screen) -> set[str]:
    """The lists that figures of a screen lead to."""
    match screen.body:
        case Numbers():
            keys = [number.behind for number in screen.body.numbers]
        case Bars():
            keys = [bar.behind for bar in screen.body.bars]
        case Grid():
            keys = [field.behind for _name, fields in screen.body.rows for field in fields]
        case Strips():
            fields = [field.behind for strip in screen.body.strips for field in strip.fields]
            keys = [*fields, *(strip.behind for strip in screen.body.strips)]
        case Listing():
            keys = [screen.body.behind]
    return set(keys) - {""}


def test_a_fraction_of_nothing_is_no_sentence() -> None:
    idle = (
        came("1.1", ADMINISTRATION, 1, status=Status.NOT_APPLICABLE),
        came("4.2", WORKS, 1, status=Status.NOT_APPLICABLE),
    )
    found = screens_of(*MEASURES, *idle, month=1, as_of=date(2024, 11, 20))
    assert found["headline"].title == "ต.ค. ไม่มีรายงานที่ต้องส่ง · มาตรการแล้วเสร็จ ไม่มีที่เกี่ยวข้อง ต.ค."
    assert found["completion_by_indicator"].title == "ไม่มีมาตรการที่เกี่ยวข้อง"
    assert found["completion_by_section"].title == "ไม่มีมาตรการที่เกี่ยวข้อง"
    early = screens_of(*MEASURES, month=1, as_of=date(2024, 10, 20))
    assert early["reporting_by_section_and_month"].title == "ยังไม่มีรายงานที่ถึงกำหนดส่ง"


def test_every_section_is_every_section_of_the_month_itself() -> None:
    done = (came("1.1", section, 3, status=Status.COMPLETED) for section in SECTIONS)
    meeting = meeting_of(measure("1.1"), lead("1.1", *SECTIONS), *done)
    later = {**meeting.names, "section": {**meeting.names["section"], "ฝ่ายใหม่": "ฝ่ายใหม่"}}
    for opened in (meeting, replace(meeting, names=later)):
        body = next(screen.body for screen in agenda(opened) if screen.name == "finished")
        assert isinstance(body, Listing)
        assert body.rows[0][2] == EVERY_SECTION


def test_sections_that_have_ended_and_schools_are_none_of_all() -> None:
    led = (ADMINISTRATION, WORKS)
    done = [came("1.1", name, 3, status=Status.COMPLETED) for name in (*led, SCHOOL.name)]
    others = (section(ENFORCEMENT, ends_on="2024-10-31"), SCHOOL)
    of_all, with_school = (
        screens_of(measure("1.1"), lead("1.1", *leads), *others, *done)["finished"].body
        for leads in (led, (*led, SCHOOL.name))
    )
    assert isinstance(of_all, Listing)
    assert isinstance(with_school, Listing)
    assert (of_all.rows[0][2], with_school.rows[0][2]) == (EVERY_SECTION, "3 ฝ่าย")


def test_the_presenter_drops_moves_and_pins_screens() -> None:
    screens = agenda(meeting_of(*MEASURES, came("4.2", WORKS, 1)))
    assert names(arranged(screens, Arrangement())) == names(screens)
    assert "headline" not in names(arranged(screens, Arrangement(dropped=frozenset({"headline"}))))
    assert names(arranged(screens, Arrangement(pinned=("section-2",))))[0] == "section-2"
    turned = arranged(screens, Arrangement(order=tuple(reversed(names(screens)))))
    assert names(turned) == names(screens)[::-1]


def test_a_dropped_screen_leaves_the_order_of_the_others_as_it_was() -> None:
    screens = agenda(meeting_of(*MEASURES, came("4.2", WORKS, 1)))
    first, *others = names(screens)
    order = (others[-1], first)
    whole = names(arranged(screens, Arrangement(order=order)))
    assert whole[0] == others[-1]
    assert names(arranged(screens, Arrangement(order=order, dropped=frozenset({others[-1]})))) == whole[1:]


def test_a_screen_that_nobody_arranged_keeps_its_place_and_one_that_is_gone_does_no_harm() -> None:
    screens = agenda(meeting_of(*MEASURES, came("4.2", WORKS, 1)))
    moved = arranged(screens, Arrangement(order=("completion_by_section", "section-9", "headline")))
    assert names(moved)[:3] == ["completion_by_section", "completion_by_indicator", "headline"]
    assert len(moved) == len(screens)
