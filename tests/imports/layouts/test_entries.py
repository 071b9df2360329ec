from ita_data.imports.layouts.entries import Column, Entry, column_of, own_column_of, spans_of
from tests.imports.layouts.small_reports import cells, column


def entries_of(*texts: str) -> Column:
    """The entries of a column with one cell a row."""
    return column_of(spans_of(column(*texts)))


def texts(found: Column) -> list[str]:
    return [entry.text for entry in found.entries]


def rows(found: Column) -> list[tuple[int, ...]]:
    return [entry.rows for entry in found.entries]


def test_every_numbered_cell_is_an_entry() -> None:
    found = entries_of("1. ประกาศ", "2. อบรม")
    assert [(entry.number, entry.text, entry.rows) for entry in found.entries] == [
        (1, "ประกาศ", (0,)),
        (2, "อบรม", (1,)),
    ]


def test_a_blank_cell_holds_no_entry() -> None:
    assert rows(entries_of("1. ประกาศ", "", "2. อบรม")) == [(0,), (2,)]


def test_dashes_say_that_there_is_nothing() -> None:
    assert texts(entries_of("1. ประกาศ", "-", "–", "...", "2. อบรม")) == ["ประกาศ", "อบรม"]


def test_a_number_without_a_text_is_no_entry() -> None:
    assert texts(entries_of("1. ประกาศ", "2.", "3. อบรม")) == ["ประกาศ", "อบรม"]


def test_a_number_may_stand_on_a_line_of_its_own() -> None:
    (entry,) = entries_of("1.\nประกาศ\nทางเว็บไซต์").entries
    assert (entry.number, entry.text, entry.detail) == (1, "ประกาศ", ("ทางเว็บไซต์",))


def test_several_numbered_lines_of_a_cell_are_entries_of_the_same_rows() -> None:
    found = entries_of("1. ประกาศ\n2. อบรม")
    assert (texts(found), rows(found)) == (["ประกาศ", "อบรม"], [(0,), (0,)])


def test_numbers_inside_a_line_part_it() -> None:
    assert texts(entries_of("1. ประกาศ 2. อบรม 3) ติดตาม")) == ["ประกาศ", "อบรม", "ติดตาม"]


def test_only_the_next_number_parts_a_line() -> None:
    assert texts(entries_of("1. ตามข้อ 5. ของระเบียบ พ.ศ. 2564 และ 1.5 ล้าน")) == [
        "ตามข้อ 5. ของระเบียบ พ.ศ. 2564 และ 1.5 ล้าน"
    ]


def test_the_next_number_goes_on_from_the_cell_above() -> None:
    assert texts(entries_of("1. ประกาศ", "2. อบรม 3. ติดตาม")) == ["ประกาศ", "อบรม", "ติดตาม"]


def test_a_number_with_decimals_begins_nothing() -> None:
    assert texts(entries_of("1.5 ล้านบาท")) == ["1.5 ล้านบาท"]


def test_numbering_may_restart() -> None:
    found = entries_of("1. ประกาศ 2. อบรม", "1. ติดตาม 2. สรุป")
    assert [entry.number for entry in found.entries] == [1, 2, 1, 2]


def test_thai_digits_number_as_others_do() -> None:
    found = entries_of("๑. ประกาศ ๒) อบรม")
    assert [(entry.number, entry.text) for entry in found.entries] == [(1, "ประกาศ"), (2, "อบรม")]


def test_entries_of_a_list_need_no_numbers() -> None:
    found = entries_of("<ol><li>ประกาศ</li><li>อบรม</li></ol>", "<ol><li>ติดตาม</li></ol>")
    assert [(entry.number, entry.text) for entry in found.entries] == [(0, "ประกาศ"), (0, "อบรม"), (0, "ติดตาม")]
    assert not found.problems


def test_unnumbered_lines_and_bullets_are_the_detail_of_the_entry_above() -> None:
    found = entries_of("1. ประกาศ\nทางเว็บไซต์\n- หน้าแรก\n2. อบรม")
    assert [(entry.text, entry.detail) for entry in found.entries] == [
        ("ประกาศ", ("ทางเว็บไซต์", "หน้าแรก")),
        ("อบรม", ()),
    ]


def test_a_line_before_the_first_number_is_an_entry_of_its_own() -> None:
    assert texts(entries_of("ทั่วไป 1. ประกาศ")) == ["ทั่วไป", "ประกาศ"]


def test_a_merged_cell_is_one_entry_of_all_its_rows() -> None:
    first, below = column("1. ประกาศ", "")
    covered = type(first)(below.place, first.origin, first.paragraphs, first.value)
    (entry,) = column_of(spans_of([first, covered])).entries
    assert (entry.rows, entry.place.cell) == ((0, 1), "A1")


