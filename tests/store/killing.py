"""Importers that run in a process of their own, which SIGKILL ends at any step that one likes.

A step is every statement that writes, every commit, telling somebody that it is done, and the end.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from typing import Any

from sqlalchemy import Engine, event

from ita_data import store
from ita_data.model.changes import Changes
from ita_data.services.applying import apply_changes
from tests.store.office import ACTOR, ORIGIN, revision

Acknowledge = Callable[[int], None]
Importer = Callable[[Engine, Changes, Acknowledge], None]

_WRITING = ("INSERT", "UPDATE", "DELETE")
_PATIENCE = 60


@dataclass(frozen=True)
class End:
    """How an importer ended: which batch it had acknowledged by then, and whether it was killed."""

    acknowledged: int | None
    was_killed: bool


def all_or_nothing(engine: Engine, plan: Changes, acknowledge: Acknowledge) -> None:
    """The product's own importer."""
    acknowledge(apply_changes(engine, plan, ORIGIN, ACTOR, data=b"the file").id)


def row_by_row(engine: Engine, plan: Changes, acknowledge: Acknowledge) -> None:
    """A wrong one, which commits after every record."""
    number = 0
    for change in plan.writes:
        alone = replace(plan, changes=(change,), revision=revision(engine))
        number = apply_changes(engine, alone, ORIGIN, ACTOR).id
    acknowledge(number)


def too_early(engine: Engine, plan: Changes, acknowledge: Acknowledge) -> None:
    """A wrong one, which says that it is done before it is."""
    acknowledge(plan.revision + 1)
    apply_changes(engine, plan, ORIGIN, ACTOR)


def killed(importer: Importer, address: str, plan: Changes, step: int) -> End:
    """Run an importer that is killed right before its n-th step, if it comes to that."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(importer, address, plan, step, sender))
    with receiver:
        with sender:
            process.start()
        process.join(_PATIENCE)
        assert process.exitcode in (0, -signal.SIGKILL)
        return End(_received(receiver), process.exitcode != 0)


def _received(receiver: Any) -> int | None:
    try:
        number: int = receiver.recv()
    except EOFError:
        return None
    return number


def _run(importer: Importer, address: str, plan: Changes, last: int, sender: Connection) -> None:
    steps = 0

    def step(*_any: object) -> None:
        nonlocal steps
        steps += 1
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def step_if_writing(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith(_WRITING):
            step()

    def acknowledge(number: int) -> None:
        step()
        sender.send(number)

    engine = store.engine_for(address)
    event.listen(engine, "before_cursor_execute", step_if_writing)
    event.listen(engine, "commit", step)
    importer(engine, plan, acknowledge)
    step()
