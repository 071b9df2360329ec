"""Whether an office's database was made already: a mark beside it says so, for a file that is gone says nothing.

The mark is there from before the file's first byte, so that making the tables goes on where that was broken off. What
is loaded after it, such as the sample office, is no part of it.
"""

from pathlib import Path

from ita_data.config import sqlite_file

MAKING = "making"
"""What the mark says until the database is whole."""
_MADE = "made"


def database_is_unmade() -> bool:
    """Whether the database to use is a SQLite file that nobody has made yet, or of which making was broken off."""
    file = sqlite_file()
    if file is None:
        return False
    mark = mark_of(file)
    if file.exists():
        return mark == MAKING and not file.stat().st_size
    return mark in (None, MAKING)


def mark_of(file: Path) -> str | None:
    """What the mark beside a database says; None where there is none."""
    try:
        return _mark(file).read_text(encoding="ascii")
    except FileNotFoundError:
        return None


def begin(file: Path) -> None:
    """Say that a database is being made, unless somebody said so, or that it is made, before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with _mark(file).open("x", encoding="ascii") as mark:
            mark.write(MAKING)
    except FileExistsError:
        return


def finish(file: Path) -> None:
    """Say that a database is made."""
    if mark_of(file) != _MADE:
        _mark(file).write_text(_MADE, encoding="ascii")


def forget(file: Path) -> None:
    """Take the mark away: the next run is the first one."""
    _mark(file).unlink(missing_ok=True)


def _mark(file: Path) -> Path:
    return file.with_name(f"{file.name}.made")
