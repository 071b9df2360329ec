"""Values in the words of the screen."""

from ita_data.labels import STATE_SYMBOLS, label
from ita_data.language import gettext as _


def state_words(state: object) -> str:
    """A cell's state as symbol and word; a review that nobody expected has none."""
    return f"{STATE_SYMBOLS[state]} {label('state', state)}" if isinstance(state, str) else _("not expected")
