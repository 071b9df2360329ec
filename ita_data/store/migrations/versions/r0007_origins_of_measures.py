"""A measure can name the one of the year before that it carries on."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("measures", sa.Column("comes_from", sa.Text))
