"""How figures are put into words on a screen: short enough for its room, and never without their denominator."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from ita_data.agenda.meeting import Meeting
from ita_data.findings.wording import month_words
from ita_data.labels import STATE_SYMBOLS, STATUS_SYMBOLS, date_label, label
from ita_data.language import gettext as _
from ita_data.thai_text import cut_short

Shown = TypeVar("Shown")

LONGEST_TEXT = 96
"""So many letters of a measure or order stand on two lines of a screen; the list behind has the whole text."""


def status_words(status: str) -> str:
    """A measure's status as symbol and word."""
    return f"{STATUS_SYMBOLS[status]} {label('status', status)}"


def state_words(state: str) -> str:
    """A report's state as symbol and word."""
    return f"{STATE_SYMBOLS[state]} {label('state', state)}"


def short(text: str, longest: int = LONGEST_TEXT) -> str:
    """A text without its line breaks that fits two lines of a screen."""
    return cut_short(" ".join(text.split()), longest)


def foot(meeting: Meeting, source: str) -> str:
    """The source of a screen's figures, the month up to which they go, and the day of which they are."""
    parts = [
        source,
        _("up to {month}").format(month=month_words(meeting, meeting.month.month)),
        _("as of {day}").format(day=date_label(meeting.as_of)),
    ]
    if meeting.is_closed:
        parts.append(_("closed month, figures as signed off"))
    if meeting.is_sample:
        parts.append(_("SAMPLE DATA"))
    return " · ".join(parts)


def paged(name: str, title: str, rows: Sequence[Shown], most: int) -> Iterator[tuple[str, str, Sequence[Shown]]]:
    """The rows of a matter by screens of at most so many each, evenly filled, with each screen's name and title."""
    screens = -(-len(rows) // most)
    size = -(-len(rows) // screens) if screens else most
    for number in range(1, screens + 1):
        shown = rows[(number - 1) * size : number * size]
        if screens == 1:
            yield name, title, shown
        else:
            yield (name if number == 1 else f"{name}.{number}"), f"{title} ({number}/{screens})", shown


def reports_source() -> str:
    """Where the figures come from."""
    return _("Source: the sections' monthly reports")


def completed_rule() -> str:
    """How completed measures are counted."""
    return _("Completed: measures whose status is completed, of the applicable ones; each counts once.")


def nothing_applicable() -> str:
    """What is said in place of a fraction of nothing."""
    return _("No measure is applicable")
