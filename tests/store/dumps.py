"""What a store holds beside its log, row by row and with every id."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine

from ita_data import store
from ita_data.store.columns import metadata
from ita_data.store.log_tables import LOG

Dump = dict[str, list[tuple[Any, ...]]]


def dump(engine: Engine) -> Dump:
    """Every row of every table but those of the log."""
    with store.read_from(engine) as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(sa.select(table))), key=repr)
            for table in metadata.sorted_tables
            if table not in LOG
        }
