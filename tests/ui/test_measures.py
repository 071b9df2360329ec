"""The grid of the reports on measures: what its fields say, and what they lead to."""

from xml.etree import ElementTree

from tests.findings.months import counted_on
from tests.plans import ADMINISTRATION, WORKS, lead, measure, review
from ui.html.measures import measures_html

PLAN = (measure("1.1"), measure("1.2"), measure("2.1"), lead("1.1", ADMINISTRATION, WORKS), lead("1.2", WORKS))
SENT = (review("1.1", ADMINISTRATION, 1, "2024-11-05"), review("1.2", WORKS, 1, "2024-11-05"))
LONG = "จัดประชุมชี้แจง <b>ซักซ้อม</b> ความเข้าใจ และเผยแพร่คู่มือให้บุคลากรทุกส่วนราชการทราบ อย่างทั่วถึงและต่อเนื่อง"
TEXTS = {"1.1": LONG, "1.2": "เผยแพร่คู่มือ"}


def grid(*only: str) -> ElementTree.Element:
    """The grid of October, the day after its reports were due."""
    counted = counted_on("2024-11-06", 1, *PLAN, *SENT)
    return ElementTree.fromstring(measures_html(counted, TEXTS, {"1": "1 การปฏิบัติหน้าที่"}, only))


def button(press: str) -> ElementTree.Element:
    return next(each for each in grid().iter("button") if each.get("data-press") == press)


def test_a_measure_is_named_by_its_code_and_first_words_and_read_aloud_in_full() -> None:
    named = button("measure 1.1")
    assert (named.text or "").startswith("1.1 จัดประชุมชี้แจง <b>ซักซ้อม</b>")
    assert len(named.text or "") < len(LONG)
    assert named.get("aria-label") == f"1.1 {LONG}"


def test_a_field_says_what_came_and_is_named_for_those_who_cannot_see_it() -> None:
    field = button("reports 1 1.1")
    assert (field.text, field.get("class")) == ("◐ 1/2", "cell partly")
    assert field.get("aria-label") == "1.1 ต.ค. 67 ขาดรายงานบางส่วน 1 จาก 2"


def test_a_group_shows_the_sums_of_its_measures_whether_it_is_folded_or_not() -> None:
    total = button("group 1 1")
    assert (total.text, total.get("class")) == ("◐ 2/3", "cell partly")
    assert total.get("aria-label") == "1 การปฏิบัติหน้าที่ ต.ค. 67 ขาดรายงานบางส่วน 2 จาก 3"


def test_where_no_report_is_expected_it_says_so() -> None:
    nothing = grid("2.1")
    assert nothing.find(".//table") is None
    assert nothing.find(".//p").text == "ไม่มีรายงานที่ต้องส่งในขอบเขตที่เลือก"  # type: ignore[union-attr]
