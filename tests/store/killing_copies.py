"""Backups and restores that SIGKILL ends at random moments, or while others write: nothing may be wrong afterwards.

    python -m tests.store.killing_copies 40 96

kills each of them so many times, makes and restores so many backups of a store that is written to all the while, on
both databases, and prints what it found. The usual tests do so a few times.
"""

import multiprocessing
import multiprocessing.connection
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event
from time import monotonic, sleep

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from ita_data import store
from ita_data.model.records import Records
from ita_data.services import backups
from ita_data.store import log_tables, migrations
from tests.databases import Databases, SqliteFiles, running_postgresql, with_programs_of_postgresql
from tests.store.dumps import Dump, dump
from tests.store.office import RECORDS, plan, write

_PATIENCE = 60
_CONTEXT = multiprocessing.get_context("forkserver")
Task = Callable[[str, Path], None]


def backing_up(address: str, file: Path) -> None:
    """Back the store at an address up into a file."""
    backups.back_up(store.engine_for(address), file)


def restoring(address: str, file: Path) -> None:
    """Restore a file into the store at an address, which is set aside where it stands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", address)
        backups.restore(file, sets_aside=True)


def writing_straight(address: str, file: Path) -> None:
    """A wrong backup, which bears its name before it is whole."""
    whole = file.with_name("prepared")
    backups.back_up(store.engine_for(address), whole)
    data = whole.read_bytes()
    whole.unlink()
    file.write_bytes(data[: len(data) // 2])
    sleep(1)
    file.write_bytes(data)


def faults_of_backups(
    databases: Databases, folder: Path, kills: int, random: Random, task: Task = backing_up
) -> list[str]:
    """What is wrong after backups were killed: a file that isn't whole, or a store that changed."""
    with office(databases) as engine:
        before, found = dump(engine), []
        longest = _seconds(task, _address(engine), folder / "unhurried")
        for number in range(kills):
            file = folder / str(number)
            _kill(task, _address(engine), file, random.uniform(0, longest))
            if file.exists():
                found += [f"backup {number} is {fault}" for fault in _faults_of(file)]
            if dump(engine) != before:
                found.append(f"backup {number} changed the store")
        return found


def faults_of_restores(databases: Databases, folder: Path, kills: int, random: Random) -> list[str]:
    """What is wrong after restores were killed: half an office, the former one lost, or no way to go on."""
    with office(databases) as engine:
        expected, file = dump(engine), backups.back_up(engine, folder / "whole")
    with databases.empty() as address:
        longest = _seconds(restoring, address, file)
    found: list[str] = []
    for number in range(kills):
        with databases.empty() as address:
            former = _former(address)
            _kill(restoring, address, file, random.uniform(0, longest))
            found += [f"restore {number} {fault}" for fault in _faults_of_place(address, file, former, expected)]
    return found


def faults_under_writing(databases: Databases, folder: Path, number: int) -> list[str]:
    """What is wrong with backups of a store to which somebody writes one office after the other all the while."""
    with databases.migrated() as address, ThreadPoolExecutor() as others:
        engine, is_over = store.engine_for(address), Event()
        written = others.submit(_keep_writing, engine, is_over)
        try:
            made = [backups.back_up(engine, folder / f"written-{each}") for each in range(number)]
        finally:
            is_over.set()
        found = [] if written.result() else ["nothing was written meanwhile"]
        engine.dispose()
    for file in made:
        with databases.empty() as address:
            restoring(address, file)
            engine = store.engine_for(address)
            with store.read_from(engine) as connection:
                if len(store.plans(connection)) != store.revision(connection):
                    found.append(f"{file} is of no state that was committed")
            engine.dispose()
    return found


@contextmanager
def office(databases: Databases) -> Iterator[Engine]:
    """A store with everything, and a file that takes a while to be copied."""
    with databases.migrated() as address:
        engine = store.engine_for(address)
        write(engine, plan(RECORDS))
        with store.write_to(engine) as connection:
            data = Random(0).randbytes(4_000_000)
            connection.execute(sa.insert(log_tables.files).values(sha256="ab", data=data))
        yield engine
        engine.dispose()


