"""How figures are put into words on a screen: short enough for its room, and never without their denominator."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from ita_data.agenda.meeting import Meeting, Row
from ita_data.findings.wording import month_words
from ita_data.labels import date_label, month_label, status_label
from ita_data.language import gettext as _
from ita_data.model.orders import GivenOrder
from ita_data.thai_text import cut_short

Shown = TypeVar("Shown")

LONGEST_TEXT = 72
"""So many letters of a measure or order stand in a list on a screen; the list behind has the whole text."""
LONGEST_NAME = 30
"""So many letters of a section or indicator stand on one line beside a bar."""
LONGEST_BESIDE_GRID = 18
"""So many of them stand on one line beside the fields of a grid, which has more columns."""

_MOST_GRID_ROWS, _MOST_LONG_GRID_ROWS = 10, 7


def short(text: str, longest: int = LONGEST_TEXT) -> str:
    """A text without its line breaks that fits two lines of a screen."""
    return cut_short(" ".join(text.split()), longest)


def short_name(text: str) -> str:
    """A name that stands on one line beside a bar or field."""
    return short(text, LONGEST_NAME)


def status_words(row: Row) -> str:
    """A status as of `measure_status` or `status_by_section`; a section's own rests on no link to be confirmed."""
    return status_label(row["status"], is_unconfirmed=bool(row.get("is_unconfirmed")))


def due_words(meeting: Meeting, given: GivenOrder) -> str:
    """The month by whose end an order was to be carried out, and whether that is past."""
    due = month_label(given.order.due_on)
    return _("▲ {month}, overdue").format(month=due) if given.is_overdue_on(meeting.as_of) else due


def open_order_words(meeting: Meeting, given: GivenOrder) -> str:
    """An open order on one line, at the section to which it was given."""
    return _("Open order {number}: {text} · by the end of {month}").format(
        number=given.name, text=short(order_text(given)), month=due_words(meeting, given)
    )


def order_text(given: GivenOrder) -> str:
    """What an order says, after the measure that it is about."""
    order = given.order
    return f"{order.measure} {order.text}" if order.measure else order.text


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


def grid_rows(names: Iterable[str]) -> int:
    """How many rows of a grid fit a screen of 1024 by 768 points: fewer where one of their names takes two lines."""
    is_long = any(len(name) > LONGEST_BESIDE_GRID for name in names)
    return _MOST_LONG_GRID_ROWS if is_long else _MOST_GRID_ROWS


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