def test_a_row_that_lacks_the_column_holds_no_entry() -> None:
    assert rows(column_of(spans_of([None, *cells("1. ประกาศ")]))) == [(1,)]


def test_a_cell_without_a_number_runs_on_from_the_numbered_one_above() -> None:
    found = entries_of("1. ประชุม/ชี้แจง", "ทำความเข้าใจ")
    assert (texts(found), rows(found)) == (["ประชุม/ชี้แจง ทำความเข้าใจ"], [(0, 1)])
    assert found.split_rows == {1}
    (problem,) = found.problems
    assert (problem.code, problem.place.cell, problem.words["above"]) == ("text-split", "A2", "A1")
    assert problem.value == "ประชุม/ชี้แจง ทำความเข้าใจ"


def test_all_entries_of_two_cells_that_are_one_span_the_rows_of_both() -> None:
    found = entries_of("1. ประกาศ", "2. อบรม 3. ประชุม", "ชี้แจง 4. สรุป")
    assert [(entry.text, entry.rows) for entry in found.entries] == [
        ("ประกาศ", (0,)),
        ("อบรม", (1, 2)),
        ("ประชุม ชี้แจง", (1, 2)),
        ("สรุป", (1, 2)),
    ]


def test_what_runs_on_after_sub_bullets_is_one_of_them() -> None:
    (entry,) = entries_of("1. ปรับปรุง\n- ป้าย", "- ที่จอดรถ\n- ห้องน้ำ").entries
    assert (entry.text, entry.detail) == ("ปรับปรุง", ("ป้าย", "ที่จอดรถ", "ห้องน้ำ"))


def test_bullets_that_run_on_are_no_part_of_the_text() -> None:
    (entry,) = entries_of("1. ปรับปรุง", "- ป้าย").entries
    assert (entry.text, entry.detail) == ("ปรับปรุง", ("ป้าย",))


def test_cells_of_a_column_without_numbers_stay_apart() -> None:
    found = entries_of("ประกาศ", "อบรม")
    assert texts(found) == ["ประกาศ", "อบรม"]
    assert not found.problems


def test_a_list_below_a_numbered_cell_does_not_run_on() -> None:
    assert texts(entries_of("1. ประกาศ", "<ol><li>อบรม</li></ol>")) == ["ประกาศ", "อบรม"]


def test_an_entry_knows_its_place() -> None:
    assert entries_of("", "1. ประกาศ").entries == (Entry("1", "ประกาศ", (), (1,), column("", "")[1].place),)


def own_entries_of(*texts: str) -> Column:
    """The entries of a column in a report of our own."""
    return own_column_of(spans_of(column(*texts)))


def test_in_a_report_of_our_own_only_the_beginning_of_a_line_is_a_number() -> None:
    (entry,) = own_entries_of("1. ประชุม 2. ติดตาม\n- 3) สรุป").entries
    assert (entry.number, entry.text, entry.detail) == (1, "ประชุม 2. ติดตาม", ("3) สรุป",))


def test_in_a_report_of_our_own_the_same_words_are_one_entry_over_all_their_rows() -> None:
    found = own_entries_of("1. ประชุม\n- สรุป", "2. อบรม", "1. ประชุม\n- สรุป")
    assert (texts(found), rows(found)) == (["ประชุม", "อบรม"], [(0, 2), (1,)])


def test_in_a_report_of_our_own_entries_keep_their_numbers() -> None:
    numbered = own_entries_of("3. ประชุม\n1. อบรม").numbered
    assert [(number, entry.text) for number, entry in numbered] == [(3, "ประชุม"), (1, "อบรม")]


def test_in_a_report_of_our_own_a_number_with_other_words_is_said() -> None:
    found = own_entries_of("1. ประชุม", "2. อบรม", "1. ประชุมทุกเดือน")
    assert [(each.code, each.place.cell, each.value, dict(each.words)) for each in found.problems] == [
        ("number-doubled", "A3", "ประชุมทุกเดือน", {"number": "1", "above": "A1"})
    ]
    assert own_entries_of("1. ประชุม", "2. อบรม", "1. ประชุม").problems == ()


def test_entries_are_counted_through_where_a_number_is_lacking_or_stands_twice() -> None:
    assert [number for number, _entry in own_entries_of("3. ประชุม", "3. อบรม").numbered] == [1, 2]
    assert [number for number, _entry in own_entries_of("ประชุม", "3. อบรม").numbered] == [1, 2]
    assert [number for number, _entry in entries_of("3. ประชุม", "4. อบรม").numbered] == [1, 2]
