"""Looking through a whole SQLite file: its structure, its references, and whether every row is as it was written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ita_data.language import gettext as _
from ita_data.store import digests
from ita_data.store.file_states import FileState, opened_to_look, said, state_of

_FIRST_WITH_DIGESTS = "0021"
_MOST = 20
"""How many faults of one kind are told."""


def faults(file: Path, known: list[str], named: str = "") -> list[str]:
    """What is wrong with a file, in words that call it `named`; nothing where every row is as it was written."""
    # All that quick_check looks at, integrity_check looks at too.
    state = state_of(file, known, checks_pages=False)
    if state is not FileState.SOUND:
        return [said(named or file, state)]
    try:
        with closing(opened_to_look(file)) as connection:
            return list(_faults(connection))
    except (sqlite3.Error, UnicodeDecodeError, OverflowError) as error:
        return [_("The database can't be read to its end: {reason}").format(reason=error)]


def has_digests(file: Path) -> bool:
    """Whether a sound file was written by a program that kept digests."""
    with closing(opened_to_look(file)) as connection:
        return _has_digests(connection)


def _faults(connection: sqlite3.Connection) -> Iterator[str]:
    # One reading throughout, which no write may get in between.
    connection.execute("BEGIN")
    broken = [fault for (fault,) in connection.execute(f"PRAGMA integrity_check({_MOST})") if fault != "ok"]
    if broken:
        # What can be read of such a file may be anything.
        yield from (_("The structure is damaged: {reason}").format(reason=fault) for fault in broken)
        return
    for table, row, other, _number in connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST):
        text = _("Table {table}: row {row} names a row of {other} that isn't there.")
        yield text.format(table=table, row=row, other=other)
    if _has_digests(connection):
        yield from _differences(connection)


def _has_digests(connection: sqlite3.Connection) -> bool:
    (version,) = connection.execute("SELECT max(version_num) FROM alembic_version").fetchone()
    return str(version) >= _FIRST_WITH_DIGESTS


def _differences(connection: sqlite3.Connection) -> Iterator[str]:
    kept, found = digests.kept(connection), dict(digests.computed(connection))
    for name in sorted(kept.keys() | found.keys()):
        rows, total = found.get(name, (0, None))
        expected, _total = kept.get(name, (0, None))
        if rows != expected:
            text = _("Table {table}: {rows} rows are there, {expected} were written.")
            yield text.format(table=name, rows=rows, expected=expected)
        elif total != _total:
            yield _("Table {table}: a value isn't as it was written.").format(table=name)
