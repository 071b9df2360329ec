"""What the store held on an earlier day, on both databases."""

from dataclasses import replace
from datetime import date, timedelta

from ita_data.model.changes import Action, Change, Changes, Origin
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Review
from ita_data.services import clock, editing, history, importing, opening, undoing
from ita_data.services.applying import apply_changes
from ita_data.services.opening import Store
from tests.offices import bring_report
from tests.services.office import DAY, OFFICE, PLAN, REVIEW, STAFF, plan, preview_month

YESTERDAY = clock.today() - timedelta(days=1)


def held(store: Store, day: date) -> list[Review]:
    return history.reviews_on(store, PLAN, day)


def test_what_was_written_since_a_day_is_taken_back(engine: Store) -> None:
    bring_report(engine)
    importing.apply(engine, preview_month(engine), STAFF)
    (stored,) = plan(engine).reviews
    editing.save(engine, PLAN, [(stored, replace(stored, progress=90.0))], STAFF)
    editing.save(engine, PLAN, [(None, replace(REVIEW, month=2))], STAFF)
    assert held(engine, clock.today()) == list(plan(engine).reviews)
    assert held(engine, YESTERDAY) == []


def test_a_batch_and_its_undo_leave_nothing(engine: Store) -> None:
    bring_report(engine)
    importing.apply(engine, preview_month(engine), STAFF)
    undoing.undo(engine, history.batches(engine)[0].id, STAFF)
    assert held(engine, clock.today()) == held(engine, YESTERDAY) == []


def test_the_days_of_sample_files_are_those_on_which_they_are_said_to_have_come(engine: Store) -> None:
    bring_report(engine)
    changes = Changes(PLAN, opening.revision(engine), (Change(Action.ADDED, None, REVIEW),))
    apply_changes(engine, changes, Origin("monthly", DAY, is_sample=True), STAFF)
    assert [len(held(engine, day)) for day in (DAY - timedelta(days=1), DAY)] == [0, 1]


def test_another_year_has_its_own_reviews(engine: Store) -> None:
    bring_report(engine, 2568)
    bring_report(engine, 2569)
    importing.apply(engine, preview_month(engine), STAFF)
    assert history.reviews_on(engine, PlanName(OFFICE, 2569), clock.today()) == []
