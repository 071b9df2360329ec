"""The key that each row of the office's own monthly workbook hides."""

import pytest

from ita_data.model.monthly_template import TemplateKey, key_in
from ita_data.model.periods import FiscalMonth, months_of


@pytest.mark.parametrize("month", months_of(2568), ids=str)
def test_a_key_is_read_as_it_was_written(month: FiscalMonth) -> None:
    key = TemplateKey("ก1.3", "ฝ่ายการคลัง", month)
    assert key_in(str(key)) == key


def test_a_key_names_the_calendar_month_in_the_gregorian_year() -> None:
    assert str(TemplateKey("4.10", "ฝ่ายการคลัง", FiscalMonth(2568, 4))) == "4.10|ฝ่ายการคลัง|2025-01"


@pytest.mark.parametrize(
    "text", ["", "4.10", "4.10|ฝ่ายการคลัง", "4.10|ฝ่ายการคลัง|2025-13", "4.1|ฝ่าย|0000-01", "|ฝ่าย|2025-01"]
)
def test_what_is_no_key_is_none(text: str) -> None:
    assert key_in(text) is None
