"""What the director orders and remarks, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.decisions import Order, Remark, Response, Topic
from ita_data.model.errors import NotFound, Overtaken, SaidAlready, TextMissing
from ita_data.model.orders import GivenOrder, open_orders
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import EVERY_SECTION
from ita_data.services import clock, editing, history, orders, undoing
from ita_data.services.opening import Store
from tests.offices import bring_report
from tests.services.office import OFFICE, OTHER_OFFICE, PLAN, SECTION, STAFF, bring_other_office, plan

DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
DECEMBER = FiscalMonth(2568, 3)
TEXT = "เร่งประกาศคู่มือ"


def give(store: Store, text: str = TEXT, month: FiscalMonth = DECEMBER, measure: str | None = "1.1") -> Order:
    due = FiscalMonth(2569, 1)
    return orders.give_order(store, OFFICE, month, DIRECTOR, section=SECTION, text=text, due=due, measure=measure)


def remark(store: Store, response: Response, text: str = "") -> Remark:
    return _remark(store, DIRECTOR, response, text)


def _remark(store: Store, actor: Actor, response: Response, text: str) -> Remark:
    return orders.make_remark(
        store, OFFICE, DECEMBER, actor, response=response, topic=Topic.MISSING, section=EVERY_SECTION, text=text
    )


def test_an_order_is_numbered_and_bears_who_gave_it_and_when(engine: Store) -> None:
    bring_report(engine)
    order = give(engine, f" {TEXT} ")
    assert order == Order(1, 3, SECTION, "1.1", TEXT, date(2025, 10, 31), clock.today(), DIRECTOR.name)
    second = give(engine, measure=None)
    assert (second.number, second.measure) == (2, None)
    assert plan(engine).orders == (order, second)


def test_nobody_says_the_same_twice(engine: Store) -> None:
    bring_report(engine)
    remark(engine, Response.ACKNOWLEDGED)
    with pytest.raises(SaidAlready, match="“ขาดรายงาน” ของ ทุกฝ่าย"):
        remark(engine, Response.ACKNOWLEDGED)
    remark(engine, Response.ACKNOWLEDGED, "รับทราบอีกครั้ง")
    other = Actor("รองผู้อำนวยการเขต", ActorRole.DIRECTOR)
    _remark(engine, other, Response.ACKNOWLEDGED, "")
    assert len(orders.remarks(engine, OFFICE, DECEMBER)) == 3


def test_who_says_something_at_the_same_moment_as_others_gets_the_next_number(engine: Store) -> None:
    bring_report(engine)
    texts = ["ส่งให้ครบ", "ส่งให้ทัน", "ตรวจสอบ"]
    with ThreadPoolExecutor(len(texts)) as people:
        given = list(people.map(lambda text: give(engine, text), texts))
        remarks = list(people.map(lambda text: remark(engine, Response.COMMENT, text), texts))
    for said in (given, remarks):
        assert {each.number for each in said} == {1, 2, 3}
        assert [each.text for each in said] == texts
    assert set(plan(engine).orders) == set(given)


def test_an_order_has_its_history_and_can_be_undone(engine: Store) -> None:
    bring_report(engine)
    order = give(engine)
    batch = history.batches(engine)[0]
    assert (batch.actor, [change.record for change in history.changes_of(engine, batch.id)]) == (DIRECTOR, [order])
    undoing.undo(engine, batch.id, DIRECTOR)
    assert orders.orders(engine, OFFICE) == []


def test_the_number_of_an_order_that_was_undone_is_not_given_again(engine: Store) -> None:
    bring_report(engine)
    give(engine)
    undoing.undo(engine, history.batches(engine)[0].id, DIRECTOR)
    assert give(engine, measure=None).number == 2


def test_an_order_stands_in_the_next_fiscal_year_until_it_is_closed(engine: Store) -> None:
    bring_report(engine, 2568)
    bring_report(engine, 2569)
    given = GivenOrder(2568, give(engine))
    later = FiscalMonth(2569, 1)
    assert open_orders(orders.orders(engine, OFFICE), later, clock.today()) == [given]
    closed = orders.close_order(engine, OFFICE, given, "ประกาศแล้ว", STAFF)
    assert (closed.answer, closed.closed_on, closed.closed_by) == ("ประกาศแล้ว", clock.today(), STAFF.name)
    assert open_orders(orders.orders(engine, OFFICE), later, clock.today()) == []


def test_as_of_a_past_day_an_order_that_was_closed_later_is_still_open(engine: Store) -> None:
    bring_report(engine)
    given_on = date(2024, 12, 6)
    given = replace(give(engine), given_on=given_on)
    closed = replace(given, answer="ครบแล้ว", closed_on=date(2025, 2, 3), closed_by=STAFF.name)
    editing.save(engine, PLAN, [(plan(engine).orders[0], closed)], STAFF)
    stored = orders.orders(engine, OFFICE)
    days = [given_on - timedelta(days=1), given_on, date(2025, 2, 2), date(2025, 2, 3)]
    assert [len(open_orders(stored, DECEMBER, day)) for day in days] == [0, 1, 1, 0]


def test_each_office_has_its_own_orders(engine: Store) -> None:
    bring_report(engine)
    bring_other_office(engine)
    give(engine)
    assert orders.orders(engine, OTHER_OFFICE) == []
    assert len(orders.orders(engine, OFFICE)) == 1


def test_an_order_that_somebody_closed_meanwhile_keeps_the_first_answer(engine: Store) -> None:
    bring_report(engine)
    given = GivenOrder(2568, give(engine))
    orders.close_order(engine, OFFICE, given, "ประกาศแล้ว", STAFF)
    with pytest.raises(Overtaken):
        orders.close_order(engine, OFFICE, given, "ยกเลิก", DIRECTOR)
    assert plan(engine).orders[0].answer == "ประกาศแล้ว"


def test_orders_comments_and_answers_say_something(engine: Store) -> None:
    bring_report(engine)
    given = GivenOrder(2568, give(engine))
    with pytest.raises(TextMissing):
        give(engine, "  ")
    with pytest.raises(TextMissing):
        orders.close_order(engine, OFFICE, given, "", DIRECTOR)
    with pytest.raises(TextMissing):
        remark(engine, Response.COMMENT, "\n")
    assert (plan(engine).orders, plan(engine).remarks) == ((given.order,), ())


def test_what_is_acknowledged_needs_no_text(engine: Store) -> None:
    bring_report(engine)
    first, second = remark(engine, Response.ACKNOWLEDGED), remark(engine, Response.COMMENT, "ควรเร่ง")
    assert (first.number, first.text, first.made_by) == (1, "", DIRECTOR.name)
    assert orders.remarks(engine, OFFICE, DECEMBER) == [first, second]
    assert orders.remarks(engine, OFFICE, DECEMBER.next) == []


def test_an_order_for_a_section_that_is_not_there_is_refused(engine: Store) -> None:
    bring_report(engine)
    with pytest.raises(NotFound, match="ฝ่ายที่ไม่มี"):
        orders.give_order(engine, OFFICE, DECEMBER, DIRECTOR, section="ฝ่ายที่ไม่มี", text=TEXT, due=DECEMBER.next)
    assert plan(engine).orders == ()
