"""The offices that are measured: the sample, the same one with another write, and hundreds like it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.servers import ROOT
from ita_data import store as tables
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Origin
from ita_data.model.planning.changes import changes_of
from ita_data.model.records import Records
from ita_data.services import clock, editing, looking, opening
from tests.databases import address_of

_ACTOR = Actor("bench", ActorRole.COORDINATOR)
_ORIGIN = Origin("report", clock.SAMPLE_DAY, "bench.txt")


@contextmanager
def sample_office() -> Iterator[Mapping[str, str]]:
    """The environment of a database with the sample office in it, which is removed at the end."""
    with TemporaryDirectory() as folder:
        environment = {"DATABASE_URL": address_of(Path(folder) / "bench.db")}
        load_sample(environment)
        yield environment


def load_sample(environment: Mapping[str, str], root: Path = ROOT) -> None:
    """Make the database of a measurement, with the sample office in it, as the version in the folder `root` does."""
    for command in (["db", "upgrade"], ["demo"]):
        arguments = [sys.executable, "-m", "ita_data", *command]
        subprocess.check_call(arguments, cwd=root, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)


def write(environment: Mapping[str, str]) -> None:
    """Correct the progress of one report, which is what makes pages count anew."""
    store = opening.open_store(environment["DATABASE_URL"])
    (plan,) = opening.plans(store)
    review = next(each for each in looking.records(store, plan).reviews if each.progress not in (None, 100.0))
    progress = 41.0 if review.progress == 40.0 else 40.0
    editing.save(store, plan, [(review, replace(review, progress=progress))], _ACTOR)
    store.dispose()


def add_plans(environment: Mapping[str, str], number: int) -> None:
    """Copy the sample's plan with all its reports for other offices, until there are so many plans."""
    store = opening.open_store(environment["DATABASE_URL"])
    (plan,) = opening.plans(store)
    records = looking.records(store, plan)
    with tables.write_to(store) as connection:
        for place in range(1, number):
            office = f"{plan.organisation} {place}"
            nothing, copied = Records(office, plan.fiscal_year), replace(records, organisation=office)
            changes = changes_of(nothing, copied, tables.revision(connection))
            tables.apply(connection, changes, _ORIGIN, _ACTOR, datetime.now(UTC))
    store.dispose()
