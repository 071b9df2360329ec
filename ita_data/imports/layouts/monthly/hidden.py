"""What a file hides beside what it shows: it may be an old draft, so it is offered and not taken.

A hidden sheet is offered where a visible one reports, a hidden row where a visible one reports on the same measure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ita_data.imports.layouts.layout import ContextAnswers
from ita_data.imports.layouts.monthly.review import Judged
from ita_data.imports.reading import ContextKey, ContextQuestion
from ita_data.model.problems import Place, Problem

YES, NO = "yes", "no"
_SAY_READ = frozenset({"sheet-hidden", "rows-hidden"})


@dataclass(frozen=True, slots=True)
class Offered:
    """The rows with the hidden ones left out, and the question whether to take them, one for each sheet."""

    rows: list[Judged]
    questions: tuple[ContextQuestion, ...]


def without_hidden_rows(rows: Sequence[Judged], hidden_sheets: frozenset[str], answers: ContextAnswers) -> Offered:
    """Leave out what is hidden beside something visible, unless somebody asked for it."""
    seen = [row for row in rows if not row.row.is_hidden and (row.ok or row.waits)]
    shown = {(row.row.place.sheet, row.values.get("measure")) for row in seen}
    found, offered = list(rows), dict[str, list[Place]]()
    for number, row in enumerate(rows):
        place = row.row.place
        is_doubled = any((place.sheet, key[0]) in shown for key in row.keys)
        if not row.row.is_hidden or not row.ok or not (is_doubled or (place.sheet in hidden_sheets and shown)):
            continue
        offered.setdefault(place.sheet, []).append(place)
        if answers.get(_key(place.sheet)) != YES:
            found[number] = row.without(Problem("rows-hidden-left-out", Place(place.sheet), place.sheet))
    asked = (sheet for sheet in offered if _key(sheet) not in answers)
    return Offered(found, tuple(_question(sheet, offered[sheet]) for sheet in asked))


def notes_of_read(notes: Iterable[Problem], rows: Sequence[Judged]) -> list[Problem]:
    """The notes without those that say that something hidden was read, where all of it was left out."""
    hidden = [row for row in rows if row.row.is_hidden]
    read = {row.row.place.sheet for row in hidden if row.taken}
    left_out = {row.row.place.sheet for row in hidden} - read
    return [note for note in notes if note.code not in _SAY_READ or note.place.sheet not in left_out]


def _key(sheet: str) -> ContextKey:
    return ContextKey(sheet, "", "hidden")


def _question(sheet: str, rows: Sequence[Place]) -> ContextQuestion:
    return ContextQuestion(_key(sheet), (), (YES, NO), tuple(rows), is_offer=True)
