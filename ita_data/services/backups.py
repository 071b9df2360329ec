"""Backups of the whole office: made while it works, and restored into an empty place."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from ita_data.config import database, sqlite_file
from ita_data.language import gettext as _
from ita_data.model.errors import CopyFailed, PlaceTaken
from ita_data.services import clock, first_run
from ita_data.services.backup_places import ENDINGS, name_of, named_by_moment
from ita_data.store import engine_for, in_use, migrations, postgresql_copies, sqlite_copies, verifying
from ita_data.store.new_files import new_file, with_companions


@dataclass(frozen=True, slots=True)
class Restored:
    """Where a backup went, and where the database that stood there is now, if one did."""

    place: str
    set_aside: Path | None = None


def back_up(store: Engine, place: Path) -> Path:
    """Copy the whole store into one new file, or one named by the moment where `place` is a folder; looked through.

    Others may write meanwhile: the copy is of one state that was committed. Raises NotWritten where the file is there
    already or can't be written, and CopyFailed where the store is damaged or a program for it is missing.
    """
    target = place / _name_now(store) if place.is_dir() else place
    with new_file(target) as part:
        if store.dialect.name == "sqlite":
            sqlite_copies.copy_store(store, part)
        else:
            postgresql_copies.dump(store, part)
        _check_copy(part, str(store.url.database))
    return target


def check(file: Path) -> None:
    """Look whether a file is a backup that can be restored; raises CopyFailed where it isn't."""
    if not file.is_file():
        raise CopyFailed(_("There is no file {file}.").format(file=file))
    if found := _faults(file, str(file)):
        raise CopyFailed("\n".join((*found, _("{file} can't be used as a backup.").format(file=file))))


def restore(file: Path, *, sets_aside: bool = False) -> Restored:
    """Put a backup where the office's database is to be; it is looked through first.

    Raises PlaceTaken where a database stands there, unless it is to be set aside, or where a server runs on it.
    """
    check(file)
    place = sqlite_file()
    if (place is not None) == postgresql_copies.is_dump(file):
        raise CopyFailed(
            _("{file} is a backup of the other kind of database than DATABASE_URL names.").format(file=file)
        )
    if place is None:
        return _load(file)
    with in_use.alone(place):
        if place.exists() and not sets_aside:
            raise _taken(str(place))
        aside = _exchange(file, place)
        first_run.finish(place)
    return Restored(str(place), aside)


def set_aside(place: Path) -> Path | None:
    """Give a database another name beside its own, with what SQLite keeps beside it; that name, if one was there."""
    aside = _free_name(place.with_name(f"{place.name}.{clock.now():%Y%m%d-%H%M%S}"))
    was_there = place.exists()
    # The database first: without its journal beside it, a write that was broken off would stay in it for ever.
    for name, other in zip(with_companions(place), with_companions(aside), strict=True):
        with suppress(FileNotFoundError):
            name.rename(other)
    return aside if was_there else None


def _free_name(wanted: Path) -> Path:
    """The name, or the first with a number behind it that no file bears, nor anything that SQLite keeps beside one."""
    names = (wanted, *(wanted.with_name(f"{wanted.name}-{number}") for number in range(2, 1000)))
    return next(name for name in names if not any(each.exists() for each in with_companions(name)))


def _name_now(store: Engine) -> str:
    return named_by_moment(name_of(store.url), clock.now(), ENDINGS[store.dialect.name])


def _check_copy(part: Path, source: str) -> None:
    """Raise CopyFailed where a copy isn't as it was written, in words of what was copied: nobody finds the copy."""
    if found := _faults(part, source):
        text = _("The copy of {database} isn't whole, so none was kept. Look through it: python -m ita_data verify")
        raise CopyFailed("\n".join((*found, text.format(database=source))))


def _faults(file: Path, named: str) -> list[str]:
    if postgresql_copies.is_dump(file):
        return postgresql_copies.faults(file, named)
    return verifying.faults(file, migrations.revisions(), named)


def _exchange(file: Path, place: Path) -> Path | None:
    """Put a copy in its place; the former database goes in the moment in which the copy is whole and looked through."""
    aside: list[Path | None] = []
    with new_file(place, lambda: aside.append(set_aside(place))) as part:
        sqlite_copies.copy_file(file, part)
        _check_copy(part, str(file))
    return aside[0]


def _load(file: Path) -> Restored:
    store = engine_for(database())
    try:
        name = f"{store.url.host or ''}/{store.url.database}"
        if not migrations.is_bare(store):
            raise _taken(name)
        postgresql_copies.load(store, file)
    finally:
        store.dispose()
    return Restored(name)


def _taken(place: str) -> PlaceTaken:
    text = _(
        "A database stands at {place} already and was left as it is. To keep it beside under another name and restore: "
        "python -m ita_data restore FILE --set-aside. On PostgreSQL make an empty database and name it in DATABASE_URL."
    )
    return PlaceTaken(text.format(place=place))
