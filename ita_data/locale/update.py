"""Brings the Thai catalogue up to date with the code: new texts in, those that went out, and compiled.

The compiled file is kept beside the catalogue, so that running the dashboard needs nothing of this.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

CATALOGUE = Path(__file__).parent / "th" / "LC_MESSAGES" / "ita.po"

_ROOT = Path(__file__).parent.parent.parent
_SOURCES = ("ita_data", "pages", "ui")
_KEYWORDS = {**DEFAULT_KEYWORDS, "mark": None}


def texts_in_code() -> Iterator[tuple[str, str]]:
    """Every text that the code marks for translation, with the file it stands in."""
    for source in _SOURCES:
        for file, _line, text, _comments, _context in extract_from_dir(_ROOT / source, keywords=_KEYWORDS):
            assert isinstance(text, str)
            yield text, f"{source}/{Path(file).as_posix()}"


def catalogue() -> Catalog:
    """The Thai catalogue as it is."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="th", domain="ita")


def update() -> None:
    """Write the catalogue and its compiled form; a new text stays untranslated, and a test names it."""
    template = Catalog(locale="th")
    for text, source in texts_in_code():
        template.add(text, locations=[(source, 1)])
    updated = catalogue()
    updated.update(template, no_fuzzy_matching=True, update_creation_date=False)
    with CATALOGUE.open("wb") as file:
        write_po(file, updated, width=120, ignore_obsolete=True, include_lineno=False)
    with CATALOGUE.with_suffix(".mo").open("wb") as file:
        write_mo(file, updated)


if __name__ == "__main__":
    update()
