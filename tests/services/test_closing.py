"""A closed month keeps its figures, and changes to it say who, when and why; on both databases."""

import json
from dataclasses import replace
from datetime import date

import pytest

from ita_data.metrics import View, expected_cells, year_of
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.decisions import Closing
from ita_data.model.errors import ClosedAlready, ClosingStands, DirectorOnly, MonthClosed, NotFound, NotYet, TextMissing
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Measure, Review, Section
from ita_data.model.rules import Holiday, Rules
from ita_data.model.states import Status
from ita_data.services import clock, closing, editing, history, looking, orders, undoing
from ita_data.services.opening import Store
from tests.offices import bring_report, change_rules
from tests.services.office import OFFICE, PLAN, STAFF, plan

SECTION = "ฝ่ายปกครอง"
DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
REVIEW = Review("1.1", SECTION, 1, Status.IN_PROGRESS, date(2024, 11, 4), 40.0, "ร่างคู่มือ")
COMPLETED = replace(REVIEW, status=Status.COMPLETED, progress=100.0)


@pytest.fixture
def closed(engine: Store) -> Store:
    """An office with one review, whose October is closed."""
    bring_report(engine)
    editing.save(engine, PLAN, [(None, REVIEW)], STAFF)
    assert closing.close_month(engine, PLAN, 1, DIRECTOR)
    return engine


def october(engine: Store) -> Closing:
    return plan(engine).closings[0]


def statuses(figures: str) -> dict[str, str]:
    return {row["measure"]: row["status"] for row in json.loads(figures)["measure_status"]}


def first_measure(store: Store) -> Measure:
    return next(measure for measure in plan(store).measures if measure.code == "1.1")


def section(store: Store, name: str) -> Section:
    return next(section for section in plan(store).sections if section.name == name)


def final_from(store: Store, month: int | None, reason: str = "") -> None:
    """Say of measure 1.1 from which month on it owes no more once it is completed."""
    measure = first_measure(store)
    editing.save(store, PLAN, [(measure, replace(measure, final_from_month=month))], STAFF, reason)


def reported(store: Store) -> dict[int, str]:
    """What became of the reports on measure 1.1 that were expected until November, by the day after these were due."""
    cells = expected_cells(View.of_office(year_of(looking.snapshot(store, PLAN), date(2024, 12, 7)), 2))
    return {cell.month: cell.state for cell in cells.itertuples() if cell.measure == "1.1"}


def test_the_figures_are_those_of_the_moment_with_their_fingerprint(closed: Store) -> None:
    assert statuses(october(closed).figures)["1.1"] == "in_progress"
    assert october(closed).sha256 == closing.digest(october(closed).figures)
    assert (october(closed).closed_on, october(closed).closed_by) == (clock.today(), DIRECTOR.name)


def test_a_month_is_closed_once(closed: Store) -> None:
    before = october(closed)
    with pytest.raises(ClosedAlready, match=DIRECTOR.name):
        closing.close_month(closed, PLAN, 1, replace(DIRECTOR, name="รองผู้อำนวยการเขต"))
    assert october(closed) == before


