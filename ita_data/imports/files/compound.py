"""OLE compound files, in which old Office programs and passwords keep what they have: a bounded look at the names.

A compound file is a small file system: sectors in chains, and a directory of streams. Only the directory and the first
bytes of a workbook are looked at, each sector at most once, and a chain that bites its tail is refused.
"""

import struct
from collections.abc import Iterator

from ita_data.imports.refused import Refused

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = 512
_ENTRY = 128
_MAX_DIRECTORY = 256 * 1024
_LAST = 0xFFFFFFFA
"""The first of the numbers that are no sector but say how a chain ends."""
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_FILEPASS = 0x2F
_MAX_GLOBALS = 4096
"""Bytes at the head of a workbook within which the record of a password stands."""


def streams(data: bytes) -> dict[str, bytes]:
    """The streams of a compound file by name, in any storage, each with its first bytes; empty where it is damaged.

    Raises Refused for a file whose sectors lead round in a circle.
    """
    try:
        return dict(_streams(data))
    except (struct.error, ZeroDivisionError, UnicodeDecodeError):
        return {}


def stream(data: bytes, name: str) -> bytes:
    """The whole of a stream, by its name in any storage; empty where there is none, or the file is damaged."""
    try:
        return _whole(data, name)
    except (struct.error, ZeroDivisionError):
        return b""


def has_macros(data: bytes) -> bool:
    """Whether an .xls workbook holds macros."""
    return "_VBA_PROJECT_CUR" in streams(data)


def is_encrypted_workbook(head: bytes) -> bool:
    """Whether the records at the head of an .xls workbook say that the rest of it is encrypted."""
    position = 0
    while position + 4 <= len(head):
        record, length = struct.unpack_from("<HH", head, position)
        if record == _FILEPASS:
            return True
        position += 4 + length
    return False


def _streams(data: bytes) -> Iterator[tuple[str, bytes]]:
    size, table = _sectors(data)
    for name, kind, start, length in _entries(data, table, size):
        if kind in (_STORAGE, _STREAM):
            is_large = kind == _STREAM and length >= _small_limit(data)
            if is_large:
                _check_once(table, start)
            yield name, _chain(data, table, start, size, _MAX_GLOBALS) if is_large else b""


def _whole(data: bytes, wanted: str) -> bytes:
    """A stream of this name; small ones are kept together in one that belongs to the root."""
    size, table = _sectors(data)
    found = {name: (kind, start, length) for name, kind, start, length in _entries(data, table, size)}
    kind, start, length = found.get(wanted, (0, _LAST, 0))
    if kind != _STREAM:
        return b""
    if length >= _small_limit(data):
        return _chain(data, table, start, size, length)
    shift, small_table = *struct.unpack_from("<H", data, 32), *struct.unpack_from("<I", data, 60)
    parts = next((entry for entry in found.values() if entry[0] == _ROOT), (_ROOT, _LAST, 0))
    small = bytes(_HEADER) + _chain(data, table, parts[1], size, len(data))
    listed = _chain(data, table, small_table, size, len(data))
    return _chain(small, _numbers(listed), start, 1 << min(shift, 9), length)


def _entries(data: bytes, table: list[int], size: int) -> Iterator[tuple[str, int, int, int]]:
    """The entries of the directory: name, kind, first sector and length."""
    (directory,) = struct.unpack_from("<I", data, 48)
    _check_once(table, directory)
    entries = _chain(data, table, directory, size, _MAX_DIRECTORY)
    for offset in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        entry = entries[offset : offset + _ENTRY]
        named = min(struct.unpack_from("<H", entry, 64)[0], 64)
        name = entry[: max(named - 2, 0)].decode("utf-16-le", errors="replace")
        yield name, entry[66], *struct.unpack_from("<II", entry, 116)


def _sectors(data: bytes) -> tuple[int, list[int]]:
    """How large a sector is, and which one follows which."""
    (shift,) = struct.unpack_from("<H", data, 30)
    size = 1 << min(shift, 16)
    return size, _allocation(data, size)


def _small_limit(data: bytes) -> int:
    (limit,) = struct.unpack_from("<I", data, 56)
    return int(limit)


def _check_once(table: list[int], first: int) -> None:
    """Raises Refused where a sector follows two others, or leads back to the first: some parsers go round for ever."""
    followers = [sector for sector in table if sector < _LAST]
    if len(set(followers)) < len(followers) or first in followers:
        raise Refused("file-unsafe", "OLE")


def _allocation(data: bytes, size: int) -> list[int]:
    """Which sector follows which."""
    table = b"".join(_sector(data, sector, size) for sector in _listed(data, size) if sector < _LAST)
    return _numbers(table)


def _numbers(table: bytes) -> list[int]:
    return list(memoryview(table[: len(table) // 4 * 4]).cast("I"))


def _listed(data: bytes, size: int) -> list[int]:
    """The sectors that the table is kept in: 109 are named in the header, the others in a chain of lists."""
    listed = list(struct.unpack_from("<109I", data, 76))
    (following,) = struct.unpack_from("<I", data, 68)
    for _list in range(len(data) // size // (size // 4) + 1):
        if following >= _LAST:
            break
        *more, following = struct.unpack(f"<{size // 4}I", _sector(data, following, size))
        listed += more
    return listed


def _chain(data: bytes, table: list[int], first: int, size: int, limit: int) -> bytes:
    found = bytearray()
    seen: set[int] = set()
    sector = first
    while sector < _LAST and sector not in seen and len(found) < limit:
        seen.add(sector)
        found += _sector(data, sector, size)
        sector = table[sector] if sector < len(table) else _LAST
    return bytes(found[:limit])


def _sector(data: bytes, number: int, size: int) -> bytes:
    start = max(_HEADER, size) + number * size
    return data[start : start + size]
