"""Every write has a name of its own beside the revision's number, which comes again after an older copy is put back."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.add_column("revisions", sa.Column("write", sa.Text, nullable=False, server_default=sa.text("''")))
    revisions = sa.table("revisions", sa.column("write"))
    op.execute(sa.update(revisions).values(write=uuid4().hex))
