"""How what the store holds came there."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ita_data.language import gettext as _
from ita_data.model.changes import Author, Batch, Change, Key
from ita_data.model.errors import NotFound
from ita_data.model.names import Names
from ita_data.model.news import SectionNews, news
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Review
from ita_data.services.opening import Store, known_until
from ita_data.store import log, read_from, reader


def batches(store: Store) -> list[Batch]:
    """Every applied write, the newest first; those that were undone say by which batch."""
    with read_from(store) as connection:
        return log.batches(connection)


def batches_on(store: Store, day: date) -> list[Batch]:
    """Every write that was applied by a day, the newest first; one that was undone later stands yet."""
    until = known_until(store, day)
    found = {batch.id: batch for batch in batches(store) if batch.written_on <= until}
    return [batch if batch.undone_by in found else replace(batch, undone_by=None) for batch in found.values()]


def changes_of(store: Store, batch: int) -> list[Change]:
    """What one batch added, changed and removed."""
    with read_from(store) as connection:
        return log.changes(connection, batch)


def names_since(store: Store, plan: PlanName, revision: int) -> Names:
    """The names that records of a plan got after the store had a revision."""
    with read_from(store) as connection:
        return log.names_since_revision(connection, plan, revision)


def authors(store: Store, plan: PlanName, kind: str) -> dict[Key, Author]:
    """Who wrote each record of one kind in a plan last."""
    with read_from(store) as connection:
        return log.authors(connection, plan, kind)


def reviews_on(store: Store, plan: PlanName, day: date) -> list[Review]:
    """The reviews of a plan as they were stored at the end of a day: what was written since is taken back."""
    until = known_until(store, day)
    with read_from(store) as connection:
        found = {review.key: review for review in reader.records_of(connection, plan, Review)}
        for batch in log.batches(connection):
            if batch.plan == plan and batch.written_on > until:
                _take_back(found, log.changes_by_present_names(connection, batch, Review.kind))
    return list(found.values())


def news_between(store: Store, plan: PlanName, since: date, until: date) -> list[SectionNews]:
    """What changed in a plan after one day and up to another, by section."""
    before, after = (reviews_on(store, plan, day) for day in (since, until))
    return news(before, after)


def file_of(store: Store, batch: Batch) -> bytes:
    """The file that a batch came from, as it was. Raises NotFound where none was kept."""
    with read_from(store) as connection:
        data = log.file(connection, batch.origin.sha256)
    if data is None:
        raise NotFound(_("No file was kept with batch {batch}.").format(batch=batch.id))
    return data


def _take_back(reviews: dict[tuple[str, ...], Review], changes: Iterable[Change]) -> None:
    for change in changes:
        if isinstance(change.before, Review):
            reviews[change.before.key] = change.before
        else:
            reviews.pop(change.record.key, None)
