"""A plan as frames with declared columns, not to be written to: the one shape that metrics read."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from ita_data.model.cadence import is_retired
from ita_data.model.due import due_on
from ita_data.model.periods import FiscalMonth, months_of
from ita_data.model.planning.asked import every_section, real_assignments
from ita_data.model.records import Assignment, Records, Section
from ita_data.model.review_fields import REVIEW_FIELDS, Kind
from ita_data.model.rules import Rules, expects_supporting_by, rules_in
from ita_data.model.section_kind import SectionKind

# Metrics look up a few thousand short texts one by one, which takes a third less time among Python's own strings than
# in Arrow's columns.
pd.set_option("mode.string_storage", "python")

_DTYPES = {Kind.MONTH: "int64", Kind.PERCENT: "float64", Kind.WHOLE_NUMBER: "Int64", Kind.DATE: "object"}
"""The dtypes of a review's fields that are no texts."""

COLUMNS: dict[str, dict[str, str]] = {
    "sections": {
        "section": "str",
        "short_name": "str",
        "position": "int64",
        "begins_on": "object",
        "ends_on": "object",
        "section_kind": "str",
    },
    "indicators": {"indicator": "int64", "name": "str", "instrument": "str"},
    "initiatives": {"initiative": "int64", "name": "str", "pictures": "str"},
    "items": {"item": "str", "indicator": "int64", "issue": "str", "position": "int64"},
    "measures": {
        "measure": "str",
        "indicator": "Int64",
        "initiative": "Int64",
        "position": "int64",
        "text": "str",
        "detail": "str",
        "cadence": "str",
        "named_month": "Int64",
        "first_month": "Int64",
        "last_month": "Int64",
        "final_from_month": "Int64",
        "retired_from_month": "Int64",
        "follow_up": "str",
    },
    "coverage": {"measure": "str", "item": "str"},
    "assignments": {
        "measure": "str",
        "section": "str",
        "role": "str",
        "first_month": "int64",
        "last_month": "int64",
    },
    "outcomes": {
        "outcome": "str",
        "indicator": "int64",
        "position": "int64",
        "text": "str",
        "detail": "str",
        "done_on": "object",
        "done_until": "object",
        "finished_on": "object",
        "quantity": "str",
        "document": "str",
        "evidence": "str",
    },
    "links": {"outcome": "str", "measure": "str", "state": "str", "score": "float64"},
    "reviews": {
        **{name: _DTYPES.get(field.kind, "str") for name, field in REVIEW_FIELDS.items()},
        "received_on": "object",
        "is_sample": "bool",
    },
    "exemptions": {"measure": "str", "section": "str", "month": "int64", "reason": "str", "decided_on": "object"},
    "months": {"month": "int64", "first_day": "object", "last_day": "object", "due_on": "object"},
}
"""The frames of a snapshot and the dtype of each column; dates are `datetime.date` in object columns."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One office's plan and all that was reported on it, at one revision of the store.

    Frames are shared between readers and are not to be written to. `assignments` names real sections only:
    ทุกฝ่าย is every section of the office that is a ฝ่าย, and a section named beside it keeps the role and the months it
    was named for.
    """

    organisation: str
    fiscal_year: int
    rules: tuple[Rules, ...]
    revision: int
    sections: pd.DataFrame
    indicators: pd.DataFrame
    initiatives: pd.DataFrame
    items: pd.DataFrame
    measures: pd.DataFrame
    coverage: pd.DataFrame
    assignments: pd.DataFrame
    outcomes: pd.DataFrame
    links: pd.DataFrame
    reviews: pd.DataFrame
    exemptions: pd.DataFrame
    months: pd.DataFrame

    @property
    def measures_in_order(self) -> pd.DataFrame:
        """Every measure as the report lists them: by indicator, then by initiative."""
        return self.measures.sort_values(["indicator", "initiative", "position"], kind="stable")

    def rules_in(self, month: int) -> Rules:
        """What the office decided for a fiscal month."""
        return rules_in(self.rules, month)

    def expects_supporting_by(self, month: int) -> bool:
        """Whether supporting sections owe reviews for a fiscal month or for one before it."""
        return expects_supporting_by(self.rules, month)

    def retired_in(self, month: int) -> set[str]:
        """The measures that the office does no more in a fiscal month."""
        measures = self.measures.dropna(subset="retired_from_month")[["measure", "retired_from_month"]]
        return {measure for measure, first_month in measures.values.tolist() if is_retired(first_month, month)}

    def every_section(self, month: int) -> frozenset[str]:
        """The sections for which ทุกฝ่าย stands in a fiscal month."""
        columns = ["section", "begins_on", "ends_on", "section_kind"]
        sections = [
            Section(name, begins_on=begins_on, ends_on=ends_on, section_kind=SectionKind(kind))
            for name, begins_on, ends_on, kind in self.sections[columns].values.tolist()
        ]
        of_month = FiscalMonth(self.fiscal_year, month)
        return frozenset(every_section(sections, of_month.first_day, of_month.last_day))

    @property
    def is_sample(self) -> bool:
        """Whether any review was invented for the sample office."""
        return bool(self.reviews["is_sample"].any())


def snapshot_of(records: Records, holidays: Container[date], revision: int = 0) -> Snapshot:
    """The snapshot of a plan's records; due dates move over weekends and `holidays`."""
    rows: dict[str, list[dict[str, object]]] = {
        "sections": [_row(section, section=section.name) for section in records.sections],
        "indicators": [_row(indicator, indicator=indicator.number) for indicator in records.indicators],
        "initiatives": [_row(initiative, initiative=initiative.number) for initiative in records.initiatives],
        "items": [_row(item, item=item.code) for item in records.items],
        "measures": [_row(measure, measure=measure.code) for measure in records.measures],
        "coverage": [{"measure": measure.code, "item": item} for measure in records.measures for item in measure.items],
        "assignments": list(_assignments(records.assignments, records.sections)),
        "outcomes": [
            _row(outcome, outcome=outcome.code, finished_on=outcome.finished_on) for outcome in records.outcomes
        ],
        "links": [_row(link) for link in records.links],
        "reviews": [_row(review) for review in records.reviews],
        "exemptions": [_row(exemption) for exemption in records.exemptions],
        "months": list(_months(records, holidays)),
    }
    frames = {name: _frame(name, rows[name]) for name in COLUMNS}
    return Snapshot(records.organisation, records.fiscal_year, records.rules, revision, **frames)


def _row(record: object, **named: object) -> dict[str, object]:
    slots: tuple[str, ...] = getattr(record, "__slots__", ())
    return {name: getattr(record, name) for name in slots} | named


def _frame(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    # Column by column: to turn mixed rows into columns takes pandas several times as long.
    columns = {column: pd.Series([row[column] for row in rows], dtype=dtype) for column, dtype in COLUMNS[name].items()}
    return pd.DataFrame(columns)


def _months(records: Records, holidays: Container[date]) -> Iterable[dict[str, object]]:
    for month in months_of(records.fiscal_year):
        yield {
            "month": month.month,
            "first_day": month.first_day,
            "last_day": month.last_day,
            "due_on": due_on(records, month, holidays),
        }


def _assignments(assignments: Iterable[Assignment], sections: Iterable[Section]) -> Iterable[dict[str, object]]:
    for assignment in real_assignments(assignments, sections):
        months = {"first_month": assignment.first_month or 1, "last_month": assignment.last_month or 12}
        yield _row(assignment, **months)
