"""The drafts of people, read and written by the names that the plan's records have now."""

from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.drafts import Draft, Report
from ita_data.model.names import Names
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Review
from ita_data.store import reader
from ita_data.store.codec import field_names, packed, unpacked
from ita_data.store.draft_tables import drafts as table
from ita_data.store.log import names_since_revision

Owned = tuple[Actor, Draft]
"""A draft and whose it is."""


def of_owner(connection: Connection, owner: Actor, plan: PlanName) -> list[Draft]:
    """What a person has entered for a plan and not sent."""
    return [draft for each, draft in _by_present_names(connection, plan) if each == owner]


def keep(connection: Connection, owner: Actor, plan: PlanName, drafts: Collection[Draft]) -> None:
    """Keep a person's drafts, each in place of the one of the same report."""
    throw_away(connection, owner, plan, [draft.report for draft in drafts])
    _insert(connection, plan, [(owner, draft) for draft in drafts])


def throw_away(connection: Connection, owner: Actor, plan: PlanName, reports: Iterable[Report]) -> None:
    """Forget a person's drafts of some reports."""
    _follow_the_names(connection, plan)
    for measure, section, month in reports:
        is_it = (table.c.measure == measure, table.c.section == section, table.c.month == month)
        connection.execute(sa.delete(table).where(_of(plan), *_is_of(owner), *is_it))


def _follow_the_names(connection: Connection, plan: PlanName) -> None:
    """Write all drafts of a plan by the present names, where any has another: two may have exchanged theirs."""
    revisions = connection.scalars(sa.select(table.c.revision).where(_of(plan)).distinct()).all()
    if not any(names_since_revision(connection, plan, revision) for revision in revisions):
        return
    followed = list(_by_present_names(connection, plan))
    connection.execute(sa.delete(table).where(_of(plan)))
    _insert(connection, plan, followed)


def _by_present_names(connection: Connection, plan: PlanName) -> Iterable[Owned]:
    rows = connection.execute(sa.select(table).where(_of(plan))).all()
    names = {row.revision: names_since_revision(connection, plan, row.revision) for row in rows}
    return (_owned(row, names[row.revision]) for row in rows)


def _owned(row: Any, names: Names) -> Owned:
    owner = Actor(row.owner_name, ActorRole(row.owner_role), names.of("section", row.owner_section))
    value = row.value
    shown, review = (_review(value["fields"], value[side]) for side in ("shown", "review"))
    assert review is not None
    return owner, Draft(shown, review, value["has_status"], row.kept_at).called(names)


def _insert(connection: Connection, plan: PlanName, owned: list[Owned]) -> None:
    revision = reader.revision(connection)
    rows = [{**_row(plan, owner, draft), "revision": revision} for owner, draft in owned]
    if rows:
        connection.execute(sa.insert(table), rows)


def _row(plan: PlanName, owner: Actor, draft: Draft) -> dict[str, Any]:
    measure, section, month = draft.report
    return {
        "owner_name": owner.name,
        "owner_role": owner.role,
        "owner_section": owner.section,
        "organisation": plan.organisation,
        "fiscal_year": plan.fiscal_year,
        "measure": measure,
        "section": section,
        "month": month,
        "value": {
            "fields": field_names(Review.kind),
            "shown": _packed(draft.shown),
            "review": _packed(draft.review),
            "has_status": draft.has_status,
        },
        "kept_at": draft.kept_at,
    }


def _packed(review: Review | None) -> list[Any] | None:
    return list(packed(Review.kind, [review])[0]) if review else None


def _review(names: list[str], row: list[Any] | None) -> Review | None:
    if row is None:
        return None
    (review,) = unpacked(Review.kind, names, [row])
    assert isinstance(review, Review)
    return review


def _of(plan: PlanName) -> sa.ColumnElement[bool]:
    return sa.and_(table.c.organisation == plan.organisation, table.c.fiscal_year == plan.fiscal_year)


def _is_of(owner: Actor) -> tuple[sa.ColumnElement[bool], ...]:
    said = {"owner_name": owner.name, "owner_role": owner.role, "owner_section": owner.section}
    return tuple(table.c[name] == value for name, value in said.items())
