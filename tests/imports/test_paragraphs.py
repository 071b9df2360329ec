"""What of a text becomes paragraphs."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ita_data.imports.grid import Paragraph
from ita_data.imports.paragraphs import paragraphs_of


def test_characters_that_control_a_machine_are_no_text() -> None:
    assert paragraphs_of("ประกาศ\x00คู่มือ\x1b\tแล้ว\n\x07") == (Paragraph("ประกาศคู่มือ แล้ว"),)


@given(st.text())
def test_no_control_character_is_ever_left(text: str) -> None:
    found = "".join(paragraph.text for paragraph in paragraphs_of(text))
    assert "Cc" not in {unicodedata.category(char) for char in found}
