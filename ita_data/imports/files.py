"""The bytes of a file as grids: what kind of file it is, and who reads that kind."""

import logging
from collections.abc import Callable
from io import BytesIO
from pathlib import PureWindowsPath
from zipfile import ZipFile

from ita_data.imports.documents import document_grids
from ita_data.imports.grid import Grid, TooLarge
from ita_data.imports.plain_text import text_grids
from ita_data.imports.workbooks import workbook_grids
from ita_data.language import gettext as _
from ita_data.model.problems import Place, Problem

Reader = Callable[[bytes, str], tuple[Grid, ...]]

READERS: dict[str, Reader] = {
    "xlsx": workbook_grids,
    "docx": document_grids,
    "txt": text_grids,
    "tsv": text_grids,
}
"""Who reads which kind of file. A reader may raise whatever its library does on a file that isn't whole."""

MAX_UNPACKED = 200 * 1024 * 1024
"""How many bytes a packed file may unpack to."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_MAIN_PARTS = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx"}
_SIGNATURES = {b"%PDF": "pdf", b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif", _OLE: "xls"}
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_log = logging.getLogger(__name__)


def open_grids(data: bytes, name: str) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    """The grids of a file, or the one problem that keeps it shut; nothing is raised for what a file holds.

    The content decides what kind of file it is, and the name only where the content says nothing.
    """
    if not data.strip():
        return _refused("file-empty")
    if data.startswith(_OLE) and _ENCRYPTED in data:
        return _unreadable(_("it is protected by a password"))
    try:
        kind = _kind(data, name)
        grids = READERS[kind](data, name) if kind in READERS else None
    except TooLarge as limit:
        return _unreadable(str(limit))
    except Exception:  # noqa: BLE001 - what libraries raise on a broken file has no common base
        _log.warning("%s can't be opened", name, exc_info=True)
        return _unreadable(_("it is damaged, was not saved completely, or is not what its name says"))
    if grids is None:
        return _refused("file-type-unknown", _kind_shown(kind, name))
    return _refused("file-empty") if all(grid.is_blank for grid in grids) else (grids, ())


def _refused(code: str, value: str = "", **words: str) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    return (), (Problem(code, Place(), value, words),)


def _unreadable(reason: str) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    return _refused("file-unreadable", reason=reason)


def _kind(data: bytes, name: str) -> str:
    if data.startswith(_ZIP):
        return _packed_kind(data)
    signed = (kind for signature, kind in _SIGNATURES.items() if data.startswith(signature))
    return next(signed, _suffix(name))


def _packed_kind(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
            raise TooLarge(_("it unpacks to more than {size} MB").format(size=MAX_UNPACKED // 1024**2))
        parts = set(archive.namelist())
    return next((kind for part, kind in _MAIN_PARTS.items() if part in parts), "zip")


def _kind_shown(kind: str, name: str) -> str:
    """The kind as people call it: by the name's ending, unless that is one which could have been read."""
    suffix = _suffix(name)
    shown = kind if suffix in READERS else suffix or kind
    return f".{shown}" if shown else name


def _suffix(name: str) -> str:
    return PureWindowsPath(name).suffix.lower().removeprefix(".")
