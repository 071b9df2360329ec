"""What the office knew on a day, read from the store; on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ita_data.metrics import View, gaps, year_of
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Action, Change, Changes, Origin
from ita_data.model.decisions import Response, Topic
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import EVERY_SECTION, Exemption, Link, LinkState
from ita_data.services import chasing, clock, closing, editing, history, looking, meeting, orders, undoing
from ita_data.services.opening import Store
from ita_data.store import write_to, writer
from ita_data.store.chases import claim
from tests.offices import bring_report
from tests.services.office import OFFICE, PLAN, REVIEW, SECTION, STAFF, plan

DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
OCTOBER, NOVEMBER = FiscalMonth(2568, 1), FiscalMonth(2568, 2)
PAST = date(2024, 11, 6)
"""The day after October's reports were due, long before today."""


def yesterday() -> date:
    return clock.today() - timedelta(days=1)


def decide(store: Store, state: LinkState) -> Link:
    """Decide the first suggested link today; gives it as it was before."""
    shown = next(link for link in plan(store).links if link.state is LinkState.SUGGESTED)
    editing.save(store, PLAN, [(shown, replace(shown, state=state))], STAFF)
    return shown


def links_on(store: Store, day: date) -> dict[tuple[str, ...], LinkState]:
    return {link.key: link.state for link in looking.records(store, PLAN, day).links}


@pytest.mark.parametrize("state", [LinkState.CONFIRMED, LinkState.REJECTED])
def test_a_link_is_what_it_was_before_somebody_decided_it(engine: Store, state: LinkState) -> None:
    bring_report(engine)
    shown = decide(engine, state)
    assert links_on(engine, clock.today())[shown.key] is state
    assert links_on(engine, PAST)[shown.key] is LinkState.SUGGESTED


def test_a_link_that_somebody_made_by_hand_later_is_not_there(engine: Store) -> None:
    bring_report(engine)
    linked = {link.key for link in plan(engine).links}
    outcome, measure = plan(engine).outcomes[0].code, plan(engine).measures[-1].code
    added = Link(outcome, measure, LinkState.CONFIRMED)
    assert added.key not in linked
    batch = editing.save(engine, PLAN, [(None, added)], STAFF)
    assert batch is not None
    assert added.key in links_on(engine, clock.today())
    assert set(links_on(engine, PAST)) == linked
    undoing.undo(engine, batch.id, STAFF)
    assert set(links_on(engine, PAST)) == linked


def test_a_decision_that_was_undone_leaves_the_past_as_it_was(engine: Store) -> None:
    bring_report(engine)
    before = links_on(engine, PAST)
    decide(engine, LinkState.REJECTED)
    undoing.undo(engine, history.batches(engine)[0].id, STAFF)
    assert links_on(engine, PAST) == before == links_on(engine, clock.today())


def test_links_that_came_with_a_file_are_there_whenever_it_was_read(engine: Store) -> None:
    bring_report(engine)
    assert links_on(engine, PAST) == {link.key: link.state for link in plan(engine).links} != {}


def test_a_gap_is_open_until_the_day_on_which_its_link_was_confirmed(engine: Store) -> None:
    bring_report(engine)
    link = decide(engine, LinkState.CONFIRMED)
    open_on = [
        link.measure in gaps(View(year_of(looking.snapshot(engine, PLAN, day), day)))["measure"].tolist()
        for day in (PAST, yesterday(), clock.today())
    ]
    assert open_on == [True, True, False]


def test_orders_and_remarks_of_today_are_in_no_meeting_of_a_past_day(engine: Store) -> None:
    bring_report(engine)
    about = {"response": Response.ACKNOWLEDGED, "topic": Topic.MISSING, "section": EVERY_SECTION, "text": ""}
    orders.give_order(engine, OFFICE, OCTOBER, DIRECTOR, section=SECTION, text="ส่งให้ครบ", due=NOVEMBER)
    orders.make_remark(engine, OFFICE, OCTOBER, DIRECTOR, **about)
    before = meeting.take_away(engine, OFFICE, OCTOBER, PAST, kind="docx")
    assert meeting.open_meeting(engine, OFFICE, OCTOBER, PAST).orders == ()
    assert orders.orders(engine, OFFICE, PAST) == orders.remarks(engine, OFFICE, OCTOBER, PAST) == []
    assert [len(orders.orders(engine, OFFICE)), len(orders.remarks(engine, OFFICE, OCTOBER))] == [1, 1]
    for batch in history.batches(engine)[:2]:
        undoing.undo(engine, batch.id, DIRECTOR)
    assert meeting.take_away(engine, OFFICE, OCTOBER, PAST, kind="docx") == before


def test_the_report_taken_home_as_of_a_past_day_has_no_later_decision(engine: Store) -> None:
    bring_report(engine)
    before = looking.export(engine, PLAN, "report-xlsx", PAST)
    for link in [link for link in plan(engine).links if link.state is LinkState.SUGGESTED]:
        editing.save(engine, PLAN, [(link, replace(link, state=LinkState.REJECTED))], STAFF)
    assert looking.export(engine, PLAN, "report-xlsx", PAST) == before


def test_an_exemption_a_closing_and_a_reopening_are_seen_from_their_day_on(engine: Store) -> None:
    bring_report(engine)
    exemption = Exemption("1.1", SECTION, 1, "ปิดปรับปรุง", clock.today())
    editing.save(engine, PLAN, [(None, exemption)], STAFF)
    closing.close_month(engine, PLAN, 1, DIRECTOR)
    closing.reopen(engine, PLAN, SECTION, 1, DIRECTOR, reason="ส่งเอกสารเพิ่ม")
    assert looking.records(engine, PLAN, PAST).exemptions == ()
    assert closing.closings(engine, PLAN, PAST) == ((), ())
    assert [len(found) for found in closing.closings(engine, PLAN)] == [1, 1]


def test_what_was_changed_after_a_closing_is_told_from_its_day_on(engine: Store) -> None:
    bring_report(engine)
    closing.close_month(engine, PLAN, 1, DIRECTOR)
    (closed,) = plan(engine).closings
    editing.save(engine, PLAN, [(None, REVIEW)], STAFF, reason="ส่งช้า")
    assert len(closing.changes_after(engine, PLAN, closed)) == 1
    assert closing.changes_after(engine, PLAN, closed, yesterday()) == []


def test_history_has_what_was_written_by_the_day(engine: Store) -> None:
    bring_report(engine)
    now = datetime(2024, 11, 5, 20, tzinfo=UTC)  # the next morning in Thailand
    change = Change(Action.ADDED, None, REVIEW)
    with write_to(engine) as connection:
        written = writer.apply(connection, Changes(PLAN, 1, (change,)), Origin("page", PAST), STAFF, now)
    undoing.undo(engine, written.id, STAFF)
    assert history.batches_on(engine, date(2024, 11, 5)) == []
    (found,) = history.batches_on(engine, PAST)
    assert (found.id, found.undone_by) == (written.id, None)
    assert history.batches_on(engine, clock.today()) == history.batches(engine)


def test_a_mail_of_a_later_day_is_not_seen(engine: Store) -> None:
    bring_report(engine)
    with write_to(engine) as connection:
        claim(connection, OFFICE, SECTION, PAST, addresses="a@example.go.th", actor="ก", now=datetime.now(UTC))
    assert chasing.last_mails(engine, OFFICE, PAST - timedelta(days=1)) == {}
    assert list(chasing.last_mails(engine, OFFICE)) == [SECTION]
