"""Meetings for the tests of what is taken home."""

from datetime import date
from pathlib import Path

from ita_data.agenda import Meeting
from ita_data.model.periods import FiscalMonth
from ita_data.services import opening
from ita_data.services.meeting import open_meeting
from tests import extremes

MARCH = FiscalMonth(2568, 6)
DAY = date(2025, 4, 9)
OFFICE = "สำนักงานเขตตัวอย่าง"


def march_meeting(database: Path) -> Meeting:
    """The sample office's meeting on March."""
    store = opening.open_store(database)
    meeting = open_meeting(store, OFFICE, MARCH, DAY)
    store.dispose()
    return meeting


def extreme_meeting(folder: Path) -> Meeting:
    """March's meeting of the office that is too large for every screen."""
    store = opening.open_store(folder / "extremes.db")
    extremes.bring_extremes(store)
    meeting = open_meeting(store, extremes.OFFICE, MARCH, DAY)
    store.dispose()
    return meeting
