"""The sample office, whose monthly data are invented."""

import tomllib
from datetime import date
from hashlib import sha256
from pathlib import Path

from ita_data.config import ROOT
from ita_data.imports.read import read
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Batch
from ita_data.model.errors import OfficeThere
from ita_data.model.plan_name import PlanName
from ita_data.model.rules import Rules
from ita_data.services import clock, editing, history, importing, looking, opening
from ita_data.services.importing import Preview
from ita_data.services.opening import Store

SAMPLE = ROOT / "sample_data"


def load_sample(store: Store, by: Actor, folder: Path = SAMPLE) -> list[int]:
    """Load the sample office: its report, its rules and its monthly workbooks on the days they are said to have come.

    The sender of each file is invented like the file, so history names who loaded it beside them.
    Gives the ids of the batches written; files that were imported before are passed over, and so are those that come
    after the day that is today in the sample.
    """
    manifest = tomllib.loads((folder / "received.toml").read_text(encoding="utf-8"))
    imported = {batch.origin.sha256: batch.organisation for batch in history.batches(store)}
    written: list[Batch] = []
    organisation = ""
    for entry in (each for each in manifest["file"] if each["received_on"] <= clock.SAMPLE_DAY):
        data = (folder / entry["name"]).read_bytes()
        digest = sha256(data).hexdigest()
        if digest in imported:
            organisation = imported[digest]
            continue
        actor = Actor(f"{by.name} ({entry['actor']})", ActorRole(entry["role"]), entry["section"])
        found = _preview(store, data, entry["name"], entry["received_on"], organisation)
        if batch := importing.apply(store, found, actor):
            written.append(batch)
        if found.changes and found.reading.layout == "report":
            organisation = found.changes.plan.organisation
            written += _set_rules(store, found.changes.plan, Rules(**manifest["rules"]), actor)
    return [batch.id for batch in written]


def require_no_office(store: Store, beside: str = "") -> None:
    """Raise OfficeThere where an office works in the store, unless it is named as the one to load the sample beside."""
    offices = {plan.organisation for plan in opening.plans(store)}
    if offices and beside not in offices and not opening.is_of_samples(store):
        raise OfficeThere(sorted(offices))


def _set_rules(store: Store, plan: PlanName, rules: Rules, actor: Actor) -> list[Batch]:
    (stored,) = looking.records(store, plan).rules
    batch = editing.save(store, plan, [(stored, rules)], actor)
    return [batch] if batch else []


def _preview(store: Store, data: bytes, name: str, received_on: date, organisation: str) -> Preview:
    """The preview of a file that is read in this process, for it came with the program."""
    knowledge = importing.known(store, organisation, received_on)
    return importing.compared(store, read(data, name, knowledge.known), data, knowledge)
