"""What can go wrong beside the data itself, as one small tree.

ItaError
├── StaleChanges     the store changed after the changes were computed
├── ConflictsOpen    somebody has to decide first whose values count
├── Overtaken        somebody else saved what a page was about to save
├── MonthClosed      a closed month would change, and nobody gave a reason
├── ClosingStands    what was signed off can't be undone
├── NotYet           a month is closed only once it is over
├── ClosedAlready    somebody closed the month a moment ago
├── UndoBlocked      later batches wrote the same fields, or rest on what would go
├── AlreadyUndone    the batch was undone before
├── DirectorOnly     somebody else would close or reopen a month
├── NotForSections   section staff would mark a meeting as held
├── MeetingNotThen   a meeting can't have been held on that day
├── TextMissing      an order, comment or answer that says nothing
├── SaidAlready      the same person would say the same on the same matter twice
├── MailFailed       the mail server didn't take a mail
├── MailUnanswered   the mail server didn't say whether it took a mail
├── MailedAlready    a section got its mail of the day
├── CodesUnclear     items of a plan can't have the codes that somebody gave them for the next year
├── PastChase        a list of a past day would be mailed
├── NotFound         a plan, outcome or batch that isn't in the store
├── NotWritten       a file can't be written where somebody wants it
├── CopyFailed       a backup can't be made, or isn't one
│   └── ProgramMissing   the program that makes it isn't on this machine
├── OfficeThere      the sample office would be loaded beside a real one
├── PlaceTaken       a backup would be restored over a database, or under a running server
└── StoreUnusable    the database can't be opened, or was made by a newer program
    └── StoreBusy        somebody else kept the database for too long

Faults inside a file are not exceptions: they are values, see `problems`.
"""

from collections.abc import Iterable
from datetime import date

from ita_data.labels import date_label, label, month_label
from ita_data.language import gettext as _
from ita_data.model.changes import Blocker, Change
from ita_data.model.periods import FiscalMonth


class ItaError(Exception):
    """Anything this program refuses to do; its text is meant for the person at the screen."""


class StaleChanges(ItaError):
    """The store moved on since the changes were computed, so nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            _("Someone else saved a change meanwhile, so nothing was written. Read the file again to see what is new.")
        )


class ConflictsOpen(ItaError):
    """There are changes to records that somebody else changed meanwhile, so nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            _("Others changed some of these records after the template was made. Choose first which values count.")
        )


class Overtaken(ItaError):
    """Somebody else saved records since a page showed them, so nothing was written.

    `changes` are what the page wanted of the plan of `fiscal_year`, from what is stored now to what was entered.
    """

    def __init__(self, changes: tuple[Change, ...], fiscal_year: int) -> None:
        names = ", ".join(" · ".join(change.record.key) for change in changes)
        super().__init__(
            _("Someone else saved these meanwhile, so nothing was written: {names}. Compare and save again.").format(
                names=names
            )
        )
        self.changes = changes
        self.fiscal_year = fiscal_year


class MonthClosed(ItaError):
    """A write would change closed months without a reason, so nothing was written; `cells` are sections and months."""

    def __init__(self, cells: tuple[tuple[str, FiscalMonth], ...]) -> None:
        months = dict.fromkeys(month_label(month.first_day) for _section, month in cells)
        super().__init__(
            _("{months} is closed. Give a reason for the change, or have the month reopened for the section.").format(
                months=", ".join(months)
            )
        )
        self.cells = cells


class DirectorOnly(ItaError):
    """Somebody who doesn't act as the director would close or reopen a month, so nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            _("Only the director closes and reopens months. Choose that role at the top right if it's you.")
        )


class NotForSections(ItaError):
    """Section staff would mark a meeting as held, so nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Only the director or the coordinator marks a meeting as held. "
                "Choose that role at the top right if it's you."
            )
        )


class MeetingNotThen(ItaError):
    """A meeting would be marked as held before its month or on a day to come, so nothing was written."""

    def __init__(self, first_day: date, last_day: date) -> None:
        text = _("The meeting can have been held from {first} to {last}.")
        super().__init__(text.format(first=date_label(first_day), last=date_label(last_day)))


