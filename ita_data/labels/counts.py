"""Counts as people see them: a rate with its denominator, and a group of cells in signs or words."""

from collections.abc import Mapping
from math import isnan

from ita_data.labels.looks import STATE_SYMBOLS
from ita_data.language import gettext as _


def rate_label(numerator: int, denominator: int) -> str:
    """A rate with its denominator, such as 78% (29/37); a dash where there is nothing to divide by."""
    if denominator == 0:
        return "–"
    return f"{percent_label(numerator / denominator)} ({numerator:,}/{denominator:,})"


def percent_label(share: float | None) -> str:
    """A share from 0 to 1 as a whole percentage, as of `whole_percent`; a dash where there is none."""
    return "–" if share is None or isnan(share) else f"{whole_percent(share)}%"


def progress_label(progress: float | None) -> str:
    """A progress from 0 to 100 as a whole percentage; a dash where none was given."""
    return "–" if progress is None else percent_label(progress / 100)


def whole_percent(share: float) -> int:
    """A share in whole percent; what is not all is never 100, and what is not nothing never 0."""
    percent = round(100 * share)
    if 0 < share < 1:
        return min(max(percent, 1), 99)
    return percent


def rounds_label(done: int, rounds: int) -> str:
    """How many rounds of work that recurs are done, in words; a dash for work that doesn't recur."""
    return _("{done} of {rounds} rounds done").format(done=f"{done:,}", rounds=f"{rounds:,}") if rounds else "–"


def pace_label(share: float, is_target: bool) -> str:
    """Where completion should stand, and who says so."""
    said_by = _("target of the plan") if is_target else _("by the time that has gone")
    return f"{percent_label(share)} ({said_by})"


def of_indicators_label(measures: int, not_applicable: int) -> str:
    """Among which measures those without an outcome are, and how many of these no rate of completion has."""
    if not not_applicable:
        return _("of {measures} measures of indicators").format(measures=f"{measures:,}")
    text = _("of {measures} measures of indicators, {others} of them not applicable")
    return text.format(measures=f"{measures:,}", others=f"{not_applicable:,}")


def grid_state(counts: Mapping[str, int]) -> str | None:
    """What a group of cells comes to in one word, from their counts by state; None where no cell is expected."""
    if counts["missing"]:
        return "partly" if counts["received"] else "missing"
    return next((state for state in ("not_yet_due", "late", "on_time", "exempt") if counts[state]), None)


def grid_label(counts: Mapping[str, int]) -> str:
    """A group of cells in a few signs: its symbol, and how many of the reviews that are expected have come."""
    state = grid_state(counts)
    if state is None:
        return ""
    wanted = counts["due"] + counts["not_yet_due"]
    if state == "not_yet_due" and not counts["received"]:
        # 0 of so many would look like a fault.
        return STATE_SYMBOLS[state]
    return f"{STATE_SYMBOLS[state]} {counts['received']}/{wanted}" if wanted > 1 else STATE_SYMBOLS[state]
