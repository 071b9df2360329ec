"""The field of a grid that says what became of the reports of a month, and what its signs mean."""

from collections.abc import Collection
from typing import Any

from ita_data.findings import Counted, Row
from ita_data.findings.wording import month_words
from ita_data.labels import STATE_SYMBOLS, grid_label, grid_state, label, state_label, words
from ita_data.language import gettext as _


def report_cell(counted: Counted, name: str, row: Row, press: str, *, is_small: bool = False) -> dict[str, Any]:
    """The reports of one month on what bears a name; blank where none is expected, a sign alone where it is small."""
    state = grid_state(row)
    if state is None:
        return {"state": ""}
    text = _("{name} {month}: {state}, {received} of {wanted}").format(
        name=name,
        month=month_words(counted, row["month"]),
        state=label("grid", state),
        received=row["received"],
        wanted=row["due"] + row["not_yet_due"],
    )
    shown = STATE_SYMBOLS[state] if is_small else grid_label(row)
    return {"state": state, "text": shown, "label": text, "press": press}


def report_key(used: Collection[str | None]) -> list[tuple[str, str, str]]:
    """What the signs that are used mean: state, sign and word; a field that is blank has a meaning too."""
    signs = [(state, STATE_SYMBOLS[state], word) for state, word in words("grid").items() if state in used]
    return [*signs, ("none", "", _("No report is expected"))] if None in used else signs


def state_words(state: object) -> str:
    """A report's state as symbol and word; a review that nobody expected has none."""
    return state_label(state) if isinstance(state, str) else _("not expected")
