"""The drafts of people; reports are told by who their measure and section are, whatever these are called."""

from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from ita_data.model.drafts import Draft, Report
from ita_data.model.records import Review
from ita_data.store.codec import field_names, packed, unpacked
from ita_data.store.log_tables import drafts as table


def of_owner(connection: Connection, owner: str) -> list[Draft]:
    """What a person has entered and not sent; its measures and sections are called as they were then."""
    return [_draft(row) for row in connection.execute(sa.select(table).where(table.c.owner == owner))]


def keep(connection: Connection, owner: str, drafts: Collection[Draft]) -> None:
    """Keep a person's drafts, each in place of the one of the same report."""
    throw_away(connection, owner, [draft.report for draft in drafts])
    if drafts:
        connection.execute(sa.insert(table), [_row(owner, draft) for draft in drafts])


def throw_away(connection: Connection, owner: str, reports: Iterable[Report]) -> None:
    """Forget a person's drafts of some reports."""
    for report in reports:
        is_it = [table.c[name] == value for name, value in report._asdict().items()]
        connection.execute(sa.delete(table).where(table.c.owner == owner, *is_it))


def _draft(row: Any) -> Draft:
    names = row.value["fields"]
    shown, review = (_review(names, row.value[side]) for side in ("shown", "review"))
    assert review is not None
    return Draft(Report(row.measure, row.section, row.month), shown, review, row.value["has_status"], row.kept_at)


def _row(owner: str, draft: Draft) -> dict[str, Any]:
    value = {
        "fields": field_names(Review.kind),
        "shown": _packed(draft.shown),
        "review": _packed(draft.review),
        "has_status": draft.has_status,
    }
    return {"owner": owner, **draft.report._asdict(), "value": value, "kept_at": draft.kept_at}


def _packed(review: Review | None) -> list[Any] | None:
    return list(packed(Review.kind, [review])[0]) if review else None


def _review(names: list[str], row: list[Any] | None) -> Review | None:
    if row is None:
        return None
    (review,) = unpacked(Review.kind, names, [row])
    assert isinstance(review, Review)
    return review
