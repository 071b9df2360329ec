"""What a file is, by its bytes: a name is somebody's guess, and only parts one text from another."""

import codecs
import re
from pathlib import PureWindowsPath

from ita_data.imports.files import compound
from ita_data.imports.refused import Refused

_SIGNATURES = {
    b"%PDF": ("file-pdf", ""),
    b"\x89PNG": ("file-picture", ".png"),
    b"\xff\xd8\xff": ("file-picture", ".jpg"),
    b"GIF8": ("file-picture", ".gif"),
    b"II*\0": ("file-picture", ".tif"),
    b"MM\0*": ("file-picture", ".tif"),
    b"{\\rtf": ("file-text-formatted", ""),
    b"Rar!\x1a": ("file-archive", ".rar"),
    b"7z\xbc\xaf": ("file-archive", ".7z"),
    b"\x1f\x8b": ("file-archive", ".gz"),
    b"\xfd7zXZ": ("file-archive", ".xz"),
    b"\x7fELF": ("file-program", ""),
    b"SQLite format 3\0": ("file-type-unknown", "SQLite"),
    b"\x09\x00\x04\x00": ("file-type-unknown", "Excel 2"),
    b"\x09\x02\x06\x00": ("file-type-unknown", "Excel 3"),
    b"\x09\x04\x06\x00": ("file-type-unknown", "Excel 4"),
}
_BINARY_SIGNATURES = {
    b"BM": ("file-picture", ".bmp"),
    b"BZh": ("file-archive", ".bz2"),
    b"MZ": ("file-program", ""),
    b"RIFF": ("file-picture", ".webp"),
}
"""Signatures with which a text may begin too; they count only before bytes that no text holds."""
_PHOTOGRAPH = re.compile(rb".{4}ftyp(?:heic|heix|mif1|avif)", re.DOTALL)

_ENCRYPTED = "encryptedpackage"
_STREAMS = {"workbook": "xls", "book": "xls"}
_REFUSED_STREAMS = {"worddocument": ("file-word-old", ""), "powerpoint document": ("file-slides", ".ppt")}
"""Names in the root of a compound file, in small letters: it doesn't tell those from capitals."""

_HEAD = 64 * 1024
_WORKBOOK_2003 = re.compile(rb"(?s)<(?:\?xml\b.*urn:schemas-microsoft-com:office:spreadsheet|(?:\w+:)?Workbook\b)")
_TABLE = re.compile(rb"(?i)<(?:table|tr|td)\b")
_PAGE = re.compile(rb"(?i)<(?:!doctype\s+html|html|head|meta|body|table|style|div|!--)")
_DELIMITED = ("csv", "tsv", "txt")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")
_WRITTEN = re.compile("[\t\n\r -~ก-๛\ufeff]")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKS = b"".join((codecs.BOM_UTF8, *_UTF16))


def kind_of_file(data: bytes, name: str) -> str:
    """The kind of a file that is no ZIP archive, as `READERS` names it.

    Raises Refused for what is none of them, and whatever olefile raises on a compound file that isn't whole.
    """
    for signature, (code, value) in _SIGNATURES.items():
        if data.startswith(signature):
            raise Refused(code, value)
    if data.startswith(compound.SIGNATURE):
        return _compound_kind(data, name)
    return _text_kind(data[:_HEAD], name)


def suffix_of(name: str) -> str:
    """The ending of a file's name, in small letters and without its dot."""
    return PureWindowsPath(name).suffix.lower().removeprefix(".")


def _compound_kind(data: bytes, name: str) -> str:
    found = {name.casefold() for name in compound.names(data)}
    if _ENCRYPTED in found:
        raise Refused("file-password")
    for stream, kind in _STREAMS.items():
        if stream in found:
            if compound.is_encrypted_workbook(compound.beginning(data, stream)):
                raise Refused("file-password")
            return kind
    for stream, (code, value) in _REFUSED_STREAMS.items():
        if stream in found:
            raise Refused(code, value)
    raise Refused("file-type-unknown", f".{suffix_of(name)}") if found else Refused("file-unreadable")


def _text_kind(head: bytes, name: str) -> str:
    if not _is_text(head):
        raise _refused_bytes(head)
    marked = head.lstrip(_MARKS).replace(b"\0", b"").lstrip()
    if _WORKBOOK_2003.match(marked):
        return "xml2003"
    if _PAGE.match(marked) and _TABLE.search(marked):
        return "html"
    if marked.startswith((b"<?xml", b"<!DOCTYPE", b"<!doctype")):
        raise Refused("file-type-unknown", f".{suffix_of(name) or 'xml'}")
    if suffix_of(name) in _DELIMITED:
        return suffix_of(name)
    return "tsv" if b"\t" in marked else "csv" if b"," in marked or b";" in marked else "txt"


def _is_text(head: bytes) -> bool:
    if head.startswith(_UTF16) or not _CONTROLS.search(head):
        return True
    return any(_reads_well(head, encoding) for encoding in ("utf-16-le", "utf-16-be"))


def _reads_well(head: bytes, encoding: str) -> bool:
    """Whether bytes in this encoding are mostly letters of Thai and English."""
    text = head.decode(encoding, errors="replace")
    return len(_WRITTEN.findall(text)) > 0.9 * len(text)


def _refused_bytes(head: bytes) -> Refused:
    if not head[:4096].strip(b"\0"):
        return Refused("file-zeros")
    if _PHOTOGRAPH.match(head):
        return Refused("file-picture", ".heic")
    found = (refusal for signature, refusal in _BINARY_SIGNATURES.items() if head.startswith(signature))
    return Refused(*next(found, ("file-unreadable", "")))
