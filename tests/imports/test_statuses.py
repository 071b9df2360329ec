import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.imports.spellings import spellings_of
from ita_data.imports.statuses import status_meant
from ita_data.model.states import Status

NOT_STARTED, IN_PROGRESS, COMPLETED, NOT_APPLICABLE = Status
CHOICES = {
    NOT_STARTED: "ยังไม่ดำเนินการ",
    IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    COMPLETED: "ดำเนินการแล้ว",
    NOT_APPLICABLE: "ไม่เกี่ยวข้อง",
}
LISTED = [(text, Status(name)) for name in CHOICES for text in spellings_of("statuses", name) if not text.endswith("…")]


@pytest.mark.parametrize(
    ("text", "meaning", "said"),
    [
        ("ดำเนินการแล้ว", COMPLETED, ""),
        ("ดำเนินการแลว", COMPLETED, "status-repaired"),
        ("ไม่เกี่ยวของ", NOT_APPLICABLE, "status-repaired"),
        ("ไม่เกี่ยวข้อง (ไม่มีภารกิจ)", NOT_APPLICABLE, "status-with-text"),
        ("ยังไม่ดำเนินการ: รองบประมาณ", NOT_STARTED, "status-with-text"),
        ("แล้วเสร็จ - ประชุม 2 ครั้ง", COMPLETED, "status-with-text"),
        ("ดำเนินการแล้ว 5 จาก 5 กิจกรรม", COMPLETED, "status-with-text"),
        ("ดำเนินการแล้ว 5 ครั้ง จากแผน 5 ครั้ง", COMPLETED, "status-with-text"),
        ("ดำเนินการแล้ว 15/1/68", COMPLETED, "status-with-text"),
        ("ดำเนินการแล้ว ตามหนังสือที่ 1/2568", COMPLETED, "status-with-text"),
        ("ดำเนินการแล้ว รอบ 6 เดือน", COMPLETED, "status-with-text"),
        ("ดำเนินการแล้ว โดยรองผู้อำนวยการ ครอบคลุมทุกพื้นที่", COMPLETED, "status-with-text"),
        ("ดำเนินการแล้ว พร้อมกรอกข้อมูล", COMPLETED, "status-with-text"),
        ("อยู่ระหว่างดำเนินการ (ล่าช้ากว่าแผน)", IN_PROGRESS, "status-with-text"),
        ("รอดำเนินการ", NOT_STARTED, ""),
        ("pending", NOT_STARTED, ""),
        ("กำลังทำ", IN_PROGRESS, ""),
        ("เสร็จสมบูรณ์", COMPLETED, ""),
        ("เสร็จสิ้นสมบูรณ์", COMPLETED, ""),
        ("ทำแล้ว", COMPLETED, ""),
        ("Done", COMPLETED, ""),
    ],
)
def test_words_that_seem_to_be_a_status_are_taken_with_what_has_to_be_said(
    text: str, meaning: Status, said: str
) -> None:
    assert status_meant(text) == (meaning, said)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ดีมาก", "status-unknown"),
        ("แล้วเสร็จบางส่วน", "status-unknown"),
        ("ดำเนินการ", "status-unknown"),
        ("3", "status-unknown"),
        ("ดำเนินการแล้ว?", "status-doubted"),
        ("แล้วเสร็จ ร้อยละ 50", "status-doubted"),
        ("ดำเนินการแล้ว 3/5", "status-doubted"),
        ("ดำเนินการแล้ว ๓ จาก ๕ กิจกรรม", "status-doubted"),
        ("ดำเนินการแล้ว 3 ครั้ง จากแผน 5 ครั้ง", "status-doubted"),
        ("ดำเนินการแล้ว 3 ครั้ง (เป้าหมาย 5 ครั้ง)", "status-doubted"),
        ("ดำเนินการแล้ว คงค้าง 2 เรื่อง", "status-doubted"),
        ("ดำเนินการแล้ว (รอลงนาม)", "status-doubted"),
        ("ดำเนินการแล้ว รอผู้บริหารลงนาม", "status-doubted"),
        ("ดำเนินการแล้ว รอดำเนินการขั้นต่อไป", "status-doubted"),
        ("ดำเนินการแล้ว ระยะที่ 1", "status-doubted"),
        ("ดำเนินการแล้ว เฟส 1", "status-doubted"),
        ("ดำเนินการแล้ว (ฉบับร่าง)", "status-doubted"),
        ("ดำเนินการแล้วเมื่อ มิ.ย. 62 แต่ยังไม่ครบ", "status-doubted"),
        ("ยังไม่ดำเนินการ แต่ประชุมแล้ว", "status-doubted"),
        ("ยังไม่ดำเนินการ / ดำเนินการแล้ว / ไม่เกี่ยวข้อง", "status-several"),
        ("● ยังไม่ดำเนินการ ○ ดำเนินการแล้ว", "status-several"),
        ("ล่าช้ากว่าแผน", "status-time"),
        ("เป็นไปตามแผน", "status-time"),
        ("On track", "status-time"),
        ("ไม่บรรลุเป้าหมาย", "status-target"),
        ("ยกเลิก", "status-cancelled"),
        ("เลื่อนไปเดือนหน้า", "status-cancelled"),
        ("●", "status-sign"),
        ("◐", "status-sign"),
        ("🟢", "status-sign"),
        ("✓", "status-sign"),
        ("☐ ดำเนินการแล้ว", "status-unticked"),
        ("✗ ดำเนินการแล้ว", "status-unticked"),
        ("ดำเนินการแล้ว ☑ อยู่ระหว่างดำเนินการ ☑", "status-unticked"),
    ],
)
def test_what_is_no_status_is_none_and_it_is_said_why(text: str, why: str) -> None:
    assert status_meant(text) == (None, why)


