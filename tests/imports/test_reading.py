"""What a file holds in rows that can't be taken is not missing from it."""

from dataclasses import replace
from datetime import date

from ita_data.imports.reading import RawRow, left_out
from ita_data.model.changes import Action
from ita_data.model.planning.changes import changes_of
from ita_data.model.problems import Place
from ita_data.model.records import Record, Records, Review
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from tests.plans import WORKS

TAKEN = Review("1.1", WORKS, 1, Status.IN_PROGRESS, date(2024, 11, 4), 50.0)
UNREADABLE = replace(TAKEN, measure="1.10")
FILE = Records("สำนักงานเขตตัวอย่าง", 2568, reviews=(TAKEN,))
STORED = replace(FILE, reviews=(TAKEN, UNREADABLE), rules=(Rules(),))


def missing(*rows: RawRow) -> list[Record]:
    """The stored records that the file lacks, when these are its rows."""
    changes = changes_of(STORED, FILE, 7, left_out=left_out(rows)).changes
    return [change.record for change in changes if change.action is Action.MISSING]


def test_a_review_in_a_row_that_cannot_be_taken_is_not_missing_from_the_file() -> None:
    values = {"measure": UNREADABLE.measure, "month": "2024-10", "sections": [UNREADABLE.section]}
    unreadable = RawRow("review", Place("ต.ค. 67", "A7"), {}, ok=False, values=values)
    assert missing() == [UNREADABLE]
    assert missing(unreadable, RawRow("review", Place(), {}, ok=False, values={})) == []
