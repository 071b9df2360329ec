"""Packed office files (.xlsx and its kin, .docx, .ods): what they are, and a copy of them that is safe to read."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import chain, islice

from ita_data.imports.files.archive import Member, made, packed, unpacked
from ita_data.imports.files.markup import Extent, check_tags, is_markup, is_utf16, without_entities
from ita_data.imports.limits import MAX_DOCUMENT, MAX_ELEMENTS, MAX_UNPACKED, MEGABYTE
from ita_data.imports.refused import Refused
from ita_data.model.problems import Place, Problem

_CONTENT_TYPES = "[Content_Types].xml"
_MAX_CONTENT_TYPES = MEGABYTE
_MAIN_TYPES = {
    rb"spreadsheetml\.(?:sheet|template)\.main\+xml": "xlsx",
    rb"ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main\+xml": "xlsm",
    rb"ms-excel\.sheet\.binary\.macroEnabled\.main": "xlsb",
    rb"wordprocessingml\.(?:document|template)\.main\+xml": "docx",
    rb"ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml": "docx",
    rb"(?:presentationml\.|ms-powerpoint\.)": "pptx",
}
_MAIN_PARTS = {
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsb",
    "word/document.xml": "docx",
    "ppt/presentation.xml": "pptx",
    "Index/Document.iwa": "numbers",
}
_OPEN_DOCUMENTS = {b"spreadsheet": "ods", b"text": "odt", b"presentation": "odp"}
_OPEN_DOCUMENT = re.compile(rb"application/vnd\.oasis\.opendocument\.(\w+)")
_UNREAD = re.compile(
    r"(^|/)(media|embeddings|Pictures|Thumbnails|ObjectReplacements)/|^xl/(model|customData)/|vbaProject"
)
"""Parts that no reader needs: they are neither looked at nor handed on."""

_WORKBOOK, _WORKBOOK_RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_SHEET, _RELATION = re.compile(rb"<sheet\s[^<>]*>"), re.compile(rb"<Relationship\s[^<>]*>")
_DRAWINGS = "xl/drawings/"
"""Where whole pictures stand in attributes."""
_WORKBOOKS = ("xlsx", "xlsm", "xlsb")
_MANIFEST = "META-INF/manifest.xml"
"""Where an OpenDocument says which of its parts are encrypted."""
_EXTERNAL = re.compile(rb"""<[^<>]*TargetMode\s*=\s*["']External["'][^<>]{0,4000}>""")


def kind_of_package(content: tuple[Member, ...]) -> str:
    """The kind of package by what it says of its main part, else by that part's name; "zip" where it is another."""
    named = {member.name: member for member in content}
    if "mimetype" in named and (found := _OPEN_DOCUMENT.match(_head(named["mimetype"]))):
        return _OPEN_DOCUMENTS.get(found[1], "zip")
    types = _head(named[_CONTENT_TYPES]) if _CONTENT_TYPES in named else b""
    kinds = chain(
        (kind for pattern, kind in _MAIN_TYPES.items() if re.search(pattern, types)),
        (kind for part, kind in _MAIN_PARTS.items() if part in named),
    )
    return next(kinds, "zip")


def safe_package(content: tuple[Member, ...], kind: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The package without what no reader needs, every part of it looked through, and notes on what is not followed.

    Parts in UTF-16 come out in UTF-8. Raises Refused for what could do harm, and BadZipFile where a part is damaged.
    """
    inspection = _Inspection(kind, _sheet_names(content))
    safe = packed([inspection.safe(member) for member in content])
    names = [member.name for member in content]
    return safe, tuple(_notes(names, inspection.refers_elsewhere))


class _Inspection:
    """A walk through the parts of one package, which counts what they take together."""

    def __init__(self, kind: str, sheets: Mapping[str, str]) -> None:
        self.refers_elsewhere = False
        self._sheets = sheets
        self._kind = kind
        self._elements = 0
        self._limit = self._left = MAX_DOCUMENT if kind == "docx" else MAX_UNPACKED

    def safe(self, member: Member) -> Member:
        """A part as readers may have it: the same, in UTF-8, or empty where none of them needs it."""
        if _UNREAD.search(member.name):
            return made(member.name, b"")
        self._check(self._left - member.size)
        pieces = self._counted(unpacked(member))
        first = next(pieces, b"")
        blocks = without_entities(chain([first], pieces), member.name)
        if is_utf16(first):
            return made(member.name, b"".join(self._looked_at(blocks, member.name)))
        is_needed = is_markup(first) or member.name == "mimetype" or self._kind == "xlsb"
        deque(self._looked_at(blocks, member.name) if is_markup(first) else pieces, maxlen=0)
        return member if is_needed else made(member.name, b"")

    def _counted(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self._left -= len(piece)
            self._check(self._left)
            yield piece

    def _check(self, left: int) -> None:
        if left < 0:
            raise Refused("file-unpacks-too-large", limit=str(self._limit // MEGABYTE))

    def _looked_at(self, blocks: Iterable[bytes], part: str) -> Iterator[bytes]:
        extent = Extent(self._sheets.get(part, part))
        for block in blocks:
            if self._kind in _WORKBOOKS:
                extent.add(block)
                if not part.startswith(_DRAWINGS):
                    check_tags(block, part)
            if self._kind == "docx":
                self._count_elements(block)
            if part == _MANIFEST and b"encryption-data" in block:
                raise Refused("file-password")
            if part.endswith(".rels"):
                self.refers_elsewhere |= any(b"/hyperlink" not in tag for tag in _EXTERNAL.findall(block))
            yield block

    def _count_elements(self, block: bytes) -> None:
        self._elements += block.count(b"<") - block.count(b"</")
        if self._elements > MAX_ELEMENTS:
            raise Refused("file-too-demanding")


def _sheet_names(content: tuple[Member, ...]) -> dict[str, str]:
    """The names of sheets by their parts, as far as a workbook says it where Excel does: only messages use them."""
    heads = {member.name: _head(member) for member in content if member.name in (_WORKBOOK, _WORKBOOK_RELATIONS)}
    targets = {
        _attribute(tag, "Id"): _attribute(tag, "Target")
        for tag in _RELATION.findall(heads.get(_WORKBOOK_RELATIONS, b""))
    }
    sheets = {_attribute(tag, r"\w+:id"): _attribute(tag, "name") for tag in _SHEET.findall(heads.get(_WORKBOOK, b""))}
    return {f"xl/{targets[key]}": name for key, name in sheets.items() if key in targets}


def _attribute(tag: bytes, name: str) -> str:
    found = re.search(rf"""\s{name}\s*=\s*["']([^"'<>]*)""", tag.decode(errors="replace"))
    return unescape(found[1]) if found else ""


def _head(member: Member) -> bytes:
    return b"".join(islice(unpacked(member), 1))[:_MAX_CONTENT_TYPES]


def _notes(names: list[str], refers_elsewhere: bool) -> Iterator[Problem]:
    if any("vbaProject" in name for name in names):
        yield Problem("macros-ignored", Place())
    if refers_elsewhere or any("/externalLinks/" in name for name in names):
        yield Problem("links-ignored", Place())
    if objects := sum("/embeddings/" in name for name in names):
        yield Problem("objects-ignored", Place(), words={"count": str(objects)})
