"""Bringing the database to the shape that this program needs.

A new migration is a file in versions/ that names the one before it in `down_revision`. It spells its tables out: what
`tables` says today may say something else tomorrow, and a migration has to do the same for ever.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from ita_data.language import gettext as _
from ita_data.model.errors import StoreUnusable
from ita_data.store.engine import alone, reading

_FOLDER = Path(__file__).parent


def upgrade(engine: Engine) -> None:
    """Apply the migrations that the database lacks, all or none; several processes may do so at once.

    Raises StoreUnusable where a newer program made the database.
    """
    with alone(engine) as connection:
        if not _is_current(connection):
            command.upgrade(_config(connection), "head")


def is_current(engine: Engine) -> bool:
    """Whether the database has the shape that this program needs.

    Raises StoreUnusable where a newer program made the database.
    """
    with reading(engine) as connection:
        return _is_current(connection)


def _is_current(connection: Connection) -> bool:
    known = ScriptDirectory(_FOLDER)
    applied = MigrationContext.configure(connection).get_current_revision()
    if applied is not None and applied not in {script.revision for script in known.walk_revisions()}:
        raise StoreUnusable(
            _("A newer version of this program made the database. Install that version, or choose another database.")
        )
    return applied == known.get_current_head()


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config
