"""Backups that the office makes by itself: one a day, and one before its tables change; old ones go."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from sqlalchemy import Engine

from ita_data.config import kept_backups
from ita_data.language import gettext as _
from ita_data.model.errors import CopyFailed, ItaError, ProgramMissing, StoreUnusable
from ita_data.model.retention import Retention, kept
from ita_data.services import backups, clock
from ita_data.services.backup_places import BackupPlace, named_by_moment, place_at, place_of
from ita_data.store.new_files import remove_left_behind

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last backup that was made by itself, and the last attempt; `problem` says why that one failed.

    A backup was opened and looked through from end to end before it got its name. `old_ones` says why they stay.
    """

    file: str = ""
    made_at: str = ""
    tried_at: str = ""
    problem: str = ""
    old_ones: str = ""


def last_backup() -> LastBackup:
    """What is known of the backups of the database to use."""
    try:
        return _noted(place_of())
    except StoreUnusable:
        return LastBackup()


def back_up_if_due(store: Engine) -> Path | None:
    """Make the backup of today unless there is one, then let old ones go; the file that was made.

    A failure is written down for the settings page and the health answer, and raised.
    """
    place = place_at(store.url)
    with _noting_failure(place):
        if any(moment.date() == clock.today() for moment in place.moments().values()):
            return None
        return _made(place, store, place.name)


def back_up_before(store: Engine, revision: str) -> None:
    """Keep a copy before the tables are brought to a revision.

    On a server whose programs aren't on this machine the office goes on without one, which is written down.
    """
    place = place_at(store.url)
    try:
        with _noting_failure(place):
            _made(place, store, f"{place.name}-before-{revision}")
    except ProgramMissing:
        _log.warning("no backup was made before the tables were brought up to date", exc_info=True)


def _made(place: BackupPlace, store: Engine, name: str) -> Path:
    place.folder.mkdir(parents=True, exist_ok=True)
    made = backups.back_up(store, place.folder / named_by_moment(name, clock.now(), place.ending))
    _note(place, file=made.name, made_at=_moment(), problem="", old_ones=_let_old_ones_go(place))
    return made


def _let_old_ones_go(place: BackupPlace) -> str:
    """Remove what the retention doesn't keep, and what was left half written; why that can't be, if it can't."""
    try:
        retention = Retention(*kept_backups())
        moments = place.moments()
        stay = kept(moments.values(), retention)
        for file in [file for file, moment in moments.items() if moment not in stay]:
            file.unlink(missing_ok=True)
        for folder in (place.folder, place.note.parent):
            remove_left_behind(folder)
    except ValueError as error:
        return _("{name} isn't set as docs/operations.md says.").format(name=error)
    except OSError as error:
        return _unwritable(place, error)
    return ""


@contextmanager
def _noting_failure(place: BackupPlace) -> Iterator[None]:
    """Note why there is no backup; raises CopyFailed for what the disk says."""
    try:
        yield
    except ItaError as error:
        _note(place, problem=str(error))
        raise
    except OSError as error:
        problem = _unwritable(place, error)
        _note(place, problem=problem)
        raise CopyFailed(problem) from error


def _unwritable(place: BackupPlace, error: OSError) -> str:
    return _("{folder} can't be written to: {reason}").format(folder=place.folder, reason=error.strerror)


def _noted(place: BackupPlace) -> LastBackup:
    try:
        return LastBackup(**json.loads(place.note.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return LastBackup()


def _note(place: BackupPlace, **values: str) -> None:
    known = replace(_noted(place), tried_at=_moment(), **values)
    new = place.note.with_name(f".{place.note.name}.new")
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps(asdict(known), ensure_ascii=False), encoding="utf-8")
        new.replace(place.note)
    except OSError:
        _log.warning("could not write down what became of the backup: %s", values)


def _moment() -> str:
    return clock.now().isoformat(timespec="seconds")
