"""The catalogue of problems: what can be wrong in a file, why it matters and how to mend it.

A problem is a value with the place where it was met. Its severity decides what becomes of the row:

- refusal: nothing of the file is taken
- error: this row or value is left out, the rest goes on
- warning: taken as proposed, and a person should look at it
- note: taken; said so that nothing happens in silence
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ita_data.language import gettext as _
from ita_data.language import mark


class Severity(StrEnum):
    """What a problem does to the row it stands in."""

    REFUSAL = "refusal"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Verdict(StrEnum):
    """What became of a file as a whole."""

    ACCEPTED = "accepted"
    PARTIAL = "partial"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file: the sheet's name and the cell's address, or empty for the whole file."""

    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        return " · ".join(part for part in (self.sheet, self.cell) if part)


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """An entry of the catalogue; `message` and `mend` are English msgids with named gaps."""

    severity: Severity
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem met in a file; `words` fill the gaps of its message besides `value`."""

    code: str
    place: Place
    value: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return PROBLEMS[self.code].severity

    @property
    def message(self) -> str:
        """What is wrong, in the language of the reader."""
        return self._filled(PROBLEMS[self.code].message)

    @property
    def mend(self) -> str:
        """How to mend it, in the language of the reader."""
        return self._filled(PROBLEMS[self.code].mend)

    def _filled(self, message: str) -> str:
        return _(message).format(value=self.value, **self.words)


def verdict_of(problems: Iterable[Problem]) -> Verdict:
    """Rejected by any refusal, partial by any error, otherwise accepted."""
    severities = {problem.severity for problem in problems}
    if Severity.REFUSAL in severities:
        return Verdict.REJECTED
    return Verdict.PARTIAL if Severity.ERROR in severities else Verdict.ACCEPTED


def _refusal(message: str, mend: str) -> ProblemKind:
    return ProblemKind(Severity.REFUSAL, message, mend)


def _error(message: str, mend: str) -> ProblemKind:
    return ProblemKind(Severity.ERROR, message, mend)


def _warning(message: str, mend: str) -> ProblemKind:
    return ProblemKind(Severity.WARNING, message, mend)


def _note(message: str, mend: str) -> ProblemKind:
    return ProblemKind(Severity.NOTE, message, mend)


PROBLEMS: dict[str, ProblemKind] = {
    # The file as a whole
    "file-unreadable": _refusal(
        mark("The file can't be opened: {reason}"),
        mark("Open it in Excel or Word, save it anew as .xlsx or .docx, and send that file."),
    ),
    "file-type-unknown": _refusal(
        mark("Files of type “{value}” can't be read."),
        mark("Send an Excel workbook (.xlsx), a Word document (.docx) or a text file with tabs (.txt, .tsv)."),
    ),
    "file-empty": _refusal(
        mark("The file holds no text at all."),
        mark("Check that the right file was chosen, and that it was saved after it was filled in."),
    ),
    "layout-unknown": _refusal(
        mark("No table with known column heads was found."),
        mark("The heads must be those of the yearly report or of the monthly workbook; compare with the sample files."),
    ),
    "no-rows": _refusal(
        mark("The heads were found, but no row under them could be taken."),
        mark("Fill in at least one row under the heads, or mend the problems listed with it."),
    ),
    "column-missing": _refusal(
        mark("The column “{value}” is missing."),
        mark("Add the column with this head, in the same row as the other heads."),
    ),
    "office-unknown": _refusal(
        mark("The title doesn't say whose report this is."),
        mark("Write the office's name above the table, for example สำนักงานเขต… ."),
    ),
    "year-unknown": _refusal(
        mark("The title doesn't say which fiscal year this is."),
        mark("Write “ประจำปีงบประมาณ พ.ศ. …” above the table."),
    ),
    "plan-missing": _refusal(
        mark("There is no plan for fiscal year {value} yet."),
        mark("Import the yearly report or plan of that fiscal year first, then this workbook."),
    ),
    "office-different": _refusal(
        mark("The workbook is of {value}, but the plan that was chosen is of {office}."),
        mark("Choose that office on the page, or send the workbook of {office}."),
    ),
    "office-ambiguous": _refusal(
        mark("Several offices are in the store and the workbook doesn't say whose it is."),
        mark("Choose the office, or write its name above the table, for example สำนักงานเขต… ."),
    ),
    # The yearly report
    "code-repaired": _warning(
        mark("Item code “{value}” is read as {proposal}."),
        mark("Check it; if it is wrong, write the right code in the cell."),
    ),
    "code-unknown": _error(
        mark("“{value}” is not an item code that fits here."),
        mark("Write a code such as I1, E4 or O1 - O17 in the first column."),
    ),
    "code-duplicate": _error(
        mark("{value} stands in the file twice; the first one is taken."),
        mark("Leave it in one row only."),
    ),
    "indicator-unreadable": _error(
        mark("The heading “{value}” has no indicator number."),
        mark("Write it as “ตัวชี้วัดที่ 1 …”."),
    ),
    "indicator-renamed": _warning(
        mark("“{value}” is read as a further page of “{name}”, which has the same number."),
        mark("If it is another indicator, write its own number in the heading."),
    ),
    "heads-not-repeated": _warning(
        mark("The table that begins with “{value}” has no heads; it is read as going on with the table above."),
        mark("If it is another table, write its own column heads above it."),
    ),
    "heads-missing": _error(
        mark("The table that begins with “{value}” has no known heads and was left out."),
        mark("If it belongs to the report, repeat the column heads above it."),
    ),
    "text-split": _warning(
        mark("This text runs on from {above}; both are read as one: “{value}”"),
        mark("Check that the two belong together; otherwise number the second one."),
    ),
    "text-homeless": _error(
        mark("The text “{value}” belongs to no indicator and no initiative."),
        mark("Move it under the heading it belongs to."),
    ),
    "cadence-unknown": _warning(
        mark("“{value}” is not a known rhythm of follow-up, so no report falls due."),
        mark("Write ทุกเดือน, รายไตรมาส, รอบ 6 เดือน, รายปี or เมื่อมีกรณี."),
    ),
    "cadence-open": _warning(
        mark("“{value}” sets no date, so no report falls due."),
        mark("Decide on a rhythm, for example ทุกเดือน or รายไตรมาส, and write it in the cell."),
    ),
    "cadence-missing": _warning(
        mark("Nothing says how often {value} is followed up, so no report falls due."),
        mark("Write a rhythm, for example ทุกเดือน, in the follow-up column."),
    ),
    "section-unassigned": _warning(
        mark("Nothing says who is responsible for {value}."),
        mark("Write the responsible section in the column for it."),
    ),
    "column-ignored": _note(
        mark("The column with “{value}” has no known head; filled cells left out: {count}."),
        mark("If it matters, write one of the known heads above it."),
    ),
    "cell-ignored": _note(
        mark("“{value}” stands outside the columns that are read, and was left out."),
        mark("If it matters, move it under one of the heads."),
    ),
    # Sections, in either layout
    "section-unknown": _error(
        mark("“{value}” is not a known section."),
        mark("Write the section's full or short name as the office uses it, for example {example}."),
    ),
    # The monthly workbook
    "measure-missing": _error(
        mark("The row has no measure code."),
        mark("Write the code from the plan, for example 4.2 or ก1.3."),
    ),
    "measure-unknown": _error(
        mark("There is no measure “{value}” in the plan of fiscal year {fiscal_year}."),
        mark("Compare the code with the plan; 4.2 is indicator 4, measure 2."),
    ),
    "measure-ambiguous": _error(
        mark("The number {value} may mean measure {first} or {second}."),
        mark("Format the column as text and write the code anew."),
    ),
    "measure-not-assigned": _warning(
        mark("Measure {measure} is not assigned to {value}; its review is kept, but none was expected."),
        mark("If the section is responsible, add it in the plan."),
    ),
    "section-missing": _error(
        mark("The row doesn't say which section reports."),
        mark("Fill in the section, in the row or once above the table."),
    ),
    "month-missing": _error(
        mark("The row doesn't say which month is reported."),
        mark("Fill in the month, in the row or once above the table, for example ม.ค. 68."),
    ),
    "month-unreadable": _error(
        mark("“{value}” is not a month that can be read."),
        mark("Write it as ม.ค. 68, มกราคม 2568 or 2025-01."),
    ),
    "month-outside-plan": _error(
        mark("{value} lies outside fiscal year {fiscal_year}."),
        mark("Check the year; October to September belong to the fiscal year in which September falls."),
    ),
    "month-ahead": _error(
        mark("{value} has not begun yet."),
        mark("Check the month and the year, or send the row again once the month has begun."),
    ),
    "status-missing": _error(
        mark("The row has no status."),
        mark("Choose ยังไม่ดำเนินการ, อยู่ระหว่างดำเนินการ, ดำเนินการแล้ว or ไม่เกี่ยวข้อง."),
    ),
    "status-unknown": _error(
        mark("“{value}” is not a known status."),
        mark("Choose ยังไม่ดำเนินการ, อยู่ระหว่างดำเนินการ, ดำเนินการแล้ว or ไม่เกี่ยวข้อง."),
    ),
    "progress-unreadable": _error(
        mark("“{value}” is not a percentage from 0 to 100."),
        mark("Write a number such as 50 or 50%."),
    ),
    "date-unreadable": _error(
        mark("“{value}” is not a date that can be read."),
        mark("Write it as 15 ม.ค. 68, 15/1/2568 or 2025-01-15."),
    ),
    "date-guessed": _note(
        mark("“{value}” is read as {proposal}: day first, then month."),
        mark("If that is wrong, write the month as a word."),
    ),
    "cell-error": _error(
        mark("The cell holds the spreadsheet error {value}."),
        mark("Mend the formula, or type the value itself."),
    ),
    "row-incomplete": _error(
        mark("“{value}” stands under a head, but its row has neither a measure nor a status."),
        mark("If it goes on with the row above, write it in that row; otherwise fill in the rest of its row."),
    ),
    "row-duplicate": _error(
        mark("{value} was already reported in row {first}; this row is not taken."),
        mark("Leave one row for each measure, section and month."),
    ),
}
