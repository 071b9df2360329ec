"""Outcomes with a period, a quantity, a document's number and evidence, each in its place within its indicator."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.execute("ALTER TABLE outcomes ADD COLUMN done_until DATE")
    for name in ("quantity", "document", "evidence"):
        op.execute(f"ALTER TABLE outcomes ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")
    _place_within_indicators()


def _place_within_indicators() -> None:
    """So far they were counted through the whole plan, and one more moved all that came after it."""
    outcomes = sa.table("outcomes", sa.column("id"), sa.column("code"), sa.column("position"))
    connection = op.get_bind()
    for id_, code in connection.execute(sa.select(outcomes.c.id, outcomes.c.code)).all():
        place = code.rpartition(".")[2]
        if place.isdecimal():
            connection.execute(outcomes.update().where(outcomes.c.id == id_).values(position=int(place)))
