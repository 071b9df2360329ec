"""The rows of a file that couldn't be taken: named in the receipt, and given back as a workbook to be mended."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ita_data.exports.left_out import WHY, workbook_of_left_out
from ita_data.imports.grid import cell_numbers
from ita_data.imports.reading import RawRow, Reading
from ita_data.imports.spellings import header_shown
from ita_data.model.periods import FiscalMonth
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import Place, Problem
from ita_data.model.review_fields import ANSWERS
from ita_data.model.thai_dates import thai_month

_TABLE = "monthly"
_OF_WHAT = ("measure", "title", "section", "month")
_FIELDS = (*_OF_WHAT, *ANSWERS, "due")
_ALWAYS = (*_OF_WHAT, "status")
_OF = ("measure", "month", "sections")

_Line = tuple[str, int]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows that somebody has to mend, each with what was wrong in it."""

    rows: tuple[tuple[RawRow, tuple[Problem, ...]], ...]

    @property
    def places(self) -> list[Place]:
        """Where they stand in the file."""
        return [row.place for row, _problems in self.rows]


def left_out(reading: Reading) -> LeftOut:
    """The rows of a reading that weren't taken; not those for which a later answer or a visible row was taken."""
    by_line: defaultdict[_Line, list[Problem]] = defaultdict(list)
    for problem in reading.problems:
        if problem.severity is Severity.ERROR and problem.place.cell:
            by_line[_line(problem.place)].append(problem)
    found = ((row, tuple(by_line[_line(row.place)])) for row in reading.rows if row.ok is False)
    return LeftOut(tuple((row, problems) for row, problems in found if problems or _is_open(row)))


def left_out_workbook(left: LeftOut) -> bytes:
    """These rows alone as .xlsx, under the headers of the office's own workbook, and why each was left out."""
    texts = [(_texts(row, problems), problems) for row, problems in left.rows]
    fields = [name for name in _FIELDS if name in _ALWAYS or any(each.get(name) for each, _problems in texts)]
    headers = [*(header_shown(_TABLE, name) for name in fields), WHY]
    rows = ([*(each.get(name, "") for name in fields), _why(problems)] for each, problems in texts)
    return workbook_of_left_out(headers, rows)


def _is_open(row: RawRow) -> bool:
    """Whether it isn't known what the row is of."""
    return not all(row.values.get(name) for name in _OF)


def _line(place: Place) -> _Line:
    return place.sheet, cell_numbers(place.cell)[0]


def _texts(row: RawRow, problems: Sequence[Problem]) -> Mapping[str, str]:
    """The texts of a row as they stand, with the section and month that were understood, for its title stays behind."""
    found = dict(row.texts)
    month, sections = row.values.get("month"), row.values.get("sections")
    if isinstance(month, str):
        found["month"] = thai_month(FiscalMonth.of_code(month))
    is_section_clear = not any(problem.code.startswith("section-") for problem in problems)
    if isinstance(sections, list) and len(sections) == 1 and is_section_clear:
        found["section"] = sections[0]
    return found


def _why(problems: Sequence[Problem]) -> str:
    return "\n".join(dict.fromkeys(f"{problem.message} {problem.mend}" for problem in problems))
