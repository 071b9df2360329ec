"""Archives that lie: in their directory, their sizes, their names."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

from tests.imports.hostile.packages import SHEET, TEXTS, Kinds, sheet, workbook, workbook_parts

_CENTRAL, _END = b"PK\x01\x02", b"PK\x05\x06"
_CRC, _PACKED, _SIZE, _OFFSET = 16, 20, 24, 42


def with_more(*parts: tuple[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """A sound workbook with these parts after its own."""
    stream = BytesIO(workbook())
    with ZipFile(stream, "a", method) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


def directory_changed(name: str, field: int, change: Callable[[int], int]) -> bytes:
    """A sound workbook whose directory says something else about one member."""
    data = bytearray(workbook())
    entry = data.rindex(_CENTRAL, 0, data.rindex(name.encode()))
    (value,) = struct.unpack_from("<I", data, entry + field)
    struct.pack_into("<I", data, entry + field, change(value))
    return bytes(data)


def flagged(flag: int) -> bytes:
    """A sound workbook whose first member carries a flag."""
    data = bytearray(workbook())
    entry = data.index(_CENTRAL)
    data[entry + 8] |= flag
    return bytes(data)


def spaces(megabytes: int) -> bytes:
    """A workbook with a part that unpacks to so many megabytes of spaces, in small texts."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = b"<si><t>" + b" " * (1024**2 - 16) + b"</t></si>"
    content = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    crc = 0
    for _ in range(megabytes):
        crc = zlib.crc32(block, crc)
    return replaced(TEXTS, content, len(block) * megabytes, crc)


def replaced(name: str, content: bytes, size: int, crc: int) -> bytes:
    """A workbook with one member whose packed bytes, size and checksum are given."""
    parts = {**workbook_parts(), name: b""}
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for part, plain in parts.items():
            archive.writestr(part, content if part == name else plain)
        local = archive.getinfo(name).header_offset
    data = bytearray(stream.getvalue())
    entry = data.rindex(_CENTRAL, 0, data.rindex(name.encode()))
    for start, method in ((local, 8), (entry, 10)):
        struct.pack_into("<H", data, start + method, 8)
        struct.pack_into("<III", data, start + method + 6, crc, len(content), size)
    return bytes(data)


def zip64_lie() -> bytes:
    """A member that says of itself, in 64 bits, that it is larger than any disk."""
    stream = BytesIO(workbook())
    data = stream.getvalue()
    end = data.index(_END)
    entry = data.index(_CENTRAL)
    name_length = struct.unpack_from("<H", data, entry + 28)[0]
    extra = struct.pack("<HHQQ", 1, 16, 2**62, 2**62)
    first = bytearray(data[entry : entry + 46 + name_length])
    struct.pack_into("<II", first, _PACKED, 0xFFFFFFFF, 0xFFFFFFFF)
    struct.pack_into("<H", first, 30, len(extra))
    directory = bytes(first) + extra + data[entry + 46 + name_length : end]
    tail = bytearray(data[end:])
    struct.pack_into("<I", tail, 12, len(directory))
    return data[:entry] + directory + bytes(tail)


def overlapping() -> bytes:
    """Many members that all share one member's bytes."""
    parts = {**workbook_parts(), SHEET: sheet("<row/>" * 100_000)}
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, plain in parts.items():
            archive.writestr(name, plain)
        shared = archive.getinfo(SHEET)
        for number in range(500):
            twin = archive.getinfo(SHEET).__class__(f"xl/worksheets/twin{number}.xml")
            for field in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(twin, field, getattr(shared, field))
            archive.filelist.append(twin)
    return stream.getvalue()


ARCHIVES: Kinds = {
    "traversal.xlsx": (lambda: with_more(("../../../etc/cron.d/evil", b"x")), "file-unsafe"),
    "absolute.xlsx": (lambda: with_more(("/etc/cron.d/evil", b"x")), "file-unsafe"),
    "drive.xlsx": (lambda: with_more(("C:\\Windows\\evil.dll", b"x")), "file-unsafe"),
    "backslash.xlsx": (lambda: with_more(("..\\..\\evil.txt", b"x")), "file-unsafe"),
    "members.xlsx": (lambda: with_more(*((f"xl/x{n}.xml", b"<a/>") for n in range(3000))), "file-too-many-parts"),
    "many_members.xlsx": (
        lambda: with_more(*((f"{n}", b"") for n in range(60_000)), method=ZIP_STORED),
        "file-too-many-parts",
    ),
    "bzip2.xlsx": (lambda: with_more(("xl/x.xml", b"<a/>"), method=ZIP_BZIP2), "file-unreadable"),
    "encrypted_member.xlsx": (lambda: flagged(1), "file-password"),
    "overlapping.xlsx": (overlapping, "file-unsafe"),
    "bomb.xlsx": (lambda: spaces(1500), "file-unpacks-too-large"),
    "lying_bomb.xlsx": (
        lambda: replaced(TEXTS, zlib.compress(b"<a>" * 10**7, 9)[2:-4], 100, 0),
        "file-unreadable",
    ),
    "wrong_checksum.xlsx": (lambda: directory_changed(SHEET, _CRC, lambda crc: crc ^ 1), "file-unreadable"),
    "wrong_size.xlsx": (lambda: directory_changed(SHEET, _SIZE, lambda size: size + 1), "file-unreadable"),
    "wrong_packed_size.xlsx": (lambda: directory_changed(SHEET, _PACKED, lambda _size: 2**31), "file-unreadable"),
    "outside.xlsx": (lambda: directory_changed(SHEET, _OFFSET, lambda _offset: 2**31), "file-unreadable"),
    "zip64.xlsx": (zip64_lie, "file-unreadable"),
    "no_directory.xlsx": (lambda: workbook()[: workbook().index(_CENTRAL)], "file-unreadable"),
}
