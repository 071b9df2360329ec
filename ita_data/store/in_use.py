"""The sign that a server runs on a SQLite file: a lock on a file beside it, which ends with the process that holds it.

However a server ends, the operating system takes its lock away; so no sign is ever left behind.
"""

import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD: list[IO[bytes]] = []
"""What this process holds until it ends."""


def hold(database: Path) -> None:
    """Say until this process ends that a server runs on a database; several servers may."""
    # Where a file system knows no locks, there is no sign, and the office is served all the same.
    with suppress(OSError):
        file = _sign(database).open("ab")
        _HELD.append(file)
        _lock(file, is_shared=True)


def is_held(database: Path) -> bool:
    """Whether a server runs on a database."""
    if not _sign(database).exists():
        return False
    try:
        with _sign(database).open("ab") as file:
            _lock(file, is_shared=False)
    except OSError:
        return True
    return False


def _sign(database: Path) -> Path:
    return database.with_name(f"{database.name}.server")


def _lock(file: IO[bytes], *, is_shared: bool) -> None:
    """Lock the file at once; raises OSError where another process keeps it."""
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, (fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
