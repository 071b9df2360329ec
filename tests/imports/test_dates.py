from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ita_data.imports.dates import day, end_of_month_meant, fiscal_month
from ita_data.imports.grid import Cell
from ita_data.model.periods import BUDDHIST_ERA, FiscalMonth
from tests.imports.made_files import cell, text_cell

JANUARY_2568 = FiscalMonth(2568, 4)
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
LONG = (
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split()  # noqa: SIM905
)
MONTHS = st.builds(FiscalMonth, st.integers(2544, 2582), st.integers(1, 12))
DAYS = st.dates(date(2000, 1, 1), date(2039, 12, 31))


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
        "รอบเดือน ม.ค. 68",
        "สิ้นเดือนมกราคม 2568",
        "ม.ค. 2568 (ครั้งที่ 1)",
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
        "มกราคม พุทธศักราช 2568",
        "ม.ค. ６８",
    ],
)
def test_every_spelling_of_january_2568_is_that_month(text: str) -> None:
    assert fiscal_month(text_cell(text)) == (JANUARY_2568, "")


@pytest.mark.parametrize("stored", [date(2025, 1, 1), date(2025, 1, 31), date(2568, 1, 1), date(1968, 1, 1)])
def test_a_workbooks_date_gives_its_month_in_whichever_era_it_was_typed(stored: date) -> None:
    assert fiscal_month(workbook_date(stored))[0] == JANUARY_2568


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
        "13/13/2568",
        "มกราคม 9999999",
    ],
)
def test_what_is_no_month_is_not_guessed(text: str) -> None:
    assert fiscal_month(text_cell(text)) == (None, "month-unreadable")


@pytest.mark.parametrize("value", [1, 68, 1.2568, True, None])
def test_a_mere_number_is_no_month(value: object) -> None:
    place = text_cell("1").place
    assert fiscal_month(Cell(place, place, text_cell(str(value)).paragraphs, value))[0] is None  # type: ignore[arg-type]


@given(
    MONTHS,
    st.sampled_from(["{short} {two}", "{short}{four}", "{long} {four}", "{number}/{four}", "{gregorian}-{number:02d}"]),
)
def test_a_month_written_in_any_form_is_read_back(month: FiscalMonth, form: str) -> None:
    first, number = month.first_day, month.calendar_month
    buddhist = first.year + BUDDHIST_ERA
    words = {"short": SHORT[number - 1], "long": LONG[number - 1], "number": number, "gregorian": first.year}
    text = form.format(two=f"{buddhist % 100:02d}", four=buddhist, **words)
    assert fiscal_month(text_cell(text)) == (month, "")
    assert fiscal_month(text_cell(text.translate(THAI_DIGITS))) == (month, "")


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
        "15/1/2568 08:30",
        "ลงวันที่ 15 มกราคม 2568",
        "ภายในวันที่ 15 ม.ค. 68",
        "พุธ 15 ม.ค. 2568",
        "พ. 15 ม.ค. 68",
        "วันพุธที่ 15 มกราคม พุทธศักราช 2568",
        "１５/１/２５６８",
        "Wed, Jan 15, 2025",
        "January 15th, 2025",
        "Wed Jan 15 2025 09:30:00",
        "2025-01-15T09:30:00.000",
        "2025-01-15 00:00:00+07:00",
        "2025-01-15T23:59:59+07:00",
        "2568-01-15T00:30+0700",
    ],
)
def test_every_spelling_of_15_january_2568_is_that_day(text: str) -> None:
    assert day(text_cell(text)) == (date(2025, 1, 15), "")


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2039, 12, 30)),  # noqa: DTZ001
    st.sampled_from(["Z", "+00:00", "+09:00", "-05:00", "+0530"]),
)
def test_a_moment_with_its_zone_is_the_day_that_it_was_in_bangkok(moment: datetime, zone: str) -> None:
    hours = {"Z": 0, "+00:00": 0, "+09:00": 9, "-05:00": -5, "+0530": 5.5}[zone]
    in_bangkok = moment + timedelta(hours=7 - hours)
    assert day(text_cell(f"{moment:%Y-%m-%dT%H:%M:%S}{zone}")) == (in_bangkok.date(), "")


