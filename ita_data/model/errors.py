"""What can go wrong beside the data itself, as one small tree.

ItaError
├── StalePlan        the store changed after the plan was made
├── NotFound         a plan, outcome or batch that isn't in the store
└── StoreUnusable    the database can't be opened, or was made by a newer program

Faults inside a file are not exceptions: they are values, see `problems`.
"""

from ita_data.language import gettext as _


class ItaError(Exception):
    """Anything this program refuses to do; its text is meant for the person at the screen."""


class StalePlan(ItaError):
    """The store moved on since the plan was computed, so nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            _("Someone else saved a change meanwhile, so nothing was written. Read the file again to see what is new.")
        )


class NotFound(ItaError):
    """What was asked for is not in the store."""


class StoreUnusable(ItaError):
    """The database can't be opened, or a newer version of the program made it."""
