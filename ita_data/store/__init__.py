"""The store: offices' plans and what was reported on them, in SQLite or PostgreSQL alike.

Open it with `engine_for`, bring it up to date with `upgrade`, then read inside `reading` and write inside `writing`.
"""

from ita_data.store.engine import alone, engine_for, reading, writing
from ita_data.store.log import batches, changes
from ita_data.store.migrations import is_current, upgrade
from ita_data.store.reader import PlanName, plans, records, revision
from ita_data.store.writer import apply

__all__ = [
    "PlanName",
    "alone",
    "apply",
    "batches",
    "changes",
    "engine_for",
    "is_current",
    "plans",
    "reading",
    "records",
    "revision",
    "upgrade",
    "writing",
]
