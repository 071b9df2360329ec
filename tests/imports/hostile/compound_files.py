"""OLE compound files with a directory and nothing much behind it."""

import struct
from collections.abc import Mapping

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END, _TABLE, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR = 512
_LEAST = 4096


def compound(streams: Mapping[str, bytes], loop: bool = False) -> bytes:
    """A compound file with these streams; with a loop, its directory goes on for ever."""
    table = [_TABLE, 1 if loop else _END]
    entries, body = [_entry("Root Entry", 5, _END, 0)], b""
    for name, content in streams.items():
        content = content.ljust(_LEAST, b"\0")
        start, count = len(table), -(-len(content) // _SECTOR)
        entries.append(_entry(name, 2, start, len(content)))
        table += [*range(start + 1, start + count), _END]
        body += content.ljust(count * _SECTOR, b"\0")
    directory = b"".join(entries[:4]).ljust(_SECTOR, b"\0")
    packed = struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")
    return _header() + packed + directory + body


def _header() -> bytes:
    """Where the table (sector 0) and the directory (sector 1) are."""
    shifts = (0x3E, 3, 0xFFFE, 9, 6)
    sizes = (0, 1, 1, 0, _LEAST, _END, 0, _END, 0)
    return struct.pack("<8s16x5H6x9I109I", _SIGNATURE, *shifts, *sizes, 0, *[_FREE] * 108)


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind, 1, _FREE, _FREE, _FREE)
    return head.ljust(116, b"\0") + struct.pack("<IQ", start, size)
