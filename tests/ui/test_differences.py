"""Two versions of a text, with what differs marked."""

from ui.html.differences import marked


def test_only_the_words_that_differ_are_marked() -> None:
    before, after = marked("จัดประชุมชี้แจง 3 ครั้ง", "จัดประชุมชี้แจง 4 ครั้ง")

    assert before == "จัดประชุมชี้แจง <del>3</del> ครั้ง"
    assert after == "จัดประชุมชี้แจง <ins>4</ins> ครั้ง"


def test_texts_with_little_in_common_bear_no_marks() -> None:
    assert marked("จัดประชุม", "ยังไม่ได้ดำเนินการ") == ("จัดประชุม", "ยังไม่ได้ดำเนินการ")
    assert marked("", "จัดประชุม") == ("", "จัดประชุม")


def test_what_a_file_holds_is_never_taken_for_html() -> None:
    before, after = marked("<b>ก</b> และ <i>ข</i>", "<b>ก</b> และ <i>ค</i>")

    assert "<b>" not in before + after
    assert before.count("<del>") == after.count("<ins>") == 1


def test_long_texts_are_shown_whole() -> None:
    old, new = "ก" * 3000, "ก" * 2999
    assert marked(old, new) == (old, new)
