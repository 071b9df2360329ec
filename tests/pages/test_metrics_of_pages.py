"""`status --page` prints every metric that the page shows, and no other.

A page's metrics are those that it asks for in any of its looks, with everything unfolded that can be: of the whole
office, of a section, and of an initiative where it can be chosen. What follows is no metric of a page:

- the single cells of `BEHIND`, which stand behind its numbers one by one;
- the figures of a whole month that are kept when it is closed, and are compared with another month's;
- those of another fiscal year: the years' page sets two plans beside each other, which `status` prints one by one.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from ita_data.commands.pages import OF_A_SECTION, PAGES
from ita_data.metrics import METRICS
from ita_data.model.decisions import Topic
from tests.pages.apps import PAGES as EVERY_PAGE
from tests.pages.apps import forget_cached, in_office, opened, press_in_answers
from ui.look import kept
from ui.look.figures import Figures

pytestmark = [in_office("sample"), pytest.mark.usefixtures("office")]

BEHIND = {"expected_cells", "asked_cells", "states", "measure_status", "status_by_section"}
DAY = {"as-of": "2025-04-09"}
OFFICE: dict[str, str] = {}
SECTION = {"section": "ฝ่ายการคลัง"}
INITIATIVE, OWED = {"indicator": "ก1"}, {"indicator": "4"}
"""An initiative, and an indicator of which reports are missing."""
ENDING = {"indicator": "4", "month": "12"}
"""The year's last month, from which on the page lists what still lacks an outcome."""


@contextmanager
def noted() -> Iterator[set[str]]:
    """The metrics that pages ask for meanwhile."""
    asked: set[str] = set()

    def noting(way: Callable[..., Any]) -> Callable[..., Any]:
        def answer(figures: Figures, metric: str, **options: Any) -> Any:
            asked.add(metric)
            return way(figures, metric, **options)

        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Figures, "rows", noting(Figures.rows))
        patch.setattr(Figures, "plain_rows", noting(Figures.plain_rows))
        patch.setattr(Figures, "drawn", noting(Figures.drawn))
        yield asked


def shown_by(page: str, choices: dict[str, str]) -> set[str]:
    """The metrics that a page asks for with these choices, once everything on it is unfolded."""
    # What another test made of the same question would not be asked for again.
    forget_cached(kept)
    with noted() as asked:
        app = opened(page, **DAY, **choices)
        for fold in app.expander:
            if fold.key:
                app.session_state[fold.key] = True
        assert not app.run().exception
        for topic in set(Topic) - {Topic.MONTH} if page == "director" else ():
            assert not press_in_answers(app, f"topic {topic}").exception
    listed = {*PAGES.get(page, ()), *(OF_A_SECTION.get(page, ()) if "section" in choices else ())}
    return asked - (BEHIND - listed)


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_the_command_prints_what_the_page_shows_of_the_office(page: str) -> None:
    shown = shown_by(page, OFFICE)
    for heading in (INITIATIVE, OWED, ENDING) if page == "indicators" else ():
        shown |= shown_by(page, heading)
    assert shown == (set() if page == "my_month" else set(PAGES.get(page, ())))


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_the_command_prints_what_the_page_shows_of_a_section(page: str) -> None:
    shown, of_a_section = shown_by(page, SECTION), set(OF_A_SECTION.get(page, ()))
    assert of_a_section <= shown <= {*PAGES.get(page, ()), *of_a_section}


def test_my_month_shows_what_a_section_owes() -> None:
    assert shown_by("my_month", SECTION) == set(PAGES["my_month"])


def test_what_stands_behind_the_numbers_is_counted_like_them() -> None:
    assert METRICS.keys() >= BEHIND
