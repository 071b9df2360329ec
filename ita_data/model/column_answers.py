"""What people said of columns whose headers nobody knew."""

from dataclasses import dataclass
from datetime import datetime

ASIDE = ""
"""The field of a column that is to be left aside."""

ASK_AGAIN = "?"
"""The field of a column whose answer was taken back."""


@dataclass(frozen=True, slots=True)
class ColumnAnswer:
    """The field that the columns with one header hold in an office's files of one layout, and who said so when.

    `header` is the header as `normalised`: its letters and digits, without gaps.
    """

    layout: str
    header: str
    field: str
    actor_name: str
    answered_at: datetime
