"""Office files are zip archives; written anew with fixed times, the same content always gives the same bytes."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

WRITTEN_AT = datetime(2000, 1, 1)  # noqa: DTZ001 - office files carry no zone
"""The time that every exported file carries, inside and out."""


def with_fixed_times(archive: bytes) -> bytes:
    """The same archive, in the same order, as if each part had been written at `WRITTEN_AT`."""
    fixed = BytesIO()
    with ZipFile(BytesIO(archive)) as source, ZipFile(fixed, "w") as target:
        for part in source.infolist():
            entry = ZipInfo(part.filename, WRITTEN_AT.timetuple()[:6])
            entry.external_attr = part.external_attr
            target.writestr(entry, source.read(part), ZIP_DEFLATED)
    return fixed.getvalue()
