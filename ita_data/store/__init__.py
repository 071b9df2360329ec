"""The store: offices' plans and what was reported on them, in SQLite or PostgreSQL alike.

Open it with `engine_for`, bring it up to date with `upgrade`, then read inside `read_from` and write inside `write_to`.
"""

from ita_data.store.engine import alone, engine_for, read_from, write_to
from ita_data.store.log import batches, changes
from ita_data.store.migrations import is_bare, is_current, upgrade
from ita_data.store.reader import plans, records, revision
from ita_data.store.writer import apply

__all__ = [
    "alone",
    "apply",
    "batches",
    "changes",
    "engine_for",
    "is_bare",
    "is_current",
    "plans",
    "read_from",
    "records",
    "revision",
    "upgrade",
    "write_to",
]
