"""How the figures on a meeting's screens are counted, and what stands behind them."""

from datetime import date

import pytest

from ita_data.agenda import agenda
from ita_data.agenda.screen import Bars, Grid, Numbers
from ita_data.model.states import Status
from tests.agenda.meetings import MEASURES, came, meeting_with_unconfirmed, screens_of
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS, lead, measure, review


def test_the_change_is_the_difference_of_the_percentages_that_are_shown() -> None:
    codes = [f"1.{number}" for number in range(1, 7)]
    plan = (*(measure(code) for code in codes), *(lead(code, WORKS) for code in codes))
    done = came("1.1", WORKS, 2, status=Status.COMPLETED), came("1.2", WORKS, 3, status=Status.COMPLETED)
    body = screens_of(*plan, *done)["headline"].body
    assert isinstance(body, Numbers)
    # 2/6 is 33.3 % and 1/6 is 16.7 %: what is read is 33 and 17.
    completed = body.numbers[-1]
    assert completed.value == "33%"
    assert completed.change == "▲ 16 จุด จาก พ.ย. ณ วันเดียวกัน 17% · ครบทุกฝ่าย 2"


def test_behind_the_headline_are_the_months_reports_that_were_due_and_what_is_missing_from_before() -> None:
    reports = (*came("1.1", ADMINISTRATION, 1, 2, 3), review("4.2", WORKS, 1, "2024-12-20"))
    behind = screens_of(*MEASURES, reports)["headline"].behind
    assert behind["reports"].rows == (
        ("4.2", WORKS, "ธ.ค. 67", "✕ ขาดรายงาน"),
        ("1.1", ADMINISTRATION, "ธ.ค. 67", "✓ ทันกำหนด"),
    )
    assert [row[:3] for row in behind["older"].rows] == [("4.2", WORKS, "พ.ย. 67")]


def test_a_month_that_lacks_two_reports_is_one_month_of_a_sections_sentence() -> None:
    found = screens_of(*MEASURES, measure("4.3"), lead("4.3", WORKS), came("4.2", WORKS, 1), came("4.3", WORKS, 1, 2))
    assert found["section-2"].title == "ฝ่ายโยธา ไม่ส่งเลย ธ.ค. ขาด 2 รายงาน · ขาด พ.ย. 1 รายงาน"


@pytest.mark.parametrize("name", ["completion_by_indicator", "completion_by_section"])
def test_a_bar_shows_what_is_completed_by_unconfirmed_links_once_and_apart(name: str) -> None:
    (body,) = (screen.body for screen in agenda(meeting_with_unconfirmed()) if screen.name == name)
    assert isinstance(body, Bars)
    (bar,) = body.bars
    assert dict(zip(body.words, bar.counts, strict=True)) == {
        "ดำเนินการแล้ว": 1,
        "ดำเนินการแล้ว รอยืนยัน": 2,
        "อยู่ระหว่างดำเนินการ": 0,
        "ยังไม่ดำเนินการ": 1,
    }
    assert bar.rate == "75% (3/4)"


def test_a_field_of_the_grid_counts_reports_that_are_not_due_yet_and_leaves_out_exempt_ones() -> None:
    codes = ("4.2", "4.3", "4.4")
    plan = (*(measure(code) for code in codes), *(lead(code, WORKS) for code in codes))
    reports = (*came("4.2", WORKS, 3), *came("4.4", WORKS, 3, status=Status.NOT_APPLICABLE))
    # December's reports are due on 6 January.
    body = screens_of(*plan, reports, as_of=date(2025, 1, 3))["reporting_by_section_and_month"].body
    assert isinstance(body, Grid)
    ((_name, fields),) = body.rows
    assert fields[-1].fraction == "1/2"


def test_the_grids_title_counts_the_sections_that_lack_reports_among_those_that_owe_some() -> None:
    more = (measure("2.1"), lead("2.1", ENFORCEMENT))
    came_in = came("1.1", ADMINISTRATION, 1, 2, 3), came("4.2", WORKS, 1), came("2.1", ENFORCEMENT, 1, 2)
    title = screens_of(*MEASURES, *more, *came_in)["reporting_by_section_and_month"].title
    assert title == "ขาดรายงาน 2 จาก 3 ฝ่าย มากที่สุดคือฝ่ายโยธา 2 รายงาน"