@pytest.mark.parametrize("stored", [date(2025, 1, 15), date(2568, 1, 15), date(1968, 1, 15), date(2068, 1, 15)])
def test_a_workbooks_date_is_a_day_in_whichever_era_it_was_typed(stored: date) -> None:
    said = "year-of-excel" if stored.year in (1968, 2068) else ""
    assert day(workbook_date(stored)) == (date(2025, 1, 15), said)


@given(st.dates(date(2000, 1, 1), date(2055, 12, 31)), st.sampled_from([1900, 2000]), st.booleans())
def test_a_year_of_two_digits_that_a_program_completed_is_read_as_buddhist_and_that_is_said(
    meant: date, century: int, is_text: bool
) -> None:
    two_digits = (meant.year + BUDDHIST_ERA) % 100
    assume(two_digits >= 40 and not (meant.month == 2 and meant.day == 29))
    completed = meant.replace(year=century + two_digits)
    written = text_cell(completed.isoformat()) if is_text else workbook_date(completed)
    assert day(written) == (meant, "year-of-excel")
    assert fiscal_month(text_cell(f"{completed:%Y-%m}")) == (FiscalMonth.of(meant), "year-of-excel")


@pytest.mark.parametrize("text", ["ม.ค. 3568", "15 ม.ค. 3568", "15/1/3068"])
def test_a_year_that_nobody_means_is_none(text: str) -> None:
    assert fiscal_month(text_cell(text))[0] is None
    assert day(text_cell(text))[0] is None


@pytest.mark.parametrize(
    "text",
    ["ตลอดเดือน", "ทั้งเดือน", "ตลอดทั้งเดือน", "ตลอดเดือนมกราคม 2568", "มกราคม 2568", "เดือน ม.ค. 68", "ม.ค.", "ทุกวันทำการ"],
)
def test_a_whole_month_is_meant_up_to_its_last_day(text: str) -> None:
    assert end_of_month_meant(text_cell(text), JANUARY_2568) == date(2025, 1, 31)


@pytest.mark.parametrize("text", ["ต้นเดือน", "ม.ค. - มี.ค. 68", "ตลอดปี", "ทุกเดือน", "เมื่อวาน"])
def test_part_of_a_month_and_several_months_are_no_whole_one(text: str) -> None:
    assert end_of_month_meant(text_cell(text), JANUARY_2568) is None


