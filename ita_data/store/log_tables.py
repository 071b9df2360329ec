"""The tables that tell how the records came about, and what the office did beside them."""

import sqlalchemy as sa
from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, UniqueConstraint
from sqlalchemy.types import JSON, BigInteger, Boolean, Date, Integer, LargeBinary, Text

from ita_data.model.changes import Action
from ita_data.model.chasing import ChaseState
from ita_data.store.columns import UtcDateTime, column, counted_id, metadata, one_of, texts

files = Table(
    "files",
    metadata,
    Column("sha256", Text, primary_key=True),
    column("data", LargeBinary),
)

batches = Table(
    "batches",
    metadata,
    counted_id(),
    # Names, because the office and the plan that a batch brought are gone once it is undone; the id is for its return.
    column("organisation", Text),
    column("organisation_id", Integer),
    column("fiscal_year", Integer),
    column("layout", Text),
    column("file_name", Text),
    column("sha256", Text),
    column("received_on", Date),
    column("is_sample", Boolean),
    column("actor_name", Text),
    column("actor_role", Text),
    column("actor_section", Text),
    Column("reason", Text, nullable=False, server_default=sa.text("''")),
    column("applied_at", UtcDateTime),
    column("revision", Integer),
    Column("undoes", Integer, ForeignKey("batches.id")),
    # The new names of records that were renamed, as `Names.kept` gives them; nothing where none was.
    Column("names", JSON(none_as_null=True)),
    Index(None, "sha256"),
)

changes = Table(
    "changes",
    metadata,
    counted_id(),
    Column("batch_id", Integer, ForeignKey("batches.id"), nullable=False),
    column("position", Integer),
    column("kind", Text),
    one_of("action", Action),
    column("number", Integer),
    column("fields", JSON),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Column("record_ids", JSON(none_as_null=True)),
    UniqueConstraint("batch_id", "position"),
    CheckConstraint("(action = 'added') = (before IS NULL)", name="before"),
    CheckConstraint("(action = 'removed') = (after IS NULL)", name="after"),
    # History counts the changes of every batch without touching the records in them.
    Index(None, "batch_id", "action", "number"),
)
"""What batches changed, in runs: records of one kind to which the same happened, `number` of them, share a row.

`before` and `after` list their values in the order of `fields`; a row for each record would take longer to write than
the records themselves. `record_ids` are those of records that came or went.
"""

column_answers = Table(
    "column_answers",
    metadata,
    Column("organisation", Text, primary_key=True),
    Column("layout", Text, primary_key=True),
    Column("header", Text, primary_key=True),
    column("field", Text),
    column("actor_name", Text),
    column("answered_at", UtcDateTime),
)

chases = Table(
    "chases",
    metadata,
    Column("organisation", Text, primary_key=True),
    Column("section", Text, primary_key=True),
    Column("day", Date, primary_key=True),
    one_of("state", ChaseState),
    column("addresses", Text),
    column("said", Text),
    column("actor_name", Text),
    column("sent_at", UtcDateTime),
)

drafts = Table(
    "drafts",
    metadata,
    Column("owner", Text, primary_key=True),
    # Identities and no references: whoever takes an import back mustn't lose a colleague's text.
    Column("measure", Text, primary_key=True),
    Column("section", Text, primary_key=True),
    Column("month", Integer, primary_key=True, autoincrement=False),
    column("value", JSON),
    column("kept_at", UtcDateTime),
)

revisions = Table(
    "revisions",
    metadata,
    counted_id(),
    column("number", Integer),
    column("last_id", Integer),
    *texts("write"),
    CheckConstraint("id = 1", name="one_row"),
)
"""One row: how many writes there were, the last id that was given to a record, and the name of the last write."""

digests = Table(
    "digests",
    metadata,
    Column("name", Text, primary_key=True),
    column("number", BigInteger),
    column("total", BigInteger),
)
"""How many rows each table of a SQLite file has, and the sum of their hashes; see `digests`."""

LOG = (files, batches, changes, column_answers, chases, drafts, revisions, digests)
"""The tables that no undo restores: it adds to them, or leaves them alone."""
