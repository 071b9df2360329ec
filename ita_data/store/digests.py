"""A digest of the rows of every table in a SQLite file, for SQLite itself notices no bit that flips inside a value.

Beside each table's number of rows stands the sum of their hashes, kept by triggers in the transaction that writes them.
The triggers are of the connection and not of the file, so another program can open and mend it. The schema has a digest
too. PostgreSQL has checksums of its pages instead.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection

SCHEMA = "sqlite_schema"
"""The name under which the digest of the tables' own shape is kept."""
# SQLite's own tables take no trigger, and any tool may have it write or renew its statistics.
_TABLES = """SELECT name FROM main.sqlite_master
    WHERE type = 'table' AND name <> 'digests' AND name NOT GLOB 'sqlite_*' ORDER BY name"""
_SHAPE = "SELECT type, name, tbl_name, sql FROM main.sqlite_master WHERE name NOT GLOB 'sqlite_stat*'"
_MODULUS = 1 << 63

Digest = tuple[int, int]
"""How many rows there are, and the sum of their hashes."""


def prepare(connection: sqlite3.Connection) -> None:
    """Give a connection what the triggers call."""
    connection.create_function("digest_with", -1, _with, deterministic=True)


def keep(connection: Connection) -> None:
    """Have what is written in a transaction from now on kept in the digests as well."""
    driver = _driver(connection)
    if driver is None or not driver.execute("SELECT 1 FROM main.sqlite_master WHERE name = 'digests'").fetchone():
        return
    # Another process may have changed the tables since this connection got its triggers.
    (shape,) = driver.execute("PRAGMA main.schema_version").fetchone()
    named = f"digest_{shape}_"
    if driver.execute("SELECT 1 FROM temp.sqlite_master WHERE name GLOB ?", (f"{named}*",)).fetchone():
        return
    suspend(connection)
    for table in kept(driver).keys() & tables(driver):
        for statement in _triggers(driver, table, named):
            driver.execute(statement)


def suspend(connection: Connection) -> None:
    """Keep the digests no more, because the tables are about to change; then `renew` them."""
    driver = _driver(connection)
    if driver is not None:
        for (name,) in driver.execute("SELECT name FROM temp.sqlite_master WHERE type = 'trigger'").fetchall():
            driver.execute(f"DROP TRIGGER IF EXISTS temp.{_quoted(name)}")


def renew(connection: Connection) -> None:
    """Write the digests of all tables as they are now."""
    driver = _driver(connection)
    if driver is not None:
        driver.execute("DELETE FROM digests")
        driver.executemany("INSERT INTO digests VALUES (?, ?, ?)", [(name, *found) for name, found in computed(driver)])


def computed(connection: sqlite3.Connection) -> Iterator[tuple[str, Digest]]:
    """The digest of every table as its rows are, and that of the schema."""
    yield SCHEMA, of_rows(connection.execute(_SHAPE))
    for name in tables(connection):
        yield name, of_table(connection, name)


def kept(connection: sqlite3.Connection) -> dict[str, Digest]:
    """The digests as they were written."""
    found = connection.execute("SELECT name, number, total FROM digests")
    return {name: (number, total) for name, number, total in found}


def tables(connection: sqlite3.Connection) -> list[str]:
    """Every table that has a digest."""
    return [name for (name,) in connection.execute(_TABLES)]


def of_table(connection: sqlite3.Connection, name: str) -> Digest:
    """The digest of a table's rows."""
    # Without "NOT INDEXED" an index might answer in the table's place.
    return of_rows(connection.execute(f"SELECT * FROM main.{_quoted(name)} NOT INDEXED"))  # noqa: S608


def of_rows(rows: Iterable[tuple[Any, ...]]) -> Digest:
    """The digest of rows, in whatever order they come."""
    number = total = 0
    for row in rows:
        number, total = number + 1, total + _hash(row)
    return number, total % _MODULUS


def _with(total: int, sign: int, *values: Any) -> int:
    """A table's sum once a row came (1) or went (-1)."""
    return int(total + sign * _hash(values)) % _MODULUS


def _hash(values: tuple[Any, ...]) -> int:
    # As ASCII, for which characters can be shown as they are changes with Python's version.
    text = ascii(tuple(_hashed(value) if isinstance(value, bytes) else value for value in values))
    return int.from_bytes(blake2b(text.encode("ascii"), digest_size=8).digest())


def _hashed(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def _triggers(connection: sqlite3.Connection, table: str, named: str) -> Iterator[str]:
    columns = [
        _quoted(column) for _id, column, *_more in connection.execute(f"PRAGMA main.table_info({_quoted(table)})")
    ]
    old, new = (", ".join(f"{side}.{column}" for column in columns) for side in ("old", "new"))
    went, came = f"digest_with(total, -1, {old})", f"digest_with(total, 1, {new})"
    changed = f"digest_with({went}, 1, {new})"
    row = table.replace("'", "''")
    for event, by, total in (("INSERT", 1, came), ("DELETE", -1, went), ("UPDATE", 0, changed)):
        kept = f"UPDATE digests SET number = number + {by}, total = {total} WHERE name = '{row}'"  # noqa: S608
        name = _quoted(f"{named}{table}_{event}")
        yield f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.{_quoted(table)} BEGIN {kept}; END"


def _quoted(name: str) -> str:
    return '"{}"'.format(name.replace('"', '""'))


def _driver(connection: Connection) -> sqlite3.Connection | None:
    driver = connection.connection.driver_connection
    return driver if isinstance(driver, sqlite3.Connection) else None
