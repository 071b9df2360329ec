"""docs/pages.md shows every picture that is there, and no other; together they stay small."""

import re

from ita_data.config import ROOT
from tests.pages.apps import PAGES

FOLDER = ROOT / "docs" / "pages"
MOST_BYTES = 1_500_000


def test_every_page_has_its_picture_and_every_picture_is_shown() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(pages/([^)]+)\)", (ROOT / "docs" / "pages.md").read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(picture.name for picture in FOLDER.iterdir())
    assert {f"{page}.png" for page in PAGES} <= set(shown)


def test_the_pictures_are_small() -> None:
    assert sum(picture.stat().st_size for picture in FOLDER.iterdir()) < MOST_BYTES
