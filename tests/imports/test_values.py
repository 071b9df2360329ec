from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.imports.grid import Cell
from ita_data.imports.values import day, fiscal_month, measure_code, measure_codes, progress
from ita_data.model.periods import BUDDHIST_ERA, FiscalMonth
from tests.imports.made_files import cell, text_cell

JANUARY_2568 = FiscalMonth(2568, 4)
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
LONG = (
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split()  # noqa: SIM905
)
MONTHS = st.builds(FiscalMonth, st.integers(2541, 2599), st.integers(1, 12))
DAYS = st.dates(date(2000, 1, 1), date(2056, 12, 31))


def workbook_date(day: date) -> Cell:
    return cell(datetime(day.year, day.month, day.day), "d/m/yyyy")  # noqa: DTZ001


@pytest.mark.parametrize(
    "text",
    [
        "ม.ค. 68",
        "ม.ค.68",
        "ม.ค 68",
        "มค 68",
        "ม.ค.-68",
        "ม.ค. ๖๘",
        "ม.ค. 2568",
        "มกราคม 2568",
        "มกราคม พ.ศ. 2568",
        "มกราคม พ.ศ.๒๕๖๘",
        "เดือนมกราคม 2568",
        "ประจำเดือน มกราคม พ.ศ. 2568",
        "มกราคม 2025",
        "Jan 2025",
        "January 2025",
        "01/2568",
        "1/2568",
        "๑/๒๕๖๘",
        "01/2025",
        "2025-01",
        "2568-01",
        "2568/1",
    ],
)
def test_every_spelling_of_january_2568_is_that_month(text: str) -> None:
    assert fiscal_month(text_cell(text)) == JANUARY_2568


@pytest.mark.parametrize("stored", [date(2025, 1, 1), date(2025, 1, 31), date(2568, 1, 1), date(1968, 1, 1)])
def test_a_workbooks_date_gives_its_month_in_whichever_era_it_was_typed(stored: date) -> None:
    assert fiscal_month(workbook_date(stored)) == JANUARY_2568


@pytest.mark.parametrize(
    "text",
    [
        "",
        "68",
        "ม.ค.",
        "มกราคม",
        "13/2568",
        "0/2568",
        "ม.ค. – มี.ค. 68",
        "ม.ค. 25",
        "ม.ค. 568",
        "มกราคม ปีงบประมาณ 2568",
        "ไตรมาสที่ 1",
        "15/1/2568",
        "มกราคม 9999999",
    ],
)
def test_what_is_no_month_is_not_guessed(text: str) -> None:
    assert fiscal_month(text_cell(text)) is None


@pytest.mark.parametrize("value", [1, 68, 1.2568, True, None])
def test_a_mere_number_is_no_month(value: object) -> None:
    place = text_cell("1").place
    assert fiscal_month(Cell(place, place, text_cell(str(value)).paragraphs, value)) is None  # type: ignore[arg-type]


@given(
    MONTHS,
    st.sampled_from(["{short} {two}", "{short}{four}", "{long} {four}", "{number}/{four}", "{gregorian}-{number:02d}"]),
)
def test_a_month_written_in_any_form_is_read_back(month: FiscalMonth, form: str) -> None:
    first, number = month.first_day, month.calendar_month
    buddhist = first.year + BUDDHIST_ERA
    words = {"short": SHORT[number - 1], "long": LONG[number - 1], "number": number, "gregorian": first.year}
    text = form.format(two=f"{buddhist % 100:02d}", four=buddhist, **words)
    assert fiscal_month(text_cell(text)) == month
    assert fiscal_month(text_cell(text.translate(THAI_DIGITS))) == month


@pytest.mark.parametrize(
    "text",
    [
        "15 ม.ค. 68",
        "15ม.ค.68",
        "๑๕ ม.ค. ๒๕๖๘",
        "15 มกราคม 2568",
        "15 มกราคม พ.ศ. 2568",
        "วันที่ 15 มกราคม 2568",
        "วันพุธที่ 15 มกราคม พ.ศ. 2568",
        "15/1/2568",
        "15/01/68",
        "15-1-2025",
        "1/15/2025",
        "2025-01-15",
        "2568-01-15",
        "2025-01-15 00:00:00",
    ],
)
def test_every_spelling_of_15_january_2568_is_that_day(text: str) -> None:
    assert day(text_cell(text)) == (date(2025, 1, 15), False)


