"""How each figure of a first screen is counted, in words for its readers; docs/metrics.md has the rules themselves."""

from collections.abc import Callable

from ita_data.language import gettext as _


def figure_rule(key: str) -> str:
    """The rule of the figure that `Figure.key` names; raises KeyError where there is none."""
    return _RULES[key]()


def _received() -> str:
    return _(
        "Reports of the month that came, on time or late, of those that are due. The leads' part and the supporting "
        "sections' part stand beside the whole. A month is compared with the one before as both were so many days "
        "after their own due dates: today's newest month had less time to catch up than any other."
    )


def _on_time() -> str:
    return _(
        "Reports of the month that came by its due date, of those that are due. The first receipt decides; a "
        "correction never makes a report late. Weekends and public holidays move the due date on to the next working "
        "day."
    )


def _older() -> str:
    return _(
        "Reports of the months before whose due date has passed and of which nothing came. What the office exempted or "
        "what doesn't apply is in no figure."
    )


def _completed() -> str:
    return _(
        "Measures whose status is completed at the end of the month, of the applicable ones; each counts once. The "
        "lead sections decide. To be confirmed is what rests on links to outcomes that nobody has confirmed yet. "
        "Beside it stands where it should be by now, by the office's own targets or else by the months gone by, and "
        "how many measures every section that reports calls completed."
    )


def _standing() -> str:
    return _(
        "Measures whose status and progress are still those of three months before the last month whose reports are "
        "due, of the measures that can be compared: completed ones, those of which no report was expected meanwhile, "
        "and those that don't apply are left out."
    )


def _matters() -> str:
    return _(
        "Sections that sent nothing at all for a month, sections that are never on time, and measures that stand "
        "still, up to the month looked at. A matter waits until an order on it is open, or somebody commented on it or "
        "acknowledged it this month."
    )


def _open_orders() -> str:
    return _(
        "Orders given up to the month looked at, for whichever fiscal year, and not yet closed with an answer on the "
        "day looked at."
    )


def _overdue_orders() -> str:
    return _("Open orders of which the month is over by whose end they were to be carried out.")


def _decided() -> str:
    return _(
        "Orders given for the month looked at, and comments and acknowledgements made on it. Orders closed since the "
        "last meeting are counted apart, whichever month they were given for."
    )


_RULES: dict[str, Callable[[], str]] = {
    "received": _received,
    "on_time": _on_time,
    "older": _older,
    "completed": _completed,
    "standing": _standing,
    "matters": _matters,
    "open_orders": _open_orders,
    "overdue_orders": _overdue_orders,
    "decided": _decided,
}
