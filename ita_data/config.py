"""What the environment decides."""

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
DEFAULT_DATABASE = ROOT / "data" / "ita.db"


def database_url() -> str:
    """The database to use: `DATABASE_URL` where it is set, otherwise a SQLite file under data/.

    A PostgreSQL address may be written postgres://, postgresql:// or postgresql+psycopg://.
    """
    url = os.environ.get("DATABASE_URL", "").strip()
    if not url:
        return f"sqlite:///{DEFAULT_DATABASE}"
    scheme, _, rest = url.partition("://")
    return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else url


def database_is_unmade() -> bool:
    """Whether the database is a SQLite file that is not there yet."""
    scheme, _separator, path = database_url().partition(":///")
    return scheme == "sqlite" and not Path(path).exists()
