"""Where a database's backups lie, and what tells them from those of another database in the same folder."""

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import URL

from ita_data.config import DEFAULT_DATABASE, backup_folder, database
from ita_data.model.periods import THAILAND
from ita_data.store.engine import address_for, file_of

ENDINGS = {"sqlite": ".db", "postgresql": ".dump.gz"}
_MOMENT = "%Y%m%d-%H%M%S"
_NO_NAME = re.compile(r'[\\/:*?"<>|]')


@dataclass(frozen=True, slots=True)
class BackupPlace:
    """The folder, how the names of this database's own backups begin and end, and where it is noted how they went."""

    folder: Path
    name: str
    ending: str
    note: Path

    def moments(self) -> dict[Path, datetime]:
        """When each of the database's own backups in the folder was made; all else that lies there is left out."""
        return dict(self._named_by_moment())

    def _named_by_moment(self) -> Iterator[tuple[Path, datetime]]:
        own = re.compile(rf"{re.escape(self.name)}(?:-before-\d+)?-(\d{{8}}-\d{{6}}){re.escape(self.ending)}")
        for file in self.folder.iterdir() if self.folder.is_dir() else ():
            if (found := own.fullmatch(file.name)) and (moment := _moment(found[1])):
                yield file, moment


def place_of(named: str | Path | None = None) -> BackupPlace:
    """Where the backups of this database lie, or those of the one to use."""
    return place_at(address_for(named or database()))


def place_at(address: URL) -> BackupPlace:
    """Where the backups of the database of an address lie: in `BACKUP_FOLDER`, or beside it.

    Beside a SQLite file its name tells enough; in a folder that may serve several, a sign of where it lies is added.
    The note lies beside the database, for the folder may be the one that fails.
    """
    named, file, name = backup_folder(), file_of(address), name_of(address)
    if named or file is None:
        name = f"{name}-{_sign(address, file)}"
    beside = file or DEFAULT_DATABASE.with_name(name)
    folder, note = named or beside.parent / "backups", beside.with_name(f"{beside.name}.backups")
    return BackupPlace(folder, name, ENDINGS[address.get_backend_name()], note)


def name_of(address: URL) -> str:
    """What the backups of a database are called after."""
    return _NO_NAME.sub("_", Path(address.database or "memory").name.removesuffix(".db"))


def named_by_moment(name: str, moment: datetime, ending: str) -> str:
    """The name of a backup of this moment."""
    return f"{name}-{moment:{_MOMENT}}{ending}"


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _MOMENT).replace(tzinfo=THAILAND)
    except ValueError:
        return None


def _sign(address: URL, file: Path | None) -> str:
    """Few letters that another database, or the same place on another computer, doesn't have."""
    place = file.resolve() if file else address.set(password=None).render_as_string()
    return sha256(f"{platform.node()}:{place}".encode()).hexdigest()[:6]
