"""A person's drafts, kept by the office: there again after a restart, on another device, and under another code."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from ita_data.model.drafts import Answers, Draft, Report
from ita_data.services.opening import Store
from ita_data.store import alone, read_from
from ita_data.store import drafts as kept


def drafts_of(store: Store, owner: str) -> dict[Report, Draft]:
    """What a person entered and hasn't sent, of all plans; measures and sections are called as they were then."""
    with read_from(store) as connection:
        return {draft.report: draft for draft in kept.of_owner(connection, owner)}


def enter(store: Store, owner: str, entered: Iterable[tuple[Draft, Answers]]) -> None:
    """Keep what a person entered in some fields of reports, beside what their drafts hold in the other fields.

    Each is a draft as it is begun, which is taken where there is none yet, and what was entered. A draft that comes to
    say nothing is thrown away.
    """
    with alone(store) as connection:
        drafts = {draft.report: draft for draft in kept.of_owner(connection, owner)}
        touched = set[Report]()
        for fresh, answers in entered:
            drafts[fresh.report] = drafts.get(fresh.report, fresh).saying(answers)
            touched.add(fresh.report)
        now = datetime.now(UTC)
        says_something = [replace(drafts[report], kept_at=now) for report in touched if not drafts[report].is_empty]
        kept.throw_away(connection, owner, touched)
        kept.keep(connection, owner, says_something)


def keep(store: Store, owner: str, draft: Draft) -> None:
    """Keep a draft as it is, in place of the person's draft of that report."""
    with alone(store) as connection:
        kept.keep(connection, owner, [replace(draft, kept_at=datetime.now(UTC))])


def throw_away(store: Store, owner: str, reports: Collection[Report]) -> None:
    """Forget a person's drafts of reports: they are sent, or unwanted."""
    with alone(store) as connection:
        kept.throw_away(connection, owner, reports)
