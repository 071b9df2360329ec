"""The table of what people entered and haven't sent, which is no part of any plan."""

from sqlalchemy import Column, Table
from sqlalchemy.types import JSON, Integer, Text

from ita_data.store.columns import UtcDateTime, column, metadata

drafts = Table(
    "drafts",
    metadata,
    Column("owner_name", Text, primary_key=True),
    Column("owner_role", Text, primary_key=True),
    Column("owner_section", Text, primary_key=True),
    # Names, because a draft outlives what it speaks of: whoever takes an import back mustn't lose a colleague's text.
    Column("organisation", Text, primary_key=True),
    Column("fiscal_year", Integer, primary_key=True),
    Column("measure", Text, primary_key=True),
    Column("section", Text, primary_key=True),
    Column("month", Integer, primary_key=True, autoincrement=False),
    column("revision", Integer),
    column("value", JSON),
    column("kept_at", UtcDateTime),
)
"""One row a draft; `revision` is that of the store by whose names it calls its measure and section."""
