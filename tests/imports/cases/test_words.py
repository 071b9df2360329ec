"""Statuses and codes as officers write them: read where they are plain, else refused with words that say why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.imports.reading import Reading
from ita_data.model.states import Status
from tests.imports.cases.sample_office import read_as_sample_office, read_case, said, stored
from tests.imports.layouts.monthly.small_workbooks import HEADERS, row
from tests.imports.made_files import workbook

NOT_STARTED, IN_PROGRESS, COMPLETED, NOT_APPLICABLE = Status
_NOT_ASSIGNED = "measure-not-assigned"


def statuses(reading: Reading) -> dict[object, object]:
    """The status that would be stored for each measure."""
    return dict(stored(reading, "status"))


def read_statuses(*written: str) -> Reading:
    """What a workbook comes to whose rows have these statuses, from measure 1.1 on."""
    codes = ("1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4")
    rows = [row(measure=code, status=text, progress=None) for code, text in zip(codes, written, strict=False)]
    return read_as_sample_office(workbook(HEADERS, *rows), "book.xlsx")


def test_signs_and_numbers_before_a_status_say_nothing_and_words_that_are_no_status_say_why() -> None:
    reading = read_case("status_signs_and_vocabularies.xlsx")
    assert statuses(reading) == {
        "1.1": COMPLETED,
        "1.2": IN_PROGRESS,
        "1.3": NOT_STARTED,
        **dict.fromkeys(("1.4", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3"), COMPLETED),
        "4.1": IN_PROGRESS,
        "4.2": IN_PROGRESS,
        "4.3": NOT_STARTED,
        "4.4": COMPLETED,
        "5.1": NOT_STARTED,
        "6.1": COMPLETED,
    }
    assert said(reading, _NOT_ASSIGNED) == [("status-time", "E19"), ("status-time", "E20"), ("status-cancelled", "E21")]


def test_a_vocabulary_of_another_program_is_read_or_refused_with_words() -> None:
    reading = read_statuses("🟢 Done", "⏳ pending", "กำลังทำ", "✔️ ทำแล้ว", "Delayed", "On hold", "100 %", "🔴")
    assert statuses(reading) == {"1.1": COMPLETED, "1.2": NOT_STARTED, "1.3": IN_PROGRESS, "1.4": COMPLETED}
    assert said(reading) == [
        ("status-time", "E6"),
        ("status-cancelled", "E7"),
        ("status-unknown", "E8"),
        ("status-sign", "E9"),
    ]


def test_part_of_the_work_is_never_stored_as_completed() -> None:
    reading = read_statuses(
        "ดำเนินการแล้ว 3 ครั้ง จากแผน 5 ครั้ง",
        "ดำเนินการแล้ว (รอลงนาม)",
        "ดำเนินการแล้ว ระยะที่ 1",
        "ดำเนินการแล้ว (ฉบับร่าง)",
        "แล้วเสร็จ (รอผู้อำนวยการเห็นชอบ)",
        "เสร็จสิ้น ขั้นตอนที่ 2",
    )
    assert statuses(reading) == {}
    assert {code for code, _cell in said(reading)} == {"status-doubted", "no-rows"}


DONE = st.sampled_from(["ดำเนินการแล้ว {}", "ดำเนินการแล้ว เดือน {}", "แล้วเสร็จ ({})", "ดำเนินการแล้วเมื่อ {}", "เสร็จสิ้น {}"])
JANUARY = ("ม.ค. 68", "มกราคม 2568", "ม.ค.", "มกราคม", "ม.ค. - ม.ค. 68", "ธ.ค. 67 - ม.ค. 68")
OTHERS = ("ก.พ.", "ก.พ. 68", "มี.ค. 68", "กันยายน 2568", "ธ.ค. 67", "ธันวาคม", "ม.ค. 67", "ม.ค. - มี.ค. 68")


@settings(deadline=None, max_examples=40)
@given(DONE, st.sampled_from(OTHERS))
def test_what_is_done_for_another_month_is_asked_about(form: str, month: str) -> None:
    reading = read_statuses(form.format(month))
    assert statuses(reading) == {}
    assert [(question.field, question.text) for question in reading.words] == [("status", form.format(month))]


@settings(deadline=None, max_examples=30)
@given(DONE, st.sampled_from(JANUARY))
def test_what_is_done_for_the_reported_month_is_done(form: str, month: str) -> None:
    assert statuses(read_statuses(form.format(month))) == {"1.1": COMPLETED}


@pytest.mark.parametrize(
    ("day", "is_taken"),
    [("15 ม.ค. 68", True), ("20 พ.ย. 67", True), ("3 ก.พ. 68", True), ("28 ก.พ. 68", False), ("1 มี.ค.", False)],
)
def test_a_day_beside_a_status_is_that_of_the_work_unless_the_report_was_due_before(day: str, is_taken: bool) -> None:
    assert statuses(read_statuses(f"ดำเนินการแล้วเมื่อ {day}")) == ({"1.1": COMPLETED} if is_taken else {})


@pytest.mark.parametrize("written", ["4.2 - 4", "4.2 และ 3", "1.3 (ก)", "4.2, 4.3", "๔.๒ กับ ๔.๓"])
def test_several_codes_in_a_cell_are_refused_and_not_cut(written: str) -> None:
    reading = read_as_sample_office(workbook(HEADERS, row(), row(measure=written)), "book.xlsx")
    assert list(statuses(reading)) == ["4.2"]
    assert ("measure-several", "A3") in said(reading)
