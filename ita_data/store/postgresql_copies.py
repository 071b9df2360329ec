"""Copies of a PostgreSQL database: what its own programs write, packed so that a flipped bit is noticed.

The address goes to them without its password, which others on the machine could read; that is told them apart.
"""

import gzip
import os
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sqlalchemy import URL, Engine

from ita_data.language import gettext as _
from ita_data.model.errors import CopyFailed, ProgramMissing
from ita_data.store.patience import PATIENCE

_MAGIC = b"PGDMP"
_PACKED = b"\x1f\x8b"
_AS_IT_IS = ("--no-owner", "--no-privileges")


def dump(engine: Engine, target: Path) -> None:
    """Write the whole database, as it is at one moment, into a packed dump.

    Raises ProgramMissing where `pg_dump` isn't on this machine, and CopyFailed where it can't do it.
    """
    command = [_program("pg_dump"), "--format=custom", "--compress=0", *_AS_IT_IS, _told(engine.url)]
    with gzip.open(target, "wb", compresslevel=6) as packed, _running(command, engine.url, stdout=True) as process:
        assert process.stdout is not None
        shutil.copyfileobj(process.stdout, packed)


def load(engine: Engine, file: Path) -> None:
    """Fill an empty database from a packed dump, whole or not at all."""
    options = ("--single-transaction", "--exit-on-error", *_AS_IT_IS)
    command = [_program("pg_restore"), *options, f"--dbname={_told(engine.url)}"]
    with gzip.open(file) as packed, _running(command, engine.url, stdin=True) as process:
        assert process.stdin is not None
        try:
            shutil.copyfileobj(packed, process.stdin)
        except BrokenPipeError:
            # The program says itself why it reads no more.
            return


def is_dump(file: Path) -> bool:
    """Whether a file begins as a packed dump does."""
    with file.open("rb") as opened:
        return opened.read(len(_PACKED)) == _PACKED


def faults(file: Path, named: str) -> list[str]:
    """Read a packed dump to its end; what is wrong with it, in words that call it `named`."""
    try:
        with gzip.open(file) as packed:
            beginning = packed.read(len(_MAGIC))
            while packed.read(1 << 20):
                pass
    except (OSError, EOFError, ValueError, zlib.error) as error:
        text = _("The backup {file} is damaged or cut off ({reason}). Take another one.")
        return [text.format(file=named, reason=error)]
    return [] if beginning == _MAGIC else [_("{file} is no backup of a PostgreSQL database.").format(file=named)]


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        text = _(
            "{program} isn't on this machine. Install PostgreSQL's programs of the server's version "
            "(on Debian or Ubuntu: apt install postgresql-client), or run the command on the database's machine."
        )
        raise ProgramMissing(text.format(program=name))
    return found


def _told(address: URL) -> str:
    return address.set(drivername="postgresql", password=None).render_as_string(hide_password=False)


@contextmanager
def _running(
    command: list[str], address: URL, *, stdin: bool = False, stdout: bool = False
) -> Iterator[subprocess.Popen[bytes]]:
    """A program of PostgreSQL's; raises CopyFailed with its own words where it fails."""
    # Where the address has none, that of the environment stands.
    password = {} if address.password is None else {"PGPASSWORD": str(address.password)}
    environment = {**os.environ, "PGCONNECT_TIMEOUT": str(PATIENCE), **password}
    pipes: dict[str, int | IO[bytes]] = {"stderr": subprocess.PIPE}
    pipes |= {name: subprocess.PIPE for name, is_used in (("stdin", stdin), ("stdout", stdout)) if is_used}
    with subprocess.Popen(command, env=environment, **pipes) as process:  # type: ignore[call-overload]
        try:
            yield process
        except BaseException:
            process.kill()
            raise
        _out, said = process.communicate()
    if process.returncode:
        text = _("{program} failed: {reason}")
        raise CopyFailed(text.format(program=Path(command[0]).name, reason=said.decode(errors="replace").strip()))
