"""Files as officers write them, read by the sample office with its plan of fiscal year 2568."""

from datetime import date
from pathlib import Path

from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.imports.reading import Reading
from sample_data.make import published_report

CASES = Path(__file__).parent.parent.parent / "data" / "cases"
TODAY = date(2025, 10, 1)


def read_case(name: str) -> Reading:
    """What one of the kept files comes to."""
    return read_as_sample_office((CASES / name).read_bytes(), name)


def read_as_sample_office(data: bytes, name: str) -> Reading:
    """What a file comes to."""
    plan = published_report()
    return read(data, name, Known(plans={plan.plan: plan}, today=TODAY, received_on=TODAY))


def stored(reading: Reading, *fields: str) -> list[tuple[object, ...]]:
    """The measures that would be stored with these fields of their reviews."""
    reviews = reading.records.reviews if reading.records else ()
    return [(review.measure, *(getattr(review, name) for name in fields)) for review in reviews]


def said(reading: Reading, *leaving_out: str) -> list[tuple[str, str]]:
    """The problems by code and cell, without those of some codes."""
    return [(found.code, found.place.cell) for found in reading.problems if found.code not in leaving_out]
