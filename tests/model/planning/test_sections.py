"""What a section may be called, and where it stands among the others."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.model.planning.sections import called_before, moved_along, naming_errors
from ita_data.model.records import Section

GENERAL = Section("ฝ่ายปกครอง", "ปค.", 1, identity="1")
WORKS = Section("ฝ่ายโยธา", "ยธ.", 2, identity="2")
MARKET = Section("ฝ่ายเทศกิจ", "", 3, identity="3")
SECTIONS = (GENERAL, WORKS, MARKET)


def places(section: Section) -> dict[str, int]:
    """The places of the other sections that change where one takes its own."""
    return {after.name: after.position for _before, after in moved_along(section, SECTIONS)}


def test_a_section_that_moves_up_moves_those_that_it_passes_down() -> None:
    assert places(replace(MARKET, position=1)) == {"ฝ่ายปกครอง": 2, "ฝ่ายโยธา": 3}


def test_a_section_that_moves_down_moves_those_that_it_passes_up() -> None:
    assert places(replace(GENERAL, position=2)) == {"ฝ่ายโยธา": 1}


def test_a_section_that_is_added_in_the_middle_makes_room_for_itself() -> None:
    assert places(Section("ฝ่ายบัญชี", position=2)) == {"ฝ่ายโยธา": 3, "ฝ่ายเทศกิจ": 4}


def test_a_section_that_is_added_at_the_end_moves_nobody() -> None:
    assert places(Section("ฝ่ายบัญชี", position=4)) == {}


@pytest.mark.parametrize("name", ["ฝ่ายโยธา", " ฝ่าย โยธา", "ยธ.", "ทุกฝ่าย", "ฝ่ายบัญชี/การเงิน", ""])
def test_a_name_that_is_taken_empty_or_parted_in_files_is_refused(name: str) -> None:
    assert len(list(naming_errors(replace(GENERAL, name=name), SECTIONS))) == 1


@pytest.mark.parametrize("name", ["ฝ่ายปกครอง", "ฝ่ายปกครองและทะเบียน", "โรงเรียนวัดจันทร์ (สาขา)"])
def test_its_own_name_and_a_new_one_are_taken(name: str) -> None:
    assert list(naming_errors(replace(GENERAL, name=name), SECTIONS)) == []


def test_a_renamed_section_keeps_its_name_of_before_once() -> None:
    renamed = called_before(GENERAL, replace(GENERAL, name="ฝ่ายปกครองและทะเบียน", former_names=("งานปกครอง",)))
    assert renamed.former_names == ("งานปกครอง", "ฝ่ายปกครอง")
    assert called_before(renamed, renamed) == renamed


def test_a_section_that_takes_its_former_name_again_drops_it_from_them() -> None:
    renamed = replace(GENERAL, name="ฝ่ายปกครองและทะเบียน", former_names=("ฝ่ายปกครอง",))
    back = called_before(renamed, replace(renamed, name="ฝ่ายปกครอง"))
    assert back.former_names == ("ฝ่ายปกครองและทะเบียน",)


def test_a_new_section_was_never_called_otherwise() -> None:
    new = Section("")
    assert called_before(new, replace(new, name="ฝ่ายบัญชี")).former_names == ()


def test_a_former_name_is_that_of_no_section_that_is_there() -> None:
    taken = replace(GENERAL, former_names=("ฝ่ายโยธา",))
    ended = replace(WORKS, ends_on=date(2025, 3, 31))
    assert len(list(naming_errors(taken, SECTIONS))) == 1
    assert list(naming_errors(taken, (GENERAL, ended, MARKET))) == []


def test_two_sections_have_no_former_name_in_common() -> None:
    other = replace(WORKS, former_names=("งานช่าง",))
    assert len(list(naming_errors(replace(GENERAL, former_names=("งานช่าง",)), (GENERAL, other, MARKET)))) == 1


def test_the_error_says_whose_name_it_is() -> None:
    (error,) = naming_errors(Section("ยธ."), SECTIONS)
    assert "ฝ่ายโยธา" in error
