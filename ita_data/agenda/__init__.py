"""The agenda of a month's meeting, made from its exceptions: what is empty has no screen.

A new screen is a function from a meeting to screens and a line in `SCREENS`.
"""

from collections.abc import Callable, Iterator

from ita_data.agenda.arrangement import Arrangement, arranged
from ita_data.agenda.charts import (
    completion_by_indicator,
    completion_by_section,
    reporting_by_month,
    reporting_by_section_and_month,
)
from ita_data.agenda.crossed import completion_by_indicator_and_section
from ita_data.agenda.headline import headline
from ita_data.agenda.lists import comments, finished, orders, orders_to_give, standstill
from ita_data.agenda.meeting import Meeting
from ita_data.agenda.screen import Screen
from ita_data.agenda.sections import sections

SCREENS: tuple[Callable[[Meeting], Iterator[Screen]], ...] = (
    headline,
    orders,
    comments,
    completion_by_indicator,
    completion_by_section,
    completion_by_indicator_and_section,
    reporting_by_month,
    reporting_by_section_and_month,
    sections,
    standstill,
    finished,
    orders_to_give,
)
"""What the meeting goes through, in this order."""


def agenda(meeting: Meeting) -> list[Screen]:
    """Every screen of a meeting that has something to show."""
    return [screen for screens in SCREENS for screen in screens(meeting)]


__all__ = ["SCREENS", "Arrangement", "Meeting", "Screen", "agenda", "arranged"]
