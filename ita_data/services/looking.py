"""Looking at what the store holds."""

from datetime import date
from typing import Any

from pandas import DataFrame

from ita_data.exports import EXPORTS
from ita_data.exports.monthly import monthly_workbook
from ita_data.findings import CountedMonth
from ita_data.metrics import METRICS, View
from ita_data.metrics.cells import cells_of
from ita_data.metrics.frozen import rows_of
from ita_data.metrics.known_plan import KnownPlan
from ita_data.metrics.year import Year, year_of
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.asked import assigned_measures, is_asked_as_needed
from ita_data.model.records import Records, Review
from ita_data.public_holidays import thai_public_holidays
from ita_data.services import known
from ita_data.services.opening import Store, known_until
from ita_data.snapshot import Snapshot, snapshot_of
from ita_data.store import read_from, reader


def snapshot(store: Store, plan: PlanName, as_of: date | None = None) -> Snapshot:
    """One plan with everything reported on it, as known on a day; as it stands now where none is named."""
    until = known_until(store, as_of)
    with read_from(store) as connection:
        records = known.records(connection, plan, until)
        return snapshot_of(records, thai_public_holidays(), reader.revision(connection))


def records(store: Store, plan: PlanName, as_of: date | None = None) -> Records:
    """All records of a plan, as known on a day; as they stand now where none is named."""
    until = known_until(store, as_of)
    with read_from(store) as connection:
        return known.records(connection, plan, until)


def year_before(store: Store, plan: PlanName, as_of: date) -> Year | None:
    """The office's fiscal year before one, as known on a day; None where it has no plan of it."""
    with read_from(store) as connection:
        found = known.records(connection, plan.before, as_of)
    return year_of(snapshot_of(found, thai_public_holidays()), as_of) if found.rules else None


def counted(view: View) -> CountedMonth:
    """What is looked at, as findings read it."""
    snapshot = view.year.snapshot
    return CountedMonth(
        month=FiscalMonth(view.year.fiscal_year, view.month),
        as_of=view.as_of,
        names=names_of(snapshot),
        every_section=snapshot.every_section(view.month),
        rows_of=lambda metric: rows_of(METRICS[metric](view)),
    )


def names_of(snapshot: Snapshot) -> dict[str, dict[Any, str]]:
    """The shown names of a plan's sections, indicators and measures."""
    sections, indicators = rows_of(snapshot.sections), rows_of(snapshot.indicators)
    return {
        "section": {row["section"]: row["short_name"] or row["section"] for row in sections},
        "indicator": {row["indicator"]: f"{row['indicator']} {row['name']}" for row in indicators},
        "measure": {code: code for code in snapshot.measures["measure"]},
    }


def expected_by(records: Records, as_of: date) -> DataFrame:
    """The cells of a whole year, as of `cells_of`, that records expect; these needn't be stored yet."""
    return cells_of(KnownPlan(snapshot_of(records, thai_public_holidays()), as_of))


def reviews(store: Store, plan: PlanName, section: str, as_of: date | None = None) -> list[Review]:
    """What a section had reported on a plan by a day; all that it did where none is named."""
    until = known_until(store, as_of)
    with read_from(store) as connection:
        records = known.records(connection, plan, until)
    return [review for review in records.reviews if review.section == section]


def as_needed(store: Store, plan: PlanName, section: str, month: int) -> tuple[str, ...]:
    """The codes of the measures that a section has in a month and reports on as needed."""
    with read_from(store) as connection:
        records = reader.records(connection, plan)
    measures = assigned_measures(records, section, month)
    return tuple(measure.code for measure in measures if is_asked_as_needed(measure, month))


def export(store: Store, plan: PlanName, name: str, as_of: date | None = None) -> bytes:
    """One of the files of `EXPORTS`, of a plan as known on a day; as it stands now where none is named."""
    until = known_until(store, as_of)
    with read_from(store) as connection:
        return EXPORTS[name].file_of(known.records(connection, plan, until))


def monthly_form(store: Store, plan: PlanName, section: str, month: int) -> bytes:
    """The monthly workbook that a section fills in, made from the plan as it stands now."""
    with read_from(store) as connection:
        records = reader.records(connection, plan)
        return monthly_workbook(records, section, month, reader.revision(connection))
