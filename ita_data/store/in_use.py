"""The sign that a server runs on a SQLite file: a lock on a file beside it, which ends with the process that holds it.

However a server ends, the operating system takes its lock away; so no sign is ever left behind.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import IO

from ita_data.language import gettext as _
from ita_data.model.errors import NotWritten, PlaceTaken
from ita_data.store.patience import PATIENCE

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD: dict[Path, IO[bytes]] = {}
"""What this process holds until it ends."""
_MOST_SERVERS = 64


def hold(database: Path) -> None:
    """Say until this process ends that a server runs on a database; several servers may.

    Where somebody has the database alone, it waits a while for that to end.
    """
    # Where a file system knows no locks, there is no sign, and the office is served all the same.
    with suppress(OSError):
        if database in _HELD:
            return
        file = _sign(database).open("ab")
        try:
            _lock_patiently(file)
        except OSError:
            file.close()
            raise
        _HELD[database] = file


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Have a database for oneself: no server runs on it, and none that holds it begins to. Makes its folder.

    Raises PlaceTaken where one runs.
    """
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        file = _sign(database).open("ab")
    except OSError as error:
        text = _("{file} can't be written: {reason}. Check that the folder is there and its disk isn't full.")
        raise NotWritten(text.format(file=database, reason=error.strerror)) from error
    with file:
        try:
            _lock(file, is_shared=False)
        except OSError as error:
            text = _("A server is running on {place}. End it first (Ctrl-C where it was started), then try again.")
            raise PlaceTaken(text.format(place=database)) from error
        yield


def _sign(database: Path) -> Path:
    return database.with_name(f"{database.name}.server")


def _lock_patiently(file: IO[bytes]) -> None:
    until = monotonic() + PATIENCE
    while True:
        try:
            return _lock(file, is_shared=True)
        except BlockingIOError:
            if monotonic() > until:
                raise
        sleep(0.1)


def _lock(file: IO[bytes], *, is_shared: bool) -> None:
    """Lock the file at once; raises OSError where another process keeps it."""
    if sys.platform != "win32":
        fcntl.flock(file, (fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    elif is_shared:
        _lock_any_byte(file)
    else:
        _lock_bytes(file, 0, _MOST_SERVERS)


def _lock_any_byte(file: IO[bytes]) -> None:
    """Windows lets nobody share a byte, so each server has one of its own."""
    for place in range(_MOST_SERVERS):
        with suppress(OSError):
            return _lock_bytes(file, place, 1)
    raise BlockingIOError


def _lock_bytes(file: IO[bytes], place: int, number: int) -> None:
    if sys.platform == "win32":
        file.seek(place)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, number)
