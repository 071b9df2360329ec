"""A person's drafts, kept by the office: there again after a restart, on another device, and under another code.

Until there are accounts a person is the name, role and section that they gave.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from ita_data.model.actors import Actor
from ita_data.model.drafts import Answers, Draft, Report
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Review
from ita_data.services.opening import Store
from ita_data.store import alone, log, read_from
from ita_data.store import drafts as kept


def drafts_of(store: Store, owner: Actor, plan: PlanName) -> dict[Report, Draft]:
    """What a person entered for a plan and hasn't sent, by the names that hold now."""
    with read_from(store) as connection:
        return {draft.report: draft for draft in kept.of_owner(connection, owner, plan)}


def enter(
    store: Store, owner: Actor, plan: PlanName, entered: Iterable[tuple[Draft, Answers]], *, revision: int
) -> None:
    """Keep what a person entered in some fields of reports, beside what their drafts hold in the other fields.

    Each is a draft as it is begun, which is taken where there is none yet, and what was entered. They call reports by
    the names of the `revision` at which the page showed them. A draft that comes to say nothing is thrown away.
    """
    with alone(store) as connection:
        names = log.names_since_revision(connection, plan, revision)
        known = {draft.report: draft for draft in kept.of_owner(connection, owner, plan)}
        drafts = _entered(known, [(draft.called(names), answers) for draft, answers in entered])
        now = datetime.now(UTC)
        kept.keep(connection, owner, plan, [replace(draft, kept_at=now) for draft in drafts if not draft.is_empty])
        kept.throw_away(connection, owner, plan, [draft.report for draft in drafts if draft.is_empty])


def hold_against(store: Store, owner: Actor, plan: PlanName, draft: Draft, stored: Review | None) -> None:
    """Keep a draft as a change to what is stored now: who entered it has seen that, and wants it so."""
    with alone(store) as connection:
        kept.keep(connection, owner, plan, [replace(draft, shown=stored, kept_at=datetime.now(UTC))])


def throw_away(store: Store, owner: Actor, plan: PlanName, reports: Collection[Report], *, revision: int) -> None:
    """Forget a person's drafts of reports, which are called by the names of a revision: they are sent, or unwanted."""
    with alone(store) as connection:
        names = log.names_since_revision(connection, plan, revision)
        now = [(names.of("measure", one), names.of("section", two), month) for one, two, month in reports]
        kept.throw_away(connection, owner, plan, now)


def _entered(known: Mapping[Report, Draft], entered: Iterable[tuple[Draft, Answers]]) -> list[Draft]:
    """The drafts that were entered into, each once, however many of its fields were."""
    drafts: dict[Report, Draft] = {}
    for fresh, answers in entered:
        draft = drafts.get(fresh.report) or known.get(fresh.report, fresh)
        drafts[fresh.report] = draft.saying(answers)
    return list(drafts.values())
