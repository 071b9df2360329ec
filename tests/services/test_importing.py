"""Importing files, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.imports.isolation import run_apart
from ita_data.imports.read import read
from ita_data.imports.reading import Reading
from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Conflict, by_key
from ita_data.model.errors import NotFound, StaleChanges
from ita_data.model.problems import Verdict
from ita_data.model.rules import Rules
from ita_data.services import history, importing, opening, undoing
from ita_data.services.opening import Store
from ita_data.services.sample import SAMPLE
from sample_data.make import MADE_UP, PUBLISHED_BY
from tests.imports.weighing import loaded_modules
from tests.offices import COORDINATOR, SAMPLE_OFFICE, bring_report, change_rules, report_of
from tests.services.office import (
    DAY,
    OFFICE,
    OTHER_OFFICE,
    PLAN,
    REVIEW,
    STAFF,
    bring_other_office,
    monthly,
    plan,
    preview_month,
)


def test_a_preview_shows_what_a_file_would_change_and_writes_nothing(engine: Store) -> None:
    found = importing.preview(engine, report_of(2568), "report.txt", DAY)
    assert found.changes is not None
    assert found.changes.counts()[Action.ADDED] == len(found.changes.changes) > 0
    assert (opening.plans(engine), history.batches(engine), opening.revision(engine)) == ([], [], 0)


def test_a_child_that_gets_to_know_the_plans_needs_no_database(engine: Store) -> None:
    bring_report(engine)
    known = importing.known(engine, "", DAY).known
    assert list(known.plans) == [(OFFICE, 2568)]
    assert not {"sqlalchemy", "alembic", "pandas"} & {*run_apart(loaded_modules, known)}


def test_a_file_that_was_refused_changes_nothing(engine: Store) -> None:
    found = importing.preview(engine, b"no table", "notes.txt", DAY)
    assert (found.reading.verdict, found.changes) == (Verdict.REJECTED, None)
    assert importing.apply(engine, found, COORDINATOR) is None
    assert history.batches(engine) == []


def test_an_applied_file_stands_in_the_history_with_all_it_changed(engine: Store) -> None:
    found = importing.preview(engine, report_of(2568), "report.txt", DAY)
    receipt = importing.apply(engine, found, COORDINATOR)
    assert found.changes is not None
    (batch,) = history.batches(engine)
    assert batch == receipt
    assert (batch.organisation, batch.fiscal_year) == (OFFICE, 2568)
    assert (batch.actor, batch.origin.file_name, batch.origin.received_on) == (COORDINATOR, "report.txt", DAY)
    assert (batch.added, batch.changed) == (len(found.changes.writes), 0)
    assert history.changes_of(engine, batch.id) == list(found.changes.writes)


def test_the_same_file_again_changes_nothing(engine: Store) -> None:
    bring_report(engine)
    found = importing.preview(engine, report_of(2568), "report.txt", date(2025, 3, 1))
    assert found.changes is not None
    assert {change.action for change in found.changes.changes} == {Action.UNCHANGED}
    assert importing.apply(engine, found, COORDINATOR) is None
    assert opening.revision(engine) == 1


def report_of_the_sample_office(fiscal_year: int) -> bytes:
    return report_of(fiscal_year).decode().replace(PUBLISHED_BY, MADE_UP).encode()


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
def test_the_report_gives_one_plan_whatever_its_file_type(engine: Store, suffix: str) -> None:
    read = importing.preview(engine, report_of_the_sample_office(2568), "report.txt", DAY).reading.records
    assert read is not None
    name = f"report-2568.{suffix}"
    found = importing.preview(engine, (SAMPLE / name).read_bytes(), name, DAY)
    importing.apply(engine, found, COORDINATOR)
    assert by_key(plan(engine, office=SAMPLE_OFFICE)) == by_key(replace(read, rules=(Rules(),)))


def test_a_preview_is_stale_once_somebody_else_saved_a_change(engine: Store) -> None:
    bring_report(engine)
    seen = preview_month(engine)
    change_rules(engine, PLAN, Rules(due_day=7), COORDINATOR)
    before = plan(engine)
    with pytest.raises(StaleChanges):
        importing.apply(engine, seen, STAFF)
    assert plan(engine) == before
    assert [batch.actor for batch in history.batches(engine)] == [COORDINATOR, COORDINATOR]


def test_a_month_is_imported_and_corrected(engine: Store) -> None:
    bring_report(engine)
    importing.apply(engine, preview_month(engine), STAFF)
    corrected = monthly(plan(engine), replace(REVIEW, progress=60.0, result=""))
    found = importing.preview(engine, corrected, "ต.ค. 67 แก้ไข.xlsx", date(2024, 12, 20))
    importing.apply(engine, found, STAFF)
    assert plan(engine).reviews == (replace(REVIEW, progress=60.0),)
    assert [(batch.added, batch.changed) for batch in history.batches(engine)[:2]] == [(0, 1), (1, 0)]


def test_a_month_is_reported_against_the_plan_of_its_own_year(engine: Store) -> None:
    report = importing.preview(engine, report_of_the_sample_office(2569), "report.txt", DAY)
    importing.apply(engine, report, COORDINATOR)
    found = importing.preview(engine, (SAMPLE / "monthly/2567-10_finance.xlsx").read_bytes(), "ต.ค..xlsx", DAY)
    assert [problem.code for problem in found.reading.problems] == ["plan-missing"]


def test_a_workbook_goes_to_the_office_that_is_named_and_never_to_a_guessed_one(engine: Store) -> None:
    bring_report(engine)
    bring_other_office(engine)
    workbook = monthly(plan(engine, office=OTHER_OFFICE))
    mistaken = importing.preview(engine, workbook, "ต.ค..xlsx", DAY, OFFICE)
    assert mistaken.changes is None
    assert "office-different" in {problem.code for problem in mistaken.reading.problems}
    importing.apply(engine, importing.preview(engine, workbook, "ต.ค..xlsx", DAY), STAFF)
    assert plan(engine).reviews == ()
    assert plan(engine, office=OTHER_OFFICE).reviews == (REVIEW,)


def test_an_office_spelled_in_another_way_is_the_same_office(engine: Store) -> None:
    bring_report(engine)
    again = report_of(2568).decode().replace(OFFICE, "สํ\u0e32นักงานเขต บางกอกน้อย").encode()
    found = importing.preview(engine, again, "report.txt", DAY)
    assert found.changes is not None
    assert (found.changes.plan.organisation, found.changes.counts()[Action.ADDED]) == (OFFICE, 0)


def test_the_file_is_kept_with_its_batch_as_it_was(engine: Store) -> None:
    bring_report(engine)
    workbook = monthly(plan(engine))
    batch = importing.apply(engine, importing.preview(engine, workbook, "ต.ค. 67.xlsx", DAY), STAFF)
    assert batch is not None
    assert batch.has_file
    assert history.file_of(engine, batch) == workbook
    assert [history.file_of(engine, each) for each in history.batches(engine)] == [workbook, report_of(2568)]


def test_a_decision_on_a_page_has_no_file(engine: Store) -> None:
    bring_report(engine)
    change_rules(engine, PLAN, Rules(due_day=7), COORDINATOR)
    batch = history.batches(engine)[0]
    assert not batch.has_file
    with pytest.raises(NotFound):
        history.file_of(engine, batch)


def test_a_file_that_was_imported_before_is_recognised_until_it_is_undone(engine: Store) -> None:
    bring_report(engine)
    workbook = monthly(plan(engine))
    first = importing.preview(engine, workbook, "ต.ค. 67.xlsx", DAY)
    assert first.seen is None
    batch = importing.apply(engine, first, STAFF)
    assert batch is not None
    again = importing.preview(engine, workbook, "ต.ค. 67 (2).xlsx", date(2024, 12, 1))
    assert (again.seen, again.changes and again.changes.writes) == (batch, ())
    undoing.undo(engine, batch.id, STAFF)
    undone = importing.preview(engine, workbook, "ต.ค. 67.xlsx", DAY)
    assert undone.seen is None
    assert undone.changes is not None
    assert len(undone.changes.writes) == batch.added
    importing.apply(engine, undone, STAFF)


def test_who_changed_a_record_since_the_template_was_made_is_named(engine: Store) -> None:
    bring_report(engine)
    revision = opening.revision(engine)
    knowledge = importing.known(engine, OFFICE, DAY)
    importing.apply(engine, preview_month(engine), COORDINATOR)
    month, _report = history.batches(engine)
    corrected = replace(plan(engine), rules=(), reviews=(replace(REVIEW, progress=60.0),))
    later = replace(knowledge, revision=opening.revision(engine))

    def conflicts(base: int | None, actor: Actor = STAFF) -> list[Conflict | None]:
        reading = Reading("ต.ค. 67.xlsx", "cd", "monthly", (), corrected, (), base=base)
        changes = importing.compared(engine, reading, b"", later, actor).changes
        assert changes is not None
        return [change.conflict for change in changes.conflicts]

    assert conflicts(revision) == [Conflict(COORDINATOR.name, month.applied_at, None)]
    assert conflicts(month.revision) == conflicts(None) == []
    assert conflicts(revision, COORDINATOR) == []


def test_a_file_that_was_read_before_somebody_wrote_is_stale(engine: Store) -> None:
    bring_report(engine)
    workbook = monthly(plan(engine))
    knowledge = importing.known(engine, OFFICE, DAY)
    found = read(workbook, "ต.ค. 67.xlsx", knowledge.known)
    change_rules(engine, PLAN, Rules(due_day=7), COORDINATOR)
    with pytest.raises(StaleChanges):
        importing.apply(engine, importing.compared(engine, found, workbook, knowledge), STAFF)
