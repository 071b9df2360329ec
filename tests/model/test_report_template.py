"""What the office's own yearly report carries beside its tables."""

from dataclasses import replace

import pytest

from ita_data.model.records import Indicator, Initiative, Item, Measure, Outcome, Records
from ita_data.model.report_template import unshown_in, values_of

PLAN = Records(
    "สำนักงานเขตตัวอย่าง",
    2568,
    indicators=(Indicator(4, "การใช้ทรัพย์สิน", "IIT"),),
    initiatives=(Initiative(2, "ยกระดับคุณธรรม"), Initiative(5, "สื่อสาร")),
    items=(Item("ข้อ 3", 4, "ขาดการซักซ้อม", 41),),
    measures=(Measure("4.2", 4, None, 7, "ประกาศ"), Measure("4.1", 4, None, 8, "อบรม")),
    outcomes=(Outcome("4.1", 4, 3, "ประกาศแล้ว"),),
)


def test_what_a_report_carries_says_where_its_records_stand() -> None:
    unshown = unshown_in(values_of(PLAN))
    assert unshown is not None
    read = [replace(each, position=place) for place, each in enumerate(PLAN.measures, start=1)]
    assert [each.position for each in unshown.placed(read)] == [7, 8]
    assert unshown.placed([replace(PLAN.items[0], position=1)]) == [*PLAN.items]
    assert unshown.placed([replace(PLAN.outcomes[0], position=1)]) == [*PLAN.outcomes]
    assert unshown.named(Indicator(4, "การใช้ทรัพย์สิน")) == PLAN.indicators[0]
    assert [unshown.number_of_initiative(place) for place in (1, 2, 3)] == [2, 5, 3]
    assert unshown.knows_item("ข้อ 3")
    assert not unshown.knows_item("I3")


def test_measures_keep_the_places_in_which_they_stand_where_one_came_by_hand() -> None:
    unshown = unshown_in(values_of(PLAN))
    assert unshown is not None
    read = [replace(PLAN.measures[0], position=1), Measure("4.3", 4, None, 2, "ใหม่")]
    assert unshown.placed(read) == read


def test_what_carries_nothing_is_no_report_of_our_own() -> None:
    assert unshown_in({}) is None
    assert unshown_in({"revision": "17", "fiscal_year": "2568"}) is None


@pytest.mark.parametrize("value", ["", "-1", "3.5", "๓ก", "9" * 5000])
def test_what_somebody_wrote_over_a_place_is_left_out(value: str) -> None:
    unshown = unshown_in({**values_of(PLAN), "item ข้อ 3": value, "initiatives": value, f"instrument {value}": "IIT"})
    assert unshown is not None
    assert not unshown.knows_item("ข้อ 3")
    assert unshown.number_of_initiative(1) == 1
    assert unshown.placed([*PLAN.items]) == [*PLAN.items]
