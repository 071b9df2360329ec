import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ita_data.imports import spellings
from ita_data.imports.nearness import is_one_slip_away
from ita_data.imports.spellings import (
    cadence,
    calendar_month,
    header,
    header_shown,
    is_remark,
    section_meant,
    section_named,
    standard_sections,
    status,
)
from ita_data.model.cadence import WORDING, Cadence
from ita_data.model.records import Section
from ita_data.model.review_fields import REVIEW_FIELDS, ReviewField
from ita_data.model.spelling import normalised
from ita_data.model.states import Status

DATA = tomllib.loads(Path(spellings.__file__).with_suffix(".toml").read_text(encoding="utf-8"))
TABLES = {f"headers.{name}": table for name, table in DATA["headers"].items()} | {
    name: DATA[name] for name in ("statuses", "cadences", "months")
}
THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=20)

NOT_STARTED, IN_PROGRESS, COMPLETED, NOT_APPLICABLE = Status


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ดำเนินการ", "ดํ\u0e32เนินการ"),
        ("ดำเนินการ", "ด าเนินการ"),
        ("ต่ำ", "ต่ํ\u0e32"),
        ("ต่ำ", "ตํ่\u0e32"),
        ("ต่ำ", "ต่ า"),
        ("แล้ว", "เเล้ว"),
        ("ม.ค. ๖๘", "มค68"),
        ("ฝ่าย\u200bปก\u00a0ครอง", "ฝ่ายปกครอง"),
        ("ความก้าวหน้า (%)", "ความก้าวหน้า"),
        ("ฝ่ายรักษาฯ", "ฝ่ายรักษา"),
        ("In Progress", "in-progress"),
        ("15/1/2568", "15 . 1 - 2568"),
    ],
)
def test_two_spellings_of_one_thing_share_a_key(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"), [("1.2568", "12568"), ("ทุก 1-2 เดือน", "ทุก 12 เดือน"), ("ปี", "ปิ"), ("ฝ่าย", "ฝาย"), ("นา", "นำ")]
)
def test_different_things_keep_different_keys(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@given(THAI)
@example("๐ฯิ๐")
def test_a_key_is_its_own_key(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@given(THAI, st.sampled_from([" ", "\u00a0", "\u200b", "\n", ".", "(", "-"]))
def test_blanks_and_punctuation_at_the_ends_never_change_a_key(text: str, blank: str) -> None:
    assert normalised(f"{blank}{text}{blank}") == normalised(text)


@pytest.mark.parametrize("name", TABLES)
def test_no_spelling_means_two_things(name: str) -> None:
    listed = Counter(normalised(spelling) for spellings in TABLES[name].values() for spelling in spellings)
    assert [spelling for spelling, count in listed.items() if count > 1] == []


@pytest.mark.parametrize("table", DATA["headers"])
def test_every_listed_header_is_known(table: str) -> None:
    for field, listed in DATA["headers"][table].items():
        assert {header(table, spelling.removesuffix("…")) for spelling in listed} == {field}
        is_ours = table == "monthly" and field in REVIEW_FIELDS
        assert header_shown(table, field) == (REVIEW_FIELDS[field].column.header if is_ours else listed[0])


@pytest.mark.parametrize("field", REVIEW_FIELDS.values(), ids=REVIEW_FIELDS)
def test_the_header_of_a_field_in_our_own_workbook_is_known_and_listed_once(field: ReviewField) -> None:
    assert header("monthly", field.column.header) == field.name
    assert field.column.header not in DATA["headers"]["monthly"].get(field.name, [])


def test_the_headers_of_the_published_report_are_known() -> None:
    main = [
        "ตัวชี้วัด",
        "ประเด็นที่ต้องเตรียมความพร้อม/ยกระดับ",
        "มาตรการ/กิจกรรมเพื่อส่งเสริมคุณธรรมและความโปร่งใส",
        "ผลการดำเนินการ",
        "ผู้รับผิดชอบ",
        "การกำกับติดตามโดย ผอ.เขต",
    ]
    second = ["ประเด็น", "การดำเนินการตามมาตรการ/กิจกรรม", "ภาพถ่ายประกอบการดำเนินงาน", "ส่วนราชการที่รับผิดชอบ"]
    fields = ["code", "issue", "measure", "outcome", "responsible", "follow_up"]
    assert [header("report", text) for text in main] == fields
    assert [header("initiatives", text) for text in second] == ["initiative", "measure", "pictures", "responsible"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("รหัส\nมาตรการ", "measure"),
        ("สถานะ *", "status"),
        ("เดือนที่รายงาน (เช่น ม.ค. 68)", "month"),
        ("สถานะของเรื่อง", None),
        ("", None),
        ("(%)", None),
    ],
)
def test_a_header_is_known_with_a_remark_in_brackets_but_never_by_likeness(text: str, field: str | None) -> None:
    assert header("monthly", text) == field


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("ยังไม่ดำเนินการ", NOT_STARTED),
        ("ยังไม่ได้ดำเนินการ", NOT_STARTED),
        ("ยังไม่ได้ดํ\u0e32เนินการ", NOT_STARTED),
        ("ยังไม่เริ่มดำเนินการ", NOT_STARTED),
        ("อยู่ระหว่างดำเนินการ", IN_PROGRESS),
        ("อยู่ระหว่างรอรายละเอียดจากฝ่าย", IN_PROGRESS),
        ("ขณะนี้อยู่ระหว่างจัดทำ", IN_PROGRESS),
        ("กำลังดำเนินการ", IN_PROGRESS),
        ("ดำเนินการแล้ว", COMPLETED),
        (" ด าเนินการ เเล้วเสร็จ ", COMPLETED),
        ("ดำเนินการแล้วเมื่อ มิ.ย. 62", COMPLETED),
        ("ได้ดำเนินการเสร็จเรียบร้อยแล้ว", COMPLETED),
        ("แล้วเสร็จ", COMPLETED),
        ("ไม่เกี่ยวข้อง", NOT_APPLICABLE),
    ],
)
def test_status_words_are_known_negatives_above_all(text: str, meaning: Status) -> None:
    assert status(text) is meaning


