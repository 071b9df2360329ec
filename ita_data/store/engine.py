"""Opening the store: one engine for SQLite and PostgreSQL, and the two ways to use it.

A reading sees one state of the store from beginning to end. A writing waits for its turn, so writers never meet.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy import URL, Connection, Engine, event
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from ita_data.language import gettext as _
from ita_data.model.errors import StoreBusy, StoreUnusable
from ita_data.store import digests
from ita_data.store.log_tables import revisions
from ita_data.store.patience import PATIENCE
from ita_data.store.watching import require_same_file, watch

_WRITER_LOCK = 2568
"""The advisory lock that writers on PostgreSQL take in turn; any number would do."""

_UNUSABLE = (DatabaseError, OperationalError, sqlite3.DatabaseError, sqlite3.OperationalError)
"""What a database raises that can't be used; other classes are this program's own mistakes, to be seen as such."""

_READ_OPTIONS: dict[str, dict[str, Any]] = {
    "sqlite": {},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}
_WRITE_OPTIONS: dict[str, dict[str, Any]] = {
    "sqlite": {"begin": "BEGIN IMMEDIATE"},
    # What was committed while waiting for the lock has to be seen, so no snapshot is taken before it.
    "postgresql": {"isolation_level": "READ COMMITTED"},
}


def engine_for(database: str | Path) -> Engine:
    """The engine for a database address, or for the path of a SQLite file, whose folder is created.

    Raises StoreUnusable for an address of another kind, or a folder that can't be made.
    """
    address = address_for(database)
    if address.get_backend_name() == "sqlite":
        return _sqlite_engine(address)
    return sa.create_engine(
        address,
        json_serializer=as_json,
        pool_pre_ping=True,
        connect_args={"connect_timeout": PATIENCE},
    )


def address_for(database: str | Path) -> URL:
    """The address that names a database, or a SQLite file; raises StoreUnusable where it is of another kind."""
    # Put together as text, a path with ?, # or %20 in it would lead elsewhere.
    return URL.create("sqlite", database=str(database)) if isinstance(database, Path) else _address(database)


def file_of(address: URL) -> Path | None:
    """The file of a database; None where it is on a server, or in memory."""
    is_file = address.get_backend_name() == "sqlite" and address.database not in (None, "", ":memory:")
    return Path(address.database or "") if is_file else None


@contextmanager
def read_from(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the store throughout; whatever is written on it is lost.

    Raises StoreUnusable where the database doesn't answer, and StoreBusy where others keep it for too long.
    """
    with _opened(engine, _READ_OPTIONS) as connection:
        yield connection


@contextmanager
def write_to(engine: Engine) -> Iterator[Connection]:
    """A transaction that gives the store its next revision when all went well, and leaves no trace otherwise.

    Raises StoreUnusable where the database doesn't answer, or other writers keep it for too long.
    """
    with alone(engine) as connection:
        yield connection
        connection.execute(sa.update(revisions).values(number=revisions.c.number + 1, write=uuid4().hex))


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """A transaction that no other writer's overlaps, in this process or another.

    Raises StoreUnusable, and keeps nothing, where the file of the database was exchanged meanwhile.
    """
    with _opened(engine, _WRITE_OPTIONS) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.set_config("lock_timeout", f"{PATIENCE}s", True)))
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_WRITER_LOCK)))
        digests.keep(connection)
        yield connection
        require_same_file(connection)


def as_json(value: object) -> str:
    """A value of the store's JSON columns as text."""
    return json.dumps(value, ensure_ascii=False, check_circular=False, separators=(",", ":"))


def sqlite_pragmas(version: tuple[int, int, int]) -> tuple[str, ...]:
    """How a SQLite library of this version keeps a file: before 3.51.3, write-ahead logging may damage it."""
    if version >= (3, 51, 3):
        return ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL")
    return ("foreign_keys=ON", "journal_mode=DELETE", "synchronous=EXTRA")


def _address(url: str) -> URL:
    refusal = StoreUnusable(_("DATABASE_URL is not the address of a SQLite or PostgreSQL database."))
    try:
        address = sa.make_url(url)
    except (ArgumentError, ValueError):
        # Not chained: the cause may quote the address, and with it the password.
        raise refusal from None
    if address.drivername not in ("sqlite", "sqlite+pysqlite", "postgresql+psycopg"):
        raise refusal
    return address


def _sqlite_engine(address: URL) -> Engine:
    _make_folder(address)
    engine = sa.create_engine(address, json_serializer=as_json, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    if file := file_of(address):
        watch(engine, file)
    return engine


def _make_folder(address: URL) -> None:
    try:
        Path(address.database or "").parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(address) from error


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own transactions begin too late and without IMMEDIATE; `_begin_sqlite` begins them.
    connection.isolation_level = None
    digests.prepare(connection)
    for pragma in sqlite_pragmas(sqlite3.sqlite_version_info):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


@contextmanager
def _opened(engine: Engine, options: dict[str, dict[str, Any]]) -> Iterator[Connection]:
    try:
        with engine.connect() as connection:
            yield connection.execution_options(**options[engine.dialect.name])
    except (DatabaseError, sqlite3.DatabaseError) as error:
        if type(error) not in _UNUSABLE:
            raise
        raise _unusable(engine.url, StoreBusy if _is_busy(error) else StoreUnusable) from error


def _is_busy(error: DatabaseError | sqlite3.DatabaseError) -> bool:
    cause = error.orig if isinstance(error, DatabaseError) else error
    return getattr(cause, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _unusable(address: URL, kind: type[StoreUnusable] = StoreUnusable) -> StoreUnusable:
    database = "/".join(part for part in (address.host, address.database) if part)
    message = _(
        "The database {database} can't be used at the moment. Check that it is running, that its disk isn't full, "
        "and that this program may write to it; then try again."
    )
    return kind(message.format(database=database))
