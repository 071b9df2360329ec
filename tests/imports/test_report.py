"""The yearly report of a real office, as text taken from its pages."""

from collections import Counter

import pytest

from ita_data.imports.plain_text import text_grids
from ita_data.imports.reading import Reading
from ita_data.model.problems import Verdict
from ita_data.model.records import EVERY_SECTION, Assignment, Records, Role
from tests.imports.files import REPORT, read_report


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_report(REPORT.read_bytes(), REPORT.name)


@pytest.fixture(scope="module")
def records(reading: Reading) -> Records:
    assert reading.records is not None
    return reading.records


def test_the_report_is_accepted_with_its_office_and_year(reading: Reading, records: Records) -> None:
    assert reading.verdict is Verdict.ACCEPTED
    assert (records.organisation, records.fiscal_year) == ("สำนักงานเขตบางกอกน้อย", 2568)


def test_it_holds_ten_indicators_forty_items_and_three_initiatives(records: Records) -> None:
    assert len(records.indicators) == 10
    assert len(records.items) == 40
    assert len(records.initiatives) == 3


def test_measures_and_outcomes_are_counted_per_indicator(records: Records) -> None:
    measures = Counter(measure.indicator for measure in records.measures if measure.indicator)
    outcomes = Counter(outcome.indicator for outcome in records.outcomes)
    assert [measures[number] for number in range(1, 11)] == [4, 4, 3, 4, 4, 3, 4, 4, 4, 1]
    assert [outcomes[number] for number in range(1, 11)] == [4, 4, 3, 3, 2, 3, 2, 3, 2, 1]


def test_the_initiatives_have_three_six_and_three_measures(records: Records) -> None:
    counted = Counter(measure.initiative for measure in records.measures if measure.initiative)
    assert counted == {1: 3, 2: 6, 3: 3}


def test_every_indicator_knows_its_instrument(records: Records) -> None:
    instruments = [indicator.instrument for indicator in records.indicators]
    assert instruments == ["IIT"] * 5 + ["EIT"] * 3 + ["OIT"] * 2


def test_codes_without_their_letter_are_proposed_as_i1_to_i12(reading: Reading, records: Records) -> None:
    repairs = [problem for problem in reading.problems if problem.code == "code-repaired"]
    assert [(problem.value, problem.words["proposal"]) for problem in repairs[:2]] == [("11", "I1"), ("12", "I2")]
    assert (repairs[-1].value, repairs[-1].words["proposal"]) == ("112", "I12")
    assert [item.code for item in records.items[:12]] == [f"I{number}" for number in range(1, 13)]


def test_a_range_of_items_is_every_item_of_the_range(records: Records) -> None:
    of_nine = [item.code for item in records.items if item.indicator == 9]
    assert of_nine == [f"O{number}" for number in range(1, 18)]


def test_numbering_that_restarts_goes_on_through_the_indicator(records: Records) -> None:
    codes = {measure.code: measure.items for measure in records.measures if measure.indicator == 5}
    assert codes == {"5.1": ("I11",), "5.2": ("I11",), "5.3": ("I12",), "5.4": ("I12",)}


def test_a_text_over_two_rows_is_one_measure_of_both_items_and_is_flagged(reading: Reading, records: Records) -> None:
    measure = next(measure for measure in records.measures if measure.code == "3.1")
    assert measure.items == ("I7", "I8")
    assert measure.text.startswith("เวียนแจ้ง/จัดประชุม/ชี้แจง")
    assert measure.text.endswith("สร้างขวัญกำลังใจ")
    assert "C49" in {problem.place.cell for problem in reading.problems if problem.code == "text-split"}


def test_an_issue_that_stops_short_runs_on_into_the_next_item(records: Records) -> None:
    issues = {item.code: item.issue for item in records.items}
    assert issues["E5"] == issues["E6"]
    assert issues["E5"].startswith("การสื่อสารประชาสัมพันธ์ของ หน่วยงานยังไม่เพียงพอ")


def test_a_section_name_over_two_rows_is_read_as_one_cell(records: Records) -> None:
    assert [a for a in records.assignments if a.measure == "8.1"] == [
        Assignment("8.1", "ฝ่ายปกครอง", Role.LEAD),
        Assignment("8.1", EVERY_SECTION, Role.SUPPORTING),
    ]


def test_sub_bullets_are_the_detail_of_their_measure(records: Records) -> None:
    measure = next(measure for measure in records.measures if measure.code == "ก2.1")
    assert measure.text == "ปรับปรุงและสื่อสารสภาพแวดล้อมและจุดให้บริการให้เป็นมิตรและเข้าถึงง่าย"
    assert [line[:20] for line in measure.detail.splitlines()] == ["จัดสภาพแวดล้อมภายในส", "จัดทำและแสดงป้ายต้อน"]


def test_a_picture_caption_stays_with_its_initiative(records: Records) -> None:
    assert records.initiatives[2].pictures.startswith("The image shows two screenshots")


def test_no_character_of_any_table_cell_is_lost(reading: Reading) -> None:
    """Every character but numbering marks and repeated headers stands in a raw row or in a problem."""
    kept = Counter("".join(text for row in reading.rows for text in row.texts.values()))
    kept += Counter("".join(problem.value for problem in reading.problems))
    lost = Counter[str]()
    for cell in _body_cells():
        lost += Counter(character for character in cell if not character.isspace() and character not in "-.")
    lost -= kept
    assert not lost, "".join(lost)


def _body_cells() -> list[str]:
    headers = {"ตัวชี้วัด", "ประเด็น"}
    (grid,) = text_grids(REPORT.read_bytes(), REPORT.name)
    rows = [row for row in grid.rows if len(row) > 1 and row[0].text not in headers]
    seen: set[str] = set()
    cells = []
    for cell in (cell for row in rows for cell in row if cell.text):
        # An indicator's heading is repeated on its next page; its name is kept once.
        if cell.text.startswith("ตัวชี้วัดที่"):
            if cell.text not in seen:
                cells.append(cell.text.removeprefix("ตัวชี้วัดที่"))
            seen.add(cell.text)
        else:
            cells.append(cell.text)
    return cells
