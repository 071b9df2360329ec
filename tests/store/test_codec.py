import json
from dataclasses import fields
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model.records import KINDS, Indicator, Record, Review
from ita_data.store.codec import packed, unpacked
from tests.store.office import RECORDS


def _values(hint: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.floats(0, 100) if hint == float | None else st.from_type(hint)


def _records(kind: type[Record]) -> st.SearchStrategy[Record]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: _values(hints[field.name]) for field in fields(kind)})


RECORD = st.one_of([_records(kind) for kind in KINDS.values()])


@given(RECORD)
def test_a_record_of_any_kind_comes_back_from_json_as_it_went(record: Record) -> None:
    assert unpacked(record.kind, json.loads(json.dumps(packed(record)))) == record


@given(RECORD)
def test_an_unpacked_record_has_values_of_the_same_types(record: Record) -> None:
    assert repr(unpacked(record.kind, json.loads(json.dumps(packed(record))))) == repr(record)


def test_a_packed_record_reads_as_its_fields() -> None:
    assert packed(RECORDS.reviews[0]) == {
        "measure": "1.9",
        "section": "ฝ่ายปกครอง",
        "month": 1,
        "status": "in_progress",
        "received_on": "2024-11-04",
        "progress": 50.0,
        "result": "ร่างคู่มือ",
        "done_on": "2024-10-15",
        "evidence": "ปค 1",
        "note": "-",
        "is_sample": False,
    }


def test_a_field_that_a_kind_gained_since_takes_its_default() -> None:
    assert unpacked("indicator", {"number": 1, "name": "การปฏิบัติหน้าที่"}) == Indicator(1, "การปฏิบัติหน้าที่")


def test_a_field_that_a_kind_lost_since_is_dropped() -> None:
    values = {"number": 1, "name": "การปฏิบัติหน้าที่", "colour": "red"}
    assert unpacked("indicator", values) == Indicator(1, "การปฏิบัติหน้าที่")


def test_a_status_that_no_longer_exists_is_refused() -> None:
    values = packed(RECORDS.reviews[0]) | {"status": "forgotten"}
    with pytest.raises(ValueError, match="forgotten"):
        unpacked(Review.kind, values)