def _faults_of(file: Path) -> list[str]:
    try:
        backups.check(file)
    except backups.CopyFailed as error:
        return [str(error)]
    return []


def _faults_of_place(address: str, file: Path, former: bytes | None, expected: Dump) -> Iterator[str]:
    if former is None:
        yield from _faults_of_server(address, file, expected)
        return
    place = Path(sa.make_url(address).database or "")
    if former not in [path.read_bytes() for path in place.parent.glob(f"{place.name}*")]:
        yield "lost the former database"
    if place.exists() and place.read_bytes() != former and _dump_of(address) != expected:
        yield "left half an office"
    restoring(address, file)
    if _dump_of(address) != expected:
        yield "couldn't be done again"


def _faults_of_server(address: str, file: Path, expected: Dump) -> Iterator[str]:
    engine = store.engine_for(address)
    _wait_for_others(engine)
    if migrations.is_bare(engine):
        restoring(address, file)
    if dump(engine) != expected:
        yield "left half an office"
    engine.dispose()


def _dump_of(address: str) -> Dump:
    engine = store.engine_for(address)
    found = dump(engine)
    engine.dispose()
    return found


def _keep_writing(engine: Engine, is_over: Event) -> int:
    """Write an office and its plan at each revision; the number of writes."""
    number = 0
    while not is_over.is_set():
        write(engine, plan(Records(f"สำนักงาน {number}", 2568), revision=number))
        number += 1
    return number


def _former(address: str) -> bytes | None:
    """A database of before in the place of a SQLite file; PostgreSQL needs an empty one."""
    url = sa.make_url(address)
    if url.get_backend_name() != "sqlite":
        return None
    engine = store.engine_for(address)
    store.upgrade(engine)
    write(engine, plan(Records("สำนักงานเดิม", 2568)))
    engine.dispose()
    return Path(url.database or "").read_bytes()


def _wait_for_others(engine: Engine) -> None:
    """Until the programs of a killed process have noticed that it is gone."""
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    until = monotonic() + _PATIENCE
    while engine.dialect.name == "postgresql" and monotonic() < until:
        with engine.connect() as connection:
            if not connection.exec_driver_sql(others).scalar_one():
                return
        sleep(0.05)


def _seconds(task: Task, address: str, file: Path) -> float:
    process, begun = _begun(task, address, file)
    process.join(_PATIENCE)
    assert process.exitcode == 0
    return monotonic() - begun


def _kill(task: Task, address: str, file: Path, after: float) -> None:
    process, _begin = _begun(task, address, file)
    process.join(after)
    process.kill()
    process.join(_PATIENCE)


def _begun(task: Task, address: str, file: Path) -> tuple[multiprocessing.process.BaseProcess, float]:
    receiver, sender = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_run, args=(task, address, file, sender, os.environ["PATH"]))
    process.start()
    sender.close()
    with receiver:
        receiver.recv()
    return process, monotonic()


def _run(task: Task, address: str, file: Path, sender: multiprocessing.connection.Connection, path: str) -> None:
    os.environ["PATH"] = path
    sender.send("ready")
    task(address, file)


def _address(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def _say_all(system: str, databases: Databases, kills: int, copies: int) -> None:
    for name, faults in (("backups", faults_of_backups), ("restores", faults_of_restores)):
        with TemporaryDirectory() as folder:
            _say(f"{system}: {kills} {name} killed", faults(databases, Path(folder), kills, Random(kills)))
    with TemporaryDirectory() as folder:
        found = faults_under_writing(databases, Path(folder), copies)
        _say(f"{system}: {copies} backups under writing, made and restored", found)


def _say(what: str, faults: list[str]) -> None:
    sys.stdout.write("\n  ".join((f"{what}, {len(faults)} faults", *faults)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    os.environ["PATH"] = with_programs_of_postgresql()
    numbers = [int(each) for each in sys.argv[1:]] or [40, 96]
    with TemporaryDirectory() as sqlite_folder:
        _say_all("SQLite", SqliteFiles(Path(sqlite_folder)), *numbers)
    with running_postgresql() as server:
        _say_all("PostgreSQL", server, *numbers)
