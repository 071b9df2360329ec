"""What a person enters is kept as theirs alone, whatever its measure and section are called by the time it is read."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.drafts import Draft, Report, begun, owner_of
from ita_data.model.records import Review
from ita_data.model.states import Status
from ita_data.services import drafts, looking, opening
from tests.offices import bring_report

OFFICER = owner_of(Actor("นักวิชาการเงินและบัญชี", ActorRole.SECTION_STAFF), "7")
ENTERED_ON, SENT_ON = date(2024, 10, 31), date(2024, 11, 4)


def blank(measure: str = "42", section: str = "7") -> Draft:
    review = Review("4.2", "ฝ่ายการคลัง", 1, Status.NOT_STARTED, ENTERED_ON)
    return begun(Report(measure, section, 1), None, review)


def enter(engine: Engine, draft: Draft, owner: str = OFFICER, **answers: object) -> None:
    drafts.enter(engine, owner, [(draft, answers)])


def results(engine: Engine, owner: str = OFFICER) -> dict[str, str]:
    return {report.measure: draft.review.result for report, draft in drafts.drafts_of(engine, owner).items()}


def test_what_was_entered_on_one_device_stands_on_the_other_beside_what_is_entered_there(engine: Engine) -> None:
    enter(engine, blank(), result="ตรวจพัสดุแล้ว")
    enter(engine, blank(), status=Status.IN_PROGRESS, progress=40.0)
    (draft,) = drafts.drafts_of(engine, OFFICER).values()
    assert (draft.review.result, draft.review.status, draft.review.progress) == ("ตรวจพัสดุแล้ว", "in_progress", 40.0)
    assert draft.kept_at is not None
    assert abs(draft.kept_at - datetime.now(draft.kept_at.tzinfo)) < timedelta(minutes=5)


def test_fields_of_one_report_that_come_together_are_one_draft(engine: Engine) -> None:
    entered = [(blank(), {"result": "ตรวจพัสดุแล้ว"}), (blank(), {"status": Status.COMPLETED}), (blank(), {"note": "ครบ"})]
    drafts.enter(engine, OFFICER, entered)
    (draft,) = drafts.drafts_of(engine, OFFICER).values()
    assert (draft.review.result, draft.review.status, draft.review.note) == ("ตรวจพัสดุแล้ว", Status.COMPLETED, "ครบ")


def test_a_draft_is_a_report_of_nobody_and_raises_no_revision(engine: Engine) -> None:
    bring_report(engine)
    before, plan = opening.revision(engine), opening.plans(engine)[0]
    enter(engine, blank(), result="ตรวจพัสดุแล้ว")
    assert opening.revision(engine) == before
    assert looking.records(engine, plan).reviews == ()


@pytest.mark.parametrize(
    ("name", "role", "section"),
    [
        ("ผู้อื่น", ActorRole.SECTION_STAFF, "7"),
        ("นักวิชาการเงินและบัญชี", ActorRole.DIRECTOR, "7"),
        ("นักวิชาการเงินและบัญชี", ActorRole.SECTION_STAFF, ""),
    ],
)
def test_a_draft_is_shown_to_nobody_else(engine: Engine, name: str, role: ActorRole, section: str) -> None:
    enter(engine, blank(), result="ตรวจพัสดุแล้ว")
    assert results(engine, owner_of(Actor(name, role), section)) == {}


def test_a_draft_without_a_status_says_so_until_one_is_chosen(engine: Engine) -> None:
    enter(engine, blank(), result="ตรวจพัสดุแล้ว")
    assert [draft.has_status for draft in drafts.drafts_of(engine, OFFICER).values()] == [False]
    enter(engine, blank(), status=Status.NOT_STARTED)
    assert [draft.has_status for draft in drafts.drafts_of(engine, OFFICER).values()] == [True]


def test_a_draft_that_comes_to_say_nothing_is_gone(engine: Engine) -> None:
    enter(engine, blank(), result="ตรวจพัสดุแล้ว")
    enter(engine, blank(), result="")
    assert results(engine) == {}


def test_drafts_go_when_they_are_thrown_away_and_no_others(engine: Engine) -> None:
    for measure in ("41", "42"):
        enter(engine, blank(measure), result=measure)
    drafts.throw_away(engine, OFFICER, [blank("41").report])
    assert results(engine) == {"42": "42"}


def test_what_is_sent_was_received_on_the_day_it_is_sent_and_not_when_it_was_begun() -> None:
    draft = blank().saying({"status": Status.IN_PROGRESS})
    assert draft.received(SENT_ON).received_on == SENT_ON
    stored = draft.received(SENT_ON)
    corrected = begun(draft.report, stored, stored).saying({"result": "แก้ไขข้อความ"})
    assert corrected.received(date(2024, 12, 1)).received_on == SENT_ON


def test_a_draft_that_was_sent_just_before_the_server_died_is_known_by_what_is_stored() -> None:
    draft = blank().saying({"status": Status.IN_PROGRESS, "result": "ตรวจพัสดุแล้ว"})
    stored = draft.received(SENT_ON)
    assert draft.is_sent(stored)
    assert not draft.saying({"result": "อีกข้อความหนึ่ง"}).is_sent(stored)
    assert not draft.saying({"status": None}).is_sent(stored)
    assert not draft.is_sent(None)


def test_a_draft_is_told_by_the_names_that_its_measure_and_section_have_now() -> None:
    stored = blank().saying({"status": Status.IN_PROGRESS}).received(SENT_ON)
    draft = begun(blank().report, stored, stored).called("4.3", "ฝ่ายคลังและพัสดุ")
    assert draft.shown is not None
    assert {(each.measure, each.section) for each in (draft.shown, draft.review)} == {("4.3", "ฝ่ายคลังและพัสดุ")}
