"""The files that tests of reading share."""

from datetime import date
from pathlib import Path

from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.imports.reading import Reading

DATA = Path(__file__).parent.parent / "data"
REPORT = DATA / "report-2568.txt"
DAY = date(2025, 10, 1)


def read_report(data: bytes, name: str) -> Reading:
    """A report read by an office that has nothing in its store yet."""
    return read(data, name, Known(today=DAY, received_on=DAY))