def test_a_month_that_is_not_over_is_not_closed(engine: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_report(engine)
    monkeypatch.setattr(clock, "today", lambda: date(2024, 10, 31))
    with pytest.raises(NotYet, match="31 ต.ค. 67"):
        closing.close_month(engine, PLAN, 1, DIRECTOR)
    monkeypatch.setattr(clock, "today", lambda: date(2024, 11, 1))
    assert closing.close_month(engine, PLAN, 1, DIRECTOR)


def test_nothing_of_a_closed_month_changes_without_a_reason(closed: Store) -> None:
    with pytest.raises(MonthClosed, match="ต.ค. 67"):
        editing.save(closed, PLAN, [(REVIEW, COMPLETED)], STAFF)
    assert plan(closed).reviews == (REVIEW,)


def test_with_a_reason_it_changes_and_the_frozen_figures_stand(closed: Store) -> None:
    frozen = october(closed)
    editing.save(closed, PLAN, [(REVIEW, COMPLETED)], STAFF, "แนบเอกสารภายหลัง")
    assert plan(closed).reviews == (COMPLETED,)
    assert october(closed) == frozen
    assert statuses(october(closed).figures)["1.1"] == "in_progress"


def test_what_changed_afterwards_says_who_when_and_why(closed: Store) -> None:
    editing.save(closed, PLAN, [(REVIEW, COMPLETED)], STAFF, "แนบเอกสารภายหลัง")
    (later,) = closing.changes_after(closed, PLAN, october(closed))
    assert (later.batch.actor, later.batch.reason) == (STAFF, "แนบเอกสารภายหลัง")
    assert [(change.before, change.after) for change in later.changes] == [(REVIEW, COMPLETED)]


def test_only_the_director_closes_and_reopens(closed: Store) -> None:
    with pytest.raises(DirectorOnly):
        closing.close_month(closed, PLAN, 2, STAFF)
    with pytest.raises(DirectorOnly):
        closing.reopen(closed, PLAN, SECTION, 1, STAFF, reason="ส่งเอกสารเพิ่ม")
    with pytest.raises(TextMissing):
        closing.reopen(closed, PLAN, SECTION, 1, DIRECTOR, reason=" ")
    assert (len(plan(closed).closings), plan(closed).reopenings) == (1, ())


def test_rules_and_links_that_closed_figures_rest_on_change_with_a_reason_only(closed: Store) -> None:
    with pytest.raises(MonthClosed):
        change_rules(closed, PLAN, Rules(10), STAFF)
    assert change_rules(closed, PLAN, Rules(10), STAFF, "มติที่ประชุม")
    later = closing.changes_after(closed, PLAN, october(closed))
    assert [change.batch.reason for change in later] == ["มติที่ประชุม"]


def test_that_completion_is_final_from_an_open_month_on_leaves_closed_months_alone(closed: Store) -> None:
    editing.save(closed, PLAN, [(REVIEW, COMPLETED)], STAFF, "แนบเอกสารภายหลัง")
    assert reported(closed) == {1: "on_time", 2: "missing"}
    final_from(closed, 2)
    assert reported(closed) == {1: "on_time"}
    assert closing.changes_after(closed, PLAN, october(closed))[0].batch.reason == "แนบเอกสารภายหลัง"


def test_where_a_month_was_closed_meanwhile_taking_that_back_needs_a_reason(closed: Store) -> None:
    final_from(closed, 2)
    assert closing.close_month(closed, PLAN, 2, DIRECTOR)
    with pytest.raises(MonthClosed, match="พ.ย. 67"):
        final_from(closed, None)
    final_from(closed, None, reason="ต้องรายงานต่อ")
    assert first_measure(closed).final_from_month is None


def test_a_closed_month_keeps_the_pace_and_the_rounds_that_it_had(closed: Store) -> None:
    change_rules(closed, PLAN, Rules(completion_targets=(50,) * 12), STAFF)
    kept = json.loads(october(closed).figures)
    assert kept["pace_by_month"] == [{"month": 1, "pace": 1 / 12, "is_target": False}]
    rounds = next(row for row in kept["rounds_by_measure"] if row["measure"] == "1.1")
    assert (rounds["done"], rounds["due"], rounds["rounds"]) == (1, 1, 12)


@pytest.mark.parametrize("fiscal_year", [2568, 2569])
def test_the_days_of_a_section_change_with_a_reason_from_whichever_years_plan(closed: Store, fiscal_year: int) -> None:
    of_the_year = PlanName(OFFICE, fiscal_year)
    bring_report(closed, fiscal_year)
    stored = section(closed, "ฝ่ายเทศกิจ")
    since_january = replace(stored, begins_on=date(2025, 1, 1))

    with pytest.raises(MonthClosed, match="ต.ค. 67"):
        editing.save(closed, of_the_year, [(stored, since_january)], STAFF)
    assert section(closed, "ฝ่ายเทศกิจ") == stored

    assert editing.save(closed, of_the_year, [(stored, since_january)], STAFF, "ตั้งฝ่ายใหม่เดือนมกราคม")
    (later,) = closing.changes_after(closed, PLAN, october(closed))
    assert (later.batch.actor, later.batch.reason) == (STAFF, "ตั้งฝ่ายใหม่เดือนมกราคม")
    assert [change.after for change in later.changes] == [since_january]


def test_undoing_what_next_years_plan_brought_to_a_closed_month_needs_a_reason(closed: Store) -> None:
    next_year = PlanName(OFFICE, 2569)
    bring_report(closed, 2569)
    added = editing.save(closed, next_year, [(None, Section("ฝ่ายใหม่", position=99))], STAFF, "ลืมฝ่ายนี้")
    assert added
    assert added.reason == "ลืมฝ่ายนี้"

    assert undoing.needs_reason(closed, added.id)
    with pytest.raises(MonthClosed, match="ต.ค. 67"):
        undoing.undo(closed, added.id, STAFF)
    assert undoing.undo(closed, added.id, STAFF, reason="เพิ่มผิด").reason == "เพิ่มผิด"


def test_next_years_own_records_touch_no_closed_month_of_this_year(closed: Store) -> None:
    bring_report(closed, 2569)
    assert editing.save(closed, PlanName(OFFICE, 2569), [(None, REVIEW)], STAFF)
    assert closing.changes_after(closed, PLAN, october(closed)) == []


@pytest.mark.parametrize("fiscal_year", [2568, 2569])
def test_a_holiday_that_moves_a_closed_months_due_date_needs_a_reason(closed: Store, fiscal_year: int) -> None:
    bring_report(closed, fiscal_year)
    of_the_year, moves = PlanName(OFFICE, fiscal_year), Holiday(date(2024, 11, 5), "วันหยุดพิเศษ")

    with pytest.raises(MonthClosed, match="ต.ค. 67"):
        editing.save(closed, of_the_year, [(None, moves)], STAFF)
    assert editing.save(closed, of_the_year, [(None, moves)], STAFF, "มติคณะรัฐมนตรี")
    assert reported(closed) == {1: "on_time", 2: "missing"}
    (later,) = closing.changes_after(closed, PLAN, october(closed))
    assert (later.batch.reason, later.changes[0].after) == ("มติคณะรัฐมนตรี", moves)
    assert looking.snapshot(closed, PLAN).months["due_on"].iloc[0] == date(2024, 11, 6)


def test_a_holiday_that_moves_no_closed_months_due_date_needs_none(closed: Store) -> None:
    assert editing.save(closed, PLAN, [(None, Holiday(date(2024, 12, 6), "วันหยุดพิเศษ"))], STAFF)
    assert closing.changes_after(closed, PLAN, october(closed)) == []


def test_rules_from_an_open_month_on_need_no_reason_and_from_a_closed_one_do(closed: Store) -> None:
    assert editing.save(closed, PLAN, [(None, Rules(10, from_month=2))], STAFF)
    assert closing.changes_after(closed, PLAN, october(closed)) == []
    assert closing.close_month(closed, PLAN, 2, DIRECTOR)
    with pytest.raises(MonthClosed, match="พ.ย. 67"):
        editing.save(closed, PLAN, [(Rules(10, from_month=2), Rules(12, from_month=2))], STAFF)


def test_an_order_about_a_closed_month_needs_no_reason_and_is_no_change_of_it(closed: Store) -> None:
    month = FiscalMonth(2568, 1)
    orders.give_order(closed, OFFICE, month, DIRECTOR, section=SECTION, text="ส่งเอกสาร", due=month.next, measure="1.1")
    assert closing.changes_after(closed, PLAN, october(closed)) == []


def test_another_month_needs_no_reason_and_is_no_later_change(closed: Store) -> None:
    batch = editing.save(closed, PLAN, [(None, replace(REVIEW, month=2))], STAFF, "ไม่จำเป็น")
    assert batch is not None
    assert batch.reason == ""
    assert closing.changes_after(closed, PLAN, october(closed)) == []


def test_a_month_is_reopened_for_one_section_only(closed: Store) -> None:
    closing.reopen(closed, PLAN, SECTION, 1, DIRECTOR, reason="ส่งเอกสารเพิ่ม")
    editing.save(closed, PLAN, [(REVIEW, COMPLETED)], STAFF)
    assert plan(closed).reviews == (COMPLETED,)
    with pytest.raises(MonthClosed):
        editing.save(closed, PLAN, [(None, replace(REVIEW, section="ฝ่ายเทศกิจ"))], STAFF)
    assert closing.reopen(closed, PLAN, SECTION, 1, DIRECTOR, reason="อีกครั้ง") is None


def test_only_a_closed_month_is_reopened(closed: Store) -> None:
    with pytest.raises(NotFound):
        closing.reopen(closed, PLAN, SECTION, 2, DIRECTOR, reason="ส่งเอกสารเพิ่ม")


def test_an_undo_of_what_a_closed_month_holds_needs_a_reason_too(closed: Store) -> None:
    written = history.batches(closed)[1].id
    with pytest.raises(MonthClosed):
        undoing.undo(closed, written, STAFF)
    undoing.undo(closed, written, STAFF, reason="บันทึกผิดฝ่าย")
    assert plan(closed).reviews == ()
    assert history.batches(closed)[0].reason == "บันทึกผิดฝ่าย"


def test_a_closing_is_not_undone(closed: Store) -> None:
    with pytest.raises(ClosingStands):
        undoing.undo(closed, history.batches(closed)[0].id, STAFF)
    assert len(plan(closed).closings) == 1


def test_the_same_state_gives_the_same_bytes(closed: Store) -> None:
    first = october(closed)
    assert closing.close_month(closed, PLAN, 2, DIRECTOR)
    again = plan(closed).closings[1]
    assert json.loads(again.figures)["measure_status"] == json.loads(first.figures)["measure_status"]
    assert again.sha256 != first.sha256
