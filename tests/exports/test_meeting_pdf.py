"""A month's meeting to be printed: one screen a page, its Thai shaped, its fonts inside."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.agenda import Meeting, Screen, agenda
from ita_data.agenda.screen import Listing
from ita_data.exports.fitting import Place
from ita_data.exports.pdf import meeting_pdf
from ita_data.exports.pdf_text import Print, blank_paper, write
from tests.agenda.meetings import meeting_of
from tests.exports.meetings import extreme_meeting, march_meeting

PAGE = re.compile(rb"/Type /Page\b(?!s)")


@pytest.fixture(scope="module")
def march(sample_office: Path) -> Meeting:
    return march_meeting(sample_office)


def content_of(text: str, width: float = 500, height: float = 200) -> bytes:
    """How a text is drawn."""
    paper = blank_paper("")
    paper.set_compression(False)
    paper.add_page()
    write(paper, Place(0, 0, width, height), text, Print(60))
    return bytes(paper.output())


def test_every_screen_is_a_landscape_page_of_a4(march: Meeting) -> None:
    screens = agenda(march)
    file = meeting_pdf(march, screens)
    assert len(PAGE.findall(file)) == len(screens)
    assert re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", file) == [(b"841.89", b"595.28")]


def test_its_fonts_are_inside_and_the_same_screens_give_the_same_bytes(march: Meeting) -> None:
    file = meeting_pdf(march, agenda(march))
    assert len(re.findall(rb"/FontFile2 ", file)) == 3
    assert meeting_pdf(march, agenda(march)) == file
    assert b"/CreationDate (D:20000101" in file


def test_a_text_that_has_no_room_ends_with_an_ellipsis_and_stays_on_its_page() -> None:
    assert content_of("น้ำ ที่ กฤษฏิ์ ปั๊ม " * 40, width=100, height=40).count(b" Td ") == 3
    assert content_of("น้ำ ที่ กฤษฏิ์ ปั๊ม", width=500, height=200).count(b" Td ") == 1


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=60))
def test_any_text_can_be_printed(text: str) -> None:
    screen = Screen("orders", text, Listing(("ก", "ข"), ((text, "ข"),), (1, 30)), text)
    assert meeting_pdf(meeting_of(), [screen]).startswith(b"%PDF")


def test_an_empty_plan_and_one_too_large_for_every_screen_are_printed(tmp_path: Path) -> None:
    for meeting in (meeting_of(), extreme_meeting(tmp_path)):
        screens = agenda(meeting)
        assert len(PAGE.findall(meeting_pdf(meeting, screens))) == len(screens)
