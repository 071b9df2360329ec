"""A plan as somebody wants it: numbers without gaps, and every record who it was."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model.cadence import Cadence
from ita_data.model.changes import by_key
from ita_data.model.planning import drafting
from ita_data.model.planning.draft_edits import edits_of, rebased
from ita_data.model.planning.drafting import added, measure_of, measures_of, moved, moved_to, numbered, with_measure
from ita_data.model.records import EVERY_SECTION, Assignment, Item, Measure, Records, Role
from tests.plans import ADMINISTRATION, WORKS, lead, measure, records_of, supporting

CODES = ("1.1", "1.2", "4.1", "4.2", "4.3", "ก1.1", "ก1.2")


def plan() -> Records:
    """Two indicators and an initiative with seven measures, each led by a section and known by its first code."""
    measures = [replace(measure(code), position=place) for place, code in enumerate(CODES, start=1)]
    found = records_of(*measures, *(lead(code, ADMINISTRATION) for code in CODES), supporting("4.2", EVERY_SECTION))
    known = tuple(replace(each, identity=each.code) for each in found.measures)
    return replace(drafting.drafted(found), measures=known)


def codes(records: Records, heading: str) -> list[tuple[str, str]]:
    """The numbers of an indicator's measures in their order, with who they are."""
    return [(each.code, each.identity) for each in measures_of(records, heading)]


def with_new(heading: str, before: str | None = None) -> tuple[Records, str]:
    grown, who = added(plan(), heading, before)
    return with_measure(grown, who, text="ตรวจสอบครุภัณฑ์ทุกเดือน"), who


def test_a_measure_that_is_added_comes_last_with_the_next_number() -> None:
    grown, who = with_new("4")
    assert codes(grown, "4") == [("4.1", "4.1"), ("4.2", "4.2"), ("4.3", "4.3"), ("4.4", who)]
    *later, (before, new) = edits_of(plan(), grown)
    assert [each for each, _after in later] == [measure_of(plan(), "ก1.1"), measure_of(plan(), "ก1.2")]
    assert before is None
    assert isinstance(new, Measure)
    assert (new.code, new.indicator, new.text, new.position, new.identity) == ("4.4", 4, "ตรวจสอบครุภัณฑ์ทุกเดือน", 6, "")


def test_a_measure_that_is_inserted_takes_a_number_and_those_after_it_move_on_with_their_sections() -> None:
    grown, who = with_new("4", before="4.2")
    assert codes(grown, "4") == [("4.1", "4.1"), ("4.2", who), ("4.3", "4.2"), ("4.4", "4.3")]
    assert Assignment("4.3", EVERY_SECTION, Role.SUPPORTING) in grown.assignments
    assert [each for each in grown.assignments if each.measure == "4.2"] == []
    assert not [edit for edit in edits_of(plan(), grown) if isinstance(edit[0] or edit[1], Assignment)]


def test_a_new_measure_begins_with_the_items_rhythm_and_sections_of_the_one_beside_it() -> None:
    shown = with_measure(plan(), "4.2", items=("I10",), cadence=Cadence.YEARLY, named_month=6, follow_up="รายปี")
    grown, who = added(shown, "4", "4.3")
    found = drafting.like_its_neighbour(grown, who)
    new = measure_of(found, who)
    assert (new.code, new.items, new.due_months, new.follow_up) == ("4.3", ("I10",), (6,), "รายปี")
    mine = {(each.section, each.role) for each in found.assignments if each.measure == "4.3"}
    assert mine == {(ADMINISTRATION, Role.LEAD), (EVERY_SECTION, Role.SUPPORTING)}
    after = drafting.like_its_neighbour(grown, who, "4.3")
    assert {each.section for each in after.assignments if each.measure == "4.3"} == {ADMINISTRATION}
    alone, first = added(replace(plan(), measures=plan().measures[2:]), "1")
    assert drafting.like_its_neighbour(alone, first) == alone


def test_a_measure_that_came_with_the_draft_can_go_again() -> None:
    grown, who = with_new("4")
    assert edits_of(plan(), drafting.without_new(grown, who)) == []


def test_another_order_keeps_the_numbers_until_they_are_given_anew() -> None:
    ordered = moved(plan(), "4.3", -1)
    assert codes(ordered, "4") == [("4.1", "4.1"), ("4.3", "4.3"), ("4.2", "4.2")]
    assert codes(numbered(ordered, "4"), "4") == [("4.1", "4.1"), ("4.2", "4.3"), ("4.3", "4.2")]
    assert codes(moved(plan(), "4.1", -1), "4") == codes(plan(), "4")


def test_a_measure_moves_to_another_indicator_with_the_next_number_there_and_covers_no_items() -> None:
    before = with_measure(plan(), "4.1", items=("I10",))
    after = moved_to(before, "4.1", "1")
    assert codes(after, "1") == [("1.1", "1.1"), ("1.2", "1.2"), ("1.3", "4.1")]
    assert codes(after, "4") == [("4.2", "4.2"), ("4.3", "4.3")]
    there = measure_of(after, "4.1")
    assert (there.indicator, there.initiative, there.items, there.position) == (1, None, (), 3)
    assert Assignment("1.3", ADMINISTRATION, Role.LEAD) in after.assignments
    assert measure_of(moved_to(before, "4.1", "ก1"), "4.1").initiative == 1


