"""Whose report a file is and of which month: a person says it at the import desk where the file leaves it open."""

import pytest

from ita_data.labels import label
from ita_data.language import gettext as _
from tests.imports.made_files import workbook
from tests.pages.apps import press
from tests.pages.import_desk import GOOD_ROW, HEADERS, counts, uploaded

BARE = (HEADERS[0], HEADERS[3])


@pytest.mark.usefixtures("report")
def test_what_a_file_leaves_open_is_asked_for_once_and_then_taken() -> None:
    app = uploaded("รายงาน.xlsx", workbook(BARE, (GOOD_ROW[0], GOOD_ROW[3])))
    assert app.warning[0].value == _("The file can be read once you have answered the questions below.")
    app.selectbox(key="context-Sheet-A1-section").select("ฝ่ายปกครอง")
    app.selectbox(key="context-Sheet-A1-month").select("2024-10")
    app = press(app, _("Read the file with these answers"))
    assert counts(app)[label("action", "added")] == "1"


@pytest.mark.usefixtures("report")
def test_the_preview_says_what_the_file_is() -> None:
    app = uploaded("รายงาน.xlsx", workbook(["ฝ่ายปกครอง ประจำเดือนตุลาคม 2567"], BARE, (GOOD_ROW[0], GOOD_ROW[3])))
    assert [text.value for text in app.text if "ฝ่ายปกครอง" in text.value and "ต.ค. 67" in text.value]
