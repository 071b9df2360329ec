"""The answers kept for an office: which field the columns with some header hold."""

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from ita_data.model.actors import Actor
from ita_data.model.column_answers import ASK_AGAIN, ColumnAnswer
from ita_data.store.log_tables import column_answers as table


def answers(connection: Connection, organisation: str) -> list[ColumnAnswer]:
    """The answers that an office gave and nobody took back, by layout, the oldest first."""
    columns = (table.c.layout, table.c.header, table.c.field, table.c.actor_name, table.c.answered_at)
    standing = sa.and_(table.c.organisation == organisation, table.c.field != ASK_AGAIN)
    query = sa.select(*columns).where(standing).order_by(table.c.layout, table.c.answered_at, table.c.header)
    return [ColumnAnswer(*row) for row in connection.execute(query)]


def write(
    connection: Connection, organisation: str, layout: str, fields: Mapping[str, str], *, actor: Actor, now: datetime
) -> None:
    """Keep the field of each header for the office's next files; a new answer replaces the former."""
    mine = sa.and_(table.c.organisation == organisation, table.c.layout == layout, table.c.header.in_(fields))
    connection.execute(sa.delete(table).where(mine))
    same = {"organisation": organisation, "layout": layout, "actor_name": actor.name, "answered_at": now}
    if fields:
        connection.execute(sa.insert(table), [{**same, "header": header, "field": fields[header]} for header in fields])
