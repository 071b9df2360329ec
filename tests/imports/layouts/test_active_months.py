import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.imports.layouts.active_months import Months, active_months
from ita_data.labels import month_label
from ita_data.model.periods import FiscalMonth

WHOLE = (None, None)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("ต.ค. 67 – ก.ย. 68", WHOLE),
        ("ม.ค. – มี.ค. 68", (4, 6)),
        ("พ.ย. – ก.พ. 68", (2, 5)),
        ("มกราคม ถึง มีนาคม 2568", (4, 6)),
        ("ตั้งแต่เดือน ธ.ค. 67 - ก.พ. 68", (3, 5)),
        ("1 ต.ค. 67 – 31 มี.ค. 68", (1, 6)),
        ("ม.ค. - มี.ค.", (4, 6)),
        ("มี.ค. ๖๘", (6, 6)),
        ("ตลอดปี", WHOLE),
        ("ตลอดปีงบประมาณ พ.ศ. 2568", WHOLE),
        ("ปีงบประมาณ 2568", WHOLE),
        ("ตลอดปีงบประมาณ 2567", None),
        ("ม.ค. – มี.ค. 67", None),
        ("มี.ค. – ม.ค. 68", None),
        ("ภายใน มี.ค. 68", None),
        ("ม.ค. และ มิ.ย. 68", None),
        ("ม.ค., มี.ค., พ.ค. 68", None),
        ("ไตรมาสที่ 2", None),
        ("รอบ 6 เดือน", None),
        ("", None),
    ],
)
def test_the_months_in_which_a_measure_is_active(text: str, months: Months | None) -> None:
    assert active_months(text, 2568) == months


@given(st.integers(1, 12), st.integers(1, 12), st.integers(2560, 2580), st.sampled_from([" - ", "–", " ถึง "]))
def test_every_range_of_a_fiscal_year_is_read_as_it_is_written(first: int, last: int, year: int, to: str) -> None:
    text = to.join(month_label(FiscalMonth(year, month).first_day) for month in (first, last))
    expected = WHOLE if (first, last) == (1, 12) else (first, last)
    assert active_months(text, year) == (expected if first <= last else None)
    assert active_months(text, year + 1) is None
