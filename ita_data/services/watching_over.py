"""What a server does by itself while it runs: look through the database at its start, and back it up each day."""

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Any

from ita_data.config import database
from ita_data.model.errors import ItaError
from ita_data.services import clock, daily_backups, opening, verifying
from ita_data.services.opening import Store
from ita_data.store.watching import FileIdentity

_log = logging.getLogger(__name__)
_FIRST_AFTER = 5
"""Seconds that the first visitors have for themselves."""
_EVERY = 600


@dataclass(frozen=True, slots=True)
class _Look:
    """What was found, and when, as a database was looked through."""

    faults: tuple[str, ...] = ()
    at: str = ""


_looks: dict[tuple[str | Path, FileIdentity | None], _Look] = {}
"""By the database's address and file: another file that gets its name has none of its faults."""


def watch_over(opened: Callable[[], Store]) -> Event:
    """Begin to watch over the server's database; it ends when the event that is given is set, or with the process."""
    is_over = Event()
    Thread(target=_watch, args=(opened, is_over), name="watching over the database", daemon=True).start()
    return is_over


def watch_once(opened: Callable[[], Store]) -> None:
    """Look through a database that wasn't yet, or that something was wrong with, and make the backup that is due."""
    look = _last_look()
    if not look.at or look.faults:
        look_through()
    daily_backups.back_up_if_due(opened())


def look_through() -> None:
    """Look through the whole database, and keep what is wrong with it for the health answer."""
    which = _which()
    found = verifying.verify()
    _looks[which] = _Look(found.faults, clock.now().isoformat(timespec="seconds"))
    for fault in found.faults:
        _log.error("%s: %s", found.place, fault)


def health(opened: Callable[[], Store]) -> dict[str, Any]:
    """What a machine is told that asks how the office's program is.

    `is_well` is so where the database answers and nothing is wrong with it; `backup` says when the last one was made,
    and what became of the last attempt.
    """
    look = _last_look()
    return {
        "is_well": not (faults := [*_unanswered(opened), *look.faults]),
        "faults": faults,
        "verified_at": look.at,
        "backup": asdict(daily_backups.last_backup()),
    }


def _last_look() -> _Look:
    return _looks.get(_which(), _Look())


def _which() -> tuple[str | Path, FileIdentity | None]:
    return database(), opening.file_of(database())


def _unanswered(opened: Callable[[], Store]) -> list[str]:
    try:
        opening.revision(opened())
    except ItaError as error:
        return [str(error)]
    return []


def _watch(opened: Callable[[], Store], is_over: Event) -> None:
    pause = _FIRST_AFTER
    while not is_over.wait(pause):
        pause = _EVERY
        try:
            watch_once(opened)
        except Exception:  # noqa: BLE001
            # Whatever it is, it is tried again; the settings page and the health answer say that it failed.
            _log.exception("could not watch over the database")
