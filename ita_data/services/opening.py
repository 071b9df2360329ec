"""Opening the store, and what it says of itself."""

from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from ita_data.config import database, sqlite_file
from ita_data.language import gettext as _
from ita_data.model.errors import PlaceTaken, StoreUnusable
from ita_data.model.plan_name import PlanName
from ita_data.model.revision import Revision
from ita_data.services import backups, clock, daily_backups, first_run
from ita_data.services.backup_places import place_of
from ita_data.store import engine_for, in_use, is_bare, is_current, read_from, reader, upgrade
from ita_data.store.file_states import FileState, said, state_of
from ita_data.store.migrations import revisions
from ita_data.store.network_shares import is_on_share
from ita_data.store.watching import FileIdentity, identity_of

Store = Engine
"""An open database, as every service takes it first."""


def open_store(named: str | Path | None = None) -> Store:
    """The database of this address or SQLite file, or else the one to use; made or brought up to date where needed.

    A copy is kept before the tables of one that was used change. Raises StoreUnusable, and changes nothing, where a
    file is anything but sound or about to be made.
    """
    named = named or database()
    file = sqlite_file(named)
    if file:
        _prepare(file)
    store = engine_for(named)
    try:
        _bring_up_to_date(store)
    except BaseException:
        store.dispose()
        raise
    if file:
        first_run.finish(file)
    return store


def begin_anew() -> Path | None:
    """Make a new, empty database; one that stands there gets another name beside it, which is given.

    Raises PlaceTaken where a server runs on it, or where the database is on a server.
    """
    place = sqlite_file()
    if place is None:
        raise PlaceTaken(_("A database on a server is made there: make an empty one and name it in DATABASE_URL."))
    with in_use.alone(place):
        aside = backups.set_aside(place)
        first_run.forget(place)
        open_store().dispose()
    return aside


def store_to_read() -> Store:
    """The database, or an empty one in memory where none was made yet: looking makes no files."""
    return open_store("sqlite://" if first_run.database_is_unmade() else None)


def hold() -> None:
    """Say until this process ends that a server runs on the database, so that nobody restores another one under it."""
    if file := sqlite_file():
        in_use.hold(file)


def file_of(named: str | Path) -> FileIdentity | None:
    """Which file the database is now, where it is one; another one may have got its name."""
    file = sqlite_file(named)
    return identity_of(file) if file else None


def revision(store: Store) -> Revision:
    """The store's revision, which every write raises by one."""
    with read_from(store) as connection:
        return reader.revision(connection)


def plans(store: Store) -> list[PlanName]:
    """The plans in the store, one for each office and fiscal year."""
    with read_from(store) as connection:
        return reader.plans(connection)


def is_of_samples(store: Store) -> bool:
    """Whether the store holds plans, and in each of them invented reviews."""
    with read_from(store) as connection:
        return reader.is_of_samples(connection)


def known_until(store: Store, day: date | None = None) -> date:
    """The day up to whose end writes are known where one looks at a day.

    On the office's own day, or where none is named, that is today: in the sample office it is another one.
    """
    return clock.today() if day is None or day == office_day(store) else day


def office_day(store: Store) -> date:
    """The day on which the offices of the store work; it stands on all that they write."""
    return clock.day_of(is_of_samples(store))


def _bring_up_to_date(store: Store) -> None:
    if is_current(store):
        return
    if not is_bare(store):
        daily_backups.back_up_before(store, revisions()[-1])
    upgrade(store)


def _prepare(file: Path) -> None:
    if is_on_share(file):
        text = _(
            "The database {file} lies on a network share, where two computers may damage it. Put it on this computer's "
            "own disk, and open the pages from the others in a browser; or use PostgreSQL."
        )
        raise StoreUnusable(text.format(file=file))
    mark, state = _mark_and_state(file)
    is_unmade = state is FileState.MISSING and mark is None
    is_being_made = state in (FileState.MISSING, FileState.EMPTY) and mark == first_run.MAKING
    if not (is_unmade or is_being_made or state is FileState.SOUND):
        raise _refusal(file, state)
    if is_unmade:
        first_run.begin(file)


def _mark_and_state(file: Path) -> tuple[str | None, FileState]:
    """What the mark and the file say at one moment, though another process may be making the database."""
    mark = first_run.mark_of(file)
    state = state_of(file, revisions())
    return (mark, state) if first_run.mark_of(file) == mark else _mark_and_state(file)


def _refusal(file: Path, state: FileState) -> StoreUnusable:
    if state in (FileState.NEWER, FileState.UNREADABLE):
        # What is in it is sound as far as anybody knows: no backup would help.
        return StoreUnusable(said(file, state))
    help_ = _(
        "Nothing was changed. To go on from a backup, usually in {folder}: "
        "python -m ita_data restore FILE --set-aside. To begin anew, the former file kept beside: "
        "python -m ita_data db new"
    )
    return StoreUnusable(" ".join((said(file, state), help_.format(folder=place_of(file).folder))))
