"""Opening a month's meeting: its figures as they stand, or as they were signed off."""

from datetime import date
from typing import Any

from pandas import DataFrame

from ita_data.agenda import Meeting
from ita_data.metrics.frozen import Figures, figures, thawed
from ita_data.metrics.view import View
from ita_data.metrics.year import year_of
from ita_data.model.decisions import Closing
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Records
from ita_data.public_holidays import thai_public_holidays
from ita_data.services.opening import Store
from ita_data.services.orders import orders
from ita_data.snapshot import Snapshot, snapshot_of
from ita_data.store import reader, reading


def open_meeting(store: Store, organisation: str, month: FiscalMonth, as_of: date) -> Meeting:
    """The meeting on a month as known on a day; of a month that was closed by then, as it was signed off."""
    with reading(store) as connection:
        records = reader.records(connection, organisation, month.fiscal_year)
        snapshot = snapshot_of(records, thai_public_holidays(), reader.revision(connection))
    closing = _closing(records, month, as_of)
    seen_on = closing.closed_on if closing else as_of
    return Meeting(
        organisation=organisation,
        month=month,
        as_of=seen_on,
        is_closed=closing is not None,
        is_sample=snapshot.is_sample,
        figures=thawed(closing.figures) if closing else _figures(snapshot, month, seen_on),
        names=_names(snapshot),
        orders=tuple(orders(store, organisation)),
    )


def _closing(records: Records, month: FiscalMonth, as_of: date) -> Closing | None:
    closings = (entry for entry in records.closings if entry.month == month.month and entry.closed_on <= as_of)
    return next(closings, None)


def _figures(snapshot: Snapshot, month: FiscalMonth, as_of: date) -> Figures:
    return figures(View(year_of(snapshot, as_of), month.month, with_supporting=snapshot.rules.expects_supporting))


def _names(snapshot: Snapshot) -> dict[str, dict[Any, str]]:
    sections, indicators = _rows(snapshot.sections), _rows(snapshot.indicators)
    return {
        "section": {row["section"]: row["short_name"] or row["section"] for row in sections},
        "indicator": {row["indicator"]: f"{row['indicator']} {row['name']}" for row in indicators},
    }


def _rows(frame: DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