@pytest.mark.parametrize("stored", [date(2025, 1, 15), date(2568, 1, 15), date(1968, 1, 15)])
def test_a_workbooks_date_is_a_day_in_whichever_era_it_was_typed(stored: date) -> None:
    assert day(workbook_date(stored)) == (date(2025, 1, 15), False)


def test_where_both_numbers_may_be_the_month_the_day_is_taken_first_and_that_is_said() -> None:
    assert day(text_cell("5/1/2568")) == (date(2025, 1, 5), True)
    assert day(text_cell("5/5/2568")) == (date(2025, 5, 5), False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "31/2/2568",
        "15 ม.ค.",
        "15–16 ม.ค. 68",
        "ม.ค. 68",
        "32 ม.ค. 68",
        "13/13/2568",
        "15/1/3",
        "เมื่อวาน",
        "29 ก.พ. 2568",
    ],
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert day(text_cell(text))[0] is None


def test_a_leap_day_that_only_the_wrong_era_has_is_no_day() -> None:
    assert day(workbook_date(date(2568, 2, 29))) == (None, False)


@given(DAYS, st.sampled_from(["{day} {short} {four}", "{day} {long} พ.ศ. {four}", "{day}/{number}/{four}", "{iso}"]))
def test_a_day_written_in_any_form_is_read_back(written: date, form: str) -> None:
    words = {"short": SHORT[written.month - 1], "long": LONG[written.month - 1], "iso": written.isoformat()}
    text = form.format(day=written.day, number=written.month, four=written.year + BUDDHIST_ERA, **words)
    assert day(text_cell(text))[0] == written
    assert day(text_cell(text.translate(THAI_DIGITS)))[0] == written


@pytest.mark.parametrize(
    ("value", "number_format", "percentage"),
    [
        (50, "General", 50),
        (50.5, "0.0", 50.5),
        ("50%", "General", 50),
        ("50 %", "General", 50),
        ("๕๐ %", "General", 50),
        ("๕๐", "General", 50),
        ("ร้อยละ 50", "General", 50),
        ("50.25", "General", 50.25),
        (0.5, "0%", 50),
        (0.07, "0%", 7),
        (1, "0%", 100),
        (0.5, "General", 0.5),
        (50, '0"%"', 50),
        (0, "General", 0),
        (100, "General", 100),
    ],
)
def test_a_percentage_is_what_the_person_sees(value: object, number_format: str, percentage: float) -> None:
    assert progress(cell(value, number_format)) == percentage


@pytest.mark.parametrize("value", [101, -1, 1e9, "150%", "-5", "มาก", "50-60", "50,5", True, datetime(2025, 1, 1)])  # noqa: DTZ001
def test_what_is_no_percentage_from_0_to_100_is_not_guessed(value: object) -> None:
    assert progress(cell(value)) is None


@given(st.decimals(0, 100, places=2))
def test_a_percentage_written_as_text_or_as_a_fraction_is_read_back(percentage: object) -> None:
    number = float(str(percentage))
    place = text_cell("").place
    assert progress(text_cell(f"{number}%")) == number
    assert progress(Cell(place, place, (), number / 100, "0.00%")) == pytest.approx(number)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("4.2", "4.2"),
        ("๔.๒", "4.2"),
        (" 4 . 2 ", "4.2"),
        ("10.11", "10.11"),
        ("ก1.3", "ก1.3"),
        ("ก.1.3", "ก1.3"),
        ("ก ๑.๓", "ก1.3"),
    ],
)
def test_a_measure_code_is_read_as_plans_write_it(text: str, code: str) -> None:
    assert measure_code(text_cell(text)) == code


@pytest.mark.parametrize("text", ["", "4", "4.0", "4.02", "4,2", "ข1.3", "4.2.1", "4.2 เผยแพร่", "2025-04-02"])
def test_what_is_no_measure_code_is_not_guessed(text: str) -> None:
    assert measure_code(text_cell(text)) is None


def test_a_number_may_have_lost_its_last_zero() -> None:
    plan = {"4.1", "4.2", "4.10"}
    assert measure_codes(cell(4.2), plan) == ("4.2",)
    assert measure_codes(cell(4.1), plan) == ("4.1", "4.10")
    assert measure_codes(cell("4.1"), plan) == ("4.1",)
    assert measure_codes(cell("4.10"), plan) == ("4.10",)
    assert measure_codes(cell(4.1, "0.00"), plan) == ("4.10",)
    assert measure_codes(cell(4.2, "0.00"), plan) == ("4.2",)
    assert measure_codes(cell(4.3), plan) == ()
