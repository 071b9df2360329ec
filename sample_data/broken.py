"""Makes a small broken file for every problem of the catalogue: `python -m sample_data.broken [FOLDER]`.

Each is named by the code of its problem, and .xlsx whatever it holds: most of them are workbooks as offices send them
with one thing wrong, the others are no workbooks at all. The same catalogue gives the same files.
"""

import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from ita_data.imports.layouts.layout import Known
from ita_data.model.names import Names
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.asked import measures_to_report
from ita_data.model.records import Assignment, Measure, Records, Role
from sample_data.broken_months import FORMER, JANUARY, REVISION, SECTION, broken_months
from sample_data.broken_packages import broken_packages
from sample_data.broken_reports import broken_reports
from sample_data.habits import FOLDER
from sample_data.make import published_report
from tests.imports.hostile import FILES

READ_ON = date(2025, 3, 5)
"""The day on which the files are said to be read: March has begun, September has not."""

NOT_KEPT = frozenset({"file-too-large"})
"""The codes of which no small file can come; a file of 10 MB is made where it is needed."""

ENTERED = frozenset({"progress-outside"})
"""The codes of what is wrong in a report that was entered on a page: a file isn't refused for it."""

HOSTILE = {
    "file-type-unknown": "letter.msg",
    "file-empty": "blanks.xlsx",
    "file-zeros": "zeros.xlsx",
    "file-password": "password.xlsx",
    "file-pdf": "pdf.xlsx",
    "file-picture": "picture.xlsx",
    "file-word-old": "word_named.xls",
    "file-text-formatted": "formatted.docx",
    "file-program": "program.xlsx",
    "file-too-large": "too_large.xlsx",
}
"""Files that the tests of the import make too, by their names there."""


def broken_files() -> dict[str, bytes]:
    """Every broken file by the code of its problem."""
    made = {code: FILES[name].make() for code, name in HOSTILE.items()}
    return made | broken_packages(plan()) | broken_months(plan()) | broken_reports()


@cache
def plan() -> Records:
    """The sample office's plan, with a measure 4.10 beside its 4.1."""
    records = published_report()
    measure = Measure("4.10", 4, None, len(records.measures) + 1, "มาตรการลำดับที่สิบ")
    assignment = Assignment("4.10", SECTION, Role.LEAD)
    return replace(records, measures=(*records.measures, measure), assignments=(*records.assignments, assignment))


def known_for(code: str) -> Known:
    """What has to be known for a file to have its problem: the plan, unless the problem lies there."""
    renamed = {plan().plan: [(REVISION + 1, _renumbered())]} if code.startswith("measure-renumbered") else {}
    return Known(plans=_plans_for(code), renamed=renamed, today=READ_ON, received_on=READ_ON)


def _renumbered() -> Names:
    """The second measure that the template's section reports on got another code than it had."""
    _first, second, *_others = measures_to_report(plan(), SECTION, JANUARY)
    return Names({("measure", FORMER): second.code})


def _plans_for(code: str) -> Mapping[PlanName, Records]:
    mine = {plan().plan: plan()}
    elsewhere = replace(plan(), organisation="สำนักงานเขตดุสิต")
    other = {elsewhere.plan: elsewhere}
    if code in ("plan-unknown-yet", "measure-unreadable"):
        return {}
    return mine | other if code == "office-ambiguous" else mine


def make(folder: Path) -> None:
    """Writes the broken files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for code, content in broken_files().items():
        if code not in NOT_KEPT:
            (folder / f"broken_{code}.xlsx").write_bytes(content)


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
