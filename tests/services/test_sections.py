"""Sections that get other names, on both databases: files of before are theirs all the same."""

from dataclasses import replace

from ita_data.model.planning.sections import called_before
from ita_data.services import editing, importing
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, bring_report, report_of
from tests.services.office import DAY, OFFICE, PLAN, SECTION, monthly, plan

NEW = "ฝ่ายปกครองและทะเบียน"


def rename(store: Store) -> None:
    """Give a section a new name, as the form does."""
    before = next(section for section in plan(store).sections if section.name == SECTION)
    after = called_before(before, replace(before, name=NEW))
    editing.save(store, PLAN, [(before, after)], COORDINATOR)


def test_a_workbook_with_the_former_name_brings_the_reports_of_the_renamed_section(engine: Store) -> None:
    bring_report(engine)
    book = monthly(plan(engine))
    rename(engine)
    found = importing.preview(engine, book, "ต.ค. 67.xlsx", DAY, OFFICE)
    importing.apply(engine, found, COORDINATOR)
    assert [review.section for review in plan(engine).reviews] == [NEW]


def test_a_report_with_the_former_name_plans_no_change(engine: Store) -> None:
    bring_report(engine)
    rename(engine)
    found = importing.preview(engine, report_of(2568), "report.txt", DAY)
    assert found.changes is not None
    assert found.changes.writes == ()
    assert NEW in {section.name for section in plan(engine).sections}
