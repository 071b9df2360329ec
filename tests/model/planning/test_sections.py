"""What a section may be called, and where it stands among the others."""

from dataclasses import replace

import pytest

from ita_data.model.planning.sections import moved_along, naming_errors
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


def test_the_error_says_whose_name_it_is() -> None:
    (error,) = naming_errors(Section("ยธ."), SECTIONS)
    assert "ฝ่ายโยธา" in error
