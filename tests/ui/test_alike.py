"""Two texts with what they share marked in both."""

from ui.html.differences import marked_alike


def test_what_stands_in_both_is_marked_in_whatever_order() -> None:
    outcome, measure = marked_alike("ประชุมมอบหมายงาน จัดทำคู่มือ", "จัดทำคู่มือ และมอบหมายเจ้าหน้าที่")
    assert outcome == "ประชุม<mark>มอบหมาย</mark>งาน <mark>จัดทำคู่มือ</mark>"
    assert measure == "<mark>จัดทำคู่มือ</mark> และ<mark>มอบหมาย</mark>เจ้าหน้าที่"


def test_short_runs_bear_no_mark() -> None:
    assert marked_alike("อบรมและแผน", "ร่างและข่าว") == ("อบรมและแผน", "ร่างและข่าว")


def test_no_mark_parts_a_letter_from_its_vowel() -> None:
    assert marked_alike("ประกาศคู", "ประกาศค่าปรับ")[0] == "<mark>ประกาศ</mark>คู"


def test_small_and_capital_letters_are_alike() -> None:
    assert marked_alike("E-service", "ผ่าน E-SERVICE") == ("<mark>E-service</mark>", "ผ่าน <mark>E-SERVICE</mark>")


def test_what_a_file_holds_is_never_taken_for_html() -> None:
    assert "<b>" not in "".join(marked_alike("<b>คู่มือการปฏิบัติงาน</b>", "<b>คู่มือการปฏิบัติงาน</b>"))
