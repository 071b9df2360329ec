"""The commands that write batches and look at them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from ita_data.commands import options
from ita_data.commands.readings import exit_code, print_reading
from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Action, Batch, Blocker
from ita_data.model.errors import UndoBlocked
from ita_data.model.field_labels import field_label
from ita_data.model.periods import THAILAND
from ita_data.model.problem_kinds import Severity
from ita_data.model.records import Record
from ita_data.services import importing, opening, undoing
from ita_data.services.history import batches
from ita_data.services.importing import Preview


@click.command("import")
@options.file
@options.organisation
@options.yes
@options.received_on
@options.actor
@options.role
@options.reason
@options.as_json
@click.pass_context
def import_file(
    context: click.Context,
    *,
    file: Path,
    organisation: str,
    yes: bool,
    received_on: date | None,
    actor: str,
    role: ActorRole,
    reason: str,
    as_json: bool,
) -> None:
    """Import FILE; the batch's id is printed only once it is saved."""
    store = opening.open_store()
    by, came = Actor(actor, role), received_on or opening.office_day(store)
    found = importing.preview(store, file.read_bytes(), file.name, came, organisation, actor=by)
    if not as_json:
        print_reading(found.reading)
    if found.is_open:
        _print_questions(found)
    if found.changes is None or found.is_open:
        _print_import(found, None, as_json)
        context.exit(options.EXIT_REFUSED)
    if not as_json:
        _print_counts(found.changes.counts())
    if found.changes.writes and not yes and not click.confirm(_("Apply these changes?"), err=True):
        context.exit(options.EXIT_REFUSED)
    batch = importing.apply(store, found, by, reason=reason)
    _print_import(found, batch.id if batch else None, as_json)
    context.exit(exit_code(found.reading.verdict))


@click.command()
@click.argument("batch", type=int)
@options.yes
@options.actor
@options.role
@options.reason
@options.as_json
@click.pass_context
def undo(
    context: click.Context, *, batch: int, yes: bool, actor: str, role: ActorRole, reason: str, as_json: bool
) -> None:
    """Restore what BATCH changed, as a batch of its own."""
    store = opening.open_store()
    try:
        changes = undoing.preview(store, batch)
    except UndoBlocked as blocked:
        _print_blockers(blocked, as_json)
        context.exit(options.EXIT_REFUSED)
    counts = {name: changes.counts()[name] for name in (Action.ADDED, Action.CHANGED, Action.REMOVED)}
    if not as_json:
        _print_counts(counts)
    if not yes and not click.confirm(_("Apply these changes?"), err=True):
        context.exit(options.EXIT_REFUSED)
    number = undoing.undo(store, batch, Actor(actor, role), reason=reason).id
    if as_json:
        options.print_json({"batch": number, "undoes": batch, "changes": counts})
    else:
        click.echo(_("Saved as batch {batch}.").format(batch=number))


@click.command()
@options.organisation
@options.as_json
def history(organisation: str, as_json: bool) -> None:
    """List the batches, the newest first."""
    store = opening.store_to_read()
    found = [batch for batch in batches(store) if organisation in ("", batch.organisation)]
    if as_json:
        options.print_json({"batches": [_batch_as_json(batch) for batch in found]})
        return
    for batch in found:
        click.echo(_batch_line(batch))


def _batch_as_json(batch: Batch) -> dict[str, Any]:
    return {
        "batch": batch.id,
        "applied_at": batch.applied_at.isoformat(),
        "organisation": batch.organisation,
        "fiscal_year": batch.fiscal_year,
        "layout": batch.origin.layout,
        "file": batch.origin.file_name,
        "sha256": batch.origin.sha256,
        "received_on": batch.origin.received_on.isoformat(),
        "actor": batch.actor.name,
        "reason": batch.reason,
        "added": batch.added,
        "changed": batch.changed,
        "removed": batch.removed,
        "undoes": batch.undoes,
        "undone_by": batch.undone_by,
    }


def _batch_line(batch: Batch) -> str:
    line = _("{batch}  {moment}  {what}; by {name}: {added} new, {changed} changed, {removed} removed").format(
        batch=batch.id,
        moment=f"{batch.applied_at.astimezone(THAILAND):%Y-%m-%d %H:%M}",
        what=_source(batch),
        name=batch.actor.name,
        added=batch.added,
        changed=batch.changed,
        removed=batch.removed,
    )
    if batch.undone_by is None:
        return line
    return f"{line} – {_('Undone by batch {batch}').format(batch=batch.undone_by)}"


def _source(batch: Batch) -> str:
    if batch.undoes is not None:
        return _("Undoes batch {batch}").format(batch=batch.undoes)
    return batch.origin.file_name or _("Changed on a page")


def _print_blockers(blocked: UndoBlocked, as_json: bool) -> None:
    if as_json:
        options.print_json({"batch": None, "blockers": [_blocker_as_json(each) for each in blocked.blockers]})
        return
    click.echo(str(blocked), err=True)
    for blocker in blocked.blockers:
        words = ", ".join(field_label(field) for field in blocker.fields)
        if blocker.rests_on:
            words = _("needs {record}, which would go").format(record=_name(blocker.rests_on))
        line = _("Batch {batch}: {record} {what}").format(batch=blocker.batch, record=_name(blocker.record), what=words)
        click.echo(f"  {line}", err=True)


def _blocker_as_json(blocker: Blocker) -> dict[str, Any]:
    lost = blocker.rests_on
    return {
        "batch": blocker.batch,
        "kind": blocker.record.kind,
        "key": blocker.record.key,
        "fields": blocker.fields,
        "rests_on": {"kind": lost.kind, "key": lost.key} if lost else None,
    }


def _name(record: Record) -> str:
    return " ".join((label("kind", record.kind), " · ".join(record.key))).strip()


def _print_counts(counts: Mapping[Action, int]) -> None:
    for action, number in counts.items():
        click.echo(f"  {label('action', action)}: {number}")


def _print_import(found: Preview, batch: int | None, as_json: bool) -> None:
    changes = dict(found.changes.counts()) if found.changes else {}
    refusals = [problem.message for problem in found.reading.problems if problem.severity is Severity.REFUSAL]
    if as_json:
        options.print_json({"outcome": found.reading.verdict, "batch": batch, "changes": changes, "refusals": refusals})
    elif batch is not None:
        click.echo(_("Saved as batch {batch}.").format(batch=batch))
    elif found.changes is not None and not found.is_open:
        click.echo(_("Nothing to change."))


def _print_questions(found: Preview) -> None:
    """That somebody has to answer first, and which records may be stored ones in other words."""
    for doubt in found.changes.doubts if found.changes else ():
        kind, candidates = label("kind", doubt.record.kind), ", ".join(each.key[0] for each in doubt.candidates)
        text = _("{kind} {name} may be {candidates} in other words, or new.")
        click.echo(text.format(kind=kind, name=doubt.key[1][0], candidates=candidates), err=True)
    click.echo(_("Nothing is imported before the file's questions are answered, at the import desk."), err=True)
