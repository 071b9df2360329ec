"""What an office said of a column goes by the column's header."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.execute("ALTER TABLE column_answers RENAME COLUMN head TO header")
