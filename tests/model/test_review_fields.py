"""The table of a review's fields agrees with the record and with the store's table."""

from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

import pytest
import sqlalchemy as sa

from ita_data.model.records import Review
from ita_data.model.review_fields import ANSWERS, REVIEW_FIELDS, Kind, ReviewField
from ita_data.model.states import Status
from ita_data.store.tables import reviews

NOT_FILLED_IN = {"received_on", "is_sample"}
"""What the office adds to a review by itself."""
TYPES: dict[Kind, Any] = {
    Kind.MEASURE: str,
    Kind.SECTION: str,
    Kind.MONTH: int,
    Kind.STATUS: Status,
    Kind.TEXT: str,
    Kind.LINK: str,
    Kind.PERCENT: float | None,
    Kind.WHOLE_NUMBER: int | None,
    Kind.DATE: date | None,
}
COLUMNS: dict[Kind, type[Any]] = {
    Kind.MEASURE: sa.Integer,
    Kind.SECTION: sa.Integer,
    Kind.MONTH: sa.Integer,
    Kind.STATUS: sa.Enum,
    Kind.TEXT: sa.Text,
    Kind.LINK: sa.Text,
    Kind.PERCENT: sa.Double,
    Kind.WHOLE_NUMBER: sa.Integer,
    Kind.DATE: sa.Date,
}
EVERY_FIELD = pytest.mark.parametrize("field", REVIEW_FIELDS.values(), ids=REVIEW_FIELDS)


def test_the_table_has_every_field_of_the_record_that_a_section_fills_in() -> None:
    assert {field.name for field in fields(Review)} == REVIEW_FIELDS.keys() | NOT_FILLED_IN


@EVERY_FIELD
def test_the_record_holds_what_the_table_says(field: ReviewField) -> None:
    assert get_type_hints(Review)[field.name] == TYPES[field.kind]


@EVERY_FIELD
def test_the_store_has_a_column_for_what_the_table_says(field: ReviewField) -> None:
    column = reviews.c.get(field.name, reviews.c.get(f"{field.name}_id"))
    assert column is not None
    assert isinstance(column.type, COLUMNS[field.kind])


def test_an_answer_says_how_it_is_filled_in_and_what_the_row_is_about_does_not() -> None:
    explained = {name for name, field in REVIEW_FIELDS.items() if field.column.how and field.column.example}
    assert explained == set(ANSWERS)


def test_only_texts_of_two_columns_are_joined() -> None:
    joined = {field.kind for field in REVIEW_FIELDS.values() if field.is_joined}
    assert joined <= {Kind.TEXT, Kind.LINK}
