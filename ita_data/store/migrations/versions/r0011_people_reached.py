"""How many people a review's work reached."""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    # SQLite adds a check to a table only with the column that it is about.
    check = "CONSTRAINT ck_reviews_people_reached CHECK (people_reached BETWEEN 0 AND 9999999)"
    op.execute(f"ALTER TABLE reviews ADD COLUMN people_reached INTEGER {check}")
