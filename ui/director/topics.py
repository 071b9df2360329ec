"""The topics of the director's page: how many stand on each list, the list, what was said, and the form to say more."""

from collections.abc import Callable, Iterator, Mapping

from ita_data.model.decisions import Topic
from ui.director.late import late_counts, missing_counts, show_late, show_missing
from ui.director.lists import remarks_table
from ui.director.measures import gap_counts, show_gaps, show_standstill, standstill_counts
from ui.director.news import news_counts, show_news
from ui.forms.response import response_form
from ui.html.decided import Listed
from ui.look.look import Look

Counts = Callable[[Look], tuple[int, str]]
"""How many stand on a list, and of what."""

_LISTS: Mapping[Topic, tuple[Counts, Callable[[Look], None]]] = {
    Topic.MISSING: (missing_counts, show_missing),
    Topic.LATE: (late_counts, show_late),
    Topic.STANDSTILL: (standstill_counts, show_standstill),
    Topic.GAP: (gap_counts, show_gaps),
    Topic.CHANGES: (news_counts, show_news),
}


def listed(look: Look) -> Iterator[Listed]:
    """Every list to go through, with its number and denominator, and how often it was answered."""
    for topic, (counts, _show) in _LISTS.items():
        yield (topic, *counts(look), len(look.said.remarks(topic)))


def show_topic(look: Look, topic: Topic) -> None:
    """A topic's list, what was said on it, and the form; the month as a whole has no list."""
    if topic in _LISTS:
        _counts, show = _LISTS[topic]
        show(look)
    remarks_table(look.said.remarks(topic))
    response_form(look, topic)
