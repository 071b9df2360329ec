from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import IntegrityError

from ita_data import store
from ita_data.model.changes import Action, Change, Changes, Conflict
from ita_data.model.errors import ConflictsOpen, StaleChanges
from ita_data.model.plan_name import PlanName
from ita_data.model.records import EVERY_SECTION, Assignment, LinkState, Measure, Records, Review, Role, Section
from ita_data.model.rules import Holiday, Rules
from ita_data.model.score import Band
from ita_data.model.states import Status
from tests.store.office import ACTOR, NOON, OFFICE, ORIGIN, RECORDS, plan, revision, stored, write

EVERYTHING_CHANGED = replace(
    RECORDS,
    rules=(Rules(due_day=10, expects_supporting=False), Rules(12, starts_in_month=3, from_month=5)),
    holidays=(Holiday(date(2025, 1, 6), "วันหยุดราชการกรณีพิเศษ"),),
    sections=tuple(replace(section, short_name="ย่อ", ends_on=date(2025, 9, 30)) for section in RECORDS.sections),
    indicators=tuple(replace(indicator, name=f"{indicator.name} ใหม่") for indicator in RECORDS.indicators),
    initiatives=tuple(replace(initiative, pictures="") for initiative in RECORDS.initiatives),
    items=tuple(replace(item, issue="ประเด็นใหม่") for item in RECORDS.items),
    measures=tuple(
        replace(measure, text="ใหม่", items=("O18", *measure.items[:1]), comes_from="1.1")
        for measure in RECORDS.measures
    ),
    assignments=tuple(
        replace(each, role=Role.LEAD if each.role is Role.SUPPORTING else Role.SUPPORTING)
        for each in RECORDS.assignments
    ),
    outcomes=tuple(replace(outcome, done_on=date(2025, 1, 31)) for outcome in RECORDS.outcomes),
    links=tuple(replace(link, state=LinkState.REJECTED) for link in RECORDS.links),
    reviews=tuple(replace(review, note="แก้ไข", is_sample=True) for review in RECORDS.reviews),
    scores=tuple(replace(score, value=Decimal("84.995"), band=Band.IMPROVE) for score in RECORDS.scores),
)


