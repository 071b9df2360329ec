"""How figures are put into words on a screen: short enough for its room, and never without their denominator."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from ita_data.agenda.meeting import Meeting
from ita_data.labels import STATE_SYMBOLS, STATUS_SYMBOLS, date_label, label, month_label
from ita_data.language import gettext as _
from ita_data.model.periods import FiscalMonth
from ita_data.thai_text import cut_short

Shown = TypeVar("Shown")

LONGEST_NAME = 44
"""So many letters of a section or indicator stand on two lines beside a chart."""
LONGEST_TEXT = 96
"""So many letters of a measure or order stand on two lines of a screen; the list behind has the whole text."""


def month_words(meeting: Meeting, month: int) -> str:
    """A month of the meeting's fiscal year: มี.ค. 68."""
    return month_label(FiscalMonth(meeting.month.fiscal_year, month).first_day)


def months_in_words(meeting: Meeting, months: Iterable[int]) -> str:
    """Months with runs drawn together: ต.ค. 67–ม.ค. 68, มี.ค. 68."""
    runs: list[list[int]] = []
    for month in sorted(set(months)):
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(_run(meeting, run) for run in runs)


def status_words(status: str) -> str:
    """A measure's status as symbol and word."""
    return f"{STATUS_SYMBOLS[status]} {label('status', status)}"


def state_words(state: str) -> str:
    """A report's state as symbol and word."""
    return f"{STATE_SYMBOLS[state]} {label('state', state)}"


def short(text: str, longest: int = LONGEST_TEXT) -> str:
    """A text without its line breaks that fits two lines of a screen."""
    return cut_short(" ".join(text.split()), longest)


def section_name(meeting: Meeting, section: str) -> str:
    """A section's short name, or its own where it has none."""
    return member_name(meeting, "section", section)


def member_name(meeting: Meeting, group: str, member: Any) -> str:
    """The shown name of a member of a group: an indicator or a section."""
    return short(meeting.names[group].get(member, str(member)), LONGEST_NAME)


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


def _run(meeting: Meeting, run: Sequence[int]) -> str:
    first, last = month_words(meeting, run[0]), month_words(meeting, run[-1])
    return first if len(run) == 1 else f"{first}–{last}"
