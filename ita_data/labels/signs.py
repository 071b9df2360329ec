"""A status or state as people see it: its symbol and its word."""

from ita_data.labels.looks import STATE_SYMBOLS, STATUS_SYMBOLS
from ita_data.labels.words import label
from ita_data.language import gettext as _

UNCONFIRMED_SYMBOL = "◉"


def status_label(status: str, *, is_unconfirmed: bool = False) -> str:
    """A measure's status; one that rests on a link that nobody has confirmed says so."""
    if is_unconfirmed:
        return f"{UNCONFIRMED_SYMBOL} {unconfirmed_label()}"
    return f"{STATUS_SYMBOLS[status]} {label('status', status)}"


def unconfirmed_label() -> str:
    """What is said of a measure that is completed by a link that nobody has confirmed."""
    return _("Completed, link to be confirmed")


def state_label(state: str) -> str:
    """What became of an expected report."""
    return f"{STATE_SYMBOLS[state]} {label('state', state)}"
