"""What becomes of one record of a plan, a review say, when a file or a page says something of it."""

from datetime import date

from ita_data.model.changes import Changes
from ita_data.model.planning.changes import changes_of
from ita_data.model.records import Record, Records, Review
from ita_data.model.states import Status
from tests.plans import WORKS

EARLIER, LATER = date(2024, 11, 4), date(2024, 12, 20)
REVIEW = Review("1.1", WORKS, 1, Status.IN_PROGRESS, EARLIER, 50.0, "ร่างแล้ว", EARLIER, "บันทึก 1", "-")


def changes(stored: Record, read: Record) -> Changes:
    """What a file that holds one record alone would change of a plan that holds one alone."""
    return changes_of(only(stored), only(read), 7)


def only(record: Record) -> Records:
    """A plan that holds this record alone."""
    return Records("สำนักงานเขตตัวอย่าง", 2568, **{f"{record.kind}s": (record,)})  # type: ignore[arg-type]
