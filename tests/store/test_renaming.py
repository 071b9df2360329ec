"""Records that get other names: everything that hangs on them stays with them, in the store and in its history."""

from dataclasses import replace

from sqlalchemy import Engine

from ita_data import store
from ita_data.model.changes import Action, Change, Changes, by_key
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Assignment, Measure, Record, Records, Role
from ita_data.services.history import changes_of
from ita_data.services.undoing import undo
from ita_data.store import log
from tests.store.office import ACTOR, OFFICE, RECORDS, opened, plan, revision, stored, write

PLAN = PlanName(OFFICE, 2568)
BEFORE = opened(RECORDS)
FIRST, SECOND = BEFORE.measures[:2]
"""Measures 1.9 and 1.10, both with reviews of ฝ่ายปกครอง."""


def changed(engine: Engine, *pairs: tuple[Record | None, Record | None]) -> int:
    """Write records as they were and as they shall be, in one batch."""
    actions = {(False, True): Action.ADDED, (True, True): Action.CHANGED, (True, False): Action.REMOVED}
    changes = tuple(Change(actions[before is not None, after is not None], before, after) for before, after in pairs)
    return write(engine, Changes(PLAN, revision(engine), changes))


def results(records: Records, text: str) -> set[tuple[str, int]]:
    """The code under which a measure of this text is reported on, and the months."""
    codes = {measure.code for measure in records.measures if measure.text == text}
    return {(review.measure, review.month) for review in records.reviews if review.measure in codes}


def test_what_hangs_on_a_measure_follows_it_to_another_code(engine: Engine) -> None:
    write(engine, plan(BEFORE))
    changed(engine, (FIRST, replace(FIRST, code="1.11")))
    found = stored(engine)
    assert results(found, FIRST.text) == {("1.11", 1), ("1.11", 2)}
    assert {assignment.section for assignment in found.assignments if assignment.measure == "1.11"} == {
        assignment.section for assignment in BEFORE.assignments if assignment.measure == "1.9"
    }
    assert [order.measure for order in found.orders] == [None, "1.11"]
    assert [entry.measure for entry in found.exemptions] == ["1.11"]


def test_two_measures_swap_their_codes_and_keep_their_reviews(engine: Engine) -> None:
    write(engine, plan(BEFORE))
    who = {measure.text: measure.identity for measure in stored(engine).measures}
    changed(engine, (FIRST, replace(FIRST, code="1.10")), (SECOND, replace(SECOND, code="1.9")))
    found = stored(engine)
    assert results(found, FIRST.text) == {("1.10", 1), ("1.10", 2)}
    assert results(found, SECOND.text) == {("1.9", 1)}
    assert {measure.text: measure.identity for measure in found.measures} == who


def test_a_new_measure_takes_the_code_of_one_that_moves_on_and_an_undo_gives_it_back(engine: Engine) -> None:
    write(engine, plan(BEFORE))
    new = Measure("1.9", 1, None, 9, "ตรวจสอบคู่มือ")
    assigned = Assignment("1.9", "ฝ่ายปกครอง", Role.LEAD)
    moved = (FIRST, replace(FIRST, code="1.11", position=11))
    batch = changed(engine, moved, (None, new), (None, assigned))
    found = stored(engine)
    assert results(found, new.text) == set()
    assert [each.section for each in found.assignments if each.measure == "1.9"] == ["ฝ่ายปกครอง"]
    undo(engine, batch, ACTOR)
    assert by_key(stored(engine)) == by_key(BEFORE)


def test_the_history_finds_records_by_the_names_they_have_now(engine: Engine) -> None:
    write(engine, plan(BEFORE))
    review = BEFORE.reviews[0]
    changed(engine, (review, replace(review, note="แก้ไข")))
    changed(engine, (FIRST, replace(FIRST, code="1.10")), (SECOND, replace(SECOND, code="1.9")))
    changed(engine, (replace(SECOND, code="1.9"), replace(SECOND, code="1.12")))
    with store.read_from(engine) as connection:
        _first, correction, *_renamed = sorted(log.batches(connection), key=lambda batch: batch.id)
        (change,) = log.changes_by_present_names(connection, correction)
        since = log.names_since(connection, correction)
        authors = log.authors(connection, PLAN, "review")
    assert (since.of("measure", "1.9"), since.of("measure", "1.10")) == ("1.10", "1.12")
    assert change.key == ("review", ("1.10", "ฝ่ายปกครอง", "01"))
    assert ("review", ("1.12", "ฝ่ายปกครอง", "01")) in authors
    assert [each.key for each in changes_of(engine, correction.id)] == [("review", ("1.9", "ฝ่ายปกครอง", "01"))]


def test_a_section_is_renamed_in_the_plans_of_all_years(engine: Engine) -> None:
    write(engine, plan(BEFORE))
    next_year = replace(BEFORE, fiscal_year=2569, sections=(), holidays=(), scores=())
    write(engine, plan(next_year, revision=1))
    section = BEFORE.sections[0]
    changed(engine, (section, replace(section, name="ฝ่ายปกครองและทะเบียน")))
    for year in (2568, 2569):
        assert {review.section for review in stored(engine, fiscal_year=year).reviews} == {"ฝ่ายปกครองและทะเบียน"}
    with store.read_from(engine) as connection:
        batches = sorted(log.batches(connection), key=lambda batch: batch.id)
        assert log.names_of_batch(connection, batches[-1]).of("section", "ฝ่ายปกครอง") == "ฝ่ายปกครองและทะเบียน"
        assert log.names_since(connection, batches[1]).of("section", "ฝ่ายปกครอง") == "ฝ่ายปกครองและทะเบียน"


def test_the_measure_of_the_year_before_is_followed_to_its_new_code(engine: Engine) -> None:
    write(engine, plan(replace(BEFORE, fiscal_year=2567)))
    write(engine, plan(replace(BEFORE, sections=(), holidays=()), revision=1))
    origin = next(each for each in BEFORE.measures if each.comes_from)
    earlier = PlanName(OFFICE, 2567)
    named = replace(SECOND, code="1.2")
    write(engine, Changes(earlier, revision(engine), (Change(Action.CHANGED, SECOND, named),)))
    write(engine, Changes(earlier, revision(engine), (Change(Action.CHANGED, named, replace(named, code="1.7")),)))
    assert next(each for each in stored(engine).measures if each.code == origin.code).comes_from == "1.7"
