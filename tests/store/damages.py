"""Ways in which a disk or a hand damages a SQLite file, and what is left of its rows."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

PAGE = 4096


def cut(data: bytes, random: Random) -> bytes:
    """The end is missing."""
    return data[: random.randrange(1, len(data))]


def zeroed(data: bytes, random: Random) -> bytes:
    """A page holds nothing."""
    page = random.randrange(len(data) // PAGE) * PAGE
    return data[:page] + bytes(PAGE) + data[page + PAGE :]


def flipped(data: bytes, random: Random) -> bytes:
    """One bit anywhere says the opposite."""
    damaged = bytearray(data)
    damaged[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(damaged)


def exchanged(data: bytes, random: Random) -> bytes:
    """Two pages stand in each other's place."""
    first, second = sorted(random.sample(range(1, len(data) // PAGE), 2))
    pages = [data[start : start + PAGE] for start in range(0, len(data), PAGE)]
    pages[first], pages[second] = pages[second], pages[first]
    return b"".join(pages)


DAMAGES: tuple[Callable[[bytes, Random], bytes], ...] = (cut, zeroed, flipped, exchanged)


def content(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The shape of a file's tables, and every row of them."""
    with closing(sqlite3.connect(file)) as connection:
        shape = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
        names = [name for kind, name, _table, _sql in shape if kind == "table"]
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}  # noqa: S608
    return {"": shape, **rows}
