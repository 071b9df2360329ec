"""The plan's targets for completion, and from which month on a completed measure owes no more reports."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.execute("ALTER TABLE plans ADD COLUMN completion_targets TEXT NOT NULL DEFAULT ''")
    # SQLite adds a check to a table only with the column that it is about.
    check = "CONSTRAINT ck_measures_final_from_month CHECK (final_from_month BETWEEN 1 AND 12)"
    op.execute(f"ALTER TABLE measures ADD COLUMN final_from_month INTEGER {check}")
