"""The meeting's page: as of when its figures are, whatever its address says."""

import pytest

from ita_data.services import opening
from tests.pages.apps import Office, in_office, opened

pytestmark = [in_office("sample"), pytest.mark.usefixtures("office")]


@pytest.mark.parametrize("written", ["", "abc", "-1", "99999", "9" * 5000, "๖๑"])
def test_an_address_that_names_no_meeting_opens_it_as_it_is_now(office: Office, written: str) -> None:
    app = opened("meeting", opened=written)
    assert not app.exception
    assert app.query_params["opened"] == str(opening.revision(office.store))
    assert any("ตัวเลข ณ เวลาที่เปิดประชุม" in caption.value for caption in app.caption)


def test_it_says_that_nobody_is_known_and_offers_every_file() -> None:
    app = opened("meeting", month="6")
    assert [info.value for info in app.info if "มุมขวาบน" in info.value]
    assert len(app.get("download_button")) == 4


@pytest.mark.parametrize("every", ["", "0", "x", "9" * 5000])
def test_the_wall_takes_any_number_of_seconds_or_none(every: str) -> None:
    assert not opened("wall", every=every).exception
