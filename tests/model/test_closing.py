"""Which changes a closed month asks a reason for."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.model.cadence import Cadence
from ita_data.model.changes import Action, Change, Changes
from ita_data.model.closing import closed_cells, closed_months
from ita_data.model.decisions import Closing, Order, Reopening
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import EVERY_SECTION, Assignment, Exemption, Item, Record, Role
from ita_data.model.rules import Holiday, Rules
from ita_data.model.section_kind import SectionKind
from ita_data.model.states import Status
from tests.plans import ADMINISTRATION, HOLIDAYS, WORKS, lead, link, measure, outcome, records_of, review, section

DECEMBER = Closing(3, date(2025, 1, 7), "ผู้อำนวยการเขต", 1, "{}", "")
REOPENED = Reopening(WORKS, 2, "ส่งเอกสารเพิ่ม", date(2025, 1, 8), "ผู้อำนวยการเขต")
STORED = records_of(outcome("1.1", "2024-11-20"), outcome("1.2", "2025-01-10"), outcome("1.3"), lead("1.1", WORKS))
CLOSED = replace(STORED, closings=(DECEMBER,), reopenings=(REOPENED,))
(LEAD,) = lead("1.1", ADMINISTRATION)


def closed(before: Record | None, after: Record | None) -> tuple[tuple[str, int], ...]:
    """What one change touches of a plan whose third month is closed."""
    return closed_cells([Change(Action.CHANGED, before, after)], CLOSED, HOLIDAYS)


@pytest.mark.parametrize(
    ("record", "cells"),
    [
        (review("1.1", ADMINISTRATION, 3), ((ADMINISTRATION, 3),)),
        (review("1.1", ADMINISTRATION, 1), ((ADMINISTRATION, 1),)),
        (review("1.1", ADMINISTRATION, 4), ()),
        (review("1.1", WORKS, 2), ()),
        (Exemption("1.1", WORKS, 3, "ปิดปรับปรุง", date(2025, 1, 9)), ((WORKS, 3),)),
        (LEAD, ((ADMINISTRATION, 1),)),
        (replace(LEAD, first_month=4), ()),
        (measure("1.1"), ((EVERY_SECTION, 1),)),
        (section(WORKS), ((WORKS, 1), (WORKS, 3))),
        (section(WORKS, "2025-01-15"), ()),
        (section(ADMINISTRATION), ()),
        (Rules(), ((EVERY_SECTION, 1),)),
        (Rules(from_month=3), ((EVERY_SECTION, 3),)),
        (Rules(from_month=4), ()),
        (Holiday(date(2024, 12, 6), "วันหยุดพิเศษ"), ((EVERY_SECTION, 2),)),
        (Holiday(date(2024, 12, 9), "ก่อนวันครบกำหนดไม่นาน"), ()),
        (Holiday(date(2025, 2, 5), "เดือนที่ยังไม่ปิด"), ()),
        (link("1.1", "1.1"), ((EVERY_SECTION, 2),)),
        (link("1.2", "1.1"), ()),
        (link("1.3", "1.1"), ()),
        (Item("I1", 1, "ประเด็น", 1), ()),
        (Order(1, 3, WORKS, None, "ส่งรายงาน", date(2025, 2, 1), date(2025, 1, 9), "ผอ.เขต"), ()),
    ],
    ids=lambda given: f"{given.kind} {given.key}" if isinstance(given, Record) else str(len(given)),
)
def test_a_record_that_comes_or_goes_touches_the_closed_months_it_counts_in(
    record: Record, cells: tuple[tuple[str, int], ...]
) -> None:
    assert closed(None, record) == cells
    assert closed(record, None) == cells


@pytest.mark.parametrize(
    ("before", "after", "cells"),
    [
        (measure("1.1"), measure("1.1", text="ข้อความใหม่"), ()),
        (measure("1.1"), measure("1.1", Cadence.QUARTERLY), ((EVERY_SECTION, 1),)),
        (measure("1.1"), replace(measure("1.1"), first_month=4), ((EVERY_SECTION, 1),)),
        (measure("1.1"), replace(measure("1.1"), last_month=6), ((EVERY_SECTION, 1),)),
        (measure("1.1"), replace(measure("1.1"), indicator=2), ((EVERY_SECTION, 1),)),
        (measure("ก1.1"), replace(measure("ก1.1"), initiative=2), ((EVERY_SECTION, 1),)),
        (measure("1.1", Cadence.ONCE), measure("1.1", Cadence.ONCE, named_month=3), ((EVERY_SECTION, 1),)),
        (Rules(), Rules(10), ((EVERY_SECTION, 1),)),
        (Rules(), Rules(expects_supporting=True), ((EVERY_SECTION, 1),)),
        (Rules(), Rules(on_time_target=90), ()),
        (Rules(), Rules(starts_in_month=2), ((EVERY_SECTION, 1),)),
        (Rules(starts_in_month=4), Rules(starts_in_month=5), ()),
        (Rules(starts_in_month=3), Rules(starts_in_month=5), ((EVERY_SECTION, 3),)),
        (Rules(from_month=4), Rules(10, from_month=4), ()),
        (Holiday(date(2024, 12, 6), "วันหยุดพิเศษ"), Holiday(date(2024, 12, 6), "วันหยุดราชการ"), ()),
        (Rules(), Rules(completion_targets=(50,) * 12), ()),
        (measure("1.1"), replace(measure("1.1"), final_from_month=4), ()),
        (measure("1.1"), replace(measure("1.1"), final_from_month=3), ((EVERY_SECTION, 3),)),
        (replace(measure("1.1"), final_from_month=2), measure("1.1"), ((EVERY_SECTION, 2),)),
        (
            replace(measure("1.1"), final_from_month=5),
            replace(measure("1.1"), final_from_month=3),
            ((EVERY_SECTION, 3),),
        ),
        (measure("1.1"), replace(measure("1.1"), retired_from_month=4), ()),
        (measure("1.1"), replace(measure("1.1"), retired_from_month=3), ((EVERY_SECTION, 3),)),
        (replace(measure("1.1"), retired_from_month=2), measure("1.1"), ((EVERY_SECTION, 2),)),
        (section(WORKS), section(WORKS, None, "2025-03-31"), ()),
        (section(WORKS), section(WORKS, None, "2024-12-01"), ()),
        (section(WORKS), section(WORKS, None, "2024-11-30"), ((WORKS, 3),)),
        (section(WORKS, "2024-10-31"), section(WORKS, "2025-02-01"), ((WORKS, 1), (WORKS, 3))),
        (section(WORKS), section(WORKS, "2025-02-01"), ((WORKS, 1), (WORKS, 3))),
        (section(WORKS), section(WORKS, "2023-10-01"), ()),
        (section(WORKS), replace(section(WORKS), email="works@example.org"), ()),
        (section(WORKS), replace(section(WORKS), section_kind=SectionKind.SCHOOL), ()),
        (section(WORKS), replace(section(WORKS), name="ฝ่ายโยธาและผังเมือง", short_name="ยธ.", position=9), ()),
        (outcome("1.2", "2025-01-10"), outcome("1.2", "2024-12-10"), ((EVERY_SECTION, 3),)),
        (review("1.1", WORKS, 3), review("1.1", WORKS, 3, status=Status.COMPLETED), ((WORKS, 3),)),
    ],
)
def test_a_changed_record_touches_them_where_a_figure_rests_on_what_changed(
    before: Record, after: Record, cells: tuple[tuple[str, int], ...]
) -> None:
    assert closed(before, after) == cells


def test_a_link_to_an_outcome_of_the_same_write_counts_from_that_outcomes_day() -> None:
    new = [Change(Action.ADDED, None, outcome("1.4", "2024-10-20")), Change(Action.ADDED, None, link("1.4", "1.1"))]

    assert closed_cells(new, CLOSED) == ((EVERY_SECTION, 1),)


@pytest.mark.parametrize(
    ("done_on", "cells"), [(None, ((EVERY_SECTION, 12),)), ("2025-09-30", ((EVERY_SECTION, 12),)), ("2025-10-01", ())]
)
def test_an_outcome_touches_a_closed_september_unless_it_is_of_the_next_fiscal_year(
    done_on: str | None, cells: tuple[tuple[str, int], ...]
) -> None:
    ended = replace(STORED, closings=(replace(DECEMBER, month=12),))

    assert closed_cells([Change(Action.ADDED, None, outcome("1.5", done_on))], ended) == cells


def test_an_outcome_of_a_period_touches_the_month_in_which_it_ends() -> None:
    lasting = replace(outcome("1.5", "2024-10-20"), done_until=date(2024, 12, 2))
    longer = replace(lasting, done_until=date(2025, 1, 31))

    assert closed_cells([Change(Action.ADDED, None, lasting)], CLOSED) == ((EVERY_SECTION, 3),)
    assert closed_cells([Change(Action.ADDED, None, longer)], CLOSED) == ()
    assert closed_cells([Change(Action.CHANGED, lasting, longer)], CLOSED) == ((EVERY_SECTION, 3),)


@pytest.mark.parametrize(
    ("assigned", "cells"),
    [
        (lead("1.1", WORKS), (1, 2, 3)),
        (lead("1.1", EVERY_SECTION), (1, 2, 3)),
        ((Assignment("1.1", WORKS, Role.LEAD, first_month=2),), (2, 3)),
        ((Assignment("1.1", WORKS, Role.LEAD, first_month=4),), ()),
        (lead("1.1", ADMINISTRATION), ()),
        (review("1.1", WORKS, 1), (1, 2, 3)),
    ],
)
def test_a_section_counts_in_the_months_in_which_the_plan_asks_it(
    assigned: Record | tuple[Record, ...], cells: tuple[int, ...]
) -> None:
    stored = replace(records_of(assigned), closings=(DECEMBER,))

    found = closed_cells([Change(Action.ADDED, None, section(WORKS))], stored)

    assert found == tuple((WORKS, month) for month in cells)


def test_a_holiday_counts_beside_the_others_that_the_office_has() -> None:
    stored = replace(CLOSED, holidays=(Holiday(date(2024, 12, 6), "วันหยุดพิเศษ"),))
    monday = Change(Action.ADDED, None, Holiday(date(2024, 12, 9), "วันหยุดต่อเนื่อง"))

    assert closed_cells([monday], stored, HOLIDAYS) == ((EVERY_SECTION, 2),)


def test_of_another_years_write_only_what_belongs_to_the_office_touches_a_closed_month() -> None:
    writes = (
        Change(Action.CHANGED, section(WORKS), section(WORKS, "2024-11-01")),
        Change(Action.ADDED, None, review("1.1", WORKS, 1)),
        Change(Action.CHANGED, Rules(), Rules(10)),
    )
    plan = replace(CLOSED, reopenings=())

    of_next_year = closed_months(Changes(CLOSED.plan.after, 1, writes), [plan])
    of_its_own = closed_months(Changes(CLOSED.plan, 1, writes), [plan])

    assert of_next_year == ((WORKS, FiscalMonth(2568, 1)),)
    assert of_its_own == ((EVERY_SECTION, FiscalMonth(2568, 1)), (WORKS, FiscalMonth(2568, 1)))


def test_while_no_month_is_closed_nothing_is_asked() -> None:
    assert closed_cells([Change(Action.ADDED, None, review("1.1", WORKS, 1))], STORED) == ()


def test_a_schools_days_touch_no_month_that_only_all_sections_are_asked() -> None:
    stored = replace(records_of(lead("1.1", EVERY_SECTION)), closings=(DECEMBER,))
    school = replace(section(WORKS), section_kind=SectionKind.SCHOOL)

    assert closed_cells([Change(Action.CHANGED, school, replace(school, ends_on=date(2024, 11, 30)))], stored) == ()


def test_a_renamed_section_is_held_against_what_it_is_called_in_the_plan() -> None:
    stored = replace(records_of(lead("1.1", WORKS)), closings=(DECEMBER,))
    renamed = replace(section(WORKS, "2024-11-01"), name="ฝ่ายโยธาและผังเมือง")

    assert closed_cells([Change(Action.CHANGED, section(WORKS), renamed)], stored) == ((WORKS, 1),)


def test_a_section_of_another_kind_touches_the_months_that_all_sections_are_asked() -> None:
    stored = replace(records_of(lead("1.1", EVERY_SECTION)), closings=(DECEMBER,))
    school = replace(section(WORKS), section_kind=SectionKind.SCHOOL)

    found = closed_cells([Change(Action.CHANGED, section(WORKS), school)], stored)

    assert found == ((WORKS, 1), (WORKS, 2), (WORKS, 3))
