import json
from dataclasses import fields
from decimal import Decimal
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model.records import KINDS, Indicator, Record
from ita_data.store.codec import field_names, packed, unpacked
from ita_data.store.engine import as_json
from tests.store.office import RECORDS


def _values(hint: Any) -> st.SearchStrategy[Any]:
    if hint == float | None:
        return st.none() | st.floats(0, 100)
    return st.none() | st.decimals(0, 100, places=4) if hint == Decimal | None else st.from_type(hint)


def _records(kind: type[Record]) -> st.SearchStrategy[Record]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: _values(hints[field.name]) for field in fields(kind)})


RECORD = st.one_of([_records(kind) for kind in KINDS.values()])


def through_json(*records: Record) -> list[Record]:
    """Records of one kind as they come back from the store's JSON."""
    kind = records[0].kind
    return unpacked(kind, field_names(kind), json.loads(as_json(packed(kind, records))))


@given(RECORD)
def test_a_record_of_any_kind_comes_back_from_json_as_it_went(record: Record) -> None:
    assert through_json(record) == [record]


@given(RECORD)
def test_an_unpacked_record_has_values_of_the_same_types(record: Record) -> None:
    assert repr(through_json(record)) == repr([record])


@pytest.mark.parametrize("kind", KINDS)
def test_records_of_a_kind_come_back_in_their_order(kind: str) -> None:
    records = RECORDS.of(kind)
    assert through_json(*records) == list(records)


def test_a_packed_record_reads_as_its_values_in_the_order_of_its_fields() -> None:
    assert json.loads(as_json(packed("review", RECORDS.reviews[:1]))) == [
        ["1.9", "ฝ่ายปกครอง", 1, "in_progress", "2024-11-04", 50.0, "ร่างคู่มือ", "2024-10-15", "ปค 1", "-", 25, False]
    ]
    assert field_names("review")[:5] == ("measure", "section", "month", "status", "received_on")


def test_a_field_that_a_kind_gained_since_takes_its_default() -> None:
    assert unpacked("indicator", ["number", "name"], [[1, "ก"], [2, "ข"]]) == [Indicator(1, "ก"), Indicator(2, "ข")]


def test_a_field_that_a_kind_lost_since_is_dropped() -> None:
    assert unpacked("indicator", ["colour", "number", "name"], [["red", 1, "ก"]]) == [Indicator(1, "ก")]


def test_a_status_that_no_longer_exists_is_refused() -> None:
    row = ["1.9", "ฝ่ายปกครอง", 1, "forgotten", "2024-11-04"]
    with pytest.raises(ValueError, match="forgotten"):
        unpacked("review", field_names("review")[:5], [row])
