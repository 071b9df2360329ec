"""Keeping the Python code of a process to itself while it reads a file that somebody sent.

Python tells a hook before it opens a file, a connection or another process, and the hook refuses. Native code doesn't
ask: what a library written in C or Rust does by itself is held by the limits of the operating system alone.
"""

import os
import sys
from pathlib import Path
from typing import Any

from ita_data.config import ROOT

_REFUSED = (
    "ftplib.",
    "http.",
    "os.chmod",
    "os.chown",
    "os.exec",
    "os.fork",
    "os.kill",
    "os.link",
    "os.mkdir",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.spawn",
    "os.startfile",
    "os.symlink",
    "os.system",
    "os.truncate",
    "pty.",
    "shutil.",
    "smtplib.",
    "socket.",
    "sqlite3.",
    "subprocess.",
    "urllib.",
)
"""How the events begin that have no place in reading a file."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def keep_apart() -> None:
    """From now on this process opens nothing but the modules and data of Python, its libraries and this program.

    Whatever else its code tries to open, write or start raises PermissionError. That can't be taken back.
    """
    readable = _readable()

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_REFUSED) or (event == "open" and not _is_allowed(readable, *arguments)):
            raise PermissionError(f"{event} is refused while a file is read")

    sys.addaudithook(refuse)


def _readable() -> tuple[Path, ...]:
    """The folders from which modules are imported; the project's own folder is none, because its database is in it."""
    paths = [Path(path) for path in (sys.prefix, sys.base_prefix, *filter(None, sys.path))]
    folders = [ROOT / "ita_data", *(path for path in paths if not ROOT.is_relative_to(path.resolve()))]
    return tuple(dict.fromkeys([*map(_plain, folders), *(folder.resolve() for folder in folders)]))


def _is_allowed(readable: tuple[Path, ...], path: Any, _mode: str | None, flags: int) -> bool:
    if isinstance(path, int):
        # A file that is open already.
        return True
    found = _plain(os.fsdecode(path))
    return not flags & _WRITING and any(found.is_relative_to(folder) for folder in readable)


def _plain(path: str | Path) -> Path:
    """The whole path without "..", its links not followed: installers may link libraries from elsewhere."""
    return Path(os.path.normpath(Path(path).absolute()))
