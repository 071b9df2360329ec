"""How far the measures of each indicator are, beside where they should be."""

from collections.abc import Sequence
from dataclasses import dataclass

from ita_data.findings.counted import Counted, Row, of_month
from ita_data.findings.wording import together
from ita_data.language import gettext as _

_FEW = 3


@dataclass(frozen=True, slots=True)
class IndicatorBars:
    """The indicators with applicable measures, least completed first; `pace` from 0 to 1, None where unknown."""

    title: str
    rows: tuple[Row, ...]
    pace: float | None


def indicator_bars(counted: Counted) -> IndicatorBars:
    """Each indicator's measures by status; indicators without a measure are left out."""
    rows = [row for row in counted.rows("completion_by_indicator") if row["applicable"]]
    least_first = sorted(rows, key=lambda row: (row["completion"], row["indicator"]))
    pace = of_month(counted.rows("pace_by_month"), counted.month.month)
    return IndicatorBars(_title(least_first), tuple(least_first), pace["pace"] if pace else None)


def least(rows: Sequence[Row], rate: str) -> list[Row]:
    """All rows that share the lowest rate."""
    lowest = min((row[rate] for row in rows), default=None)
    return [row for row in rows if row[rate] == lowest]


def _title(rows: Sequence[Row]) -> str:
    if not rows:
        return _("No measure is applicable")
    last = least(rows, "completion")
    numbers = [str(row["indicator"]) for row in last]
    if last[0]["completion"] == 1:
        return _("All measures of all indicators are completed")
    if last[0]["completed"]:
        return _("Indicator {numbers} has completed least: {completed} of {applicable}").format(
            numbers=together(numbers[:_FEW]), completed=last[0]["completed"], applicable=last[0]["applicable"]
        )
    if len(last) == len(rows):
        return _("No measure of any indicator is completed yet")
    if len(last) > _FEW:
        return _("{number} indicators have no completed measure yet").format(number=len(last))
    return _("Indicator {numbers} has no completed measure yet").format(numbers=together(numbers))
