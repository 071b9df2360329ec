"""What a person enters is kept as theirs alone, whatever reports are called by the time it is looked for."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.drafts import Draft, begun
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Review
from ita_data.model.states import Status
from ita_data.services import drafts, editing, looking, opening
from tests.offices import COORDINATOR, bring_report

FINANCE = "ฝ่ายการคลัง"
OFFICER = Actor("นักวิชาการเงินและบัญชี", ActorRole.SECTION_STAFF, FINANCE)
ENTERED_ON, SENT_ON = date(2024, 10, 31), date(2024, 11, 4)


@pytest.fixture
def plan(engine: Engine) -> PlanName:
    bring_report(engine)
    return opening.plans(engine)[0]


def blank(measure: str = "4.2", section: str = FINANCE) -> Draft:
    return begun(None, Review(measure, section, 1, Status.NOT_STARTED, ENTERED_ON))


def enter(engine: Engine, plan: PlanName, draft: Draft, owner: Actor = OFFICER, **answers: object) -> None:
    drafts.enter(engine, owner, plan, [(draft, answers)], revision=opening.revision(engine))


def results(engine: Engine, plan: PlanName, owner: Actor = OFFICER) -> dict[str, str]:
    found = drafts.drafts_of(engine, owner, plan).values()
    return {draft.review.measure: draft.review.result for draft in found}


def test_what_was_entered_on_one_device_stands_on_the_other_beside_what_is_entered_there(
    engine: Engine, plan: PlanName
) -> None:
    enter(engine, plan, blank(), result="ตรวจพัสดุแล้ว")
    enter(engine, plan, blank(), status=Status.IN_PROGRESS, progress=40.0)
    (draft,) = drafts.drafts_of(engine, OFFICER, plan).values()
    assert (draft.review.result, draft.review.status, draft.review.progress) == ("ตรวจพัสดุแล้ว", "in_progress", 40.0)
    assert draft.kept_at is not None
    assert abs(draft.kept_at - datetime.now(draft.kept_at.tzinfo)) < timedelta(minutes=5)


def test_fields_of_one_report_that_come_together_are_one_draft(engine: Engine, plan: PlanName) -> None:
    entered = [(blank(), {"result": "ตรวจพัสดุแล้ว"}), (blank(), {"status": Status.COMPLETED}), (blank(), {"note": "ครบ"})]
    drafts.enter(engine, OFFICER, plan, entered, revision=opening.revision(engine))
    (draft,) = drafts.drafts_of(engine, OFFICER, plan).values()
    assert (draft.review.result, draft.review.status, draft.review.note) == ("ตรวจพัสดุแล้ว", Status.COMPLETED, "ครบ")


def test_a_draft_is_a_report_of_nobody_and_shown_to_nobody_else(engine: Engine, plan: PlanName) -> None:
    before = opening.revision(engine)
    enter(engine, plan, blank(), result="ตรวจพัสดุแล้ว")
    assert opening.revision(engine) == before
    assert looking.reviews(engine, plan, FINANCE) == []
    for other in (
        replace(OFFICER, name="ผู้อื่น"),
        replace(OFFICER, role=ActorRole.DIRECTOR),
        replace(OFFICER, section=""),
    ):
        assert results(engine, plan, other) == {}


def test_a_draft_without_a_status_says_so_until_one_is_chosen(engine: Engine, plan: PlanName) -> None:
    enter(engine, plan, blank(), result="ตรวจพัสดุแล้ว")
    assert [draft.has_status for draft in drafts.drafts_of(engine, OFFICER, plan).values()] == [False]
    enter(engine, plan, blank(), status=Status.NOT_STARTED)
    assert [draft.has_status for draft in drafts.drafts_of(engine, OFFICER, plan).values()] == [True]


def test_a_draft_that_comes_to_say_nothing_is_gone(engine: Engine, plan: PlanName) -> None:
    enter(engine, plan, blank(), result="ตรวจพัสดุแล้ว")
    enter(engine, plan, blank(), result="")
    assert results(engine, plan) == {}


def test_drafts_go_when_they_are_thrown_away_and_no_others(engine: Engine, plan: PlanName) -> None:
    for measure in ("4.1", "4.2"):
        enter(engine, plan, blank(measure), result=measure)
    drafts.throw_away(engine, OFFICER, plan, [("4.1", FINANCE, 1)], revision=opening.revision(engine))
    assert results(engine, plan) == {"4.2": "4.2"}


def test_drafts_follow_measures_that_exchange_their_codes(engine: Engine, plan: PlanName) -> None:
    for measure in ("4.1", "4.2"):
        enter(engine, plan, blank(measure), result=f"เดิม {measure}")
    shown_at = opening.revision(engine)
    _exchange_codes(engine, plan, "4.1", "4.2")
    assert results(engine, plan) == {"4.2": "เดิม 4.1", "4.1": "เดิม 4.2"}
    drafts.enter(engine, OFFICER, plan, [(blank("4.1"), {"note": "จากหน้าเดิม"})], revision=shown_at)
    followed = drafts.drafts_of(engine, OFFICER, plan)["4.2", FINANCE, 1]
    assert (followed.review.result, followed.review.note) == ("เดิม 4.1", "จากหน้าเดิม")
    assert results(engine, plan) == {"4.2": "เดิม 4.1", "4.1": "เดิม 4.2"}


def test_a_draft_and_its_owner_follow_a_section_that_is_renamed(engine: Engine, plan: PlanName) -> None:
    enter(engine, plan, blank(), result="ตรวจพัสดุแล้ว")
    section = next(each for each in looking.records(engine, plan).sections if each.name == FINANCE)
    editing.save(engine, plan, [(section, replace(section, name="ฝ่ายคลังและพัสดุ"))], COORDINATOR)
    (draft,) = drafts.drafts_of(engine, replace(OFFICER, section="ฝ่ายคลังและพัสดุ"), plan).values()
    assert draft.report == ("4.2", "ฝ่ายคลังและพัสดุ", 1)


def test_what_is_sent_was_received_on_the_day_it_is_sent_and_not_when_it_was_begun() -> None:
    draft = blank().saying({"status": Status.IN_PROGRESS})
    assert draft.received(SENT_ON).received_on == SENT_ON
    stored = draft.received(SENT_ON)
    corrected = begun(stored, stored).saying({"result": "แก้ไขข้อความ"})
    assert corrected.received(date(2024, 12, 1)).received_on == SENT_ON


def test_a_draft_that_was_sent_just_before_the_server_died_is_known_by_what_is_stored() -> None:
    draft = blank().saying({"status": Status.IN_PROGRESS, "result": "ตรวจพัสดุแล้ว"})
    stored = draft.received(SENT_ON)
    assert draft.is_sent(stored)
    assert not draft.is_sent(replace(stored, result="อีกข้อความหนึ่ง"))
    assert not draft.is_sent(None)


def test_what_somebody_wants_in_place_of_what_came_first_is_held_against_it(engine: Engine, plan: PlanName) -> None:
    enter(engine, plan, blank(), result="ตรวจพัสดุแล้ว", status=Status.IN_PROGRESS)
    (draft,) = drafts.drafts_of(engine, OFFICER, plan).values()
    sent = replace(draft.review, result="ผู้อื่นส่งก่อน")
    assert draft.is_overtaken(sent)
    drafts.hold_against(engine, OFFICER, plan, draft, sent)
    (held,) = drafts.drafts_of(engine, OFFICER, plan).values()
    assert not held.is_overtaken(sent)
    assert held.review.result == "ตรวจพัสดุแล้ว"


def _exchange_codes(engine: Engine, plan: PlanName, one: str, other: str) -> None:
    measures = {each.code: each for each in looking.records(engine, plan).measures}
    first, second = measures[one], measures[other]
    edits = [(first, replace(first, code=other)), (second, replace(second, code=one))]
    editing.save(engine, plan, edits, COORDINATOR)
