"""The rows of a monthly table: what each reports, with damaged letters repaired, and which rows report nothing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ita_data.imports.grid import Cell, Row, filled
from ita_data.imports.layouts.monthly.context.sure import Told
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.spellings import is_remark, status
from ita_data.imports.values import loose_measure_code, measure_code
from ita_data.model.problems import Place, Problem
from ita_data.model.repairs import repaired, repaired_value
from ita_data.model.review_fields import ANSWERS, REVIEW_FIELDS, Kind, fields_of

_TELLING_ANSWERS = frozenset(name for name in ANSWERS if REVIEW_FIELDS[name].is_telling)
_TEXTS = frozenset(fields_of(Kind.SECTION, Kind.TEXT, Kind.LINK))
_LEFT_OUT = frozenset({*fields_of(Kind.WHOLE_NUMBER, Kind.PERCENT, Kind.DATE), "due"})
_REPAIRED = frozenset({*REVIEW_FIELDS, "due"})
_SIGNATURE = re.compile(r"ลงชื่อ.*|ตำแหน่ง.*|\(.*\)|[.…_]+", re.DOTALL)
_FEWEST_NUMBERS = 3
_ORDINAL = re.compile(r"\(?([0-9๐-๙]{1,2}|[ก-ฮ])[.)]?\)?")


@dataclass(frozen=True, slots=True)
class MonthlyRow:
    """One row that reports on a measure: its cells by field, with section and month from above where it has none.

    `texts` are the cells as they stand in the file, `problems` what was already met in them. `is_of_month` says that
    its month is the header of its column, `doubted` are the fields of which two columns say different things. `told`
    says of section and month how sure they are, and `begins` where the part begins for which they stand.
    """

    place: Place
    cells: Mapping[str, Cell]
    texts: dict[str, str]
    is_sample: bool = False
    is_of_month: bool = False
    problems: tuple[Problem, ...] = ()
    doubted: frozenset[str] = frozenset()
    told: Mapping[str, Told] = field(default_factory=dict)
    begins: Place = Place()
    is_hidden: bool = False

    def cell(self, name: str) -> Cell:
        """The cell of a field; where the sheet has no such header, a blank one at the row's own place."""
        return self.cells.get(name) or Cell(self.place, self.place)

    @property
    def is_unreported(self) -> bool:
        """Whether the row is one of the office's template that nobody filled in."""
        return not self.cell("key").is_blank and all(self.cell(name).is_blank for name in ANSWERS)


def monthly_row(
    place: Place, cells: Mapping[str, Cell], is_sample: bool, is_of_month: bool, differing: Mapping[str, Cell]
) -> MonthlyRow:
    """A row of these cells, with every damaged text repaired and named; `differing` are those of a second column."""
    whole = dict(cells)
    problems = [
        Problem(_difference(name), cell.place, cell.text, {"other": cells[name].text})
        for name, cell in differing.items()
    ]
    for name, cell in cells.items():
        whole[name] = repaired_cell(cell, name)
        if whole[name] is not cell:
            words = {"proposal": whole[name].text}
            problems.append(Problem("text-repaired", cell.place, cell.text, words))
    texts = {name: cell.text for name, cell in cells.items()}
    return MonthlyRow(place, whole, texts, is_sample, is_of_month, tuple(problems), frozenset(differing))


def _difference(name: str) -> str:
    """What is said of two columns that differ: what may be left out costs no row."""
    return "numbers-differ" if name in _LEFT_OUT else "values-differ"


def repaired_cell(cell: Cell, name: str) -> Cell:
    """The cell itself, or another one where its text was damaged."""
    if name not in _REPAIRED or not isinstance(cell.value, str):
        return cell
    repair = repaired if name in _TEXTS else repaired_value
    text = cell.text
    if repair(text) == text:
        return cell
    paragraphs = tuple(
        replace(entry, listing=paragraph.listing)
        for paragraph in cell.paragraphs
        for entry in paragraphs_of(repair(paragraph.text))
    )
    return replace(cell, paragraphs=paragraphs, value=repair(cell.value))


def passed_over(cells: Mapping[str, Cell], row: Row) -> Problem | None:
    """The note on a row of totals, or on one that only numbers the columns; None for any other row."""
    if (measure := cells.get("measure")) and measure_code(measure):
        return None
    own = list(filled(row))
    texts = [cell.text for cell in own]
    if len(own) >= _FEWEST_NUMBERS and _is_numbering(texts):
        return Problem("row-numbering", own[0].place, texts[0])
    if is_remark("total", next(filter(None, texts), "")):
        return Problem("row-total", own[0].place, texts[0])
    return None


def is_report_of_a_measure(cells: Mapping[str, Cell]) -> bool:
    """Whether a row names a measure, or says a status under its header."""
    measure = cells.get("measure")
    return (measure is not None and (measure_code(measure) or loose_measure_code(measure)) is not None) or _has_status(
        cells
    )


def reports(cells: Mapping[str, Cell], row: Row) -> bool:
    """Whether a row under the headers reports something, or is only a remark such as a line for a signature."""
    measure = cells.get("measure")
    if measure is not None and (measure_code(measure) or loose_measure_code(measure)):
        return True
    written = {name for name, cell in cells.items() if not cell.is_blank}
    if is_signature(row) and not _has_status(cells):
        return False
    if "status" in written or len(written & _TELLING_ANSWERS) > 1:
        return True
    return "measure" in written and len(list(filled(row))) > 1


def unclaimed(cells: Mapping[str, Cell], row: Row) -> Iterator[Problem]:
    """What stands in a row that reports nothing: an error where it is under a header of what sections report."""
    reported = {cells[name].place for name in ANSWERS if name in cells}
    is_below = is_signature(row)
    for cell in filled(row):
        is_lost = cell.place in reported and not is_below and not _SIGNATURE.fullmatch(cell.text)
        yield Problem("row-incomplete" if is_lost else "cell-ignored", cell.place, cell.text or cell.error)


def is_signature(row: Row) -> bool:
    """Whether a row begins like the lines under a table: ลงชื่อ, a name in brackets, a line of dots."""
    first = next((cell.text for cell in filled(row) if cell.text), "")
    return is_remark("signature", first) or _SIGNATURE.fullmatch(first) is not None


def _has_status(cells: Mapping[str, Cell]) -> bool:
    return "status" in cells and status(cells["status"].text) is not None


def _is_numbering(texts: list[str]) -> bool:
    """Whether these are (1) (2) (3) or ก ข ค: each another one, and in a row."""
    if not all(map(_ORDINAL.fullmatch, texts)):
        return False
    signs = [match[1] for match in map(_ORDINAL.fullmatch, texts) if match]
    numbers = [int(sign) if sign.isdecimal() else ord(sign) for sign in signs]
    return all(later == earlier + 1 for earlier, later in zip(numbers, numbers[1:], strict=False))
