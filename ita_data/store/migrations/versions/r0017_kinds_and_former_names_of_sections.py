"""What a section is: a ฝ่าย, as all were so far, a school or something else; and what else files call it."""

from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    # SQLite adds a check to a table only with the column that it is about.
    check = "CONSTRAINT ck_sections_section_kind CHECK (section_kind IN ('department', 'school', 'other'))"
    op.execute(f"ALTER TABLE sections ADD COLUMN section_kind VARCHAR(20) NOT NULL DEFAULT 'department' {check}")
    op.execute("ALTER TABLE sections ADD COLUMN former_names TEXT NOT NULL DEFAULT ''")
