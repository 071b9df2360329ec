"""Backups that the office makes by itself: one a day, and one before its tables change; old ones go."""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from ita_data.config import backup_folder, retention
from ita_data.language import gettext as _
from ita_data.model.errors import CopyFailed, ItaError
from ita_data.model.periods import THAILAND
from ita_data.model.retention import kept
from ita_data.services import backups, clock
from ita_data.services.backups import Store
from ita_data.store.new_files import remove_left_behind

_log = logging.getLogger(__name__)
_NAME = re.compile(r"(?:ita|before-\d+)-(\d{8}-\d{6})\.(?:db|dump\.gz)")
_NOTE = "last.json"


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last backup that was made by itself, and the last attempt; `problem` says why that one failed.

    A backup was opened and looked through from end to end before it got its name.
    """

    file: str = ""
    made_at: str = ""
    tried_at: str = ""
    problem: str = ""


def last_backup(folder: Path | None = None) -> LastBackup:
    """What is known of the backups in a folder, or in the office's own."""
    try:
        values = json.loads(((folder or backup_folder()) / _NOTE).read_text(encoding="utf-8"))
        return LastBackup(**values)
    except (OSError, ValueError, TypeError):
        return LastBackup()


def back_up_if_due(store: Store) -> Path | None:
    """Make the backup of today unless there is one, then let old ones go; the file that was made.

    A failure is written down for the settings page and the health answer, and raised.
    """
    folder, now = backup_folder(), clock.now()
    if any(moment.date() == now.date() for moment in _moments(folder).values()):
        return None
    return _kept_in(folder, store, "ita")


def back_up_before(store: Store, revision: str, named: str | Path) -> None:
    """Keep a copy before the tables are brought to a revision.

    On a server whose programs aren't on this machine the office goes on without one, which is written down.
    """
    try:
        _kept_in(backup_folder(named), store, f"before-{revision}")
    except CopyFailed:
        if store.dialect.name == "sqlite":
            raise
        _log.warning("no backup was made before the tables were brought up to date", exc_info=True)


def let_old_ones_go(folder: Path) -> None:
    """Remove what the retention doesn't keep, and what was left half written; other files stay."""
    moments = _moments(folder)
    stays = kept(moments.values(), retention())
    for file, moment in moments.items():
        if moment not in stays:
            file.unlink(missing_ok=True)
    remove_left_behind(folder)


def _kept_in(folder: Path, store: Store, name: str) -> Path:
    try:
        made = _made_in(folder, store, name)
    except ItaError as error:
        _note(folder, problem=str(error))
        raise
    _note(folder, file=made.name, made_at=clock.now().isoformat(timespec="seconds"), problem="")
    return made


def _made_in(folder: Path, store: Store, name: str) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = backups.back_up(store, folder, name)
        let_old_ones_go(folder)
    except OSError as error:
        text = _("{folder} can't be written to: {reason}")
        raise CopyFailed(text.format(folder=folder, reason=error.strerror)) from error
    except ValueError as error:
        raise CopyFailed(_("{name} isn't set as docs/operations.md says.").format(name=error)) from error
    return made


def _note(folder: Path, **values: str) -> None:
    known = replace(last_backup(folder), tried_at=clock.now().isoformat(timespec="seconds"), **values)
    try:
        new = folder / f".{_NOTE}"
        new.write_text(json.dumps(asdict(known), ensure_ascii=False), encoding="utf-8")
        new.replace(folder / _NOTE)
    except OSError:
        _log.warning("could not write down what became of the backup: %s", values)


def _moments(folder: Path) -> dict[Path, datetime]:
    return dict(_named_by_moment(folder))


def _named_by_moment(folder: Path) -> Iterator[tuple[Path, datetime]]:
    for file in folder.iterdir() if folder.is_dir() else ():
        if found := _NAME.fullmatch(file.name):
            yield file, datetime.strptime(found[1], "%Y%m%d-%H%M%S").replace(tzinfo=THAILAND)
