"""A section is merged into another: the other goes on with its measures, and nothing of its past changes."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.metrics import View, expected_cells, year_of
from ita_data.model.changes import by_key, key_of
from ita_data.model.planning.merging import Merging, heir_of, merged
from ita_data.model.records import EVERY_SECTION, Assignment, Records, Role
from ita_data.model.rules import Rules
from ita_data.snapshot import snapshot_of
from tests.plans import ADMINISTRATION, ENFORCEMENT, HOLIDAYS, WORKS, lead, measure, records_of, supporting

APRIL = date(2025, 4, 1)


def merging(records: Records, day: date = APRIL) -> Merging:
    """ฝ่ายเทศกิจ becomes part of ฝ่ายโยธา."""
    sections = {section.name: section for section in records.sections}
    return merged(records, sections[ENFORCEMENT], sections[WORKS], day)


def afterwards(records: Records, day: date = APRIL) -> Records:
    """The plan once that is saved."""
    stored = by_key(records)
    for before, after in merging(records, day).edits:
        if before:
            del stored[key_of(before)]
        if after:
            stored[key_of(after)] = after
    found = {
        f"{kind}s": tuple(each for each in stored.values() if each.kind == kind) for kind in ("section", "assignment")
    }
    return replace(records, **found)


def owed(records: Records) -> dict[str, list[int]]:
    """The months for which each section owes reports."""
    cells = expected_cells(View(year_of(snapshot_of(records, HOLIDAYS), date(2025, 9, 30))))
    return {section: sorted(group["month"]) for section, group in cells.groupby("section")}


def test_the_section_ends_the_day_before_and_its_name_is_another_one_of_the_other() -> None:
    sections = {section.name: section for section in afterwards(records_of(measure("1.1"))).sections}
    assert sections[ENFORCEMENT].ends_on == date(2025, 3, 31)
    assert sections[WORKS].former_names == (ENFORCEMENT,)


def test_the_other_section_leads_its_measures_from_that_month_on() -> None:
    records = records_of(measure("1.1"), lead("1.1", ENFORCEMENT))
    assert owed(records) == {ENFORCEMENT: [*range(1, 13)]}
    assert owed(afterwards(records)) == {ENFORCEMENT: [*range(1, 7)], WORKS: [*range(7, 13)]}
    assert merging(records).carried == ("1.1",)


def test_a_measure_that_begins_later_is_the_other_sections_alone() -> None:
    records = records_of(measure("1.1"), Assignment("1.1", ENFORCEMENT, Role.LEAD, 9, 11))
    assert afterwards(records).assignments == (Assignment("1.1", WORKS, Role.LEAD, 9, 11),)


def test_a_measure_that_was_over_by_then_stays_as_it_was() -> None:
    records = records_of(measure("1.1"), Assignment("1.1", ENFORCEMENT, Role.LEAD, None, 6))
    assert afterwards(records).assignments == records.assignments
    assert merging(records).carried == ()


def test_a_whole_year_goes_over_where_the_day_is_the_first_of_the_year() -> None:
    records = records_of(measure("1.1"), lead("1.1", ENFORCEMENT))
    assert afterwards(records, date(2024, 10, 1)).assignments == lead("1.1", WORKS)


def test_what_the_other_leads_already_needs_no_change() -> None:
    records = records_of(measure("1.1"), lead("1.1", ENFORCEMENT, WORKS))
    found = afterwards(records)
    assert set(found.assignments) == {Assignment("1.1", ENFORCEMENT, Role.LEAD, None, 6), *lead("1.1", WORKS)}
    assert merging(records).carried == ("1.1",)


def test_who_leads_a_measure_that_the_other_supports_by_name_is_left_to_a_person() -> None:
    records = records_of(measure("1.1"), lead("1.1", ENFORCEMENT), supporting("1.1", WORKS))
    assert (merging(records).carried, merging(records).undecided) == ((), ("1.1",))
    assert [each.role for each in afterwards(records).assignments if each.section == WORKS] == [Role.SUPPORTING]


@pytest.mark.parametrize(("expects_supporting", "undecided"), [(False, ()), (True, ("1.1",))])
def test_what_the_other_supports_as_one_of_all_it_leads_unless_it_would_lose_reports(
    expects_supporting: bool, undecided: tuple[str, ...]
) -> None:
    rules = Rules(expects_supporting=expects_supporting)
    records = records_of(measure("1.1"), lead("1.1", ENFORCEMENT), supporting("1.1", EVERY_SECTION), rules=rules)
    assert merging(records).undecided == undecided


@pytest.mark.parametrize("expects_supporting", [False, True])
def test_nothing_that_was_owed_before_that_month_changes(expects_supporting: bool) -> None:
    records = records_of(
        *map(measure, ("1.1", "1.2", "1.3")),
        lead("1.1", ENFORCEMENT),
        lead("1.2", ENFORCEMENT),
        supporting("1.2", EVERY_SECTION),
        lead("1.3", ADMINISTRATION),
        supporting("1.3", ENFORCEMENT),
        rules=Rules(expects_supporting=expects_supporting),
    )
    before, after = (
        {section: [month for month in months if month < 7] for section, months in owed(each).items()}
        for each in (records, afterwards(records))
    )
    assert {section: months for section, months in after.items() if months} == before


@pytest.mark.parametrize(
    ("day", "name"), [(date(2025, 3, 1), ENFORCEMENT), (date(2025, 4, 1), WORKS), (date(2025, 9, 1), WORKS)]
)
def test_reports_of_later_months_are_the_other_sections(day: date, name: str) -> None:
    assert heir_of(ENFORCEMENT, afterwards(records_of(measure("1.1"))).sections, day) == name


def test_a_section_that_ended_without_an_heir_keeps_its_reports() -> None:
    sections = [replace(each, ends_on=date(2025, 3, 31)) for each in records_of().sections]
    assert heir_of(WORKS, sections, APRIL) == WORKS
