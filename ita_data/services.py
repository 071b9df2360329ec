"""The use cases: each opens the store, calls pure code and commits; every one that writes is told who acts."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, Engine

from ita_data.config import ROOT, database_url
from ita_data.exports import EXPORTS
from ita_data.imports.layouts.layout import Known
from ita_data.imports.plan import plan_changes
from ita_data.imports.read import read
from ita_data.imports.reading import Reading
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Batch, Change, ChangePlan, Origin
from ita_data.model.errors import NotFound
from ita_data.model.records import Link, LinkState, Record, Records, Rules
from ita_data.public_holidays import thai_public_holidays
from ita_data.snapshot import Snapshot, snapshot_of
from ita_data.store import engine_for, reader, reading, upgrade, writer, writing
from ita_data.store.reader import StoredPlan

Store = Engine
"""An open database, as every service takes it first."""

SAMPLE = ROOT / "sample_data"
PAGE = "page"
"""The layout of a batch that was written on a page and not read from a file."""
THAILAND = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Preview:
    """A file that was read and what applying it would change; `changes` is None where the file was refused."""

    reading: Reading
    origin: Origin
    changes: ChangePlan | None


def today() -> date:
    """The date in Thailand, wherever the server stands."""
    return datetime.now(THAILAND).date()


def open_store(url: str | None = None) -> Store:
    """The database, made or brought up to date where needed."""
    store = engine_for(url or database_url())
    upgrade(store)
    return store


def store_to_read() -> Store:
    """The database, or an empty one in memory where none was made yet: looking makes no files."""
    scheme, _separator, path = database_url().partition(":///")
    is_unmade = scheme == "sqlite" and not Path(path).exists()
    return open_store("sqlite://" if is_unmade else None)


def revision(store: Store) -> int:
    """The store's revision, which every write raises by one."""
    with reading(store) as connection:
        return reader.revision(connection)


def plans(store: Store) -> list[StoredPlan]:
    """The plans in the store, one for each office and fiscal year."""
    with reading(store) as connection:
        return reader.plans(connection)


def snapshot(store: Store, organisation: str, fiscal_year: int) -> Snapshot:
    """One plan with everything reported on it, as it stands now."""
    with reading(store) as connection:
        records = reader.records(connection, organisation, fiscal_year)
        return snapshot_of(records, thai_public_holidays(), reader.revision(connection))


def preview(store: Store, data: bytes, file_name: str, received_on: date, organisation: str = "") -> Preview:
    """Read a file and compute what it would change, without writing.

    `organisation` says whose plans a monthly workbook refers to, where the store holds several offices and the
    workbook doesn't name its own.
    """
    with reading(store) as connection:
        known = _known(connection, organisation, received_on)
        found = read(data, file_name, known)
        changes = None
        if found.records:
            stored = reader.records(connection, found.records.organisation, found.records.fiscal_year)
            changes = plan_changes(stored, found.records, reader.revision(connection))
    is_sample = found.records is not None and found.records.is_sample
    return Preview(found, Origin(found.layout, received_on, file_name, found.sha256, is_sample), changes)


def apply(store: Store, previewed: Preview, actor: Actor) -> int | None:
    """Write what the preview showed and give the batch's id; None where there was nothing to write.

    Raises StalePlan if the store changed since the preview; then nothing was written.
    """
    if previewed.changes is None or not previewed.changes.writes:
        return None
    return _apply(store, previewed.changes, previewed.origin, actor)


def decide_link(
    store: Store, organisation: str, fiscal_year: int, outcome: str, measure: str, state: LinkState, actor: Actor
) -> int | None:
    """Confirm or reject a link between an outcome and a measure, or make one that nobody suggested.

    Raises NotFound if the plan has no such outcome or measure. Gives the batch's id, None where it already was so.
    """

    def decided(stored: Records) -> Change:
        _require(outcome in {record.code for record in stored.outcomes}, outcome)
        _require(measure in {record.code for record in stored.measures}, measure)
        before = next((link for link in stored.links if link.key == (outcome, measure)), None)
        after = replace(before, state=state) if before else Link(outcome, measure, state)
        return _edited(before, after)

    return _edit(store, organisation, fiscal_year, decided, actor)


