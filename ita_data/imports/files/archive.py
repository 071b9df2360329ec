"""ZIP archives without trust: what the directory says is checked against the bytes before anything is believed.

Members are unpacked piece by piece and counted; nothing is ever written to disk. `packed` builds a fresh archive of
members that were checked, so that every library which reads it afterwards sees the same ones.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from zipfile import BadZipFile, ZipFile, ZipInfo

from ita_data.imports.limits import MAX_PARTS, MEGABYTE
from ita_data.imports.refused import Refused

SIGNATURE = b"PK\x03\x04"

_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_PIECE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an archive: its packed bytes, and what the directory says of the unpacked ones."""

    name: str
    method: int
    content: memoryview
    size: int
    crc: int


def members(data: bytes) -> tuple[Member, ...]:
    """The members in the order of the directory, folders left out.

    Raises Refused where they are too many, share bytes or names, lie outside the file or lead out of a folder, and
    where they are encrypted or packed in a way that no office program knows. Raises BadZipFile where it is damaged.
    """
    if data.count(_DIRECTORY_ENTRY) > 2 * MAX_PARTS:
        raise Refused("file-too-many-parts", f"{data.count(_DIRECTORY_ENTRY):,}", limit=f"{MAX_PARTS:,}")
    with ZipFile(BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_PARTS:
        raise Refused("file-too-many-parts", f"{len(entries):,}", limit=f"{MAX_PARTS:,}")
    _check_names(entries)
    spans = [_span(data, entry) for entry in entries]
    _check_overlaps(entries, spans)
    view = memoryview(data)
    return tuple(
        Member(_name(entry), entry.compress_type, view[start:end], entry.file_size, entry.CRC)
        for entry, (_header, start, end) in zip(entries, spans, strict=True)
    )


def declared_size(data: bytes) -> int:
    """How many bytes an archive says that it unpacks to; 0 where its directory can't be read."""
    if data.count(_DIRECTORY_ENTRY) > 2 * MAX_PARTS:
        return 0
    try:
        with ZipFile(BytesIO(data)) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except Exception:  # noqa: BLE001 - a damaged directory raises whatever it breaks
        return 0


def unpacked(member: Member) -> Iterator[bytes]:
    """The bytes of a member in pieces, never more of them than the directory says. Raises BadZipFile if they differ."""
    size = crc = 0
    for piece in _pieces(member):
        size += len(piece)
        crc = zlib.crc32(piece, crc)
        if size > member.size:
            break
        yield piece
    if (size, crc) != (member.size, member.crc):
        raise BadZipFile(f"{member.name} is not what the directory says")


def packed(content: Sequence[Member]) -> bytes:
    """An archive of these members, each packed as it was."""
    body, directory = bytearray(), bytearray()
    for member in content:
        name = member.name.encode()
        sizes = (member.crc, len(member.content), member.size)
        common = (20, _UTF8_NAME, member.method, 0, 0x21)
        directory += _CENTRAL.pack(_DIRECTORY_ENTRY, 20, *common, *sizes, len(name), 0, 0, 0, 0, 0, len(body)) + name
        body += _LOCAL.pack(SIGNATURE, *common, *sizes, len(name), 0) + name + member.content
    end = _END.pack(b"PK\x05\x06", 0, 0, len(content), len(content), len(directory), len(body), 0)
    return bytes(body + directory + end)


def made(name: str, content: bytes) -> Member:
    """A member with this content."""
    return Member(name, _STORED, memoryview(content), len(content), zlib.crc32(content))


def _pieces(member: Member) -> Iterator[bytes]:
    if member.method == _STORED:
        for start in range(0, len(member.content), MEGABYTE):
            yield bytes(member.content[start : start + MEGABYTE])
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for start in range(0, len(member.content), _PIECE):
        waiting: bytes | memoryview = member.content[start : start + _PIECE]
        while waiting and not inflater.eof:
            yield inflater.decompress(waiting, MEGABYTE)
            waiting = inflater.unconsumed_tail
    yield inflater.flush()


def _name(entry: ZipInfo) -> str:
    """The name with the slashes it should have; some programs of Windows write the others."""
    return entry.filename.replace("\\", "/")


def _check_names(entries: list[ZipInfo]) -> None:
    names: set[str] = set()
    for name in map(_name, entries):
        parts = name.split("/")
        if ".." in parts or not parts[0] or ":" in parts[0] or name in names:
            raise Refused("file-unsafe", name[:100])
        names.add(name)


def _span(data: bytes, entry: ZipInfo) -> tuple[int, int, int]:
    """Where a member's header, its packed bytes and what follows them begin."""
    if entry.flag_bits & _ENCRYPTED:
        raise Refused("file-password")
    if entry.compress_type not in (_STORED, _DEFLATED):
        raise BadZipFile(f"{entry.filename} is packed in an unknown way")
    header = data[entry.header_offset : entry.header_offset + _LOCAL.size]
    if entry.header_offset < 0 or len(header) < _LOCAL.size or not header.startswith(SIGNATURE):
        raise BadZipFile(f"{entry.filename} is not where the directory says")
    name_length, extra_length = _LOCAL.unpack(header)[-2:]
    start = entry.header_offset + _LOCAL.size + name_length + extra_length
    end = start + entry.compress_size
    if end > len(data):
        raise BadZipFile(f"{entry.filename} ends outside the file")
    return entry.header_offset, start, end


def _check_overlaps(entries: list[ZipInfo], spans: list[tuple[int, int, int]]) -> None:
    placed = sorted(zip(spans, (entry.filename for entry in entries), strict=True))
    for ((_header, _start, end), _name), ((header, _packed, _end), name) in pairwise(placed):
        if header < end:
            raise Refused("file-unsafe", name[:100])
