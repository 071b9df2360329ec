"""A database of the first program is brought up to date with all that it holds."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from ita_data import store
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Action, Batch, Change, Origin
from ita_data.model.records import Indicator, Measure, Records, Review, Section
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from ita_data.services import history, undoing
from ita_data.store import migrations
from tests.store.dumps import dump
from tests.store.office import ACTOR, OFFICE, RECORDS, plan, stored, write

OLD = """
INSERT INTO organisations VALUES (1, 'สำนักงานเขตทดสอบ');
INSERT INTO sections VALUES (4, 1, 'ฝ่ายปกครอง', '', 1, NULL, NULL);
INSERT INTO plans VALUES (1, 1, 2568, 7, {no});
INSERT INTO indicators VALUES (1, 1, 1, 'การปฏิบัติหน้าที่', 'IIT');
INSERT INTO measures VALUES (1, 1, '1.1', 1, NULL, 1, 'จัดทำคู่มือ', '', 'monthly', NULL, '');
INSERT INTO reviews VALUES (9, 1, 4, 1, 'completed', '2024-11-04', 100, 'ประกาศแล้ว', NULL, '', '', {no});
INSERT INTO batches VALUES
    (1, 1, 'report', 'report.txt', 'ab', '2024-10-01', {no}, 'ก', 'coordinator', '', '2024-10-01 05:00:00+00:00'),
    (2, 1, 'monthly', 'ต.ค. 67.xlsx', 'cd', '2024-11-04', {no}, 'ข', 'director', '', '2024-11-04 05:00:00+00:00'),
    (3, 1, 'page', '', '', '2024-11-05', {no}, 'ก', 'coordinator', '', '2024-11-05 05:00:00+00:00');
INSERT INTO changes (batch_id, position, kind, key, action, before, after) VALUES
    (1, 1, 'section', 'ฝ่ายปกครอง', 'added', NULL, '{{"name": "ฝ่ายปกครอง", "short_name": "", "position": 1,
        "begins_on": null, "ends_on": null}}'),
    (1, 2, 'indicator', '1', 'added', NULL, '{{"number": 1, "name": "การปฏิบัติหน้าที่", "instrument": "IIT"}}'),
    (1, 3, 'measure', '1.1', 'added', NULL, '{{"code": "1.1", "indicator": 1, "initiative": null, "position": 1,
        "text": "จัดทำคู่มือ", "detail": "", "cadence": "monthly", "named_month": null, "follow_up": "", "items": []}}'),
    (2, 1, 'review', '1.1', 'added', NULL, '{{"measure": "1.1", "section": "ฝ่ายปกครอง", "month": 1,
        "status": "completed", "received_on": "2024-11-04", "progress": 100, "result": "ประกาศแล้ว", "done_on": null,
        "evidence": "", "note": "", "is_sample": false}}'),
    (3, 1, 'rule', '', 'changed', '{{"due_day": 5, "expects_supporting": false}}',
        '{{"due_day": 7, "expects_supporting": false}}');
UPDATE revisions SET number = 3
"""
REVIEW = Review("1.1", "ฝ่ายปกครอง", 1, Status.COMPLETED, date(2024, 11, 4), 100.0, "ประกาศแล้ว")
HELD = Records(
    OFFICE,
    2568,
    rules=(Rules(due_day=7),),
    sections=(Section("ฝ่ายปกครอง", position=1),),
    indicators=(Indicator(1, "การปฏิบัติหน้าที่", "IIT"),),
    measures=(Measure("1.1", 1, None, 1, "จัดทำคู่มือ", cadence=RECORDS.measures[0].cadence),),
    reviews=(REVIEW,),
)


@pytest.fixture
def old(database: str) -> Iterator[Engine]:
    """A store that the first program had written to, and that this one has opened."""
    engine = store.engine_for(database)
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(Path(migrations.__file__).parent))
        command.upgrade(config, "0001")
        for statement in OLD.format(no="false").split(";\n"):
            connection.exec_driver_sql(statement)
    store.upgrade(engine)
    yield engine
    engine.dispose()


def test_its_records_are_all_there(old: Engine) -> None:
    assert stored(old) == HELD


def test_its_history_names_the_office_and_what_each_batch_changed(old: Engine) -> None:
    noon = datetime(2024, 11, 4, 5, tzinfo=UTC)
    origin = Origin("monthly", date(2024, 11, 4), "ต.ค. 67.xlsx", "cd")
    page, month, report = history.batches(old)
    assert month == Batch(2, OFFICE, 2568, origin, Actor("ข", ActorRole.DIRECTOR), noon, 1, 0, revision=2)
    assert history.changes_of(old, 2) == [Change(Action.ADDED, None, REVIEW)]
    assert history.changes_of(old, page.id) == [Change(Action.CHANGED, Rules(5), Rules(7))]
    assert [change.record.kind for change in history.changes_of(old, report.id)] == [
        "rule",
        "section",
        "indicator",
        "measure",
    ]


def test_fields_that_reviews_gained_since_say_nothing(old: Engine) -> None:
    (review,) = stored(old).reviews
    (change,) = history.changes_of(old, 2)
    assert [each.people_reached for each in (review, change.record)] == [None, None]


def test_its_batches_can_be_undone_and_that_again(old: Engine) -> None:
    before = dump(old)
    for batch in (3, 2, 1):
        undoing.undo(old, batch, ACTOR)
    assert not any(dump(old).values())
    for batch in (6, 5, 4):
        undoing.undo(old, batch, ACTOR)
    assert dump(old) == before


def test_new_batches_and_records_get_new_ids(old: Engine) -> None:
    added = Review("1.1", "ฝ่ายปกครอง", 2, Status.COMPLETED, date(2024, 12, 4))
    assert write(old, plan(Records(OFFICE, 2568, reviews=(added,)), HELD, revision=3)) == 4
    assert sorted(row[0] for row in dump(old)["reviews"]) == [9, 10]
