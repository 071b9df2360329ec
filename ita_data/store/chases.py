"""The mails by which sections were chased: at most one for a section and day."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from ita_data.model.chasing import ChaseState, SentChase
from ita_data.store.log_tables import chases as table


def claim(
    connection: Connection, organisation: str, section: str, day: date, *, addresses: str, actor: str, now: datetime
) -> bool:
    """Write down that a mail is about to go out; False where one of that day went out already, or may have.

    To be committed before the mail is sent, in a transaction that no other writer's overlaps.
    """
    mine = _of(organisation, section, day)
    state = connection.scalar(sa.select(table.c.state).where(mine))
    if state not in (None, ChaseState.FAILED):
        return False
    connection.execute(sa.delete(table).where(mine))
    row = {"organisation": organisation, "section": section, "day": day, "state": ChaseState.SENDING}
    said = {"addresses": addresses, "said": "", "actor_name": actor, "sent_at": now}
    connection.execute(sa.insert(table), [{**row, **said}])
    return True


def settle(connection: Connection, organisation: str, section: str, day: date, *, state: ChaseState, said: str) -> None:
    """Write down what became of the mail."""
    connection.execute(sa.update(table).where(_of(organisation, section, day)).values(state=state, said=said))


def last(connection: Connection, organisation: str, day: date) -> dict[str, SentChase]:
    """The latest mail to each section up to a day."""
    columns = ("section", "day", "state", "addresses", "said", "actor_name", "sent_at")
    is_known = sa.and_(table.c.organisation == organisation, table.c.day <= day)
    query = sa.select(*(table.c[name] for name in columns)).where(is_known)
    found = (SentChase(*row) for row in connection.execute(query.order_by(table.c.day)))
    return {chase.section: chase for chase in found}


def _of(organisation: str, section: str, day: date) -> sa.ColumnElement[bool]:
    return sa.and_(table.c.organisation == organisation, table.c.section == section, table.c.day == day)