@pytest.mark.parametrize(
    "text",
    [
        "ดำเนินการ",
        "ดำเนินการแล้วบางส่วน",
        "ยังไม่ได้ดำเนินการแล้วเสร็จ",
        "มีผู้ใช้บริการ 3105 คน ยังไม่ได้ประเมิน",
        "ยกเลิก",
        "บรรลุเป้า",
        "-",
        "",
    ],
)
def test_words_that_say_no_status_are_never_guessed(text: str) -> None:
    assert status(text) is None


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("ทุกเดือน", Cadence.MONTHLY),
        ("รายไตรมาส", Cadence.QUARTERLY),
        ("ทุก 3 เดือน", Cadence.QUARTERLY),
        ("ทุก ๓ เดือน", Cadence.QUARTERLY),
        ("รอบ 6 เดือน", Cadence.HALF_YEARLY),
        ("รอบ 6 เดือน / รอบ 12 เดือน", Cadence.HALF_YEARLY),
        ("รายปี", Cadence.YEARLY),
        ("ปีละครั้ง", Cadence.YEARLY),
        ("เป็นประจำทุกปี", Cadence.YEARLY),
        ("ประเมินผล 1 ครั้งต่อปีงบประมาณ", Cadence.YEARLY),
        ("ครั้งเดียว", Cadence.ONCE),
    ],
)
def test_rhythms_are_known(text: str, rhythm: Cadence) -> None:
    assert cadence(text) == (rhythm, False)


@pytest.mark.parametrize("text", ["ตลอดปีงบประมาณ", "อย่างต่อเนื่อง", "ต่อเนื่อง", "เมื่อมีกรณี"])
def test_open_rhythms_set_no_date_and_say_so(text: str) -> None:
    assert cadence(text) == (Cadence.AS_NEEDED, True)


@pytest.mark.parametrize("text", ["รอบ 6, 9 และ 12 เดือน", "ทุกสัปดาห์", "ทุก 1-2 เดือน", "ทุก 1, 2 เดือน", ""])
def test_other_rhythms_are_unknown(text: str) -> None:
    assert cadence(text) is None


@pytest.mark.parametrize(
    ("text", "month"),
    [("ม.ค", 1), ("กุมภาพันธ", 2), ("มี.ค.", 3), ("กรกฏาคม", 7), ("พฤษจิกายน", 11), ("Dec", 12), ("มค.", 1)],
)
def test_months_are_known_without_dots_and_with_the_usual_slips(text: str, month: int) -> None:
    assert calendar_month(text) == month


