"""Thai text parted into words, and cut short between them."""

import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.exports.fitting import Place, lines_in
from ita_data.thai_text import cut_short, words_in

LETTERS = st.sampled_from("กขงนรลมเแโใไะาำิีุู็่้์ๆฯ ABz019(“”),.…\n")
TEXTS = st.one_of(st.text(LETTERS, max_size=80), st.text(max_size=40))
LIMITS = st.integers(1, 60)
MARKS = "[ะาำๅ\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"


@pytest.mark.parametrize(
    ("longest", "cut"),
    [
        (28, "ประเมินผลการดำเนินงานประจำปี"),
        (27, "ประเมินผลการดำเนินงานประจำ…"),
        (26, "ประเมินผลการดำเนินงาน…"),
        (13, "ประเมินผลการ…"),
        (12, "ประเมินผล…"),
        (10, "ประเมินผล…"),
        (9, "ประเมิน…"),
        (8, "ประเมิน…"),
    ],
)
def test_a_thai_text_is_cut_between_words(longest: int, cut: str) -> None:
    assert cut_short("ประเมินผลการดำเนินงานประจำปี", longest) == cut


@pytest.mark.parametrize(
    ("longest", "cut"),
    [
        (39, "อบรมเรื่อง No Gift Policy ปี 2568…"),
        (33, "อบรมเรื่อง No Gift Policy ปี…"),
        (28, "อบรมเรื่อง No Gift Policy…"),
        (25, "อบรมเรื่อง No Gift…"),
        (15, "อบรมเรื่อง No…"),
        (13, "อบรมเรื่อง…"),
        (11, "อบรมเรื่อง…"),
        (10, "อบรม…"),
    ],
)
def test_a_latin_word_or_a_number_is_not_cut_either(longest: int, cut: str) -> None:
    assert cut_short("อบรมเรื่อง No Gift Policy ปี 2568 (ครั้งที่ 2)", longest) == cut


@pytest.mark.parametrize(
    ("longest", "cut"),
    [(11, "เด็กๆ ล้าง…"), (10, "เด็กๆ…"), (6, "เด็กๆ…"), (5, "เด็ก…"), (4, "เด็…"), (3, "…"), (1, "…")],
)
def test_a_first_word_that_is_too_long_keeps_each_letter_with_its_vowels_and_marks(longest: int, cut: str) -> None:
    assert cut_short("เด็กๆ ล้างมือ", longest) == cut


def test_an_address_is_cut_inside() -> None:
    assert cut_short("https://www.bangkok.go.th", 12) == "https://www…"


@pytest.mark.parametrize("longest", range(1, 60))
def test_a_text_cut_anywhere_loses_no_mark_and_leaves_no_vowel_without_its_letter(longest: int) -> None:
    text = "เจ้าหน้าที่ฝ่ายเทศกิจทำความเข้าใจเรื่องน้ำใต้ถุนกับผู้ค้าแผงลอยที่ปั๊มน้ำมัน โดยไม่รับของกำนัล"
    assert_cut_well(text, cut_short(text, longest))


@given(TEXTS, LIMITS)
def test_a_text_is_never_longer_than_its_room_and_unchanged_where_it_fits(text: str, longest: int) -> None:
    cut = cut_short(text, longest)
    assert len(cut) <= longest
    if len(text) <= longest:
        assert cut == text
    else:
        assert cut.endswith("…")
        assert_cut_well(text, cut)


@given(TEXTS, LIMITS)
def test_a_text_is_cut_after_a_word_or_inside_its_first_one(text: str, longest: int) -> None:
    kept = cut_short(text, longest).removesuffix("…")
    if len(text) > longest and kept:
        borders = {len(text[:end].rstrip()) for end in accumulate(map(len, words_in(text)))}
        assert len(kept) in borders or text[len(kept)].isspace() or len(kept.split()) == 1


@given(TEXTS, LIMITS, TEXTS)
def test_where_a_text_is_cut_does_not_hang_on_how_long_it_goes_on(text: str, longest: int, more: str) -> None:
    begin = text[: longest + 3]
    if len(begin) == longest + 3:
        assert cut_short(begin + more, longest) == cut_short(begin, longest)


def test_the_words_are_the_text() -> None:
    assert words_in("") == []
    assert words_in("จัดประชุมชี้แจง ITA") == ["จัด", "ประชุม", "ชี้แจง", " ", "ITA"]


def test_a_text_on_a_slide_ends_with_a_whole_word_too() -> None:
    text = "จัดประชุมชี้แจงการประเมินคุณธรรมและความโปร่งใสให้แก่บุคลากรของสำนักงานเขต"
    (line,) = lines_in(Place(0, 0, 150, 20), text, 12)
    assert line.endswith("…")
    assert line.removesuffix("…") in accumulate(words_in(text))


def assert_cut_well(text: str, cut: str) -> None:
    kept = cut.removesuffix("…")
    following = text[len(kept) :]
    assert text.startswith(kept)
    assert not kept.endswith(tuple("เแโใไ")) or following[0].isspace()
    assert not kept or not re.match(MARKS, following)
