"""Looking at what the store holds."""

from ita_data.exports import EXPORTS
from ita_data.exports.monthly import monthly_workbook
from ita_data.public_holidays import thai_public_holidays
from ita_data.services.opening import Store
from ita_data.snapshot import Snapshot, snapshot_of
from ita_data.store import reader, reading


def snapshot(store: Store, organisation: str, fiscal_year: int) -> Snapshot:
    """One plan with everything reported on it, as it stands now."""
    with reading(store) as connection:
        records = reader.records(connection, organisation, fiscal_year)
        return snapshot_of(records, thai_public_holidays(), reader.revision(connection))


def export(store: Store, organisation: str, fiscal_year: int, name: str) -> bytes:
    """One of the files of `EXPORTS`, of a plan as it stands now."""
    with reading(store) as connection:
        return EXPORTS[name].file_of(reader.records(connection, organisation, fiscal_year))


def monthly_form(store: Store, organisation: str, fiscal_year: int, section: str, month: int) -> bytes:
    """The monthly workbook that a section fills in, made from the plan as it stands now."""
    with reading(store) as connection:
        records = reader.records(connection, organisation, fiscal_year)
        return monthly_workbook(records, section, month, reader.revision(connection))
