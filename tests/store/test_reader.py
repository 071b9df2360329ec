from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from ita_data import store
from ita_data.model.changes import Action, Batch, Change, Changes, Origin
from ita_data.model.errors import NotFound
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Records, Review, Section
from ita_data.model.rules import Rules
from tests.store.office import ACTOR, NOON, OFFICE, ORIGIN, RECORDS, plan, revision, stored, write


def test_what_was_written_is_read_back_as_it_was(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    assert stored(engine) == RECORDS


def test_records_are_in_the_order_of_the_plan_however_they_came(engine: Engine) -> None:
    backwards = {
        f"{kind}s": tuple(reversed(RECORDS.of(kind)))
        for kind in ("section", "indicator", "item", "measure", "assignment", "outcome", "link", "review")
    }
    write(engine, plan(replace(RECORDS, **backwards)))
    assert stored(engine) == RECORDS


def test_measure_1_10_follows_measure_1_9_where_positions_do_not_tell(engine: Engine) -> None:
    codes = ("ก1.1", "1.10", "10.1", "1.9")
    measures = tuple(
        replace(measure, position=0) for code in codes for measure in RECORDS.measures if measure.code == code
    )
    write(engine, plan(replace(RECORDS, measures=measures)))
    assert [measure.code for measure in stored(engine).measures] == ["1.9", "1.10", "10.1", "ก1.1"]


def test_a_measure_keeps_the_order_of_its_items(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    assert stored(engine).measures[0].items == ("I2", "I1")


def test_a_new_plan_has_the_usual_rules(engine: Engine) -> None:
    write(engine, plan(Records(OFFICE, 2568, sections=RECORDS.sections)))
    assert stored(engine).rules == (Rules(due_day=5, expects_supporting=False),)


def test_an_office_that_is_not_in_the_store_has_no_records(engine: Engine) -> None:
    assert stored(engine, "สำนักงานเขตอื่น") == Records("สำนักงานเขตอื่น", 2568)


def test_a_year_that_is_not_in_the_store_has_what_belongs_to_the_office_alone(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    assert stored(engine, fiscal_year=2569) == Records(
        OFFICE, 2569, holidays=RECORDS.holidays, sections=RECORDS.sections
    )


def test_two_years_of_an_office_share_its_sections_and_nothing_else(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    next_year = Records(
        OFFICE, 2569, measures=(), indicators=RECORDS.indicators, sections=(Section("ฝ่ายโยธา", position=4),)
    )
    write(engine, plan(next_year, revision=1))
    assert stored(engine) == replace(RECORDS, sections=(*RECORDS.sections, *next_year.sections))
    assert stored(engine, fiscal_year=2569).indicators == RECORDS.indicators
    assert stored(engine, fiscal_year=2569).measures == ()


def test_the_same_plan_of_two_offices_is_kept_apart(engine: Engine) -> None:
    other = replace(RECORDS, organisation="สำนักงานเขตอื่น")
    write(engine, plan(RECORDS))
    write(engine, plan(other, revision=1))
    assert stored(engine) == RECORDS
    assert stored(engine, other.organisation) == other


def test_an_order_to_all_is_one_to_the_departments_of_its_day(engine: Engine) -> None:
    first, days = RECORDS.orders[0], (date(2025, 3, 31), date(2025, 4, 1))
    given = tuple(replace(first, number=number, given_on=day) for number, day in enumerate(days, 1))
    write(engine, plan(replace(RECORDS, orders=given)))
    with store.read_from(engine) as connection:
        orders = store.reader.orders(connection, OFFICE)
    # One section ended on 31 March, and a school is none of all.
    assert [[each.is_to(section.name) for section in RECORDS.sections] for each in orders] == [
        [True, True, False],
        [True, False, False],
    ]


def test_plans_are_listed_by_office_then_year(engine: Engine) -> None:
    names = [("ข", 2568), ("ก", 2569), ("ก", 2568)]
    for number, (organisation, fiscal_year) in enumerate(names):
        write(engine, plan(Records(organisation, fiscal_year), revision=number))
    with store.read_from(engine) as connection:
        assert store.plans(connection) == sorted(names)


def test_batches_are_listed_newest_first(engine: Engine) -> None:
    first = write(engine, plan(RECORDS))
    later = replace(RECORDS, reviews=(replace(RECORDS.reviews[0], progress=80.0), *RECORDS.reviews[1:]))
    page = Origin("page", date(2024, 12, 1), is_sample=True)
    evening = datetime(2024, 12, 1, 23, 30, 15, tzinfo=UTC)
    second = write(engine, plan(later, RECORDS, revision=1), page, evening)
    with store.read_from(engine) as connection:
        assert store.batches(connection) == [
            Batch(second, OFFICE, 2568, page, ACTOR, evening, added=0, changed=1, revision=2),
            Batch(first, OFFICE, 2568, ORIGIN, ACTOR, NOON, added=38, changed=0, revision=1),
        ]


def test_a_batch_without_changes_is_listed_with_none(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    write(engine, plan(RECORDS, RECORDS, revision=1))
    with store.read_from(engine) as connection:
        batch, _first = store.batches(connection)
        assert (batch.added, batch.changed) == (0, 0)
        assert store.changes(connection, batch.id) == []


def test_a_moment_of_another_time_zone_is_given_back_in_utc(engine: Engine) -> None:
    in_bangkok = datetime.fromisoformat("2024-11-04T19:00:00+07:00")
    write(engine, plan(RECORDS), now=in_bangkok)
    with store.read_from(engine) as connection:
        (batch,) = store.batches(connection)
    assert batch.applied_at.isoformat() == "2024-11-04T12:00:00+00:00"


def test_history_gives_the_records_before_and_after(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    before = RECORDS.reviews[0]
    after = replace(before, progress=80.0, done_on=None)
    new = Review("10.1", "ฝ่ายปกครอง", 1, before.status, date(2024, 11, 5))
    later = plan(replace(RECORDS, reviews=(after, *RECORDS.reviews[1:], new)), RECORDS, revision=1)
    batch_id = write(engine, later)
    with store.read_from(engine) as connection:
        assert store.changes(connection, batch_id) == [
            Change(Action.CHANGED, before, after),
            Change(Action.ADDED, None, new),
        ]


def test_history_gives_what_was_removed(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    everybodys, own, _other = RECORDS.assignments
    removed = tuple(Change(Action.REMOVED, record, None) for record in (everybodys, own))
    batch_id = write(engine, Changes(PlanName(OFFICE, 2568), 1, removed))
    assert stored(engine) == replace(RECORDS, assignments=RECORDS.assignments[2:])
    with store.read_from(engine) as connection:
        assert store.changes(connection, batch_id) == list(removed)
        batch = store.batches(connection)[0]
    assert (batch.added, batch.changed, batch.removed) == (0, 0, 2)


def test_history_keeps_every_kind_of_record(engine: Engine) -> None:
    batch_id = write(engine, plan(RECORDS))
    with store.read_from(engine) as connection:
        assert [change.record for change in store.changes(connection, batch_id)] == list(RECORDS)


def test_a_batch_that_never_was_is_not_found(engine: Engine) -> None:
    with store.read_from(engine) as connection, pytest.raises(NotFound):
        store.changes(connection, 7)


def test_a_fresh_store_is_empty(engine: Engine) -> None:
    with store.read_from(engine) as connection:
        assert store.plans(connection) == []
        assert store.batches(connection) == []
    assert revision(engine) == 0
