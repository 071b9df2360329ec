"""Which records a batch named anew, so that what was written down under former names is found again."""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.execute("ALTER TABLE batches ADD COLUMN names JSON")