class ClosingStands(ItaError):
    """The batch closed a month, and that stands; a section can have the month reopened."""

    def __init__(self) -> None:
        super().__init__(_("The closing of a month can't be undone. Have the month reopened for a section instead."))


class NotYet(ItaError):
    """A month isn't over yet, so it can't be closed."""

    def __init__(self, last_day: date) -> None:
        super().__init__(_("The month can be closed after {day}.").format(day=date_label(last_day)))


class ClosedAlready(ItaError):
    """Somebody closed the month meanwhile, and that stands."""

    def __init__(self, closed_by: str, closed_on: date) -> None:
        super().__init__(
            _("The month was already closed, by {name} on {day}.").format(name=closed_by, day=date_label(closed_on))
        )


class UndoBlocked(ItaError):
    """Later batches touch what the batch had written, so nothing was undone; `blockers` names them all."""

    def __init__(self, blockers: tuple[Blocker, ...]) -> None:
        batches = ", ".join(map(str, sorted({blocker.batch for blocker in blockers})))
        super().__init__(
            _("Later batches build on this one, so nothing was undone. Undo these first: {batches}.").format(
                batches=batches
            )
        )
        self.blockers = blockers


class AlreadyUndone(ItaError):
    """The batch was undone before; that can be undone in its turn."""

    def __init__(self, batch: int, undone_by: int) -> None:
        super().__init__(
            _("Batch {batch} was undone before, by batch {undone_by}.").format(batch=batch, undone_by=undone_by)
        )


class SaidAlready(ItaError):
    """The same person said the same on the same before, so nothing was written."""

    def __init__(self, topic: str, section: str, made_on: date) -> None:
        super().__init__(
            _("You said the same about “{topic}” of {section} on {day} already.").format(
                topic=label("topic", topic), section=section, day=date_label(made_on)
            )
        )


class TextMissing(ItaError):
    """An order, a comment or an answer says nothing, so nothing was written."""


class MailFailed(ItaError):
    """A mail didn't go out; it may be tried again."""


class MailServerFailed(MailFailed):
    """The mail server takes no mail now, whomever it is for."""


class MailUnanswered(ItaError):
    """The server broke off before it said whether it took a mail, which may or may not go out."""

    def __init__(self) -> None:
        super().__init__(
            _("The mail server broke off before it confirmed the mail, so it may have gone out. Ask the section.")
        )


class MailedAlready(ItaError):
    """The section got its mail of the day, or nobody knows whether it did, so none was sent."""

    def __init__(self, section: str) -> None:
        super().__init__(
            _("{section} was mailed today already: a section gets one mail a day.").format(section=section)
        )


class CodesUnclear(ItaError):
    """Items of a plan can't have the codes that somebody gave them for the next year, so nothing was written."""


class PastChase(ItaError):
    """The list is one of a past day: what a section owed then it may have sent since, so no mail went out."""

    def __init__(self, day: date) -> None:
        text = _("This is the list of {day}. Look at today to mail what is owed now.")
        super().__init__(text.format(day=date_label(day)))


class NotFound(ItaError):
    """What was asked for is not in the store."""


class NotWritten(ItaError):
    """A file can't be written where somebody wants it."""


class CopyFailed(ItaError):
    """A backup can't be made or read, or isn't as it was written."""


class ProgramMissing(CopyFailed):
    """The program that copies a database isn't on this machine."""


class OfficeThere(ItaError):
    """The sample office would be loaded beside a real one that nobody named, so nothing was written."""

    def __init__(self, offices: Iterable[str]) -> None:
        text = _(
            "An office works in this database: {offices}. Nothing was loaded. To load the sample office beside it, "
            'name it: python -m ita_data demo --beside "{office}"'
        )
        names = list(offices)
        super().__init__(text.format(offices=", ".join(names), office=names[0]))


class PlaceTaken(ItaError):
    """A backup would be restored where a database stands, or a server runs on one; nothing was changed."""


class StoreUnusable(ItaError):
    """The database can't be opened, or a newer version of the program made it."""


class StoreBusy(StoreUnusable):
    """Somebody else kept the database for longer than anybody waits."""
