"""The use cases, on both databases."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ita_data import services
from ita_data.exports.monthly import monthly_workbook
from ita_data.model.actors import Actor
from ita_data.model.changes import Action
from ita_data.model.errors import NotFound, StalePlan, StoreUnusable
from ita_data.model.problems import Verdict
from ita_data.model.records import Link, LinkState, Records, Review, Rules, by_key
from ita_data.model.states import Status
from ita_data.services import SAMPLE, Preview, Store
from tests.offices import COORDINATOR, bring_report, report_of
from tests.store.office import stored

OFFICE, OTHER_OFFICE = "สำนักงานเขตบางกอกน้อย", "สำนักงานเขตดุสิต"
SECTION = "ฝ่ายปกครอง"
DAY = date(2024, 11, 4)
STAFF = Actor("เจ้าหน้าที่ฝ่ายปกครอง", "section_staff", SECTION)
REVIEW = Review("1.1", SECTION, 1, Status.IN_PROGRESS, DAY, 50.0, "ร่างประกาศแล้ว")


def plan(store: Store, fiscal_year: int = 2568, office: str = OFFICE) -> Records:
    return stored(store, office, fiscal_year)


def monthly(records: Records, *reviews: Review) -> bytes:
    """A section's workbook for October with these reviews."""
    return monthly_workbook(replace(records, reviews=reviews or (REVIEW,)), SECTION, 1)


def preview_month(store: Store, fiscal_year: int = 2568) -> Preview:
    return services.preview(store, monthly(plan(store, fiscal_year)), "ต.ค. 67.xlsx", DAY, OFFICE)


def bring_other_office(store: Store) -> None:
    report = report_of(2568).decode().replace(OFFICE, OTHER_OFFICE).encode()
    services.apply(store, services.preview(store, report, "report.txt", DAY), COORDINATOR)


def test_a_preview_shows_what_a_file_would_change_and_writes_nothing(engine: Store) -> None:
    found = services.preview(engine, report_of(2568), "report.txt", DAY)
    assert found.changes is not None
    assert found.changes.counts()[Action.ADDED] == len(found.changes.changes) > 0
    assert (services.plans(engine), services.history(engine), services.revision(engine)) == ([], [], 0)


def test_a_file_that_was_refused_changes_nothing(engine: Store) -> None:
    found = services.preview(engine, b"no table", "notes.txt", DAY)
    assert (found.reading.verdict, found.changes) == (Verdict.REJECTED, None)
    assert services.apply(engine, found, COORDINATOR) is None
    assert services.history(engine) == []


def test_an_applied_file_stands_in_the_history_with_all_it_changed(engine: Store) -> None:
    found = services.preview(engine, report_of(2568), "report.txt", DAY)
    number = services.apply(engine, found, COORDINATOR)
    assert found.changes is not None
    (batch,) = services.history(engine)
    assert (batch.id, batch.organisation, batch.fiscal_year) == (number, OFFICE, 2568)
    assert (batch.actor, batch.origin.file_name, batch.origin.received_on) == (COORDINATOR, "report.txt", DAY)
    assert (batch.added, batch.changed) == (len(found.changes.writes), 0)
    assert services.changes_of(engine, batch.id) == list(found.changes.writes)


def test_the_same_file_again_changes_nothing(engine: Store) -> None:
    bring_report(engine)
    found = services.preview(engine, report_of(2568), "report.txt", date(2025, 3, 1))
    assert found.changes is not None
    assert {change.action for change in found.changes.changes} == {Action.UNCHANGED}
    assert services.apply(engine, found, COORDINATOR) is None
    assert services.revision(engine) == 1


@pytest.mark.parametrize("suffix", ["txt", "xlsx", "docx"])
def test_the_report_gives_one_plan_whatever_its_file_type(engine: Store, suffix: str) -> None:
    read = services.preview(engine, report_of(2568), "report.txt", DAY).reading.records
    assert read is not None
    name = f"report-2568.{suffix}"
    found = services.preview(engine, (SAMPLE / name).read_bytes(), name, DAY)
    services.apply(engine, found, COORDINATOR)
    assert by_key(plan(engine)) == by_key(replace(read, rules=(Rules(),)))