def change_rules(store: Store, organisation: str, fiscal_year: int, rules: Rules, actor: Actor) -> int | None:
    """Decide the due day and whose reviews are expected; gives the batch's id, None where it already was so."""

    def decided(stored: Records) -> Change:
        _require(bool(stored.rules), organisation)
        return _edited(stored.rules[0], rules)

    return _edit(store, organisation, fiscal_year, decided, actor)


def export(store: Store, organisation: str, fiscal_year: int, name: str) -> bytes:
    """One of the files of `EXPORTS`, of a plan as it stands now."""
    with reading(store) as connection:
        return EXPORTS[name].file_of(reader.records(connection, organisation, fiscal_year))


def history(store: Store) -> list[Batch]:
    """Every applied write, the newest first."""
    with reading(store) as connection:
        return reader.batches(connection)


def changes_of(store: Store, batch: int) -> list[Change]:
    """What one batch added, changed and removed."""
    with reading(store) as connection:
        return reader.changes(connection, batch)


def load_sample(store: Store, by: Actor, folder: Path = SAMPLE) -> list[int]:
    """Load the sample office: its report, its rules and its monthly workbooks on the days they are said to have come.

    The sender of each file is invented like the file, so history names who loaded it beside them.
    Gives the ids of the batches written; files that were imported before are passed over.
    """
    manifest = tomllib.loads((folder / "received.toml").read_text(encoding="utf-8"))
    imported = {batch.origin.sha256: batch.organisation for batch in history(store)}
    batches: list[int | None] = []
    organisation = ""
    for entry in manifest["file"]:
        data = (folder / entry["name"]).read_bytes()
        digest = sha256(data).hexdigest()
        if digest in imported:
            organisation = imported[digest]
            continue
        actor = Actor(f"{by.name} ({entry['actor']})", entry["role"], entry["section"])
        found = preview(store, data, entry["name"], entry["received_on"], organisation)
        batches.append(apply(store, found, actor))
        if found.changes and found.reading.layout == "report":
            organisation, rules = found.changes.organisation, Rules(**manifest["rules"])
            batches.append(change_rules(store, organisation, found.changes.fiscal_year, rules, actor))
    return [batch for batch in batches if batch is not None]


def _known(connection: Connection, organisation: str, received_on: date) -> Known:
    """All offices by name, with the plans of the chosen one, or of every one where none was chosen."""
    stored = reader.plans(connection)
    chosen = [name for name in stored if organisation in ("", name.organisation)]
    return Known(
        plans={name: reader.records(connection, *name) for name in chosen},
        offices=tuple(dict.fromkeys(name.organisation for name in stored)),
        today=today(),
        received_on=received_on,
    )


def _edit(
    store: Store, organisation: str, fiscal_year: int, decide: Callable[[Records], Change], actor: Actor
) -> int | None:
    with reading(store) as connection:
        stored = reader.records(connection, organisation, fiscal_year)
        change = decide(stored)
        plan = ChangePlan(organisation, fiscal_year, reader.revision(connection), (change,))
    if change.action is Action.UNCHANGED:
        return None
    return _apply(store, plan, Origin(PAGE, today()), actor)


def _edited(before: Record | None, after: Record) -> Change:
    if before is None:
        return Change(Action.ADDED, None, after)
    return Change(Action.UNCHANGED if before == after else Action.CHANGED, before, after)


def _apply(store: Store, changes: ChangePlan, origin: Origin, actor: Actor) -> int:
    with writing(store) as connection:
        return writer.apply(connection, changes, origin, actor, datetime.now(UTC))


def _require(found: bool, name: str) -> None:
    if not found:
        raise NotFound(_("{name} is not in the plan.").format(name=name))
