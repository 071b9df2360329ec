"""OLE compound files: streams in storages, small ones kept together as Office does, and chains without an end."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

Storage = Mapping[str, "bytes | Storage"]
"""Streams by name, and storages within a storage; the directory lists them in this order."""

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END, _TABLE, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR, _SMALL = 512, 64
_LEAST = 4096
_STORAGE, _STREAM, _ROOT = 1, 2, 5

SHIFTS, TABLES, SMALL_TABLES, FIRST_LIST, LISTS = 30, 44, 64, 68, 72
"""Where the header says how large sectors are, how many tables there are, and where lists of more tables begin."""


def compound(storage: Storage, loop: str = "") -> bytes:
    """A compound file with these in its root. The chain of what `loop` names, maybe "directory", bites its tail."""
    entries = [_Entry("Root Entry", _ROOT)]
    entries[0].child = _list(storage, entries)
    small, small_table = _put_small(entries, loop)
    entries[0].content = small
    tables = 1 + sum(len(entry.content) for entry in entries) // (100 * _SECTOR)
    body = _Body([_TABLE] * tables)
    for entry in (
        entries[0],
        *(entry for entry in entries if len(entry.content) >= _LEAST and entry is not entries[0]),
    ):
        entry.start = body.put(entry.content, is_loop=entry.name == loop)
    small_start = body.put(small_table)
    directory = body.put(b"".join(entry.packed for entry in entries), is_loop=loop == "directory")
    packed = struct.pack(f"<{len(body.table)}I", *body.table).ljust(tables * _SECTOR, b"\xff")
    return _header(tables, directory, small_start, len(small_table) // _SECTOR) + packed + body.content


def with_number(data: bytes, place: int, number: int) -> bytes:
    """The same file with another number of four bytes at this place."""
    return data[:place] + struct.pack("<I", number) + data[place + 4 :]


def promising(data: bytes, name: str, size: int) -> bytes:
    """The same file, whose directory says that this stream or the root has so many bytes."""
    return with_number(data, data.index(name.encode("utf-16-le")) + 120, size)


def with_wide_sectors() -> bytes:
    """A file of three sectors of 64 KB, whose list names one and the same as its table again and again."""
    size = 64 * 1024
    count = size // 4 - 1
    header = compound({})[:_SECTOR]
    for place, number in ((SHIFTS, 16 + (6 << 16)), (TABLES, 109 + count), (LISTS, 1), (FIRST_LIST, 0)):
        header = with_number(header, place, number)
    return header.ljust(size, b"\0") + struct.pack(f"<{count + 1}I", *[1] * count, _END) + bytes(size)


@dataclass
class _Entry:
    """An entry of the directory: a stream with its content, or a storage with its first child."""

    name: str
    kind: int
    content: bytes = b""
    start: int = _END
    after: int = _FREE
    child: int = _FREE

    @property
    def packed(self) -> bytes:
        text = self.name.encode("utf-16-le")
        begin = text.ljust(64, b"\0") + struct.pack(
            "<HBBIII", len(text) + 2, self.kind, 1, _FREE, self.after, self.child
        )
        return begin.ljust(116, b"\0") + struct.pack("<IQ", self.start, len(self.content))


class _Body:
    """The sectors after the header, and which one follows which."""

    def __init__(self, table: list[int]) -> None:
        self.table = table
        self.content = b""

    def put(self, content: bytes, size: int = _SECTOR, *, is_loop: bool = False) -> int:
        """Where this content begins now that it was added."""
        start, count = len(self.table), -(-len(content) // size)
        if not count:
            return _END
        self.table += [*range(start + 1, start + count), start if is_loop else _END]
        self.content += content.ljust(count * size, b"\0")
        return start


def _list(storage: Storage, entries: list[_Entry]) -> int:
    """The place of the first entry of a storage, all of whose entries are added."""
    places = []
    for name, content in storage.items():
        places.append(len(entries))
        is_stream = isinstance(content, bytes)
        entries.append(_Entry(name, _STREAM if is_stream else _STORAGE, content if is_stream else b""))
        if not is_stream:
            entries[places[-1]].child = _list(content, entries)
    for place, after in zip(places, places[1:], strict=False):
        entries[place].after = after
    return places[0] if places else _FREE


def _put_small(entries: list[_Entry], loop: str) -> tuple[bytes, bytes]:
    """The small streams put together in sectors of their own, and which of those follows which."""
    body = _Body([])
    for entry in entries:
        if len(entry.content) < _LEAST:
            entry.start = body.put(entry.content, _SMALL, is_loop=entry.name == loop)
    table = struct.pack(f"<{len(body.table)}I", *body.table)
    return body.content, table.ljust(-(-len(table) // _SECTOR) * _SECTOR, b"\xff")


def _header(tables: int, directory: int, small_table: int, small_tables: int) -> bytes:
    shifts = (0x3E, 3, 0xFFFE, 9, 6)
    sizes = (0, tables, directory, 0, _LEAST, small_table, small_tables, _END, 0)
    return struct.pack("<8s16x5H6x9I109I", _SIGNATURE, *shifts, *sizes, *range(tables), *[_FREE] * (109 - tables))