def test_a_preview_is_stale_once_somebody_else_saved_a_change(engine: Store) -> None:
    bring_report(engine)
    seen = preview_month(engine)
    services.change_rules(engine, OFFICE, 2568, Rules(due_day=7), COORDINATOR)
    before = plan(engine)
    with pytest.raises(StalePlan):
        services.apply(engine, seen, STAFF)
    assert plan(engine) == before
    assert [batch.actor for batch in services.history(engine)] == [COORDINATOR, COORDINATOR]


def test_a_month_is_imported_and_corrected(engine: Store) -> None:
    bring_report(engine)
    services.apply(engine, preview_month(engine), STAFF)
    corrected = monthly(plan(engine), replace(REVIEW, progress=60.0, result=""))
    found = services.preview(engine, corrected, "ต.ค. 67 แก้ไข.xlsx", date(2024, 12, 20))
    services.apply(engine, found, STAFF)
    assert plan(engine).reviews == (replace(REVIEW, progress=60.0),)
    assert [(batch.added, batch.changed) for batch in services.history(engine)[:2]] == [(0, 1), (1, 0)]


def test_a_link_is_decided_by_somebody_and_stays_decided(engine: Store) -> None:
    bring_report(engine)
    link = plan(engine).links[0]
    number = services.decide_link(engine, OFFICE, 2568, *link.key, LinkState.REJECTED, STAFF)
    rejected = replace(link, state=LinkState.REJECTED)
    assert number is not None
    assert plan(engine).links[0] == rejected
    (change,) = services.changes_of(engine, number)
    assert (change.before, change.after) == (link, rejected)
    assert (services.history(engine)[0].actor, services.history(engine)[0].origin.layout) == (STAFF, services.PAGE)
    bring_report(engine)
    assert plan(engine).links[0] == rejected


def test_a_decision_that_was_taken_before_writes_nothing(engine: Store) -> None:
    bring_report(engine)
    link = plan(engine).links[0]
    assert services.decide_link(engine, OFFICE, 2568, *link.key, LinkState.CONFIRMED, STAFF)
    assert services.decide_link(engine, OFFICE, 2568, *link.key, LinkState.CONFIRMED, STAFF) is None
    assert len(services.history(engine)) == 2


def test_a_link_that_nobody_suggested_may_be_made(engine: Store) -> None:
    bring_report(engine)
    services.decide_link(engine, OFFICE, 2568, "10.1", "10.1", LinkState.CONFIRMED, STAFF)
    assert Link("10.1", "10.1", LinkState.CONFIRMED) in plan(engine).links


@pytest.mark.parametrize(("outcome", "measure"), [("1.1", "99.1"), ("99.1", "1.1")])
def test_no_link_is_made_to_what_the_plan_lacks(engine: Store, outcome: str, measure: str) -> None:
    bring_report(engine)
    with pytest.raises(NotFound, match=r"99\.1"):
        services.decide_link(engine, OFFICE, 2568, outcome, measure, LinkState.CONFIRMED, STAFF)
    assert len(services.history(engine)) == 1


def test_rules_are_changed_by_somebody(engine: Store) -> None:
    bring_report(engine)
    number = services.change_rules(engine, OFFICE, 2568, Rules(due_day=10, expects_supporting=True), STAFF)
    assert plan(engine).rules == (Rules(due_day=10, expects_supporting=True),)
    assert services.history(engine)[0].actor == STAFF
    assert number is not None
    (change,) = services.changes_of(engine, number)
    assert change.differences == (("due_day", 5, 10), ("expects_supporting", False, True))
    assert services.change_rules(engine, OFFICE, 2568, Rules(due_day=10, expects_supporting=True), STAFF) is None


def test_a_plan_or_batch_that_is_not_there_is_not_found(engine: Store) -> None:
    with pytest.raises(NotFound):
        services.change_rules(engine, OFFICE, 2568, Rules(), STAFF)
    with pytest.raises(NotFound):
        services.decide_link(engine, OFFICE, 2568, "1.1", "1.1", LinkState.CONFIRMED, STAFF)
    with pytest.raises(NotFound):
        services.changes_of(engine, 1)
    assert services.revision(engine) == 0


