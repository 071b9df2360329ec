"""The chips beside a page's title: of which day its figures are, and whether they are invented; the ways from there."""

from datetime import date

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.services import clock
from ui.html.bar import Button, Menu
from ui.look.day import today
from ui.look.look import Look
from ui.shell.address import AS_OF, forget, put_in_address
from ui.shell.filters import of_pages

LEAVE, TODAY, REAL_DAY = "leave", "today", "real-day"
"""What is told when a chip is pressed."""


def day_chip(look: Look) -> Button | None:
    """Where another day than today is looked at, the chip that says so and leads back."""
    if not look.is_past:
        return None
    day = date_label(look.as_of)
    explained = _("As the office knew it on {day}: what came later isn't counted, what was corrected since is.")
    return Button(TODAY, _("As of {day} · look at today").format(day=day), explained.format(day=day))


def sample_chip(look: Look) -> Menu | None:
    """The chip that says that the data are invented and which day is today among them; it leads to the real day.

    Where another day is looked at, the chip of that day says so.
    """
    if not look.facts.is_sample:
        return None
    day = today()
    is_alive = day != clock.today()
    says_day = is_alive and not look.is_past
    name = _("Sample · today is {day}").format(day=date_label(day)) if says_day else _("Sample data")
    said = _("Sample data: the monthly reviews were invented for demonstration and are not this office's own.")
    if not is_alive:
        return Menu("sample", name, (said,))
    alive = _("Here it is {day}, so that everything can be entered, ordered and closed as in a real office.")
    return Menu("sample", name, (said, alive.format(day=date_label(day))), buttons=(_to_the_real_day(),))


def look_at_today() -> None:
    """Leave the past day."""
    forget(AS_OF, *of_pages())


def look_at_the_real_day() -> None:
    """Leave the day of the sample."""
    put_in_address(AS_OF, clock.today().isoformat())
    forget(*of_pages())


def _to_the_real_day() -> Button:
    day: date = clock.today()
    return Button(REAL_DAY, _("Look at the real day, {day}").format(day=date_label(day)))