def test_the_ten_sections_come_in_the_official_order() -> None:
    sections = standard_sections()
    assert len(sections) == 10
    assert [section.position for section in sections] == list(range(1, 11))
    assert (sections[0].name, sections[9].short_name) == ("ฝ่ายปกครอง", "ฝ่ายพัฒนาชุมชนฯ")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ฝ่ายการคลัง", "ฝ่ายการคลัง"),
        (" ฝ่าย การคลัง ", "ฝ่ายการคลัง"),
        ("ฝ่ายสิ่งแวดล้อมฯ", "ฝ่ายสิ่งแวดล้อมและสุขาภิบาล"),
        ("ฝ่ายสิ่งแวดล้อม", "ฝ่ายสิ่งแวดล้อมและสุขาภิบาล"),
        ("ฝ่ายรักษาความสะอาดฯ", "ฝ่ายรักษาความสะอาดและสวนสาธารณะ"),
        ("ฝ่ายพัฒนาฯ", "ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม"),
    ],
)
def test_a_section_is_known_by_its_full_and_short_names(text: str, name: str) -> None:
    found = section_named(text, standard_sections())
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["ฝ่ายการฯ", "ฝ่ายรักษาความ", "ฝ่าย", "ทุกฝ่าย", "ฯ", "", "สำนักงานเขต"])
def test_what_may_be_two_sections_or_none_is_none(text: str) -> None:
    assert section_named(text, standard_sections()) is None


def test_an_office_may_have_sections_of_its_own() -> None:
    school = Section("โรงเรียนวัดสุวรรณาราม", "รร.วัดสุวรรณฯ")
    assert section_named("รร.วัดสุวรรณ", [school]) is school


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ฝ่ายโยธา", "ฝ่ายโยธา"),
        ("โยธา", "ฝ่ายโยธา"),
        ("ฝ่ายรักษาความสะอาด", "ฝ่ายรักษาความสะอาดและสวนสาธารณะ"),
        ("พัฒนาชุมชนฯ", "ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม"),
        ("ฝายการคลัง", "ฝ่ายการคลัง"),
        ("ฝ่ายบัญชี", None),
        ("ฝ่าย", None),
        ("รร", None),
    ],
)
def test_a_name_may_seem_to_be_a_section(text: str, name: str | None) -> None:
    found, is_certain = section_meant(text, standard_sections())
    assert (found.name if found else None) == name
    assert is_certain is (text == name)


def test_a_section_is_known_by_its_former_names_for_certain() -> None:
    renamed = Section("ฝ่ายปกครองและทะเบียน", former_names=("ฝ่ายปกครอง", "งานปกครอง"))
    for text in ("ฝ่ายปกครอง", "ฝ่าย ปกครอง", "งานปกครอง"):
        assert section_meant(text, [renamed]) == (renamed, True)


def test_what_a_section_is_called_now_goes_before_what_another_was_called() -> None:
    renamed, new = Section("ฝ่ายปกครองและทะเบียน", former_names=("ฝ่ายปกครอง",)), Section("ฝ่ายปกครอง")
    assert section_meant("ฝ่ายปกครอง", [renamed, new]) == (new, True)


def test_no_slip_of_one_letter_makes_another_status_of_one() -> None:
    words = [
        (normalised(text), name) for name, texts in DATA["statuses"].items() for text in texts if not text.endswith("…")
    ]
    for one, meaning in words:
        for other, another in words:
            assert meaning == another or not is_one_slip_away(one, other)


@pytest.mark.parametrize(("kind", "text"), [("total", "รวมทั้งสิ้น"), ("signature", "ลงชื่อ ........ ผู้รายงาน")])
def test_words_for_rows_that_report_nothing_are_known(kind: str, text: str) -> None:
    assert is_remark(kind, text)
    assert not is_remark(kind, "4.2")


@pytest.mark.parametrize("text", ["1. สถานะ", "(5) สถานะ", "๓) สถานะ", "สถานะ"])
def test_a_column_may_bear_a_number(text: str) -> None:
    assert header("monthly", text) == "status"


@pytest.mark.parametrize("rhythm", Cadence)
def test_the_words_for_a_cadence_are_read_as_that_cadence(rhythm: Cadence) -> None:
    known = cadence(WORDING[rhythm])
    assert known
    assert known[0] is rhythm