def test_where_both_numbers_may_be_the_month_the_day_is_taken_first_and_that_is_said() -> None:
    assert day(text_cell("5/1/2568")) == (date(2025, 1, 5), "date-guessed")
    assert day(text_cell("5/5/2568")) == (date(2025, 5, 5), "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "31/2/2568",
        "15 ม.ค.",
        "16–15 ม.ค. 68",
        "ม.ค – มิ.ย. 68",
        "ไตรมาสที่ 2",
        "15/1/25",
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
    assert day(workbook_date(date(2568, 2, 29))) == (None, "date-impossible")


@given(DAYS, st.sampled_from(["{day} {short} {four}", "{day} {long} พ.ศ. {four}", "{day}/{number}/{four}", "{iso}"]))
def test_a_day_written_in_any_form_is_read_back(written: date, form: str) -> None:
    words = {"short": SHORT[written.month - 1], "long": LONG[written.month - 1], "iso": written.isoformat()}
    text = form.format(day=written.day, number=written.month, four=written.year + BUDDHIST_ERA, **words)
    assert day(text_cell(text))[0] == written
    assert day(text_cell(text.translate(THAI_DIGITS)))[0] == written


@pytest.mark.parametrize(
    "text",
    [
        "10 ม.ค. 2568 - 15 ม.ค. 2568",
        "10–15 ม.ค. 68",
        "10 - 15 มกราคม 2568",
        "30 ธ.ค. – 15 ม.ค. 68",
        "(1 ม.ค. 68 - 15 ม.ค. 68)",
        "วันที่ 10 ถึง 15 ม.ค. 2568",
        "10/1/2568 - 15/1/2568",
        "2025-01-10 - 2025-01-15",
        "ระหว่างวันที่ 10 - 15 ม.ค. 68",
        "วันที่ 10 และ 15 มกราคม 2568",
        "10, 15 ม.ค. 68",
    ],
)
def test_of_several_days_the_last_one_is_taken_and_that_is_said(text: str) -> None:
    assert day(text_cell(text)) == (date(2025, 1, 15), "date-range")


@pytest.mark.parametrize("text", ["10 - 15 มกราคม 2568", "(1 ม.ค. 68 - 31 ม.ค. 68)", "2025-01-10 - 2025-01-15"])
def test_several_days_of_one_month_name_it(text: str) -> None:
    assert fiscal_month(text_cell(text)) == (FiscalMonth(2568, 4), "date-range")


@pytest.mark.parametrize("text", ["1/1/2568 - 31/3/2568", "1 ต.ค. 67 - 31 มี.ค. 68", "30 ธ.ค. – 15 ม.ค. 68"])
def test_days_of_several_months_name_none(text: str) -> None:
    assert fiscal_month(text_cell(text)) == (None, "month-unreadable")


@pytest.mark.parametrize("text", ["15/1/2568 09.30 น.", "15 ม.ค. 68 เวลา 09.00 น.", "15 ม.ค. 2568 เวลา 9.00 น."])
def test_a_time_of_day_does_no_harm(text: str) -> None:
    assert day(text_cell(text)) == (date(2025, 1, 15), "")


@pytest.mark.parametrize("number", [45672, 45672.5, 243998])
def test_a_number_by_which_excel_counts_days_is_read_and_that_is_said(number: float) -> None:
    assert day(cell(number)) == (date(2025, 1, 15), "date-from-number")
    assert day(text_cell("45672")) == (date(2025, 1, 15), "date-from-number")
    assert fiscal_month(cell(number)) == (JANUARY_2568, "date-from-number")


@pytest.mark.parametrize("number", [0, 15, 68, 2568, 25680115, -45672, True])
def test_no_other_number_is_a_day(number: float) -> None:
    assert day(cell(number)) == (None, "date-unreadable")


@pytest.mark.parametrize("text", ["31/2/2568", "13/13/2568", "32 ม.ค. 68", "29 ก.พ. 2568", "2025-02-30"])
def test_a_date_that_no_calendar_has_is_told_apart_from_a_text(text: str) -> None:
    assert day(text_cell(text)) == (None, "date-impossible")


@pytest.mark.parametrize("text", ["ม.ค.", "มกราคม", "ประจำเดือนมกราคม"])
def test_a_month_without_a_year_is_that_of_the_fiscal_year_if_one_is_given(text: str) -> None:
    assert fiscal_month(text_cell(text), 2568) == (JANUARY_2568, "month-without-year")
    assert fiscal_month(text_cell(text)) == (None, "month-unreadable")
    assert fiscal_month(text_cell("ธ.ค."), 2568)[0] == FiscalMonth(2568, 3)


@pytest.mark.parametrize(("text", "said"), [("15/1/2568", ""), ("1/1/2568", ""), ("2/1/2568", "date-guessed")])
def test_a_day_in_a_month_names_that_month(text: str, said: str) -> None:
    assert fiscal_month(text_cell(text)) == (JANUARY_2568, said)


@pytest.mark.parametrize("text", ["-", "ก - ", "1", "ม.ค. ", "15/1/2568 "])
def test_a_text_of_any_length_is_soon_known_to_be_no_day(text: str) -> None:
    assert day(text_cell(text * 100_000)) == (None, "date-unreadable")
