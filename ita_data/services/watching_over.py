"""What a server does by itself while it runs: look through the database at its start, and back it up each day."""

import logging
from collections.abc import Callable
from dataclasses import asdict
from threading import Event, Thread
from typing import Any

from ita_data.model.errors import ItaError
from ita_data.services import clock, daily_backups, opening, verifying
from ita_data.services.opening import Store

_log = logging.getLogger(__name__)
_FIRST_AFTER = 5
"""Seconds that the first visitors have for themselves."""
_EVERY = 600

_faults: list[str] = []
_verified_at: list[str] = []


def watch_over() -> Event:
    """Begin to watch over the database; it ends when the event that is given is set, or with the process."""
    is_over = Event()
    Thread(target=_watch, args=(is_over,), name="watching over the database", daemon=True).start()
    return is_over


def look_through() -> None:
    """Look through the whole database, and keep what is wrong with it for the health answer."""
    found = verifying.verify()
    _faults[:] = found.faults
    _verified_at[:] = [clock.now().isoformat(timespec="seconds")]
    for fault in found.faults:
        _log.error("%s: %s", found.place, fault)


def health(opened: Callable[[], Store]) -> dict[str, Any]:
    """What a machine is told that asks how the office's program is.

    `is_well` is so where the database answers and nothing is wrong with it; `backup` says when the last one was made,
    and what became of the last attempt.
    """
    return {
        "is_well": not (faults := [*_unanswered(opened), *_faults]),
        "faults": faults,
        "verified_at": _verified_at[0] if _verified_at else "",
        "backup": asdict(daily_backups.last_backup()),
    }


def _unanswered(opened: Callable[[], Store]) -> list[str]:
    try:
        opening.revision(opened())
    except ItaError as error:
        return [str(error)]
    return []


def _watch(is_over: Event) -> None:
    is_looked_through = False
    pause = _FIRST_AFTER
    while not is_over.wait(pause):
        pause = _EVERY
        try:
            if not is_looked_through:
                look_through()
                is_looked_through = True
            store = opening.open_store()
            try:
                daily_backups.back_up_if_due(store)
            finally:
                store.dispose()
        except Exception:  # noqa: BLE001
            # Whatever it is, it is tried again; the settings page and the health answer say that it failed.
            _log.exception("could not watch over the database")
