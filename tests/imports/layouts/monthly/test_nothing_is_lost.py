"""Whatever stands in a monthly sheet ends in a review, a note or a problem."""

from collections.abc import Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ita_data.imports.grid import Cell, Grid, place_at
from ita_data.imports.layouts.layout import Known
from ita_data.imports.layouts.monthly import MonthlyLayout
from ita_data.imports.layouts.monthly.context.mentions import lines_of
from ita_data.imports.layouts.monthly.headers import LEFT_ASIDE
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.spellings import header
from ita_data.model.problem_kinds import Severity
from tests.imports.layouts.monthly.small_workbooks import HEADERS, PLAN, RECEIVED

ALL_HEADERS = ["ลำดับ", *HEADERS, "กำหนดส่ง", "อื่น ๆ"]
WORDS = [
    *("", "4.2", "4.1", "ก1.3", "9.9", "4-2", "ข้อความ", "ฝ่ายปกครอง", "ฝ่ายโยธา/ทุกฝ่าย", "โยธา", "ทุกฝ่าย", "ฝ่ายบัญชี"),
    *("ม.ค. 68", "ม.ค. ๒๕๒๐", "มกราคม", "ดำเนินการแล้ว", "ดำเนินการแลว", "ดี", "ยังไม่ดำเนินการ เพราะรอ", "50%", "0.5", "101"),
    *("15 ม.ค. 68", "5/1/2568", "31/2/2568", "45672", "รวม", "เฉลี่ย", "(1)", "(2)", "(3)", "ลงชื่อ ....", "(นายก)", "-"),
    *("ด าเนินการ", "หมายเหตุ: ก", "#"),
]
ROWS = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=len(ALL_HEADERS), max_size=len(ALL_HEADERS)), min_size=1, max_size=8
)
SPARSE_ROWS = st.lists(
    st.dictionaries(st.integers(0, len(ALL_HEADERS) - 1), st.sampled_from(WORDS[1:]), min_size=2, max_size=4),
    max_size=8,
)
KNOWN = Known(plans={PLAN.plan: PLAN}, today=RECEIVED, received_on=RECEIVED)
WHOLE_ROWS = {"row-total", "row-numbering"}


def grid(rows: Sequence[Sequence[str]]) -> Grid:
    """A sheet of these texts."""
    return Grid("ก", tuple(tuple(cells(texts, number)) for number, texts in enumerate(rows, start=1)))


def cells(texts: Sequence[str], row: int) -> list[Cell]:
    places = [place_at("ก", row, column) for column in range(1, len(texts) + 1)]
    return [Cell(place, place, paragraphs_of(text), text or None) for place, text in zip(places, texts, strict=True)]


def nothing_is_lost(rows: Sequence[Sequence[str]]) -> None:
    reading = MonthlyLayout().read([grid([ALL_HEADERS, *rows])], KNOWN)
    met = {problem.place.cell for problem in reading.problems}
    whole = {problem.place.cell[1:] for problem in reading.problems if problem.code in WHOLE_ROWS}
    ignored = {problem.place.cell[0] for problem in reading.problems if problem.code == "column-ignored"}
    reported = {row.place.cell[1:]: row for row in reading.rows}
    for number, texts in enumerate(rows, start=2):
        lines = lines_of(tuple(cells(texts, number)), PLAN.sections)
        telling = {line.cell.place.cell for line in lines if line.tells}
        for name, cell in zip(ALL_HEADERS, cells(texts, number), strict=True):
            row, letter = reported.get(str(number)), cell.place.cell[0]
            field = header("monthly", name)
            is_read = row is not None and field is not None and row.texts.get(field) == cell.text
            is_told = cell.place.cell in met or str(number) in whole or letter in ignored
            is_told |= row is None and cell.place.cell in telling
            assert cell.is_blank or field in LEFT_ASIDE or is_read or is_told, cell.place.cell


@settings(deadline=None)
@given(ROWS)
@example([["", "15 ม.ค. 68", *[""] * (len(ALL_HEADERS) - 2)]])
@example([[*[""] * (len(ALL_HEADERS) - 1), "ม.ค. 68"]])
@example([["15 ม.ค. 68" if header == "วันที่ดำเนินการ" else "" for header in ALL_HEADERS]])
@example([["ม.ค. ๒๕๒๐" if header in {"ลำดับ", "อื่น ๆ"} else "" for header in ALL_HEADERS]])
def test_every_cell_of_a_full_table_ends_somewhere(rows: list[list[str]]) -> None:
    nothing_is_lost(rows)


@settings(deadline=None)
@given(SPARSE_ROWS)
def test_every_cell_of_a_table_with_remarks_and_gaps_ends_somewhere(rows: list[dict[int, str]]) -> None:
    nothing_is_lost([[row.get(column, "") for column in range(len(ALL_HEADERS))] for row in rows])


@settings(deadline=None)
@given(ROWS)
def test_a_row_is_taken_or_has_an_error(rows: list[list[str]]) -> None:
    reading = MonthlyLayout().read([grid([ALL_HEADERS, *rows])], KNOWN)
    faulty = {problem.place.cell[1:] for problem in reading.problems if problem.severity is Severity.ERROR}
    waiting = {place for question in reading.context for place in question.rows}
    for row in reading.rows:
        assert row.ok is (row.place.cell[1:] not in faulty and row.place not in waiting)
    taken = sum(bool(row.ok) for row in reading.rows)
    assert bool(taken) is (reading.records is not None)
    assert taken <= len(reading.records.reviews if reading.records else ())
