"""A made-up field of each kind, and how they are added: in the places that docs/adding.md names, and nowhere else."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class MadeUp:
    """A made-up field: an entry of the table, its type in the record and in the store, a value and how that is shown.

    `unreadable` is what no cell of it may hold, and `again` the value written in another way; both are empty where any
    text may stand in its cells.
    """

    name: str
    kind: str
    hint: str
    column: str
    default: Any
    value: Any
    shown: str
    unreadable: str = ""
    again: str = ""

    @property
    def header(self) -> str:
        """Its header in the monthly workbook."""
        return f"ช่องสมมติ {self.name}"

    @property
    def label(self) -> str:
        """Its word on the screen."""
        return f"Made-up {self.kind}"


MADE_UP = (
    MadeUp("made_up_text", "TEXT", "str", "TEXT", "", "ข้อความสมมติ", "ข้อความสมมติ"),
    MadeUp("made_up_link", "LINK", "str", "TEXT", "", "แฟ้มที่ 7", "แฟ้มที่ 7"),
    MadeUp("made_up_percent", "PERCENT", "float | None", "DOUBLE PRECISION", None, 42.0, "42%", "มาก", "ร้อยละ 42"),
    MadeUp("made_up_number", "WHOLE_NUMBER", "int | None", "INTEGER", None, 1234, "1,234", "หลายครั้ง", "๑,๒๓๔"),
    MadeUp(
        "made_up_date", "DATE", "date | None", "DATE", None, date(2025, 1, 20), "20 ม.ค. 68", "ต้นเดือน", "20 มกราคม 2568"
    ),
)
_TYPES = {"TEXT": "Text", "DOUBLE PRECISION": "Double", "INTEGER": "Integer", "DATE": "Date"}
_LAST_OF_THE_TABLE = "\n)\n\nREVIEW_FIELDS"
_LAST_OF_THE_RECORD = "    people_reached: int | None = None\n"
_LAST_OF_THE_STORE = '    Column("people_reached", Integer),\n'


def add_to(program: Path) -> None:
    """Add every made-up field to a copy of the program."""
    package = program / "ita_data"
    _insert(package / "model" / "review_fields.py", _LAST_OF_THE_TABLE, "".join(map(_entry, MADE_UP)))
    _insert(package / "model" / "records.py", _LAST_OF_THE_RECORD, "".join(map(_of_the_record, MADE_UP)), after=True)
    _insert(package / "store" / "tables.py", _LAST_OF_THE_STORE, "".join(map(_of_the_store, MADE_UP)), after=True)
    _add_migration(package / "store" / "migrations" / "versions")


def _insert(file: Path, beside: str, text: str, *, after: bool = False) -> None:
    source = file.read_text(encoding="utf-8")
    assert source.count(beside) == 1, f"{file.name} has another shape now"
    both = beside + text if after else "\n" + text.rstrip("\n") + beside
    file.write_text(source.replace(beside, both), encoding="utf-8")


def _entry(field: MadeUp) -> str:
    column = f'FormColumn("{field.header}", 12, "กรอก {field.name}", "ตัวอย่าง")'
    flags = "is_joined=True, is_listed=True" if field.kind in ("TEXT", "LINK") else "is_listed=True"
    return f'    ReviewField("{field.name}", Kind.{field.kind}, mark("{field.label}"), {column}, {flags}),\n'


def _of_the_record(field: MadeUp) -> str:
    return f"    {field.name}: {field.hint} = {field.default!r}\n"


def _of_the_store(field: MadeUp) -> str:
    if field.default is None:
        return f'    Column("{field.name}", {_TYPES[field.column]}),\n'
    return f"""    Column("{field.name}", Text, nullable=False, server_default=sa.text("''")),\n"""


def _add_migration(folder: Path) -> None:
    last = max(re.findall(r"r(\d+)_", " ".join(file.name for file in folder.glob("r*.py"))))
    revision = f"{int(last) + 1:04d}"
    added = (f"{field.name} {field.column}{_default(field)}" for field in MADE_UP)
    lines = "".join(f'    op.execute("ALTER TABLE reviews ADD COLUMN {column}")\n' for column in added)
    text = f'from alembic import op\n\nrevision = "{revision}"\ndown_revision = "{last}"\n\n\ndef upgrade() -> None:\n'
    (folder / f"r{revision}_made_up.py").write_text(text + lines, encoding="utf-8")


def _default(field: MadeUp) -> str:
    return "" if field.default is None else f" NOT NULL DEFAULT {field.default!r}"
