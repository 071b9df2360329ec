"""Writing a file so that it is there whole or not at all, whenever the program or the machine stops."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time
from uuid import uuid4

from ita_data.language import gettext as _
from ita_data.model.errors import NotWritten

_COMPANIONS = ("-journal", "-wal", "-shm")
_PART = re.compile(rf"\..+\.[0-9a-f]{{8}}\.part(?:{'|'.join(_COMPANIONS)})?")
"""The temporary names that `new_file` gives."""
_LEFT_BEHIND_AFTER = 24 * 60 * 60
"""Seconds after which nobody writes any more what bears a temporary name."""


@contextmanager
def new_file(target: Path, make_room: Callable[[], object] | None = None) -> Iterator[Path]:
    """A temporary name beside a new file, which gets its own once all went well.

    `make_room` takes away what bears the name until then, in the last moment. Raises NotWritten where nobody makes room
    for it and a file of that name is there, which stays as it is, or where none can be written.
    """
    part = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        if target.exists() and make_room is None:
            raise FileExistsError
        yield part
        _keep(part)
        if make_room:
            make_room()
        _put_in_place(part, target)
    except FileExistsError as error:
        raise NotWritten(_("{file} is there already and was left as it is.").format(file=target)) from error
    except OSError as error:
        text = _("{file} can't be written: {reason}. Check that the folder is there and its disk isn't full.")
        raise NotWritten(text.format(file=target, reason=error.strerror or error)) from error
    finally:
        remove(part)


def remove(path: Path) -> None:
    """Remove a file with what SQLite keeps beside it; where it isn't there, nothing happens."""
    for name in with_companions(path):
        name.unlink(missing_ok=True)


def with_companions(path: Path) -> list[Path]:
    """A SQLite file, and the names of what SQLite keeps beside it while it writes."""
    return [path, *(path.with_name(path.name + ending) for ending in _COMPANIONS)]


def remove_left_behind(folder: Path) -> None:
    """Remove what programs left that were killed while they wrote a new file."""
    for part in folder.glob(".*.part*"):
        if _PART.fullmatch(part.name) and part.stat().st_mtime < time() - _LEFT_BEHIND_AFTER:
            part.unlink(missing_ok=True)


def keep_folder(folder: Path) -> None:
    """Have the disk keep which names a folder has, where it can be told to."""
    if os.name == "nt":
        return
    # Some file systems know no such thing, and by now everything is in its place.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _keep(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _put_in_place(part: Path, target: Path) -> None:
    try:
        # A link, other than a new name, never takes the place of a file that came meanwhile.
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:
        if target.exists():
            raise FileExistsError from None
        part.rename(target)
    keep_folder(target.parent)
