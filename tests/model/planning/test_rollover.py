"""Next year's plan from this year's: what goes on, what is left behind, and what is pointed out."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.metrics import View, opening_month, reporting, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.errors import CodesUnclear
from ita_data.model.periods import running_year
from ita_data.model.planning.rollover import Notice, rolled_over
from ita_data.model.records import KINDS, Initiative, Item, Records, Role, Section
from ita_data.model.rules import Rules
from ita_data.model.states import CellState
from ita_data.snapshot import snapshot_of
from tests.metrics.strategies import plans
from tests.plans import (
    ADMINISTRATION,
    ENFORCEMENT,
    HOLIDAYS,
    WORKS,
    lead,
    link,
    measure,
    outcome,
    records_of,
    review,
    section,
    supporting,
)
from tests.store.office import RECORDS

GOES_ON = ("rule", "section", "indicator", "initiative", "item", "measure", "assignment")
LAST_DAY, NEW_YEAR = date(2025, 9, 30), date(2025, 10, 1)
YEARLY = replace(measure("1.1", Cadence.YEARLY, 6), first_month=2, last_month=9)
ITEMS = (Item("I1", 1, "ล่าช้า", 1), Item("I2", 1, "ไม่ชัดเจน", 2), Item("I3", 1, "ไม่ทั่วถึง", 3))
OLD = replace(
    records_of(
        replace(YEARLY, items=("I1", "I3")),
        replace(measure("1.2"), items=("I2",)),
        lead("1.1", ADMINISTRATION),
        lead("1.2", WORKS),
        supporting("1.2", ENFORCEMENT),
        section(WORKS, ends_on="2025-09-30"),
        section(ENFORCEMENT, begins_on="2025-10-01"),
        outcome("1.1"),
        link("1.1", "1.1"),
        review("1.2", WORKS, 1),
        rules=Rules(due_day=7),
    ),
    items=ITEMS,
)


def noticed(records: Records, **codes: str | None) -> dict[Notice, list[tuple[str, ...]]]:
    found: dict[Notice, list[tuple[str, ...]]] = {}
    for each in rolled_over(records, codes).noticed:
        found.setdefault(each.notice, []).append(each.record.key)
    return found


def test_the_plan_goes_on_and_nothing_that_became_of_it() -> None:
    new = rolled_over(RECORDS, {}).records
    assert (new.organisation, new.fiscal_year, new.is_sample) == (RECORDS.organisation, 2569, False)
    assert {kind for kind in KINDS if new.of(kind)} == set(GOES_ON)
    assert (new.indicators, new.items) == (RECORDS.indicators, RECORDS.items)


def test_the_rules_of_september_go_on_from_october_and_so_does_the_follow_up() -> None:
    old = records_of(rules=(Rules(due_day=7, starts_in_month=4), Rules(10, starts_in_month=4, from_month=6)))
    assert rolled_over(old, {}).records.rules == (Rules(10),)


def test_pictures_of_an_initiative_belong_to_the_old_year() -> None:
    old = records_of(measure("ก1.1"))
    old = replace(old, initiatives=(Initiative(1, "วัฒนธรรม", "ภาพที่ 1"),))
    assert rolled_over(old, {}).records.initiatives == (Initiative(1, "วัฒนธรรม"),)


def test_a_measure_keeps_its_months_and_rhythm_and_says_where_it_comes_from() -> None:
    new = rolled_over(OLD, {}).records.measures[0]
    assert new == replace(OLD.measures[0], comes_from="1.1")
    assert new.due_months == (6,)


@pytest.mark.parametrize(("old", "new"), [(None, None), (1, 1), (7, 1)])
def test_what_is_final_once_completed_is_so_from_the_new_years_beginning(old: int | None, new: int | None) -> None:
    records = records_of(replace(measure("1.1"), final_from_month=old))
    assert rolled_over(records, {}).records.measures[0].final_from_month == new


def test_a_retired_measure_is_left_out_with_its_sections_and_named() -> None:
    old = records_of(
        measure("1.1"), replace(measure("1.2"), retired_from_month=7), lead("1.1", WORKS), lead("1.2", WORKS)
    )
    new = rolled_over(old, {}).records
    assert [each.code for each in new.measures] == ["1.1"]
    assert new.assignments == lead("1.1", WORKS)
    assert noticed(old) == {Notice.MEASURE_RETIRED: [("1.2",)]}


def test_a_section_that_has_ended_is_left_out_and_named_with_the_measures_that_lose_their_lead() -> None:
    new = rolled_over(OLD, {}).records
    assert [each.name for each in new.sections] == [ADMINISTRATION, ENFORCEMENT]
    assert new.assignments == (*lead("1.1", ADMINISTRATION), *supporting("1.2", ENFORCEMENT))
    assert noticed(OLD) == {Notice.SECTION_ENDED: [(WORKS,)], Notice.LEAD_LOST: [("1.2",)]}


def test_a_section_that_ends_in_the_new_year_goes_on() -> None:
    old = replace(OLD, sections=(Section(WORKS, ends_on=NEW_YEAR),))
    assert rolled_over(old, {}).records.sections == old.sections


def test_items_take_their_new_codes_also_where_two_change_places() -> None:
    new = rolled_over(OLD, {"I1": "I3", "I3": "I1"}).records
    assert [(item.code, item.issue) for item in new.items] == [
        ("I3", "ล่าช้า"),
        ("I2", "ไม่ชัดเจน"),
        ("I1", "ไม่ทั่วถึง"),
    ]
    assert [each.items for each in new.measures] == [("I3", "I1"), ("I2",)]


def test_an_item_that_is_no_longer_asked_is_named_and_so_is_a_measure_of_that_alone() -> None:
    new = rolled_over(OLD, {"I2": None, "I3": None}).records
    assert [item.code for item in new.items] == ["I1"]
    assert [each.items for each in new.measures] == [("I1",), ()]
    found = noticed(OLD, I2=None, I3=None)
    assert (found[Notice.ITEM_DROPPED], found[Notice.ITEMS_LOST]) == ([("I2",), ("I3",)], [("1.2",)])


@pytest.mark.parametrize("codes", [{"I1": "I2"}, {"I1": "I9", "I2": "I9"}, {"O40": "O1"}, {"I1": " "}])
def test_codes_that_nobody_can_tell_apart_or_that_are_unknown_or_blank_are_refused(codes: dict[str, str]) -> None:
    with pytest.raises(CodesUnclear):
        rolled_over(OLD, codes)


def test_a_section_that_has_a_measure_for_some_months_is_pointed_out() -> None:
    handed_over = (replace(lead("1.1", WORKS)[0], last_month=3), replace(lead("1.1", ADMINISTRATION)[0], first_month=4))
    old = records_of(measure("1.1"), handed_over)
    assert rolled_over(old, {}).records.assignments == handed_over
    assert noticed(old) == {Notice.PART_OF_THE_YEAR: [("1.1", WORKS), ("1.1", ADMINISTRATION)]}


@given(plans())
def test_what_goes_on_is_as_many_as_before_but_for_what_has_ended(old: Records) -> None:
    new = rolled_over(old, {}).records
    going = [each for each in old.measures if each.retired_from_month is None]
    codes = {each.code for each in going}
    ended = {each.name for each in old.sections if each.ends_on and each.ends_on <= LAST_DAY}
    assert len(new.sections) == len(old.sections) - len(ended)
    assert len(new.assignments) == sum(each.section not in ended and each.measure in codes for each in old.assignments)
    assert len(new.rules) == 1
    for kind in ("indicator", "initiative", "item"):
        assert len(new.of(kind)) == len(old.of(kind))
    assert [each.due_months for each in new.measures] == [each.due_months for each in going]


@given(st.permutations([item.code for item in ITEMS]))
def test_codes_that_change_places_keep_every_measure_at_the_items_it_answers(new_codes: list[str]) -> None:
    codes = dict(zip([item.code for item in ITEMS], new_codes, strict=True))
    new = rolled_over(OLD, codes).records
    issues = {item.code: item.issue for item in new.items}
    assert [[issues[code] for code in each.items] for each in new.measures] == [["ล่าช้า", "ไม่ทั่วถึง"], ["ไม่ชัดเจน"]]


@given(plans(), st.sampled_from([date(2025, 9, 1), LAST_DAY, NEW_YEAR]))
@settings(deadline=None, max_examples=30)
def test_up_to_its_first_day_the_new_year_has_nothing_due_and_nothing_red(old: Records, day: date) -> None:
    new = snapshot_of(rolled_over(old, {}).records, HOLIDAYS)
    view = View(year_of(new, day), with_supporting=True)
    assert reporting(view)["due"].tolist() == [0]
    assert set(view.cells["state"]) <= {CellState.NOT_YET_DUE}


def test_on_the_first_of_october_the_new_year_is_the_running_one() -> None:
    assert [running_year([2568, 2569], day) for day in (LAST_DAY, NEW_YEAR)] == [2568, 2569]
    new = snapshot_of(rolled_over(OLD, {}).records, HOLIDAYS)
    assert [opening_month(new, day) for day in (LAST_DAY, NEW_YEAR)] == [1, 1]


@pytest.mark.parametrize(("years", "opened"), [([2570, 2571], 2570), ([2565, 2567], 2567), ([2567, 2569], 2567)])
def test_without_a_plan_of_the_running_year_the_last_one_before_opens_or_the_first_to_come(
    years: list[int], opened: int
) -> None:
    assert running_year(years, LAST_DAY) == opened


def test_a_role_stays_what_it_was() -> None:
    new = rolled_over(replace(OLD, sections=(Section(WORKS),)), {}).records
    assert {(each.section, each.role) for each in new.assignments if each.measure == "1.2"} == {
        (WORKS, Role.LEAD),
        (ENFORCEMENT, Role.SUPPORTING),
    }
