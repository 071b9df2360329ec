"""The plan's targets for the reports that come, and that come in time."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    for target in ("reporting_target", "on_time_target"):
        # SQLite adds a check to a table only with the column that it is about.
        check = f"CONSTRAINT ck_plans_{target} CHECK ({target} BETWEEN 0 AND 100)"
        op.execute(f"ALTER TABLE plans ADD COLUMN {target} INTEGER {check}")