def test_the_sections_of_a_renumbered_measure_are_changed_by_an_edit_from_the_old_number_to_the_new() -> None:
    grown, _who = with_new("4", before="4.2")
    changed = drafting.with_assignments(grown, "4.2", lead("4.3", WORKS))
    assert set(edits_of(plan(), changed)) >= {
        (Assignment("4.2", ADMINISTRATION, Role.LEAD), None),
        (None, Assignment("4.3", WORKS, Role.LEAD)),
    }


def test_an_issue_and_the_name_of_an_initiative_can_be_mended() -> None:
    shown = replace(plan(), items=(Item("I10", 4, "ไม่ชัดเจน", 1, identity="a"), Item("I11", 4, "ล่าช้า", 2, identity="b")))
    wanted = drafting.with_initiative_name(drafting.with_issue(shown, ["I10"], "ยังไม่ชัดเจน"), 1, "ชื่อใหม่")
    assert [after for _before, after in edits_of(shown, wanted)] == [
        replace(shown.initiatives[0], name="ชื่อใหม่"),
        replace(shown.items[0], issue="ยังไม่ชัดเจน"),
    ]


def test_a_draft_that_changes_nothing_has_no_edits() -> None:
    assert edits_of(plan(), plan()) == []


def test_what_others_saved_meanwhile_stays_beside_what_was_entered() -> None:
    wanted = with_measure(plan(), "4.1", text="ข้อความใหม่")
    stored = with_measure(plan(), "4.1", detail="รายละเอียด", code="4.9")
    stored = drafting.with_assignments(stored, "1.1", lead("1.1", WORKS))
    merged = rebased(plan(), wanted, stored)
    assert measure_of(merged, "4.1") == replace(measure("4.9", text="ข้อความใหม่"), position=3, detail="รายละเอียด")
    assert Assignment("4.9", ADMINISTRATION, Role.LEAD) in merged.assignments
    assert [each.section for each in merged.assignments if each.measure == "1.1"] == [WORKS]


def test_two_who_add_a_measure_at_once_get_two_numbers() -> None:
    wanted, who = with_new("4")
    others, other = with_new("4")
    stored = replace(
        others, measures=tuple(replace(m, identity="99") if m.identity == other else m for m in others.measures)
    )
    merged = rebased(plan(), drafting.with_assignments(wanted, who, lead("4.4", WORKS)), stored)
    assert codes(merged, "4")[3:] == [("4.4", "99"), ("4.5", who)]
    assert [each.measure for each in merged.assignments if each.section == WORKS] == ["4.5"]


def test_what_somebody_took_away_meanwhile_takes_its_sections_along() -> None:
    wanted = drafting.with_assignments(plan(), "4.3", lead("4.3", WORKS))
    measures = tuple(each for each in plan().measures if each.code != "4.3")
    assignments = tuple(each for each in plan().assignments if each.measure != "4.3")
    stored = replace(plan(), measures=measures, assignments=assignments)
    assert "4.3" not in {each.measure for each in rebased(plan(), wanted, stored).assignments}


Step = Callable[[Records, Random], Records]


def _insert(records: Records, random: Random) -> Records:
    heading = random.choice(("1", "4", "ก1"))
    others = [None, *(each.identity for each in measures_of(records, heading))]
    return added(records, heading, random.choice(others))[0]


def _move(records: Records, random: Random) -> Records:
    return moved(records, random.choice(records.measures).identity, random.randint(-3, 3))


def _move_away(records: Records, random: Random) -> Records:
    return moved_to(records, random.choice(records.measures).identity, random.choice(("1", "4", "ก1")))


def _number(records: Records, random: Random) -> Records:
    return numbered(records, random.choice(("1", "4", "ก1")))


STEPS: tuple[Step, ...] = (_insert, _move, _move_away, _number)


@given(st.lists(st.sampled_from(STEPS), max_size=12), st.integers(0, 10_000))
def test_whatever_is_done_numbers_are_unique_and_after_numbering_without_a_gap(steps: list[Step], seed: int) -> None:
    random, found = Random(seed), plan()
    for step in steps:
        found = step(found, random)
        assert max(Counter(each.code for each in found.measures).values()) == 1
    assert [each.position for each in sorted(found.measures, key=lambda each: each.position)] == list(
        range(1, len(found.measures) + 1)
    )
    for heading in ("1", "4", "ก1"):
        mine = [each.code for each in measures_of(numbered(found, heading), heading)]
        assert mine == [f"{heading}.{number}" for number in range(1, len(mine) + 1)]


@given(st.lists(st.sampled_from(STEPS), max_size=8), st.integers(0, 10_000))
def test_the_edits_make_the_plan_that_is_wanted_of_the_one_that_was_shown(steps: list[Step], seed: int) -> None:
    random, found = Random(seed), plan()
    for step in steps:
        found = step(found, random)
    gone = {each.identity: each for each in plan().measures}
    for before, after in edits_of(plan(), found):
        assert isinstance(after, Measure)
        if before is None:
            gone[f"new {after.code}"] = after
        else:
            assert isinstance(before, Measure)
            gone[before.identity] = after
    assert by_key(gone.values()) == by_key(found.measures)


@pytest.mark.parametrize("month", [None, 7])
def test_a_measure_is_retired_by_its_month_alone(month: int | None) -> None:
    shown = with_measure(plan(), "4.2", retired_from_month=3)
    ((before, after),) = edits_of(shown, with_measure(shown, "4.2", retired_from_month=month))
    assert (before, after) == (measure_of(shown, "4.2"), replace(measure_of(shown, "4.2"), retired_from_month=month))
