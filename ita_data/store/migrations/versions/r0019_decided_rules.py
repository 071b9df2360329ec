"""Whether an office has decided on the rules of a plan; of those of before nobody said so."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.add_column("rules", sa.Column("is_decided", sa.Boolean, nullable=False, server_default=sa.false()))
