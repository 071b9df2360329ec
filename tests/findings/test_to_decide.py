"""What is to be decided: who doesn't send, who never sends in time, and what stands still."""

from ita_data.findings import indicator_bars, section_months, stand_by_month, to_decide
from ita_data.model.records import EVERY_SECTION
from ita_data.model.states import Status
from tests.findings.months import counted_on
from tests.plans import ADMINISTRATION, ENFORCEMENT, SECTIONS, WORKS, lead, measure, review, section

TWO = (measure("1.1"), measure("2.1"), lead("1.1", ADMINISTRATION), lead("2.1", WORKS))
ADMINISTRATION_SENDS = tuple(
    review("1.1", ADMINISTRATION, month, day, Status.IN_PROGRESS, 10 * month)
    for month, day in ((1, "2024-11-05"), (2, "2024-12-06"), (3, "2025-01-06"))
)


def test_a_section_that_sends_nothing_is_named_with_its_months_and_an_order() -> None:
    (matter,) = to_decide(counted_on("2025-01-07", 3, *TWO, *ADMINISTRATION_SENDS))
    assert (matter.section, matter.title) == (WORKS, f"{WORKS} ไม่ส่งเลย 3 เดือน")
    assert matter.reason == "ต.ค.–ธ.ค. ขาดรวม 3 รายงาน"
    assert matter.order == "ให้ส่งรายงานที่ค้างของ ต.ค.–ธ.ค."


def test_a_whole_month_that_is_still_owed_is_a_matter_however_old() -> None:
    sends = [review("2.1", WORKS, month, day) for month, day in ((2, "2024-12-06"), (3, "2025-01-06"))]
    (matter,) = to_decide(counted_on("2025-01-07", 3, *TWO, *ADMINISTRATION_SENDS, *sends))
    assert (matter.title, matter.reason) == (f"{WORKS} ไม่ส่งรายงานของ ต.ค.", "ขาด 1 รายงาน")


def test_a_section_that_is_never_on_time_is_named_with_its_days() -> None:
    late = [
        review("2.1", WORKS, month, day) for month, day in ((1, "2024-11-07"), (2, "2024-12-10"), (3, "2025-01-07"))
    ]
    (matter,) = to_decide(counted_on("2025-01-08", 3, *TWO, *ADMINISTRATION_SENDS, *late))
    assert (matter.title, matter.reason) == (f"{WORKS} ไม่เคยทันกำหนด", "ช้าเฉลี่ย 2 วัน ทั้ง 3 เดือน")


def test_a_measure_that_stands_still_is_named_with_who_leads_it() -> None:
    days = ((1, "2024-11-05"), (2, "2024-12-06"), (3, "2025-01-06"), (4, "2025-02-05"))
    stands = [review("2.1", WORKS, month, day, Status.IN_PROGRESS, 20) for month, day in days]
    moves = [review("1.1", ADMINISTRATION, month, day, Status.IN_PROGRESS, 10 * month) for month, day in days]
    (matter,) = to_decide(counted_on("2025-02-06", 4, *TWO, *stands, *moves))
    assert (matter.measure, matter.section) == ("2.1", WORKS)
    assert matter.title == "มาตรการ 2.1 ไม่คืบหน้า 3 เดือน"


def of_what_stands(*leads: str, ended: str | None = None) -> list[tuple[str, str]]:
    """To whom the matters of the one measure go that stands still, and what their reason says of it."""
    days = ((1, "2024-11-05"), (2, "2024-12-06"), (3, "2025-01-06"), (4, "2025-02-05"))
    stands = [review("2.1", name, month, day, Status.IN_PROGRESS, 20) for month, day in days for name in leads]
    sections = (section(ended, ends_on="2024-10-31"),) if ended else ()
    plan = (measure("2.1", text="ตรวจสอบพัสดุ"), lead("2.1", *leads), *sections)
    return [
        (matter.section, matter.reason.removeprefix("ตรวจสอบพัสดุ · "))
        for matter in to_decide(counted_on("2025-02-06", 4, *plan, *stands))
    ]


def test_each_of_two_sections_that_lead_what_stands_still_is_a_matter_of_its_own() -> None:
    assert of_what_stands(ADMINISTRATION, WORKS) == [(ADMINISTRATION, ADMINISTRATION), (WORKS, WORKS)]


def test_what_stands_still_and_is_led_by_every_section_is_one_matter_of_all() -> None:
    assert of_what_stands(*SECTIONS) == [(EVERY_SECTION, EVERY_SECTION)]


def test_a_section_that_has_ended_is_none_of_all() -> None:
    assert of_what_stands(ADMINISTRATION, WORKS, ended=ENFORCEMENT) == [(EVERY_SECTION, EVERY_SECTION)]


def test_who_sent_least_of_the_month_stands_first() -> None:
    rows = section_months(counted_on("2025-01-07", 3, *TWO, *ADMINISTRATION_SENDS))
    assert [(row.section, row.missing, row.older) for row in rows] == [(WORKS, 1, 2), (ADMINISTRATION, 0, 0)]
    assert rows[0].states == ("missing",) * 3


def test_months_tell_what_came_by_the_same_age_from_what_came_later() -> None:
    late = review("2.1", WORKS, 1, "2024-12-20")
    months = stand_by_month(counted_on("2025-01-07", 3, *TWO, *ADMINISTRATION_SENDS, late))
    assert [(month.reported_then, month.reported) for month in months] == [(0.5, 1.0), (0.5, 0.5), (0.5, 0.5)]
    assert [round(12 * (month.pace or 0)) for month in months] == [1, 2, 3]


def test_indicators_that_share_the_last_place_are_all_named() -> None:
    done = review("1.1", ADMINISTRATION, 1, "2024-11-05", Status.COMPLETED)
    third = (measure("3.1"), lead("3.1", WORKS))
    bars = indicator_bars(counted_on("2024-11-06", 1, *TWO, *third, done))
    assert bars.title == "ตัวชี้วัดที่ 2 และ 3 ยังไม่มีมาตรการแล้วเสร็จ"
    assert [row["indicator"] for row in bars.rows] == [2, 3, 1]
