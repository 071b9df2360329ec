"""docs/meeting.md shows pictures that are there, and names keys and screens that the meeting has."""

import re

from ita_data.agenda import SCREENS
from ita_data.config import ROOT

TEXT = (ROOT / "docs" / "meeting.md").read_text(encoding="utf-8")
SCRIPT = (ROOT / "ui" / "static" / "meeting" / "meeting.js").read_text(encoding="utf-8")


def test_every_picture_it_shows_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT)
    assert pictures
    assert all((ROOT / "docs" / picture).exists() for picture in pictures)


def test_every_letter_it_names_as_a_key_is_one() -> None:
    keys = "".join(line.split("|")[1] for line in TEXT.splitlines() if line.startswith("|"))
    letters = set(re.findall(r"(?<![A-Za-z])[A-Z](?![a-z])", keys))
    assert letters == set(re.findall(r"Key([A-Z]):", SCRIPT))


def test_it_names_as_many_kinds_of_screens_as_there_are() -> None:
    table = TEXT.split("| screen |")[1].split("\n\n")[0]
    rows = table.splitlines()[2:]
    # Indicators and sections share a row.
    assert len(rows) + 1 == len(SCREENS)