def test_two_fiscal_years_stand_side_by_side(engine: Store) -> None:
    bring_report(engine, 2568)
    bring_report(engine, 2569)
    assert [name.fiscal_year for name in services.plans(engine)] == [2568, 2569]
    services.apply(engine, preview_month(engine), STAFF)
    services.change_rules(engine, OFFICE, 2569, Rules(due_day=7), STAFF)
    assert [len(plan(engine, year).reviews) for year in (2568, 2569)] == [1, 0]
    assert [plan(engine, year).rules[0].due_day for year in (2568, 2569)] == [5, 7]
    snapshots = [services.snapshot(engine, OFFICE, year) for year in (2568, 2569)]
    assert [snapshot.months["due_on"].iloc[0] for snapshot in snapshots] == [date(2024, 11, 5), date(2025, 11, 7)]
    assert {snapshot.revision for snapshot in snapshots} == {services.revision(engine)}


def test_a_month_is_reported_against_the_plan_of_its_own_year(engine: Store) -> None:
    bring_report(engine, 2569)
    found = services.preview(engine, (SAMPLE / "monthly/2567-10_finance.xlsx").read_bytes(), "ต.ค..xlsx", DAY)
    assert [problem.code for problem in found.reading.problems] == ["plan-missing"]


def test_a_workbook_goes_to_the_office_that_is_named_and_never_to_a_guessed_one(engine: Store) -> None:
    bring_report(engine)
    bring_other_office(engine)
    workbook = monthly(plan(engine, office=OTHER_OFFICE))
    mistaken = services.preview(engine, workbook, "ต.ค..xlsx", DAY, OFFICE)
    assert (mistaken.changes, [problem.code for problem in mistaken.reading.problems]) == (None, ["office-different"])
    services.apply(engine, services.preview(engine, workbook, "ต.ค..xlsx", DAY), STAFF)
    assert plan(engine).reviews == ()
    assert plan(engine, office=OTHER_OFFICE).reviews == (REVIEW,)


def test_an_office_spelled_in_another_way_is_the_same_office(engine: Store) -> None:
    bring_report(engine)
    again = report_of(2568).decode().replace(OFFICE, "สํ\u0e32นักงานเขต บางกอกน้อย").encode()
    found = services.preview(engine, again, "report.txt", DAY)
    assert found.changes is not None
    assert (found.changes.organisation, found.changes.counts()[Action.ADDED]) == (OFFICE, 0)


def test_the_sample_office_is_loaded_once_and_leaves_other_offices_alone(engine: Store) -> None:
    bring_other_office(engine)
    others = plan(engine, office=OTHER_OFFICE)
    batches = services.load_sample(engine, COORDINATOR)
    assert [batch.id for batch in services.history(engine)] == [*reversed(batches), 1]
    assert plan(engine, office=OTHER_OFFICE) == others
    assert plan(engine).rules == (Rules(due_day=5, expects_supporting=True),)
    assert services.snapshot(engine, OFFICE, 2568).is_sample
    assert services.load_sample(engine, COORDINATOR) == []


def test_every_sample_batch_came_on_its_day_from_its_section(sample_office: Path) -> None:
    store = services.open_store(f"sqlite:///{sample_office}")
    months = [batch for batch in services.history(store) if batch.origin.layout == "monthly"]
    store.dispose()
    assert all(batch.origin.is_sample and batch.actor.section for batch in months)
    assert [batch.origin.received_on for batch in months] == sorted(
        (batch.origin.received_on for batch in months), reverse=True
    )


def test_looking_makes_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "folder" / "office.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    assert services.plans(services.store_to_read()) == []
    assert not path.parent.exists()


def test_looking_finds_the_database_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'office.db'}")
    written = services.open_store()
    bring_report(written)
    written.dispose()
    found = services.store_to_read()
    assert [name.organisation for name in services.plans(found)] == [OFFICE]
    found.dispose()


def test_an_address_of_another_kind_is_refused_without_telling_its_password() -> None:
    with pytest.raises(StoreUnusable) as refusal:
        services.open_store("mysql://user:secret@host/name")
    assert "secret" not in str(refusal.value)
