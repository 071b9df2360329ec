"""Statuses and codes as officers write them: read where they are plain, else refused with words that say why."""

import pytest

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


@pytest.mark.parametrize("written", ["4.2 - 4", "4.2 และ 3", "1.3 (ก)", "4.2, 4.3", "๔.๒ กับ ๔.๓"])
def test_several_codes_in_a_cell_are_refused_and_not_cut(written: str) -> None:
    reading = read_as_sample_office(workbook(HEADERS, row(), row(measure=written)), "book.xlsx")
    assert list(statuses(reading)) == ["4.2"]
    assert ("measure-several", "A3") in said(reading)
