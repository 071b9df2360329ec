"""Values in the words of the screen."""

from ita_data.labels import state_label
from ita_data.language import gettext as _


def state_words(state: object) -> str:
    """A cell's state as symbol and word; a review that nobody expected has none."""
    return state_label(state) if isinstance(state, str) else _("not expected")
