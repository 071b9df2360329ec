"""How far the measures of each indicator are, beside where they should be."""

from dataclasses import dataclass

from ita_data.findings.counted import Counted, Row, of_month
from ita_data.findings.least import least_completed
from ita_data.language import gettext as _


@dataclass(frozen=True, slots=True)
class IndicatorBars:
    """The indicators with applicable measures, in the order asked for; `pace` from 0 to 1, None where unknown."""

    title: str
    rows: tuple[Row, ...]
    pace: float | None


def adding_up(counted: Counted) -> str:
    """How the indicators add up to all measures: รวม 13/34 · ประเด็น 5/12; nothing where they are all."""
    whole, rows = counted.rows("completion")[0], counted.rows("completion_by_indicator")
    completed, applicable = (sum(row[column] for row in rows) for column in ("completed", "applicable"))
    if applicable == whole["applicable"]:
        return ""
    return _("{indicators} together · initiatives {initiatives}").format(
        indicators=f"{completed}/{applicable}",
        initiatives=f"{whole['completed'] - completed}/{whole['applicable'] - applicable}",
    )


def indicator_bars(counted: Counted, *, in_plan_order: bool = False) -> IndicatorBars:
    """Each indicator's measures by status, least completed first; indicators without a measure are left out."""
    rows = [row for row in counted.rows("completion_by_indicator") if row["applicable"]]
    shown = rows if in_plan_order else sorted(rows, key=lambda row: (row["completion"], row["indicator"]))
    pace = of_month(counted.rows("pace_by_month"), counted.month.month)
    return IndicatorBars(least_completed(counted, "indicator", rows), tuple(shown), pace["pace"] if pace else None)
