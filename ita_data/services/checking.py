"""Checking a file without writing anything, and without a database where none was made yet."""

from ita_data.imports.isolation import read_apart
from ita_data.imports.layouts.layout import Known
from ita_data.imports.reading import Reading
from ita_data.services.clock import today
from ita_data.services.first_run import database_is_unmade


def check(data: bytes, file_name: str, organisation: str = "") -> Reading:
    """What would be read from a file that came today; `organisation` is as `importing.preview` takes it."""
    return read_apart(data, file_name, _known(organisation))


def _known(organisation: str) -> Known:
    if database_is_unmade():
        return Known(today=today(), received_on=today())
    # Only here, for loading what a database needs takes longer than reading the file.
    from ita_data.services import importing, opening

    return importing.known(opening.store_to_read(), organisation, today()).known