def test_every_field_of_every_kind_can_be_changed(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    write(engine, plan(EVERYTHING_CHANGED, RECORDS, revision=1))
    assert stored(engine) == EVERYTHING_CHANGED


def test_a_change_leaves_all_other_records_as_they_are(engine: Engine) -> None:
    other = replace(RECORDS, organisation="สำนักงานเขตอื่น")
    write(engine, plan(RECORDS))
    write(engine, plan(other, revision=1))
    measure = replace(RECORDS.measures[1], text="ประกาศคู่มือ", items=())
    after = replace(RECORDS, measures=(RECORDS.measures[0], measure, *RECORDS.measures[2:]))
    write(engine, plan(after, RECORDS, revision=2))
    assert stored(engine) == after
    assert stored(engine, other.organisation) == other


def test_a_new_role_for_every_section_leaves_the_named_section_its_own(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    every_section = Assignment("1.9", EVERY_SECTION, Role.LEAD)
    after = replace(RECORDS, assignments=(every_section, *RECORDS.assignments[1:]))
    write(engine, plan(after, RECORDS, revision=1))
    assert stored(engine) == after


def test_unchanged_and_missing_records_are_left_alone(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    missing = tuple(Change(Action.MISSING, record, None) for record in RECORDS.reviews)
    unchanged = tuple(Change(Action.UNCHANGED, record, record) for record in RECORDS.measures)
    write(engine, Changes(PlanName(OFFICE, 2568), 1, (*missing, *unchanged)))
    assert stored(engine) == RECORDS


def test_a_stale_plan_is_refused_and_leaves_no_trace(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    with pytest.raises(StaleChanges):
        write(engine, plan(EVERYTHING_CHANGED, RECORDS, revision=0))
    _assert_untouched(engine)


def test_a_plan_with_open_conflicts_is_refused(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    corrected = replace(RECORDS.reviews[0], note="แก้ไข")
    conflict = Conflict("ก", NOON)
    change = Change(Action.CHANGED, RECORDS.reviews[0], corrected, conflict=conflict)
    with pytest.raises(ConflictsOpen):
        write(engine, Changes(PlanName(OFFICE, 2568), 1, (change,)))
    _assert_untouched(engine)
    write(engine, Changes(PlanName(OFFICE, 2568), 1, (change,)).resolved({change.key}))
    assert stored(engine).reviews[0] == corrected


def test_changes_to_a_plan_that_is_gone_are_refused_as_stale(engine: Engine) -> None:
    change = Change(Action.ADDED, None, RECORDS.sections[0])
    with pytest.raises(StaleChanges):
        write(engine, Changes(PlanName(OFFICE, 2568), 0, (change,)))
    assert revision(engine) == 0


def test_who_waits_is_told_how_much_is_done(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    shares: list[float] = []
    with store.write_to(engine) as connection:
        changes = plan(EVERYTHING_CHANGED, RECORDS, revision=1)
        store.apply(connection, changes, ORIGIN, ACTOR, NOON, on_progress=shares.append)
    assert len(shares) > 5
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)


def test_who_goes_away_meanwhile_leaves_no_trace(engine: Engine) -> None:
    def go_away(_share: float) -> None:
        raise KeyboardInterrupt

    write(engine, plan(RECORDS))
    changes = plan(EVERYTHING_CHANGED, RECORDS, revision=1)
    with pytest.raises(KeyboardInterrupt), store.write_to(engine) as connection:
        store.apply(connection, changes, ORIGIN, ACTOR, NOON, on_progress=go_away)
    _assert_untouched(engine)


def test_a_change_to_a_record_that_is_not_there_is_refused_as_stale(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    unknown = replace(RECORDS.items[0], code="I12")
    with pytest.raises(StaleChanges):
        write(engine, Changes(PlanName(OFFICE, 2568), 1, (Change(Action.CHANGED, unknown, RECORDS.items[0]),)))
    _assert_untouched(engine)


def test_a_plan_that_fails_half_way_leaves_nothing_half_done(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    nobody = Review("1.10", EVERY_SECTION, 2, Status.COMPLETED, date(2024, 12, 5))
    with pytest.raises(IntegrityError):
        write(engine, plan(replace(EVERYTHING_CHANGED, reviews=(nobody,)), RECORDS, revision=1))
    _assert_untouched(engine)


def test_the_first_plan_that_fails_leaves_an_empty_store(engine: Engine) -> None:
    twice = replace(RECORDS, links=(*RECORDS.links, RECORDS.links[0]))
    with pytest.raises(IntegrityError):
        write(engine, plan(twice))
    with store.read_from(engine) as connection:
        assert store.plans(connection) == []
        assert store.batches(connection) == []


def test_the_revision_counts_batches(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    assert revision(engine) == 1
    write(engine, plan(EVERYTHING_CHANGED, RECORDS, revision=1))
    assert revision(engine) == 2


def test_batches_of_one_transaction_share_one_revision(engine: Engine) -> None:
    with store.write_to(engine) as connection:
        store.apply(connection, plan(replace(RECORDS, reviews=())), ORIGIN, ACTOR, NOON)
        without_reviews = store.records(connection, PlanName(OFFICE, 2568))
        store.apply(connection, plan(RECORDS, without_reviews), ORIGIN, ACTOR, NOON)
    assert stored(engine) == RECORDS
    assert revision(engine) == 1


def test_as_many_reviews_as_one_likes_take_the_same_number_of_statements(engine: Engine) -> None:
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda _c, _cursor, statement, *_rest: statements.append(statement))
    few, many = _reviewed("ก", 2), _reviewed("ข", 300)
    write(engine, plan(few))
    for_few = len(statements)
    write(engine, plan(many, revision=1))
    assert len(statements) == 2 * for_few
    assert stored(engine, "ข") == many


def _reviewed(organisation: str, measures: int) -> Records:
    """An office with twelve reviews of each of its measures."""
    section = Section("ฝ่ายปกครอง")
    codes = [f"1.{number}" for number in range(1, measures + 1)]
    return Records(
        organisation,
        2568,
        rules=(Rules(),),
        sections=(section,),
        indicators=RECORDS.indicators[:1],
        measures=tuple(Measure(code, 1, None, 0, "มาตรการ") for code in codes),
        reviews=tuple(
            Review(code, section.name, month, Status.COMPLETED, date(2025, 1, 6))
            for code in codes
            for month in range(1, 13)
        ),
    )


def _assert_untouched(engine: Engine) -> None:
    assert stored(engine) == RECORDS
    assert revision(engine) == 1
    with store.read_from(engine) as connection:
        assert len(store.batches(connection)) == 1
