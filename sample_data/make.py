"""Makes the sample office's files from a published report: `python -m sample_data.make [FOLDER]`.

The same input gives the same files, so running it again changes nothing.
"""

import sys
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ita_data.exports.docx import report_docx
from ita_data.exports.monthly import monthly_workbook
from ita_data.exports.xlsx import report_xlsx
from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.model.periods import BUDDHIST_ERA, FiscalMonth
from ita_data.model.planning.asked import assigned_measures
from ita_data.model.records import Records, Review
from ita_data.public_holidays import thai_public_holidays
from sample_data.habits import (
    FOLDER,
    RULES,
    Correction,
    Habits,
    Work,
    corrections,
    habits_of_sections,
    work_on_measures,
)
from sample_data.story import Story

REPORT = "report-2568.txt"
PUBLISHED_BY, MADE_UP = "เขตบางกอกน้อย", "เขตตัวอย่าง"
"""Whose report was published, and what the sample office is called in its place."""
PLANNED_ON, PLANNER = date(2024, 10, 1), "ฝ่ายปกครอง"
"""When the plan is said to have come, and from which section."""
MONTHS = range(1, 7)
"""October to March."""
ROLES = {"section_staff": "เจ้าหน้าที่", "coordinator": "ผู้ประสานงาน"}
"""What the people who sent the files are called; no person is named."""
RECEIVED_HEADER = """\
# When the office received each file and from whom, and the rules of its plan. Made by sample_data/make.py.
"""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that somebody in a section sent to the office: its name, its bytes, and the day it arrived."""

    name: str
    content: bytes
    received_on: date
    section: str
    role: str = "section_staff"


@dataclass(frozen=True, slots=True)
class Sample:
    """The office's plan and what was decided about its sections, from which the workbooks are made."""

    records: Records
    habits: dict[str, Habits]
    work: dict[str, Work]
    corrections: list[Correction]
    holidays: Container[date]

    def workbooks(self) -> list[Sent]:
        """Every workbook that was sent, in the order of receipt."""
        return sorted([*self._first_ones(), *self._corrected_ones()], key=lambda book: (book.received_on, book.name))

    def _first_ones(self) -> Iterator[Sent]:
        for section, habits in self.habits.items():
            for month in MONTHS:
                received_on = habits.received_on(FiscalMonth(self.records.fiscal_year, month), self.holidays)
                if received_on:
                    yield self._workbook(section, month, received_on, self._first_reviews(section, month, received_on))

    def _corrected_ones(self) -> Iterator[Sent]:
        """Workbooks with the corrected rows alone."""
        for correction in self.corrections:
            section, month, received_on = correction.section, correction.month, correction.received_on
            reviews = [self._story(measure, section).review(month, received_on) for measure in correction.measures]
            yield self._workbook(section, month, received_on, reviews, "_correction")

    def _first_reviews(self, section: str, month: int, received_on: date) -> Iterator[Review]:
        left_out = self.habits[section].left_out.get(str(month), [])
        sent_again = [sent for sent in self.corrections if (sent.section, sent.month) == (section, month)]
        understated = [measure for sent in sent_again for measure in sent.measures]
        for measure in assigned_measures(self.records, section, month):
            story = self._story(measure.code, section)
            if measure.code in understated:
                yield story.understated(month, received_on)
            elif measure.code not in left_out:
                yield story.review(month, received_on)

    def _story(self, measure: str, section: str) -> Story:
        year, habits, work = self.records.fiscal_year, self.habits[section], self.work[measure]
        return Story(measure, section, year, habits, work, self.holidays)

    def _workbook(
        self, section: str, month: int, received_on: date, reviews: Iterable[Review], suffix: str = ""
    ) -> Sent:
        reported = {review.measure: review for review in reviews}
        measures = tuple(measure for measure in self.records.measures if measure.code in reported)
        records = replace(self.records, measures=measures, reviews=tuple(reported.values()), is_sample=True)
        first_day = FiscalMonth(records.fiscal_year, month).first_day
        name = f"{first_day.year + BUDDHIST_ERA}-{first_day.month:02d}_{self.habits[section].slug}{suffix}.xlsx"
        return Sent(f"monthly/{name}", monthly_workbook(records, section, month), received_on, section)


def make(folder: Path) -> None:
    """Writes the report's other forms, the monthly workbooks and the list of their receipt into a folder."""
    records = sample_records()
    sample = Sample(records, habits_of_sections(), work_on_measures(), corrections(), thai_public_holidays())
    report = Sent("report-2568.xlsx", report_xlsx(records), PLANNED_ON, PLANNER, "coordinator")
    files = [report, *sample.workbooks()]
    (folder / "monthly").mkdir(parents=True, exist_ok=True)
    for file in files:
        (folder / file.name).write_bytes(file.content)
    (folder / "report-2568.docx").write_bytes(report_docx(records))
    (folder / "received.toml").write_text(_received(files), encoding="utf-8", newline="\n")


def published_report() -> Records:
    """The records of the published report."""
    return _records_of((FOLDER / REPORT).read_text(encoding="utf-8"))


def sample_records() -> Records:
    """The same records of an office whose name is made up: what its sections report didn't happen in the real one."""
    published = (FOLDER / REPORT).read_text(encoding="utf-8")
    return _records_of(published.replace(PUBLISHED_BY, MADE_UP))


def _records_of(report: str) -> Records:
    found = read(report.encode(), REPORT, Known(today=PLANNED_ON, received_on=PLANNED_ON))
    assert found.records is not None
    return found.records


def _received(files: Iterable[Sent]) -> str:
    expects_supporting = str(RULES.expects_supporting).lower()
    rules = f"[rules]\ndue_day = {RULES.due_day}\nexpects_supporting = {expects_supporting}\n"
    return "\n".join([RECEIVED_HEADER, rules, *(_receipt(file) for file in files)])


def _receipt(file: Sent) -> str:
    return (
        "[[file]]\n"
        f'name = "{file.name}"\n'
        f"received_on = {file.received_on}\n"
        f'actor = "{ROLES[file.role]}{file.section}"\n'
        f'role = "{file.role}"\n'
        f'section = "{file.section}"\n'
    )


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