@given(
    st.sampled_from(LISTED),
    st.sampled_from(
        [
            "✅ {}",
            "🔄 {}",
            "• {}",
            "● {}",
            "➤ {}",
            "✔️ {}",
            "{} ✓",
            "☑ {}",
            "[x] {}",
            "(/) {}",
            "3. {}",
            "๓) {}",
            "(3) {}",
            "3 = {}",
            "3 - {}",
        ]
    ),
)
def test_a_sign_or_a_number_before_a_status_leaves_it_that_status(listed: tuple[str, Status], form: str) -> None:
    text, meaning = listed
    assert status_meant(form.format(text)) == (meaning, "")


@given(
    st.permutations(list(CHOICES)),
    st.integers(1, 4),
    st.sampled_from(
        [
            ("☑", "☐"),
            ("☒", "☐"),
            ("[x]", "[ ]"),
            ("[X]", "[]"),
            ("(/)", "( )"),
            ("(✓)", "(  )"),
            ("✓", "☐"),
            ("✓", "✗"),
            ("✅", "⬜"),
        ]
    ),
    st.sampled_from(["{sign} {words}", "{sign}{words}", "{words} {sign}"]),
    st.sampled_from([" ", "\n", "  ", " / "]),
    st.integers(-1, 3),
)
def test_of_all_choices_in_one_cell_only_the_ticked_one_is_taken(
    order: list[Status], count: int, signs: tuple[str, str], form: str, between: str, ticked: int
) -> None:
    offered = order[:count]
    pieces = [form.format(sign=signs[at != ticked], words=CHOICES[status]) for at, status in enumerate(offered)]
    expected = (offered[ticked], "") if 0 <= ticked < count else (None, "status-unticked")
    assert status_meant(between.join(pieces)) == expected


@given(
    st.integers(1, 50),
    st.integers(1, 50),
    st.sampled_from(["{} ครั้ง จากแผน {} ครั้ง", "{} จาก {} กิจกรรม", "{}/{} เรื่อง", "{} ครั้ง (แผน {} ครั้ง)"]),
)
def test_so_many_of_more_is_never_completed(done: int, planned: int, form: str) -> None:
    found, _said = status_meant(f"ดำเนินการแล้ว {form.format(done, planned)}")
    assert found is (COMPLETED if done == planned else None)


@given(
    st.sampled_from(["ดำเนินการแล้ว", "แล้วเสร็จ", "เสร็จสิ้น", "ทำแล้ว"]),
    st.sampled_from(
        [
            "ระยะ",
            "ขั้นตอน",
            "งวด",
            "ตอน",
            "ครั้ง",
            "รอบ",
            "ไตรมาส",
            "ครึ่งปี",
            "รุ่นที่",
            "กิจกรรมที่",
            "ชุดที่",
            "เดือนที่",
            "Phase",
            "Q",
            "step",
        ]
    ),
    st.sampled_from(["", " ", "ที่ ", "ที่"]),
    st.integers(1, 12),
    st.sampled_from(["{} {}", "{} ({})", "{}: {}", "{}{}"]),
)
def test_one_part_of_several_is_never_completed(listed: str, part: str, between: str, number: int, form: str) -> None:
    between = "" if part.endswith("ที่") or part.isascii() else between
    assert status_meant(form.format(listed, f"{part}{between}{number}"))[0] is None


@pytest.mark.parametrize("further", ["3 ครั้ง", "2 กิจกรรม 3 รุ่น", "จำนวน 1 โครงการ", "ครบทั้ง 3 รอบ", "เดือนละครั้ง"])
def test_a_number_of_times_takes_nothing_back(further: str) -> None:
    assert status_meant(f"ดำเนินการแล้ว {further}") == (COMPLETED, "status-with-text")
