"""Ways in which a disk or a hand damages a SQLite file, and what is left of its rows.

`python -m tests.store.damages 100` tries as many on the sample office's file.
"""

import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from ita_data.services import opening, sample
from ita_data.store import migrations, verifying
from tests.offices import COORDINATOR

NAMED, HARMLESS, UNNOTICED = "named", "changed no row", "changed a row and weren't named"
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


def outcomes(file: Path, number: int, random: Random) -> Counter[tuple[str, str]]:
    """What became of copies of a file that were damaged in one way after the other: the way, and what `verify` said."""
    whole, before = file.read_bytes(), content(file)
    found = Counter[tuple[str, str]]()
    with TemporaryDirectory() as folder:
        damaged = Path(folder) / "damaged.db"
        for damage in islice(cycle(DAMAGES), number):
            damaged.write_bytes(damage(whole, random))
            found[damage.__name__, _outcome(damaged, before)] += 1
    return found


def _outcome(damaged: Path, before: dict[str, list[tuple[Any, ...]]]) -> str:
    if verifying.faults(damaged, migrations.revisions()):
        return NAMED
    return HARMLESS if content(damaged) == before else UNNOTICED


def _say_all(number: int) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "office.db"
        store = opening.open_store(file)
        sample.load_sample(store, COORDINATOR)
        store.dispose()
        found = outcomes(file, number, Random(number))
    for outcome in (NAMED, HARMLESS, UNNOTICED):
        of_all = sum(times for (_damage, what), times in found.items() if what == outcome)
        sys.stdout.write(f"{of_all} of {number} damages {outcome}\n")


if __name__ == "__main__":
    _say_all(int(sys.argv[1]))
