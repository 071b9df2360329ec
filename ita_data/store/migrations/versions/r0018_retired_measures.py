"""From which month on a measure is retired."""

from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    # SQLite adds a check to a table only with the column that it is about.
    check = "CONSTRAINT ck_measures_retired_from_month CHECK (retired_from_month BETWEEN 1 AND 12)"
    op.execute(f"ALTER TABLE measures ADD COLUMN retired_from_month INTEGER {check}")
