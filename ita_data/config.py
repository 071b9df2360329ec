"""What the environment decides."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).parent.parent
DEFAULT_DATABASE = ROOT / "data" / "ita.db"
_USUAL_PORTS = {"starttls": 587, "ssl": 465, "none": 25}


@dataclass(frozen=True, slots=True)
class MailServer:
    """The server that takes the office's mails; `security` is starttls, ssl or none."""

    host: str
    port: int
    security: str
    user: str
    password: str = field(repr=False)
    sender: str


def mail_server() -> MailServer | None:
    """The mail server of `SMTP_HOST`, None where it isn't set.

    `SMTP_SECURITY` is starttls unless it says ssl or none, and `SMTP_PORT` the usual one of that; `SMTP_USER` and
    `SMTP_PASSWORD` may be left out, and `SMTP_FROM` is then needed. Raises ValueError with the name that is wrong.
    """
    host = _setting("SMTP_HOST")
    if not host:
        return None
    security, user = _setting("SMTP_SECURITY").lower() or "starttls", _setting("SMTP_USER")
    port, sender = _setting("SMTP_PORT"), _setting("SMTP_FROM") or user
    if security not in _USUAL_PORTS:
        raise ValueError("SMTP_SECURITY")
    if port and not (port.isdecimal() and 0 < int(port) < 65536):
        raise ValueError("SMTP_PORT")
    if "@" not in sender or not sender.isprintable():
        raise ValueError("SMTP_FROM")
    password = os.environ.get("SMTP_PASSWORD", "")
    return MailServer(host, int(port) if port else _USUAL_PORTS[security], security, user, password, sender)


def _setting(name: str) -> str:
    return os.environ.get(name, "").strip()


def database() -> str | Path:
    """The database to use: the address in `DATABASE_URL` where it is set, otherwise the SQLite file under data/.

    A PostgreSQL address may be written postgres://, postgresql:// or postgresql+psycopg://.
    """
    url = _setting("DATABASE_URL")
    if not url:
        return DEFAULT_DATABASE
    scheme, _, rest = url.partition("://")
    return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else url


def sqlite_file(named: str | Path | None = None) -> Path | None:
    """The file of the database of this address, or of the one to use; None where it is on a server, or in memory."""
    named = named or database()
    if isinstance(named, Path):
        return named
    # Not by SQLAlchemy, which takes longer to load than the commands that only ask this.
    scheme, _separator, path = named.partition(":///")
    file = unquote(path.partition("?")[0])
    return Path(file) if scheme in ("sqlite", "sqlite+pysqlite") and file not in ("", ":memory:") else None


def backup_folder() -> Path | None:
    """Where backups are kept that nobody names another place for: `BACKUP_FOLDER`, None where it isn't set."""
    named = _setting("BACKUP_FOLDER")
    return Path(named) if named else None


def kept_backups() -> list[int]:
    """Of how many days, weeks and months a backup is kept: `BACKUP_KEEP`, as in 7,4,12; nothing where it isn't set.

    Raises ValueError with that name where it says anything else.
    """
    said = _setting("BACKUP_KEEP")
    numbers = [part.strip() for part in said.split(",")] if said else []
    if said and (len(numbers) != 3 or not all(number.isdecimal() for number in numbers)):
        raise ValueError("BACKUP_KEEP")
    return [int(number) for number in numbers]
