"""What the page of one indicator says first: how far its measures are, what stands still, and what came."""

from dataclasses import replace
from datetime import date

from ita_data.findings import CountedMonth, heading_figures, heading_finding
from ita_data.findings.figures import change_words
from ita_data.metrics import View, year_of
from ita_data.model.records import LinkState, Record
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from ita_data.services.looking import counted
from tests.plans import ADMINISTRATION, WORKS, lead, link, measure, outcome, plan_of, review

FOUR = (
    *(measure(code) for code in ("4.1", "4.2", "5.1")),
    *(lead(code, WORKS) for code in ("4.1", "4.2")),
    lead("5.1", ADMINISTRATION),
)
"""Two measures of indicator 4, both of works, and one of another indicator."""
DUE = {1: "2024-11-05", 2: "2024-12-06", 3: "2025-01-06", 4: "2025-02-05"}


def narrowed(
    day: str, month: int, heading: str, *records: Record | tuple[Record, ...], rules: Rules | None = None
) -> CountedMonth:
    """The month of one indicator or initiative."""
    view = View.of_office(year_of(plan_of(*records, rules=rules), date.fromisoformat(day)), month)
    return counted(replace(view, heading=heading))


def came(code: str, section: str, status: Status, progress: float, *months: int) -> tuple[Record, ...]:
    """Reports that say the same in every month."""
    return tuple(review(code, section, month, DUE[month], status, progress) for month in months)


def january() -> CountedMonth:
    """4.1 was completed in October; 4.2 says the same 20 % from October on, and January's report on it is missing."""
    return narrowed(
        "2025-02-06",
        4,
        "4",
        *FOUR,
        *came("4.1", WORKS, Status.COMPLETED, 100, 1, 2, 3, 4),
        *came("4.2", WORKS, Status.IN_PROGRESS, 20, 1, 2, 3),
        *came("5.1", ADMINISTRATION, Status.IN_PROGRESS, 20, 1, 2),
    )


def test_the_finding_says_how_far_it_is_what_stands_still_and_what_came() -> None:
    # By the end of January 4 of 12 months have gone, 33 %; one measure of two is completed, 50 %.
    assert heading_finding(january(), "4") == (
        "ตัวชี้วัดที่ 4 แล้วเสร็จ 1/2 สูงกว่าแนวตามเวลา 33% 17 จุด · ไม่คืบหน้า 3 เดือน: 4.2"
        " · ม.ค. ได้รับ 1 จาก 2 รายงาน น้อยกว่า ธ.ค. ณ วันเดียวกัน 50 จุด · ขาด 1 รายงาน จาก 1 ฝ่าย"
    )


def test_another_indicators_measures_and_reports_are_in_none_of_its_figures() -> None:
    received, standing, older, completed = heading_figures(january())
    assert (completed.key, completed.value, completed.of) == ("completed", "50%", "1/2 · แนวตามเวลา 33%")
    assert change_words(completed) == "= ธ.ค. ณ วันเดียวกัน 50%"
    assert (standing.name, standing.value) == ("มาตรการที่ไม่คืบหน้า พ.ย.–ม.ค.", "1")
    assert (standing.of, standing.beside) == ("จากมาตรการที่เปรียบเทียบได้ 1", "4.2")
    assert (received.value, received.of, received.points) == ("50%", "1/2", -50)
    assert (older.name, older.value) == ("รายงานค้างส่ง สะสม ต.ค.–ธ.ค.", "0")


def test_below_its_target_an_indicator_says_by_how_much() -> None:
    targets = (10, 30, 50, 60, *(None,) * 8)
    rules = Rules(completion_targets=targets)
    month = narrowed("2024-12-07", 2, "4", *FOUR, *came("4.1", WORKS, Status.IN_PROGRESS, 20, 1, 2), rules=rules)
    assert heading_finding(month, "4").startswith(
        "ตัวชี้วัดที่ 4 แล้วเสร็จ 0/2 ต่ำกว่าเป้าหมาย 30% 30 จุด · พ.ย. ได้รับ 1 จาก 2 รายงาน"
    )


def test_what_waits_for_confirmation_stands_in_the_finding_and_in_the_figure() -> None:
    linked = (outcome("4.1", "2024-11-15"), link("4.1", "4.2", LinkState.SUGGESTED))
    month = narrowed("2024-12-07", 2, "4", *FOUR, *linked)
    assert heading_finding(month, "4").startswith(
        "ตัวชี้วัดที่ 4 แล้วเสร็จ ยืนยันแล้ว 0 · รอยืนยัน 1 จาก 2 สูงกว่าแนวตามเวลา 17% 33 จุด"
    )
    assert heading_figures(month)[3].of == "ยืนยันแล้ว 0 · รอยืนยัน 1 จาก 2 · แนวตามเวลา 17%"


def test_in_the_first_three_months_nothing_is_called_standing() -> None:
    month = narrowed("2025-01-07", 3, "4", *FOUR, *came("4.2", WORKS, Status.IN_PROGRESS, 20, 1, 2, 3))
    standing = heading_figures(month)[1]
    assert (standing.value, standing.of) == ("–", "ยังเร็วไปที่จะเปรียบเทียบ")
    assert "ไม่คืบหน้า" not in heading_finding(month, "4")


def test_an_initiative_and_an_indicator_without_measures_say_so() -> None:
    records = (measure("ก2.1"), lead("ก2.1", WORKS), review("ก2.1", WORKS, 1, DUE[1]))
    assert heading_finding(narrowed("2024-11-06", 1, "ก2", *records), "ก2") == (
        "ประเด็น ก2 แล้วเสร็จ 0/1 ต่ำกว่าแนวตามเวลา 8% 8 จุด · ต.ค. ได้รับครบทั้ง 1 รายงาน"
    )
    assert heading_finding(narrowed("2024-11-06", 1, "3", *records), "3") == "ตัวชี้วัดที่ 3 ยังไม่มีมาตรการ"
