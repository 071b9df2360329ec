"""ทุกฝ่าย is every ฝ่าย; a school has what it is named for alone."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.metrics import View, expected_cells, year_of
from ita_data.model.planning.asked import assigned_measures, every_section, real_assignments
from ita_data.model.records import EVERY_SECTION, Assignment, Role, Section
from ita_data.model.section_kind import SectionKind
from ita_data.public_holidays import thai_public_holidays
from ita_data.snapshot import snapshot_of
from tests.metrics.test_docs import DASH, Row, rows_of
from tests.plans import (
    ADMINISTRATION,
    ENFORCEMENT,
    WORKS,
    lead,
    measure,
    plan_of,
    records_of,
    section,
    supporting,
)

SCHOOL = Section("โรงเรียนวัดจันทร์", position=4, section_kind=SectionKind.SCHOOL)


@pytest.mark.parametrize("row", rows_of("real_assignments"), ids=lambda row: " · ".join(row.values()))
def test_how_a_section_has_a_measure_of_all(row: Row) -> None:
    section = replace(SCHOOL, section_kind=SectionKind(row["kind"]))
    assignments = [*supporting("1.1", EVERY_SECTION)]
    if row["named as"] != DASH:
        assignments.append(Assignment("1.1", section.name, Role(row["named as"])))
    assert [entry.role for entry in real_assignments(assignments, [section])] == (
        [] if row["has it as"] == DASH else [Role(row["has it as"])]
    )


def test_a_school_owes_no_report_on_a_measure_of_all_and_each_department_does() -> None:
    records = records_of(measure("1.1"), lead("1.1", EVERY_SECTION))
    alone = plan_of(measure("1.1"), lead("1.1", EVERY_SECTION))
    with_school = snapshot_of(replace(records, sections=(*records.sections, SCHOOL)), thai_public_holidays())
    owed = [len(expected_cells(View(year_of(plan, date(2025, 9, 30))))) for plan in (alone, with_school)]
    assert owed == [3 * 12, 3 * 12]


@pytest.mark.parametrize(
    ("month", "names"),
    [
        (1, {ADMINISTRATION, WORKS}),
        (3, {ADMINISTRATION, WORKS}),  # until 1 December
        (4, {ADMINISTRATION}),
        (6, {ADMINISTRATION, ENFORCEMENT}),  # from 31 March on
    ],
)
def test_who_stands_for_all_in_a_month_is_every_department_with_a_day_in_it(month: int, names: set[str]) -> None:
    departments = (
        section(ADMINISTRATION),
        section(WORKS, ends_on="2024-12-01"),
        section(ENFORCEMENT, begins_on="2025-03-31"),
    )
    assert plan_of(*departments, SCHOOL).every_section(month) == names


def test_who_stands_for_all_on_a_day_has_begun_by_then_and_not_ended() -> None:
    departments = (
        section(ADMINISTRATION),
        section(WORKS, ends_on="2024-12-01"),
        section(ENFORCEMENT, begins_on="2024-12-02"),
    )
    found = [every_section((*departments, SCHOOL), day, day) for day in (date(2024, 12, 1), date(2024, 12, 2))]
    assert found == [[ADMINISTRATION, WORKS], [ADMINISTRATION, ENFORCEMENT]]


def test_a_school_is_asked_for_what_it_is_named_for() -> None:
    records = records_of(measure("1.1"), measure("1.2"), lead("1.1", EVERY_SECTION), lead("1.2", SCHOOL.name))
    records = replace(records, sections=(*records.sections, SCHOOL))
    assert [each.code for each in assigned_measures(records, SCHOOL.name, 1)] == ["1.2"]
    assert [each.code for each in assigned_measures(records, "ฝ่ายโยธา", 1)] == ["1.1"]
