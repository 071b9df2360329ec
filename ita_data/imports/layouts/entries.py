"""One column of a block taken apart into its entries: the measures or outcomes that were written there.

Entries are numbered in their text ("1. …"), by a list without numbers, several in one cell, or one over two rows. In a
report of our own each begins a line with its number, and bullets alone stand below it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ita_data.imports.grid import Cell, Listing, Paragraph
from ita_data.model.problems import Place, Problem

_BLANK_MARKS = "-–—.… "
"""What people write to say that there is nothing."""
_NUMERAL = re.compile(r"(?:^|(?<=\s))([0-9๐-๙]{1,2})[.)](?![0-9๐-๙])\s*")

Pieces = Callable[[Paragraph, int], list[tuple[str, str]]]
"""What parts a paragraph into (numeral, text) pairs, after an entry with this number."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text with the unnumbered paragraphs under it, and the rows of the block that its cell spans."""

    numeral: str
    text: str
    detail: tuple[str, ...]
    rows: tuple[int, ...]
    place: Place

    @property
    def number(self) -> int:
        """The number written before the text, 0 where a list carries none."""
        return int(self.numeral) if self.numeral else 0


@dataclass(frozen=True, slots=True)
class Span:
    """A cell and the rows of the block over which it is merged."""

    cell: Cell
    rows: tuple[int, ...]


def spans_of(column: Sequence[Cell | None]) -> list[Span]:
    """The filled cells of a column with the rows they span; a merged range is one cell."""
    spans: list[Span] = []
    for row, cell in enumerate(column):
        if cell is None or not cell.paragraphs:
            continue
        if spans and spans[-1].cell.origin == cell.origin:
            spans[-1] = replace(spans[-1], rows=(*spans[-1].rows, row))
        else:
            spans.append(Span(cell, (row,)))
    return spans


@dataclass(frozen=True, slots=True)
class Column:
    """The entries of a column; `split_rows` are the rows into which a text of the row above runs on."""

    entries: tuple[Entry, ...]
    split_rows: frozenset[int]
    problems: tuple[Problem, ...]
    is_own: bool = False

    @property
    def numbered(self) -> list[tuple[int, Entry]]:
        """The entries counted through; as they are numbered in a report of our own, where that tells them apart."""
        numbers = [entry.number for entry in self.entries]
        if not self.is_own or 0 in numbers or len(set(numbers)) < len(numbers):
            numbers = list(range(1, len(numbers) + 1))
        return list(zip(numbers, self.entries, strict=True))


def own_column_of(spans: Iterable[Span]) -> Column:
    """The entries of a column in a report of our own: what stands there several times is one, over the rows of all.

    A number with other words than above is a problem: a measure that was mended in one of its places, or a new one.
    """
    column = column_of(spans, _own_pieces)
    once: dict[tuple[str, ...], Entry] = {}
    for entry in column.entries:
        words = (entry.numeral, entry.text, *entry.detail)
        above = once.get(words)
        once[words] = replace(above, rows=(*above.rows, *entry.rows)) if above else entry
    problems = (*column.problems, *_doubled(once.values()))
    return replace(column, entries=tuple(once.values()), problems=problems, is_own=True)


def column_of(spans: Iterable[Span], pieces_of: Pieces | None = None) -> Column:
    """The entries of a column's cells, with a problem for each text that was split over two rows.

    In a column that numbers its entries, a cell that begins without a number runs on from the cell above; both
    cells then count as one, so that their entries span the rows of both.
    """
    entries: list[Entry] = []
    split_rows: set[int] = set()
    problems: list[Problem] = []
    for span in spans:
        found = _entries_in(span, entries[-1].number if entries else 0, pieces_of or _pieces)
        if entries and entries[-1].numeral and _runs_on(span.cell, found):
            problems.append(_split(found[0], entries[-1]))
            split_rows.add(span.rows[0])
            entries = _joined(entries, found, span.cell)
        else:
            entries += found
    return Column(tuple(entries), frozenset(split_rows), tuple(problems))


def _entries_in(span: Span, last_number: int, pieces_of: Pieces) -> list[Entry]:
    entries: list[Entry] = []
    for paragraph in span.cell.paragraphs:
        for numeral, text in pieces_of(paragraph, entries[-1].number if entries else last_number):
            if numeral or not entries or paragraph.listing is Listing.NUMBERED:
                entries.append(Entry(numeral, text, (), span.rows, span.cell.origin))
            else:
                entries[-1] = _continued(entries[-1], text)
    return [entry for entry in entries if entry.text.strip(_BLANK_MARKS) or entry.detail]


def _continued(entry: Entry, text: str) -> Entry:
    """An entry with the next line of its cell; its number may stand on a line of its own."""
    return replace(entry, detail=(*entry.detail, text)) if entry.text else replace(entry, text=text)


def _pieces(paragraph: Paragraph, last_number: int) -> list[tuple[str, str]]:
    """A paragraph as (numeral, text) pairs; inside a text only the next number in the row begins a new piece."""
    cuts: list[re.Match[str]] = []
    for match in _NUMERAL.finditer(paragraph.text):
        if match.start() == 0 or int(match[1]) == last_number + 1:
            cuts.append(match)
            last_number = int(match[1])
    if not cuts:
        return [("", paragraph.text)]
    pieces = [("", paragraph.text[: cuts[0].start()].strip())] if cuts[0].start() else []
    ends = [cut.start() for cut in cuts[1:]] + [len(paragraph.text)]
    return pieces + [(cut[1], paragraph.text[cut.end() : end].strip()) for cut, end in zip(cuts, ends, strict=True)]


def _own_pieces(paragraph: Paragraph, _last_number: int) -> list[tuple[str, str]]:
    """A paragraph that is one entry, or a line below one, whatever numbers are in it."""
    number = None if paragraph.listing is Listing.BULLETED else _NUMERAL.match(paragraph.text)
    return [(number[1], paragraph.text[number.end() :])] if number else [("", paragraph.text)]


def _doubled(entries: Iterable[Entry]) -> Iterator[Problem]:
    """The entries with a number that another one has, each beside the first of them."""
    first: dict[int, Entry] = {}
    for entry in entries:
        above = first.setdefault(entry.number, entry)
        if entry.number and above is not entry:
            words = {"number": entry.numeral, "above": above.place.cell}
            yield Problem("number-doubled", entry.place, entry.text, words)


def _runs_on(cell: Cell, found: Sequence[Entry]) -> bool:
    return bool(found) and not found[0].numeral and cell.paragraphs[0].listing is not Listing.NUMBERED


def _split(below: Entry, above: Entry) -> Problem:
    return Problem("text-split", below.place, f"{above.text} {below.text}", {"above": above.place.cell})


def _joined(above: list[Entry], below: list[Entry], cell: Cell) -> list[Entry]:
    shared = [entry for entry in above if entry.rows == above[-1].rows]
    rows = tuple(sorted({*above[-1].rows, *below[0].rows}))
    is_detail = bool(above[-1].detail) or cell.paragraphs[0].listing is Listing.BULLETED
    last = _run_on(above[-1], below[0], is_detail)
    grown = [replace(entry, rows=rows) for entry in [*shared[:-1], last, *below[1:]]]
    return above[: len(above) - len(shared)] + grown


def _run_on(above: Entry, below: Entry, is_detail: bool) -> Entry:
    """The entry above with what runs on: in its text, or in the paragraphs under it where it has come to those."""
    if is_detail:
        return replace(above, detail=(*above.detail, below.text, *below.detail))
    return replace(above, text=f"{above.text} {below.text}", detail=below.detail)
