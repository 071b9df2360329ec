"""Sections that are renamed or merged, on both databases: files of before are read all the same."""

from dataclasses import replace
from datetime import date

from ita_data.exports.monthly import monthly_workbook
from ita_data.model.planning.merging import merged
from ita_data.model.planning.sections import called_before
from ita_data.services import editing, importing
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, bring_report, report_of
from tests.services.office import DAY, OFFICE, PLAN, REVIEW, SECTION, monthly, plan

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


def test_a_merged_section_keeps_its_past_and_its_later_workbooks_are_the_others(engine: Store) -> None:
    bring_report(engine)
    importing.apply(engine, importing.preview(engine, monthly(plan(engine)), "ต.ค. 67.xlsx", DAY, OFFICE), COORDINATOR)
    stored = plan(engine)
    april = monthly_workbook(replace(stored, reviews=(replace(REVIEW, month=7),)), SECTION, 7)
    sections = {section.name: section for section in stored.sections}
    edits = merged(stored, sections[SECTION], sections["ฝ่ายทะเบียน"], date(2025, 4, 1)).edits
    editing.save(engine, PLAN, edits, COORDINATOR)
    found = importing.preview(engine, april, "เม.ย. 68.xlsx", date(2025, 5, 2), OFFICE)
    importing.apply(engine, found, COORDINATOR)
    assert {(review.section, review.month) for review in plan(engine).reviews} == {(SECTION, 1), ("ฝ่ายทะเบียน", 7)}
