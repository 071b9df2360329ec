"""What people said of columns whose heads nobody knew."""

from dataclasses import dataclass
from datetime import datetime

ASIDE = ""
"""The field of a column that is to be left aside."""

ASK_AGAIN = "?"
"""The field of a column whose answer was taken back."""


@dataclass(frozen=True, slots=True)
class ColumnAnswer:
    """The field that the columns with one head hold in an office's files of one layout, and who said so when.

    `head` is the head's key: its letters and digits, without gaps.
    """

    layout: str
    head: str
    field: str
    actor_name: str
    answered_at: datetime
