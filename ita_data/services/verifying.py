"""Looking whether a database or a backup holds all that was written, bit for bit."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

from ita_data.config import database, sqlite_file
from ita_data.language import gettext as _
from ita_data.metrics.frozen import digest
from ita_data.model.errors import CopyFailed
from ita_data.services import first_run
from ita_data.store import engine_for, migrations, postgresql_copies, read_from, verifying
from ita_data.store.log_tables import files
from ita_data.store.tables import TABLES


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked through, and what is wrong with it; `notes` say what couldn't be looked at."""

    place: str
    faults: tuple[str, ...]
    notes: tuple[str, ...] = ()


def verify(file: Path | None = None) -> Verified:
    """Look through a backup, or through the office's database where none is named; nothing is changed."""
    if file and not file.is_file():
        raise CopyFailed(_("There is no file {file}.").format(file=file))
    if file and postgresql_copies.is_dump(file):
        return Verified(str(file), tuple(postgresql_copies.faults(file, str(file))))
    if not file and first_run.database_is_unmade():
        return Verified(str(sqlite_file()), (), (_("No database was made here yet."),))
    place = file or sqlite_file()
    return _of_file(place) if place else _of_server()


def _of_file(place: Path) -> Verified:
    found = tuple(verifying.faults(place, migrations.revisions()))
    if found or verifying.has_digests(place):
        return Verified(str(place), found)
    note = _("An older version of this program made it, which kept no digests: a flipped bit may go unnoticed.")
    return Verified(str(place), (), (note,))


def _of_server() -> Verified:
    """Files and closed months by their own hashes; the pages of its files are for PostgreSQL to check."""
    # Not as the office's program opens it, which would bring its tables up to date.
    store = engine_for(database())
    place = f"{store.url.host or ''}/{store.url.database or ''}"
    if store.dialect.name == "sqlite":
        return Verified(place, (), (_("A database in memory ends with its process: nothing was looked at."),))
    try:
        with read_from(store) as connection:
            return Verified(place, tuple(_changed(connection)), tuple(_notes(connection)))
    finally:
        store.dispose()


def _changed(connection: Connection) -> Iterator[str]:
    for table, changed in ((files, _changed_files), (TABLES["closing"], _changed_closings)):
        # In a database of before there was one, nothing of it can have changed.
        if sa.inspect(connection).has_table(table.name):
            yield from changed(connection)


def _notes(connection: Connection) -> Iterator[str]:
    if not sa.inspect(connection).get_table_names():
        yield _("No database was made here yet.")
    if connection.exec_driver_sql("SHOW data_checksums").scalar_one() != "on":
        yield _("The server keeps no checksums of its pages, so a flipped bit may go unnoticed: see pg_checksums.")


def _changed_files(connection: Connection) -> Iterator[str]:
    one_by_one = {"yield_per": 1}
    for name, data in connection.execute(sa.select(files.c.sha256, files.c.data), execution_options=one_by_one):
        if sha256(data).hexdigest() != name:
            yield _("The imported file {name} isn't as it was written.").format(name=name[:12])


def _changed_closings(connection: Connection) -> Iterator[str]:
    closings = TABLES["closing"].c
    for month, figures, expected in connection.execute(sa.select(closings.month, closings.figures, closings.sha256)):
        if digest(figures) != expected:
            yield _("The figures of the closed month {month} aren't as they were signed off.").format(month=month)
