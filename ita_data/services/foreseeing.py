"""What edits would change of an office's figures, counted before they are saved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ita_data.metrics.shifts import Shift, shifts
from ita_data.metrics.year import year_of
from ita_data.model.changes import Edit
from ita_data.model.closing import OFFICE_WIDE
from ita_data.model.due import due_on
from ita_data.model.periods import months_of
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Record, Records
from ita_data.public_holidays import thai_public_holidays
from ita_data.services import known
from ita_data.services.opening import Store
from ita_data.snapshot import snapshot_of
from ita_data.store import read_from, reader


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would change of a fiscal year: months whose due date moves, with both days, and what becomes of reports."""

    fiscal_year: int
    due_dates: tuple[tuple[int, date, date], ...]
    shifts: tuple[Shift, ...]


def foreseen(store: Store, plan: PlanName, edits: Sequence[Edit], as_of: date) -> list[Foreseen]:
    """What edits of a plan would change as of a day, year by year where something does.

    What belongs to the whole office is counted in all of its years.
    """
    found = [_foreseen(before, after, as_of) for before, after in _both(store, plan, edits, as_of) if before != after]
    return [each for each in found if each.due_dates or each.shifts]


def edited(records: Records, edits: Sequence[Edit]) -> Records:
    """A plan's records as edits would leave them."""
    kinds = {record.kind for edit in edits for record in edit if record}
    held: dict[str, dict[tuple[str, ...], Record]] = {
        kind: {record.key: record for record in records.of(kind)} for kind in kinds
    }
    for shown, after in edits:
        if shown:
            held[shown.kind].pop(shown.key, None)
        if after:
            held[after.kind][after.key] = after
    changed: dict[str, Any] = {f"{kind}s": tuple(found.values()) for kind, found in held.items()}
    return replace(records, **changed)


def _both(store: Store, plan: PlanName, edits: Sequence[Edit], as_of: date) -> Iterator[tuple[Records, Records]]:
    """The records of each plan that edits may change, as they are and as they would be."""
    office_wide = [edit for edit in edits if any(record and record.kind in OFFICE_WIDE for record in edit)]
    with read_from(store) as connection:
        for name in reader.plans(connection):
            mine = edits if name == plan else office_wide if name.organisation == plan.organisation else ()
            if mine:
                records = known.records(connection, name, as_of)
                yield records, edited(records, mine)


def _foreseen(before: Records, after: Records, as_of: date) -> Foreseen:
    days_off = thai_public_holidays()
    months = months_of(before.fiscal_year)
    due = [(month.month, due_on(before, month, days_off), due_on(after, month, days_off)) for month in months]
    was, will_be = (year_of(snapshot_of(records, days_off), as_of) for records in (before, after))
    moved = tuple(each for each in due if each[1] != each[2])
    return Foreseen(before.fiscal_year, moved, tuple(shifts(was, will_be)))
