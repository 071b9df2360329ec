"""Bringing the database to the shape that this program needs.

A new migration is a file in versions/, named by its revision, that names the one before it in `down_revision`. It
spells its tables out: what `tables` says today may say something else tomorrow, and a migration has to do the same for
ever.
"""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from ita_data.language import gettext as _
from ita_data.model.errors import StoreUnusable
from ita_data.store import digests
from ita_data.store.engine import alone, read_from

_FOLDER = Path(__file__).parent
_APPLIED = sa.table("alembic_version", sa.column("version_num"))
"""Where Alembic notes the migration that was applied last."""


def upgrade(engine: Engine) -> None:
    """Apply the migrations that the database lacks, all or none; several processes may do so at once.

    Raises StoreUnusable where a newer program made the database.
    """
    with alone(engine) as connection:
        if not _is_current(connection):
            digests.suspend(connection)
            _migrate(connection)
            digests.renew(connection)


def is_current(engine: Engine) -> bool:
    """Whether the database has the shape that this program needs.

    Raises StoreUnusable where a newer program made the database.
    """
    with read_from(engine) as connection:
        return _is_current(connection)


def is_bare(engine: Engine) -> bool:
    """Whether a database has no tables at all."""
    with read_from(engine) as connection:
        return not sa.inspect(connection).get_table_names()


def revisions() -> list[str]:
    """The revisions that this program knows, the newest last: 0002 for versions/r0002_….py."""
    return sorted(file.stem[1:].partition("_")[0] for file in _FOLDER.glob("versions/r*.py"))


def _is_current(connection: Connection) -> bool:
    known, applied = revisions(), _applied(connection)
    if applied is not None and applied not in known:
        raise StoreUnusable(
            _("A newer version of this program made the database. Install that version, or choose another database.")
        )
    return applied == known[-1]


def _applied(connection: Connection) -> str | None:
    if not sa.inspect(connection).has_table(_APPLIED.name):
        return None
    applied: str | None = connection.scalar(sa.select(_APPLIED.c.version_num))
    return applied


def _migrate(connection: Connection) -> None:
    # Only here: Alembic takes longer to load than most commands run, and most starts find nothing to do.
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    command.upgrade(config, "head")
