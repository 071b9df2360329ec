"""Text outside a good table never changes what is stored: either the same rows are, or the desk asks."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.model.problems import Verdict
from tests.imports.cases.office import (
    ADMINISTRATION,
    DOING,
    DONE,
    FINANCE,
    HEADERS,
    JANUARY,
    NOT_YET,
    ROWS,
    WORKS,
    Row,
    sheets,
    stored,
)

MONTHS = ("กุมภาพันธ์ 2568", "ก.พ. 68", "ธันวาคม 2567", "ธ.ค. 67", "มีนาคม ๒๕๖๘", "ม.ค. 67")
OTHERS = (ADMINISTRATION, WORKS, "ฝ่ายเทศกิจ", "ฝ่ายรักษาความสะอาดและสวนสาธารณะ", "ฝ่ายกฎหมาย")
OF_MONTHS = (
    *("กำหนดส่งภายในเดือน{}", "ส่งภายในวันที่ 5 {}", "เสนอที่ประชุมผู้บริหารประจำเดือน{}", "ครั้งก่อน: {}", "ครั้งต่อไป {}"),
    *("ข้อมูล ณ วันที่ 3 {}", "พิมพ์เมื่อ 7 {}", "รายงานครั้งที่ผ่านมา ประจำเดือน{}", "แผนเดือน{}", "{}", "ประจำเดือน{}"),
    *("เดือน {}", "ต้องถึงฝ่ายปกครองก่อนสิ้นเดือน{}", "ประชุมเมื่อ {}", "เริ่มใช้แบบนี้ {}", "ตรวจแล้ว {}", "กำหนดส่ง {}"),
)
OF_SECTIONS = (
    *("โปรดส่ง{}", "ส่งคืน{}", "เรียน หัวหน้า{}", "ผู้ประสานงาน {} โทร 1234", "รวบรวมโดย {}", "ผู้ตรวจ {}", "สำเนา {}"),
    *("{}", "รายงานของ{}", "{} เป็นผู้รวบรวม", "แบบฟอร์มของ{}", "ร่วมกับ{}", "ผ่าน{}", "ส่วนราชการ {}", "ฝ่าย: {}"),
)
PLANS = ("แผน", "แผนการดำเนินงาน", "เป้าหมาย 100%", "หมายเหตุ", "ลงชื่อ ........ ผู้รายงาน", "ส่วนที่ 2", "-", "100%")

REPORTED = ("{}", "ประจำเดือน{}", "เดือน {}", "รายงานของ{}", "ส่วนราชการ {}", "ฝ่าย: {}")
"""What between rows says that others follow, as in any good report."""
BETWEEN = st.one_of(
    st.builds(
        str.format, st.sampled_from([text for text in OF_MONTHS if text not in REPORTED]), st.sampled_from(MONTHS)
    ),
    st.builds(
        str.format, st.sampled_from([text for text in OF_SECTIONS if text not in REPORTED]), st.sampled_from(OTHERS)
    ),
    st.sampled_from(PLANS),
)
TEXTS = st.one_of(
    st.builds(str.format, st.sampled_from(OF_MONTHS), st.sampled_from(MONTHS)),
    st.builds(str.format, st.sampled_from(OF_SECTIONS), st.sampled_from(OTHERS)),
    st.sampled_from(PLANS),
)
TITLED = [[f"รายงานผลการดำเนินการ {FINANCE} {JANUARY}"], list(HEADERS), *map(list, ROWS)]
OWN = [
    ["รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ", "ความก้าวหน้า (%)"],
    ["4.1", FINANCE, "ม.ค. 68", DONE, 100],
    ["4.2", FINANCE, "ม.ค. 68", DOING, 60],
    ["4.3", FINANCE, "ม.ค. 68", NOT_YET, 0],
]
BANDED = [
    ["รายงาน ITA ประจำเดือนมกราคม 2568"],
    list(HEADERS),
    ["1. ฝ่ายการคลัง"],
    *map(list, ROWS),
    ["2. ฝ่ายโยธา"],
    ["1.1", "x", DONE, "c"],
]
GOOD = {"titled": (TITLED, 1), "own": (OWN, 0), "banded": (BANDED, 1)}
"""Good sheets, and the number of the row in which their headers stand, from 0."""


def goes_on(rows: Sequence[Row], changed: Sequence[Row], hidden: Sequence[Row] = ()) -> None:
    """Nothing else is stored, and nothing is missing unless the desk asks."""
    before = stored(sheets({"รายงาน": rows}))
    assert before
    reading = sheets({"รายงาน": changed} | ({"ร่าง": hidden} if hidden else {}), arrange=_hide if hidden else None)
    now = stored(reading)
    assert set(now) <= set(before)
    assert now == before or reading.is_open or reading.verdict is not Verdict.ACCEPTED


def _hide(made: object) -> None:
    made["ร่าง"].sheet_state = "hidden"  # type: ignore[index]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(GOOD)), st.lists(st.tuples(st.integers(0, 99), TEXTS), min_size=1, max_size=3))
def test_lines_above_and_below_the_table(name: str, lines: list[tuple[int, str]]) -> None:
    rows, header = GOOD[name]
    above, table, below = list(rows[:header]), rows[header:], list[Row]()
    for place, text in lines:
        into = above if place % 2 else below
        into.insert(place % (len(into) + 1), [text])
    goes_on(rows, [*above, *table, *below])


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(GOOD)), st.lists(st.tuples(st.integers(0, 99), BETWEEN), min_size=1, max_size=3))
def test_lines_between_the_rows(name: str, lines: list[tuple[int, str]]) -> None:
    rows, header = GOOD[name]
    changed = list(rows)
    for place, text in lines:
        changed.insert(header + 1 + place % (len(changed) - header), [text])
    goes_on(rows, changed)


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(sorted(GOOD)),
    st.lists(st.tuples(st.integers(0, 99), st.integers(1, 3), TEXTS), min_size=1, max_size=4),
)
def test_cells_beside_the_table(name: str, cells: list[tuple[int, int, str]]) -> None:
    rows = GOOD[name][0]
    width = max(map(len, rows))
    changed = [[*row, *[None] * (width + 4 - len(row))] for row in rows]
    for place, right, text in cells:
        changed[place % len(changed)][width + right] = text
    goes_on(rows, changed)


@settings(deadline=None)
@given(st.sampled_from(sorted(GOOD)), st.sampled_from(sorted(GOOD)), st.sampled_from([NOT_YET, DONE]))
def test_a_hidden_draft_beside_the_report(name: str, draft: str, status: str) -> None:
    hidden = [[status if value in (DONE, DOING, NOT_YET) else value for value in row] for row in GOOD[draft][0]]
    goes_on(GOOD[name][0], GOOD[name][0], hidden)
