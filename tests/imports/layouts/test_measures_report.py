"""Reports with a column for the steps of each measure, as other agencies write them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.imports.layouts import LAYOUTS
from ita_data.imports.layouts.layout import LayoutReading
from ita_data.imports.layouts.measures_report import MeasuresLayout
from ita_data.imports.layouts.report import ReportLayout
from ita_data.model.cadence import Cadence
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import Verdict
from ita_data.model.records import (
    Assignment,
    Indicator,
    Initiative,
    Item,
    Link,
    LinkState,
    Measure,
    Outcome,
    Role,
    Section,
)
from tests.imports.cases.office import case
from tests.imports.layouts.small_reports import HEADERS as REPORT_HEADERS
from tests.imports.layouts.small_reports import KNOWN, TITLE, grid, met, records
from tests.imports.made_files import sheet
from tests.plans import records_of

HEADERS = ["ประเด็น", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "การกำกับติดตาม", "ผลการดำเนินการ"]
FIRST = [
    *("การเปิดเผยข้อมูล", "เผยแพร่ข้อมูลบนเว็บไซต์", "1) แต่งตั้งคณะทำงาน\n2) ปรับปรุงเว็บไซต์", "ฝ่ายปกครอง"),
    *("ม.ค. – มี.ค. 68", "ทุกเดือน", "ปรับปรุงแล้ว"),
]
OF_NINE = ["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", *FIRST[1:]]
OF_ITEM = ["O1 ข้อมูลยังไม่ครบ", *FIRST[1:]]


def read(*rows: Sequence[str], headers: Sequence[str] = HEADERS, title: str = TITLE) -> LayoutReading:
    """What the layout makes of these rows under the title and the headers; they begin at row 3."""
    return MeasuresLayout().read([grid([title], headers, *rows)], KNOWN)


def without_issue(*rows: Sequence[str]) -> list[Sequence[str]]:
    """The rows without their first column."""
    return [row[1:] for row in rows]


def test_an_issue_that_names_no_indicator_is_an_initiative_and_that_is_said() -> None:
    reading = read(FIRST)
    found = records(reading)
    assert found.initiatives == (Initiative(1, "การเปิดเผยข้อมูล"),)
    assert found.measures == (
        Measure(
            *("ก1.1", None, 1, 1, "เผยแพร่ข้อมูลบนเว็บไซต์", "1) แต่งตั้งคณะทำงาน\n2) ปรับปรุงเว็บไซต์", Cadence.MONTHLY),
            follow_up="ทุกเดือน",
            first_month=4,
            last_month=6,
        ),
    )
    assert found.assignments == (Assignment("ก1.1", "ฝ่ายปกครอง", Role.LEAD),)
    assert (found.indicators, found.items, found.outcomes, found.links) == ((), (), (), ())
    assert [(problem.code, problem.place.cell, problem.value) for problem in reading.problems] == [
        ("issue-as-initiative", "A3", "การเปิดเผยข้อมูล"),
        ("outcomes-left-out", "G3", "ปรับปรุงแล้ว"),
    ]


def test_an_issue_that_names_its_indicator_is_one_and_its_results_are_outcomes() -> None:
    reading = read(OF_NINE)
    found = records(reading)
    assert reading.problems == ()
    assert (found.indicators, found.initiatives) == ((Indicator(9, "การเปิดเผยข้อมูล"),), ())
    assert [(measure.code, measure.indicator) for measure in found.measures] == [("9.1", 9)]
    assert found.outcomes == (Outcome("9.1", 9, 1, "ปรับปรุงแล้ว"),)
    assert found.links == (Link("9.1", "9.1", LinkState.SUGGESTED),)


def test_a_column_of_indicators_goes_before_that_of_issues_whose_codes_are_items() -> None:
    headers = ["ตัวชี้วัด", *HEADERS]
    row = ["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", *OF_ITEM]
    assert MeasuresLayout().recognises([grid([TITLE], headers, row)])
    assert not MeasuresLayout().recognises([grid([TITLE], headers, ["O1", *FIRST])])
    found = records(read(row, headers=headers))
    assert found.indicators == (Indicator(9, "การเปิดเผยข้อมูล", "OIT"),)
    assert found.items == (Item("O1", 9, "ข้อมูลยังไม่ครบ", 1),)
    assert found.measures[0].items == ("O1",)


def test_a_row_with_an_indicator_begins_its_measures() -> None:
    reading = read(["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล"], FIRST[1:], headers=HEADERS[1:])
    assert [(measure.code, measure.indicator) for measure in records(reading).measures] == [("9.1", 9)]


def test_a_row_that_orders_the_measures_is_their_initiative_where_no_column_says_more() -> None:
    reading = read(
        ["ด้านการเปิดเผยข้อมูล", ""],
        ["1", *FIRST[1:]],
        headers=["ที่", *HEADERS[1:]],
    )
    assert records(reading).initiatives == (Initiative(1, "ด้านการเปิดเผยข้อมูล"),)
    assert [measure.code for measure in records(reading).measures] == ["ก1.1"]


def test_an_issue_without_a_code_has_no_place_under_an_indicator_and_is_said() -> None:
    reading = read(["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", *FIRST], headers=["ตัวชี้วัด", *HEADERS])
    assert met(reading, "issue-left-out") == [("issue-left-out", "B3", "การเปิดเผยข้อมูล")]
    assert records(reading).items == ()


def test_measures_that_belong_to_nothing_are_refused_with_what_was_looked_for_and_found() -> None:
    reading = read(*without_issue(FIRST), headers=HEADERS[1:])
    assert reading.records is None
    (problem,) = reading.problems
    assert (problem.code, problem.severity, problem.place.cell) == ("measures-ungrouped", Severity.REFUSAL, "A2")
    assert problem.value == "มาตรการ · ขั้นตอน · ผู้รับผิดชอบ · ระยะเวลา · การกำกับติดตาม · ผลการดำเนินการ"
    assert all(word in problem.message for word in (problem.value, "ประเด็น", "ตัวชี้วัด"))


def test_the_report_of_a_municipality_without_issues_is_refused_and_nothing_is_made_up() -> None:
    reading = case("real_oit_measures_report_seven_columns.docx")
    assert (reading.layout, reading.verdict, reading.records) == ("measures", Verdict.REJECTED, None)
    (problem,) = reading.problems
    assert problem.code == "measures-ungrouped"
    assert problem.value.startswith("ที่ · มาตรการ/แนวทาง · ขั้นตอนหรือวิธีปฏิบัติ · ผู้รับผิดชอบ")


def test_a_row_above_the_first_issue_is_left_out_alone() -> None:
    reading = read(["", *FIRST[1:]], FIRST)
    assert [measure.text for measure in records(reading).measures] == [FIRST[1]]
    assert {place for _code, place, _value in met(reading, "text-homeless")} == {f"{column}3" for column in "BCDEFG"}


def test_the_agency_of_the_title_is_taken_and_its_unknown_sections_are_said() -> None:
    title = "รายงานผลการดำเนินการตามมาตรการ เทศบาลตำบลตัวอย่าง ประจำปีงบประมาณ พ.ศ. 2568"
    reading = read([*FIRST[:3], "กองช่าง", *FIRST[4:]], title=title)
    assert (records(reading).organisation, records(reading).assignments) == ("เทศบาลตำบลตัวอย่าง", ())
    assert met(reading, "section-unknown") == [("section-unknown", "D3", "กองช่าง")]


def test_without_an_office_or_a_year_it_is_refused() -> None:
    reading = read(FIRST, title="รายงานผลการดำเนินการตามมาตรการ")
    assert reading.records is None
    assert met(reading, "office-unknown", "year-unknown") == [("office-unknown", "", ""), ("year-unknown", "", "")]


def test_steps_in_several_rows_belong_to_the_measure_above_them() -> None:
    more = ["", "", "3) สรุปผล", "", "", "", ""]
    (measure,) = records(read(OF_NINE, more)).measures
    assert measure.detail.splitlines() == ["1) แต่งตั้งคณะทำงาน", "2) ปรับปรุงเว็บไซต์", "3) สรุปผล"]


def test_a_dash_says_that_there_is_nothing_and_takes_nothing_from_above() -> None:
    second = ["", "รับฟังความเห็น", "-", "-", "-", "-", "-"]
    reading = read(OF_NINE, second)
    measure = records(reading).measures[1]
    assert (measure.detail, measure.follow_up, measure.cadence) == ("", "", Cadence.AS_NEEDED)
    assert {assignment.measure for assignment in records(reading).assignments} == {"9.1"}
    assert len(records(reading).outcomes) == 1
    assert met(reading, "section-unassigned", "cadence-missing") == [
        ("section-unassigned", "B4", "9.2"),
        ("cadence-missing", "A3", "9.2"),
    ]


@pytest.mark.parametrize("period", ["ภายในเดือนมีนาคม 2568", "ไตรมาสที่ 2", "ปีงบประมาณ 2567", "เมื่อมีกรณี"])
def test_a_period_that_names_no_range_of_the_year_is_left_out_and_said(period: str) -> None:
    reading = read([*OF_NINE[:4], period, *OF_NINE[5:]])
    assert met(reading, "period-left-out") == [("period-left-out", "E3", period)]
    (measure,) = records(reading).measures
    assert (measure.first_month, measure.last_month) == (None, None)


def test_an_issue_merged_or_repeated_over_its_measures_stands_for_all_of_them() -> None:
    rows = [FIRST, ["", "รับฟังความเห็น", *FIRST[2:]], [FIRST[0], "อบรม", *FIRST[2:]]]
    merged = sheet([TITLE], HEADERS, *rows, arrange=lambda made: made.merge_cells("A3:A4"))
    found = records(MeasuresLayout().read([merged], KNOWN))
    assert [measure.code for measure in found.measures] == ["ก1.1", "ก1.2", "ก1.3"]
    assert len(found.initiatives) == 1


def test_initiatives_of_the_stored_plan_keep_their_numbers_and_none_of_them_is_overwritten() -> None:
    plan = replace(
        records_of(),
        organisation="สำนักงานเขตตัวอย่าง",
        fiscal_year=2568,
        initiatives=(Initiative(1, "ประเด็นอื่น"), Initiative(2, "การเปิดเผยข้อมูล")),
        sections=(Section("ฝ่ายปกครอง"),),
    )
    known = replace(KNOWN, plans={plan.plan: plan}, offices=(plan.organisation,))
    rows = [FIRST, ["การรับฟัง", *FIRST[1:]]]
    found = records(MeasuresLayout().read([grid([TITLE], HEADERS, *rows)], known))
    assert [measure.code for measure in found.measures] == ["ก2.1", "ก3.1"]


def test_a_result_beside_two_measures_is_linked_to_neither() -> None:
    both = [OF_NINE[0], "1. เผยแพร่ 2. ประกาศ", *OF_NINE[2:]]
    found = records(read(both))
    assert ([measure.code for measure in found.measures], found.links) == (["9.1", "9.2"], ())


def test_it_is_known_before_the_report_of_the_government_and_leaves_that_one_alone() -> None:
    made, report = grid([TITLE], HEADERS), grid([TITLE], REPORT_HEADERS)
    first = {name: layout.recognises([made]) for name, layout in LAYOUTS.items()}
    assert next(name for name, is_it in first.items() if is_it) == "measures"
    assert not MeasuresLayout().recognises([report])
    assert not MeasuresLayout().recognises([report, made])
    assert ReportLayout().recognises([report, made])


@pytest.mark.parametrize(
    ("headers", "row"),
    [
        (["รหัสมาตรการ", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "สถานะ"], ["4.1", "x", "1) y", "ฝ่ายการคลัง", "ดำเนินการแล้ว"]),
        (["ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ต.ค.", "พ.ย."], ["4.1", "x", "1) y", "ฝ่ายการคลัง", "/", ""]),
    ],
)
def test_a_monthly_table_with_a_column_for_steps_stays_one(headers: list[str], row: list[str]) -> None:
    assert not MeasuresLayout().recognises([grid([TITLE], headers, row)])


WORDS = st.text(st.sampled_from("กขคงจ"), min_size=3, max_size=12)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 10), WORDS, WORDS), min_size=1, max_size=8),
    st.permutations(range(1, len(HEADERS))),
)
def test_every_measure_stands_where_its_own_row_says_in_whatever_order_the_columns_are(
    rows: list[tuple[int, str, str]], order: list[int]
) -> None:
    columns = [0, *order]
    issues = [f"ตัวชี้วัดที่ {number} ชื่อ" if number else "เรื่องทั่วไป" for number, _measure, _step in rows]
    written = [
        [issue, measure, step, "ฝ่ายปกครอง", "ตลอดปี", "ทุกเดือน", "-"]
        for issue, (_number, measure, step) in zip(issues, rows, strict=True)
    ]
    reading = read(*([row[column] for column in columns] for row in written), headers=[HEADERS[i] for i in columns])
    found = records(reading)
    assert {one.number for one in found.indicators} == {number for number, _measure, _step in rows if number}
    assert sorted((one.indicator or 0, one.text, one.detail) for one in found.measures) == sorted(rows)
