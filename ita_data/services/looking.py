"""Looking at what the store holds."""

from datetime import date

from pandas import DataFrame

from ita_data.exports import EXPORTS
from ita_data.exports.monthly import assigned_measures, monthly_workbook
from ita_data.metrics.cells import cells_of
from ita_data.metrics.known_plan import KnownPlan
from ita_data.metrics.year import Year, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.records import Records, Review
from ita_data.public_holidays import thai_public_holidays
from ita_data.services.opening import Store
from ita_data.snapshot import Snapshot, snapshot_of
from ita_data.store import reader, reading


def snapshot(store: Store, organisation: str, fiscal_year: int) -> Snapshot:
    """One plan with everything reported on it, as it stands now."""
    with reading(store) as connection:
        records = reader.records(connection, organisation, fiscal_year)
        return snapshot_of(records, thai_public_holidays(), reader.revision(connection))


def records(store: Store, organisation: str, fiscal_year: int) -> Records:
    """All records of a plan, as they stand now."""
    with reading(store) as connection:
        return reader.records(connection, organisation, fiscal_year)


def year_before(store: Store, organisation: str, fiscal_year: int, as_of: date) -> Year | None:
    """The office's fiscal year before one, as known on a day; None where it has no plan of it."""
    with reading(store) as connection:
        found = reader.records(connection, organisation, fiscal_year - 1)
    return year_of(snapshot_of(found, thai_public_holidays()), as_of) if found.rules else None


def expected_by(records: Records, as_of: date) -> DataFrame:
    """The cells of a whole year, as of `cells_of`, that records expect; these needn't be stored yet."""
    return cells_of(KnownPlan(snapshot_of(records, thai_public_holidays()), as_of))


def reviews(store: Store, organisation: str, fiscal_year: int, section: str) -> list[Review]:
    """What a section reported on a plan, as it stands now."""
    with reading(store) as connection:
        records = reader.records(connection, organisation, fiscal_year)
    return [review for review in records.reviews if review.section == section]


def as_needed(store: Store, organisation: str, fiscal_year: int, section: str, month: int) -> tuple[str, ...]:
    """The codes of the measures that a section has in a month and reports on as needed."""
    with reading(store) as connection:
        records = reader.records(connection, organisation, fiscal_year)
    measures = assigned_measures(records, section, month)
    return tuple(measure.code for measure in measures if measure.cadence is Cadence.AS_NEEDED)


def export(store: Store, organisation: str, fiscal_year: int, name: str) -> bytes:
    """One of the files of `EXPORTS`, of a plan as it stands now."""
    with reading(store) as connection:
        return EXPORTS[name].file_of(reader.records(connection, organisation, fiscal_year))


def monthly_form(store: Store, organisation: str, fiscal_year: int, section: str, month: int) -> bytes:
    """The monthly workbook that a section fills in, made from the plan as it stands now."""
    with reading(store) as connection:
        records = reader.records(connection, organisation, fiscal_year)
        return monthly_workbook(records, section, month, reader.revision(connection))
