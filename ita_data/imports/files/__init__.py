"""The bytes of a file as grids: what kind of file it is, what of it is safe to read, and who reads that kind."""

import logging
from collections.abc import Callable, Iterator
from importlib import import_module

from ita_data.imports.files import archive
from ita_data.imports.files.compound import has_macros
from ita_data.imports.files.kinds import kind_of_file, suffix_of
from ita_data.imports.files.packages import kind_of_package, safe_package
from ita_data.imports.grid import Grid
from ita_data.imports.limits import MAX_BYTES, MEGABYTE
from ita_data.imports.refused import Refused
from ita_data.model.problems import Place, Problem

Reader = Callable[[bytes, str], tuple[Grid, ...]]

Opened = tuple[tuple[Grid, ...], tuple[Problem, ...]]


def _reader(module: str, function: str) -> Reader:
    """A reader that is imported when the first file of its kind comes: no file needs all of their libraries."""

    def read(data: bytes, name: str) -> tuple[Grid, ...]:
        reader: Reader = getattr(import_module(f"ita_data.imports.{module}"), function)
        return reader(data, name)

    return read


READERS: dict[str, Reader] = {
    "xlsx": _reader("workbooks", "workbook_grids"),
    "xlsm": _reader("workbooks", "workbook_grids"),
    "xlsb": _reader("binary_workbooks", "binary_workbook_grids"),
    "xls": _reader("old_workbooks", "old_workbook_grids"),
    "docx": _reader("documents", "document_grids"),
    "csv": _reader("plain_text", "text_grids"),
    "txt": _reader("plain_text", "text_grids"),
    "tsv": _reader("plain_text", "text_grids"),
    "html": _reader("html_tables", "html_grids"),
    "ods": _reader("open_documents", "open_document_grids"),
    "xml2003": _reader("workbooks_2003", "workbook_2003_grids"),
}
"""Who reads which kind of file. A reader may raise whatever its library does on a file that isn't whole."""

_KINDS_OF_SUFFIXES = {
    "xlsx": ("xlsx", "xlsm"),
    "xltx": ("xlsx", "xlsm"),
    "xlsm": ("xlsm", "xlsx"),
    "xltm": ("xlsm", "xlsx"),
    "docx": ("docx",),
    "docm": ("docx",),
    "xlsb": ("xlsb",),
    "xls": ("xls",),
    "xlt": ("xls",),
    "ods": ("ods",),
    "csv": ("csv",),
    "tsv": ("tsv",),
    "txt": ("txt",),
    "htm": ("html",),
    "html": ("html",),
    "xml": ("xml2003",),
}
"""What a name's ending promises; other endings promise nothing."""
_REFUSED_PACKAGES = {
    "pptx": ("file-slides", ".pptx"),
    "odp": ("file-slides", ".odp"),
    "odt": ("file-type-unknown", ".odt"),
    "numbers": ("file-type-unknown", ".numbers"),
    "zip": ("file-archive", ".zip"),
}

_PANIC = "PanicException"
"""What calamine raises where it gave up itself; the class can't be imported."""

_log = logging.getLogger(__name__)


def open_grids(data: bytes, name: str) -> Opened:
    """The grids of a file and notes on it, or no grids and what keeps it shut; nothing is raised for what a file holds.

    The content decides what kind of file it is, and the name only where the content says nothing.
    """
    try:
        grids, notes = _opened(data, name)
    except Refused as refused:
        return (), (refused.problem,)
    except MemoryError:
        return _refused("file-too-demanding")
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != _PANIC:
            raise
        _log.info("%s can't be opened", name, exc_info=True)
        return _refused("file-password" if type(error).__name__ == "PasswordError" else "file-unreadable")
    return _refused("file-empty") if all(grid.is_blank for grid in grids) else (grids, notes)


def check_size(data: bytes) -> None:
    """Raises Refused for a file that is too large to be looked at."""
    if len(data) > MAX_BYTES:
        raise Refused("file-too-large", f"{len(data) / MEGABYTE:.1f}", limit=str(MAX_BYTES // MEGABYTE))


def _opened(data: bytes, name: str) -> Opened:
    check_size(data)
    if not data.strip():
        raise Refused("file-empty")
    if data.startswith(archive.SIGNATURE):
        kind, data, notes = _package(data)
    else:
        kind = kind_of_file(data, name)
        notes = (Problem("macros-ignored", Place()),) if kind == "xls" and has_macros(data) else ()
    if kind not in READERS:
        raise Refused("file-type-unknown", f".{kind}")
    grids = READERS[kind](data, name)
    return grids, (*_renamed(kind, name), *notes, *_notes(grids))


def _package(data: bytes) -> tuple[str, bytes, tuple[Problem, ...]]:
    content = archive.members(data)
    kind = kind_of_package(content)
    if kind in _REFUSED_PACKAGES:
        raise Refused(*_REFUSED_PACKAGES[kind])
    return kind, *safe_package(content, kind)


def _renamed(kind: str, name: str) -> tuple[Problem, ...]:
    suffix = suffix_of(name)
    if kind in _KINDS_OF_SUFFIXES.get(suffix, (kind,)):
        return ()
    return (Problem("file-renamed", Place(), words={"suffix": f".{suffix}", "kind": f".{kind}"}),)


def _notes(grids: tuple[Grid, ...]) -> Iterator[Problem]:
    """What has to be said of the grids, whatever layout reads them."""
    for grid in grids:
        if grid.hidden_texts:
            yield Problem("text-hidden", Place(grid.sheet), " · ".join(grid.hidden_texts))
        yield from grid.notes


def _refused(code: str) -> Opened:
    return (), (Problem(code, Place()),)
