"""The finding says in one sentence how many reports came, whether that is better, and who sent nothing."""

from datetime import date

from ita_data.findings import finding
from ita_data.metrics import View, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.records import LinkState
from ita_data.model.states import Status
from ita_data.services.looking import counted
from tests.findings.months import counted_on
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS, lead, link, measure, outcome, plan_of, review

TWO = (measure("1.1"), measure("1.2"), lead("1.1", ADMINISTRATION), lead("1.2", WORKS))
BOTH_IN_OCTOBER = (review("1.1", ADMINISTRATION, 1, "2024-11-05"), review("1.2", WORKS, 1, "2024-11-05"))
ONE_IN_NOVEMBER = review("1.1", ADMINISTRATION, 2, "2024-12-06")


def test_a_month_is_compared_with_the_one_before_at_the_same_age() -> None:
    # Works sent October's report a month late: on the day after its due date only one of two had come.
    late = (review("1.1", ADMINISTRATION, 1, "2024-11-05"), review("1.2", WORKS, 1, "2024-12-05"))
    month = counted_on("2024-12-07", 2, *TWO, *late, ONE_IN_NOVEMBER)
    assert finding(month) == "พ.ย. ได้รับ 1 จาก 2 รายงาน เท่ากับ ต.ค. ณ วันเดียวกัน · 1 ฝ่ายไม่ส่งเลย เป็น 1 จาก 1 รายงานที่ขาด"


def test_fewer_and_more_are_told_in_points() -> None:
    fewer = counted_on("2024-12-07", 2, *TWO, *BOTH_IN_OCTOBER, ONE_IN_NOVEMBER)
    assert finding(fewer).startswith("พ.ย. ได้รับ 1 จาก 2 รายงาน น้อยกว่า ต.ค. ณ วันเดียวกัน 50 จุด")
    more = counted_on("2024-12-07", 2, *TWO, BOTH_IN_OCTOBER[0], ONE_IN_NOVEMBER, review("1.2", WORKS, 2, "2024-12-06"))
    assert finding(more) == "พ.ย. ได้รับครบทั้ง 2 รายงาน"


def test_in_october_there_is_nothing_to_compare_with() -> None:
    month = counted_on("2024-11-06", 1, *TWO, BOTH_IN_OCTOBER[0])
    assert finding(month) == "ต.ค. ได้รับ 1 จาก 2 รายงาน · 1 ฝ่ายไม่ส่งเลย เป็น 1 จาก 1 รายงานที่ขาด"


def test_who_sent_a_part_is_not_called_silent() -> None:
    third = (measure("1.3"), lead("1.3", WORKS))
    month = counted_on("2024-11-06", 1, *TWO, *third, *BOTH_IN_OCTOBER)
    assert finding(month) == "ต.ค. ได้รับ 2 จาก 3 รายงาน · ขาด 1 รายงาน จาก 1 ฝ่าย"


def test_of_one_section_alone_nothing_is_said_of_how_many_sections() -> None:
    plan = plan_of(*TWO, *BOTH_IN_OCTOBER, ONE_IN_NOVEMBER)
    day = date(2024, 12, 7)
    silent, whole = (counted(View(year_of(plan, day), 2, section)) for section in (WORKS, ADMINISTRATION))
    assert finding(silent) == "พ.ย. ได้รับ 0 จาก 1 รายงาน น้อยกว่า ต.ค. ณ วันเดียวกัน 100 จุด · ไม่ส่งเลย"
    assert finding(whole) == "พ.ย. ได้รับครบทั้ง 1 รายงาน"


def test_before_the_due_date_nothing_is_missing() -> None:
    month = counted_on("2024-12-01", 2, *TWO, *BOTH_IN_OCTOBER)
    assert finding(month) == "พ.ย. ได้รับแล้ว 0 จาก 2 รายงาน ครบกำหนด 6 ธ.ค."


def test_without_any_report_completion_is_said_with_what_waits_for_confirmation() -> None:
    by_links = (outcome("1.1", "2024-10-20"), link("1.1", "1.1", LinkState.SUGGESTED))
    month = counted_on("2024-11-06", 1, *TWO, *by_links)
    assert finding(month) == ("ยังไม่ได้รับรายงาน ขาดรายงานของ ต.ค. 2 รายงาน · มาตรการแล้วเสร็จ ยืนยันแล้ว 0 · รอยืนยัน 1 จาก 2")


def test_a_month_of_which_nothing_is_expected_says_so() -> None:
    quarterly = (measure("1.1", Cadence.QUARTERLY), lead("1.1", ADMINISTRATION))
    month = counted_on("2024-11-06", 1, *quarterly)
    assert finding(month) == "ต.ค. ไม่มีรายงานที่ต้องส่ง · มาตรการแล้วเสร็จ 0/1 ต.ค."


def test_a_plan_without_measures_says_so() -> None:
    assert finding(counted_on("2024-11-06", 1)) == "แผนนี้ยังไม่มีมาตรการ"


def test_a_section_without_measures_of_its_own_is_not_told_that_the_plan_has_none() -> None:
    view = View(year_of(plan_of(*TWO), date(2024, 11, 6)), 1, section=ENFORCEMENT, with_supporting=False)
    assert finding(counted(view)) == "ไม่มีมาตรการที่นับตามที่เลือก"


def test_what_does_not_apply_is_asked_of_nobody() -> None:
    exempt = (*BOTH_IN_OCTOBER[:1], review("1.2", WORKS, 1, "2024-11-05", Status.NOT_APPLICABLE))
    assert finding(counted_on("2024-11-06", 1, *TWO, *exempt)) == "ต.ค. ได้รับครบทั้ง 1 รายงาน"
