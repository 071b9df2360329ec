"""What became of the reports on every measure month by month, by indicator and initiative."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ita_data.findings.counted import Counted, Row, owed
from ita_data.model.names import heading_of
from ita_data.model.states import CellState

_COUNTS = ("expected", "due", "received", *(state.value for state in CellState))


@dataclass(frozen=True, slots=True)
class MeasureMonths:
    """A measure's months: `missing` of the month looked at, `older` of all before; `months` as of the metric."""

    measure: str
    months: tuple[Row, ...]
    missing: int
    older: int


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """The measures of one indicator or initiative, whose code is 4 or ก1; its months are the sums of theirs."""

    code: str
    measures: tuple[MeasureMonths, ...]
    months: tuple[Row, ...]
    missing: int
    older: int


def measure_groups(counted: Counted, only: Collection[str] = (), *, in_plan_order: bool = False) -> list[MeasureGroup]:
    """The measures of which reports are expected, or `only` these, those with most missing of the month first."""
    by_group: dict[str, list[MeasureMonths]] = {}
    for each in _asked(counted, only):
        by_group.setdefault(heading_of(each.measure), []).append(each)
    if in_plan_order:
        return [_group(code, measures) for code, measures in by_group.items()]
    groups = [_group(code, sorted(measures, key=_most_missing_first)) for code, measures in by_group.items()]
    return sorted(groups, key=_most_missing_first)


def _asked(counted: Counted, only: Collection[str]) -> list[MeasureMonths]:
    by_measure: dict[str, list[Row]] = {}
    for row in counted.rows("reporting_by_measure_and_month"):
        if not only or row["measure"] in only:
            by_measure.setdefault(row["measure"], []).append(row)
    asked = {measure: rows for measure, rows in by_measure.items() if any(row["expected"] for row in rows)}
    return [MeasureMonths(measure, tuple(rows), *owed(rows)) for measure, rows in asked.items()]


def _group(code: str, measures: Sequence[MeasureMonths]) -> MeasureGroup:
    sums = tuple(_sum(rows) for rows in zip(*(each.months for each in measures), strict=True))
    return MeasureGroup(code, tuple(measures), sums, *owed(sums))


def _sum(rows: Sequence[Row]) -> Row:
    return {"month": rows[0]["month"]} | {name: sum(row[name] for row in rows) for name in _COUNTS}


def _most_missing_first(each: MeasureMonths | MeasureGroup) -> tuple[int, int]:
    return -each.missing, -each.older
