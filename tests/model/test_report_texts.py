"""What is typed for a plan, in texts that the yearly report can hold."""

from dataclasses import replace

import pytest

from ita_data.model.records import Initiative, Item, Measure
from ita_data.model.report_texts import printable

SHOWN = Measure("4.2", 4, None, 2, "ตามข้อ 5. ของระเบียบ", "ตามข้อ 6. ของระเบียบ")


def test_numbered_details_of_a_measure_stay_its_details() -> None:
    entered = replace(SHOWN, detail="1. จัดประชุมชี้แจง\n\n  - ๒) ติดตามผล 3. สรุป")
    assert printable(SHOWN, entered) == replace(SHOWN, detail="(1) จัดประชุมชี้แจง\n(๒) ติดตามผล (3) สรุป")


def test_a_measure_is_one_line_that_begins_without_a_number() -> None:
    entered = replace(SHOWN, text="1. เวียนแจ้ง \n- และซักซ้อม\n2. ติดตาม 2.5 ชั่วโมง")
    assert printable(SHOWN, entered).text == "(1) เวียนแจ้ง และซักซ้อม (2) ติดตาม 2.5 ชั่วโมง"


def test_a_text_that_nobody_touched_stays_as_it_is() -> None:
    assert printable(SHOWN, replace(SHOWN, position=9)) == replace(SHOWN, position=9)


@pytest.mark.parametrize("field", ["issue", "name"])
def test_an_issue_and_the_name_of_an_initiative_are_one_line_and_keep_their_numbers(field: str) -> None:
    record = Item("I1", 1, "", 1) if field == "issue" else Initiative(1, "")
    entered = replace(record, **{field: "• 1. ไม่ทั่วถึง\n  2. ไม่ต่อเนื่อง"})
    assert getattr(printable(None, entered), field) == "1. ไม่ทั่วถึง 2. ไม่ต่อเนื่อง"


def test_what_holds_nothing_but_signs_stays_as_it_was_typed() -> None:
    assert printable(SHOWN, replace(SHOWN, text="•")).text == "•"
