"""OLE compound files, in which old Office programs and passwords keep what they have: olefile, held within bounds.

A compound file is a small file system: sectors in chains, and a tree of storages and streams. What a file is goes by
its root alone, because what is embedded in it has a storage of its own. Whatever olefile raises on a file that isn't
whole is raised on.
"""

import struct
from collections.abc import Sequence
from io import BytesIO

from olefile import ENDOFCHAIN, FATSECT, FREESECT, MAGIC, MAXREGSECT, STGTY_ROOT, STGTY_STREAM, OleFileIO

from ita_data.imports.refused import Refused

SIGNATURE: bytes = MAGIC

_SECTORS = (512, 4096)
_SMALL = 4096
"""Streams that have fewer bytes are kept together in one."""
_MAX_LISTS = 1
"""Lists of tables, beyond the 109 tables that the header names; one is enough for 15 MB."""
_MAX_DIRECTORY = 256 * 1024
_MACROS = "_VBA_PROJECT_CUR"
_FILEPASS = 0x2F
_MAX_GLOBALS = 4096
"""Bytes at the beginning of a workbook within which the record of a password stands."""


def names(data: bytes) -> frozenset[str]:
    """The names of the streams and storages in the root. Raises Refused for chains and lists without an end."""
    with _Bounded(BytesIO(data)) as file:
        return frozenset(entry.name for entry in file.root.kids)


def stream(data: bytes, name: str) -> bytes:
    """The whole of a stream of the root, empty where there is none. Raises Refused where a part of it is missing."""
    with _Bounded(BytesIO(data)) as file:
        if file.get_type([name]) != STGTY_STREAM:
            return b""
        content: bytes = file.openstream([name]).read()
        _check_chains(file.minifat or ())
        if len(content) < file.get_size([name]):
            raise Refused("file-unreadable")
        return content


def beginning(data: bytes, name: str) -> bytes:
    """The first bytes of a stream of the root, also where the rest of it is missing: they say what it is."""
    with _Bounded(BytesIO(data)) as file:
        content: bytes = file.openstream([name]).read(_MAX_GLOBALS)
        return content


def has_macros(data: bytes) -> bool:
    """Whether an .xls workbook holds macros."""
    return _MACROS in names(data)


def is_encrypted_workbook(records: bytes) -> bool:
    """Whether the records of an .xls workbook say at their beginning that the rest of it is encrypted."""
    position = 0
    while position + 4 <= min(len(records), _MAX_GLOBALS):
        record, length = struct.unpack_from("<HH", records, position)
        if record == _FILEPASS:
            return True
        position += 4 + length
    return False


def with_one_stream(name: str, content: bytes) -> bytes:
    """A compound file that holds this stream and nothing else, for a reader that takes the first of a name anywhere.

    Its sectors: the tables, the directory, a blank one for small streams, which the reader wants too, and the content.
    """
    size = _SECTORS[-1]
    count = max(-(-len(content) // size), 1)
    tables = -(-(count + 2) // (size // 4 - 1))
    first = tables + 2
    chain = [*[FATSECT] * tables, ENDOFCHAIN, ENDOFCHAIN, *range(first + 1, first + count), ENDOFCHAIN]
    table = struct.pack(f"<{len(chain)}I", *chain)
    root = _entry("Root Entry", STGTY_ROOT, 1, tables + 1, size)
    directory = root + _entry(name, STGTY_STREAM, FREESECT, first, count * size)
    parts = (
        _header(tables).ljust(size, b"\0"),
        table.ljust(tables * size, b"\xff"),
        directory.ljust(2 * size, b"\0"),
        content.ljust(count * size, b"\0"),
    )
    return b"".join(parts)


def _header(tables: int) -> bytes:
    """A header for sectors of 4096 bytes: first the tables, then the directory."""
    shifts = (0x3E, 4, 0xFFFE, 12, 6)
    counts = (1, tables, tables, 0, _SMALL, ENDOFCHAIN, 0, ENDOFCHAIN, 0)
    return struct.pack("<8s16x5H6x9I109I", SIGNATURE, *shifts, *counts, *range(tables), *[FREESECT] * (109 - tables))


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    siblings = FREESECT, FREESECT
    return struct.pack("<64sHBBIII36xIQ", text, len(text) + 2, kind, 1, *siblings, child, start, size)


class _Bounded(OleFileIO):  # type: ignore[misc]
    """A compound file as olefile reads it, which alone follows whatever the file says of itself, however long."""

    def loadfat(self, header: bytes) -> None:
        """Load the tables of which sector follows which. Raises Refused where there are more than a file can need."""
        if self.sector_size not in _SECTORS:
            raise Refused("file-unreadable")
        if self.num_difat_sectors > _MAX_LISTS:
            raise Refused("file-unsafe", "OLE")
        super().loadfat(header)

    def loaddirectory(self, sect: int) -> None:
        """Load the directory from this sector on. Raises Refused where a chain has no end, or its own comes late."""
        _check_chains(self.fat)
        _check_length(self.fat, sect, _MAX_DIRECTORY // self.sector_size)
        super().loaddirectory(sect)


def _check_chains(table: Sequence[int]) -> None:
    """Raises Refused where a sector follows two others, or leads back to itself."""
    following = {sector: after for sector, after in enumerate(table) if after < MAXREGSECT}
    followers = set(following.values())
    is_forked = len(followers) < len(following)
    for sector in following.keys() - followers:
        while sector in following:
            sector = following.pop(sector)
    if is_forked or following:
        raise Refused("file-unsafe", "OLE")


def _check_length(table: Sequence[int], sector: int, most: int) -> None:
    """Raises Refused for a chain of more sectors than `most`."""
    for _sector in range(most):
        if sector >= len(table):
            return
        sector = table[sector]
    if sector < len(table):
        raise Refused("file-unsafe", "OLE")
