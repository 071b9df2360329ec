"""How far the measures of each indicator are, beside where they should be."""

from dataclasses import dataclass

from ita_data.findings.counted import Counted, Row, of_month
from ita_data.findings.least import least_completed


@dataclass(frozen=True, slots=True)
class IndicatorBars:
    """The indicators with applicable measures, in the order asked for; `pace` from 0 to 1, None where unknown."""

    title: str
    rows: tuple[Row, ...]
    pace: float | None


def indicator_bars(counted: Counted, *, in_plan_order: bool = False) -> IndicatorBars:
    """Each indicator's measures by status, least completed first; indicators without a measure are left out."""
    rows = [row for row in counted.rows("completion_by_indicator") if row["applicable"]]
    shown = rows if in_plan_order else sorted(rows, key=lambda row: (row["completion"], row["indicator"]))
    pace = of_month(counted.rows("pace_by_month"), counted.month.month)
    return IndicatorBars(least_completed(counted, "indicator", rows), tuple(shown), pace["pace"] if pace else None)
