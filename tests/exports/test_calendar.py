"""The due dates as a calendar file, read again by a calendar's own rules."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from ita_data.exports.calendar import DueDay, due_dates
from ita_data.model.periods import FiscalMonth

OFFICE = "สำนักงานเขตบางกอกน้อย"
NOVEMBER, MARCH = FiscalMonth(2568, 2), FiscalMonth(2568, 6)
DAYS = [DueDay("ฝ่ายโยธา", NOVEMBER, date(2024, 12, 6), 27), DueDay("ฝ่ายโยธา", MARCH, date(2025, 4, 8), 26)]
NOW = datetime(2025, 1, 6, 9, tzinfo=UTC)


def test_each_month_is_an_event_of_its_own_day_with_a_reminder_before() -> None:
    first, second = Calendar.from_ical(due_dates(OFFICE, DAYS, NOW)).events
    assert (first.start, first.end) == (date(2024, 12, 6), date(2024, 12, 7))
    assert second["summary"] == "กำหนดส่งรายงาน ITA เดือนมีนาคม 2568: ฝ่ายโยธา 26 รายการ"
    assert [alarm.TRIGGER for alarm in first.walk("VALARM")] == [timedelta(days=-3)]


def test_an_event_keeps_its_name_when_its_day_moves() -> None:
    moved = [DueDay("ฝ่ายโยธา", NOVEMBER, date(2024, 12, 11), 20), DueDay("ฝ่ายเทศกิจ", NOVEMBER, date(2024, 12, 6), 20)]
    before, after = (
        [str(event["uid"]) for event in Calendar.from_ical(due_dates(OFFICE, days, NOW)).events]
        for days in (DAYS, moved)
    )
    assert before[0] == after[0]
    assert len({*before, *after}) == 3


def test_lines_are_folded_so_that_every_letter_stays_whole() -> None:
    data = due_dates(OFFICE, [DueDay("ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม; ก, ข", MARCH, date(2025, 4, 8), 1)], NOW)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert "ก, ข" in str(Calendar.from_ical(data).events[0]["summary"])
