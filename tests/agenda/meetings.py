"""Meetings in few words, for tests."""

from datetime import date, timedelta

from ita_data.agenda import Meeting, Screen, agenda
from ita_data.metrics import View, year_of
from ita_data.metrics.frozen import figures
from ita_data.model.decisions import Order, Remark, Response, Topic
from ita_data.model.orders import GivenOrder
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import LinkState, Record, Review, Rules
from ita_data.model.states import Status
from tests.plans import ADMINISTRATION, WORKS, lead, link, measure, outcome, plan_of, review

DIRECTOR = "ผู้อำนวยการเขต"
MEASURES = (
    measure("1.1", text="จัดทำคู่มือการให้บริการ"),
    lead("1.1", ADMINISTRATION),
    measure("4.2", text="ตรวจสอบพัสดุ"),
    lead("4.2", WORKS),
)
"""Two measures, of two sections."""


def meeting_of(
    *records: Record | tuple[Record, ...],
    month: int = 3,
    as_of: date = date(2025, 1, 10),
    orders: tuple[Order, ...] = (),
    said_before: tuple[Remark, ...] = (),
    rules: Rules | None = None,
) -> Meeting:
    """The meeting on a month of fiscal year 2568; December's, the day after its reports were due, if none is named."""
    plan = plan_of(*records, rules=rules)
    names = {
        "section": {name: name for name in plan.sections["section"]},
        "indicator": {number: f"{number} ตัวชี้วัด" for number in plan.indicators["indicator"]},
    }
    return Meeting(
        organisation="สำนักงานเขตตัวอย่าง",
        month=FiscalMonth(2568, month),
        as_of=as_of,
        is_closed=False,
        is_sample=False,
        figures=figures(View.of_office(year_of(plan, as_of), month)),
        names=names,
        every_section=plan.every_section(month),
        orders=tuple(GivenOrder(2568, order) for order in orders),
        said_before=said_before,
        news_days=(FiscalMonth(2568, month).first_day - timedelta(days=1), as_of),
    )


def came(measure: str, section: str, *months: int, status: Status = Status.IN_PROGRESS) -> tuple[Review, ...]:
    """A section's reports on a measure for some months, which came in time."""
    return tuple(review(measure, section, month, status=status) for month in months)


def screens_of(*records: object, **more: object) -> dict[str, Screen]:
    """The screens of such a meeting by their names."""
    return {screen.name: screen for screen in agenda(meeting_of(*records, **more))}  # type: ignore[arg-type]


def meeting_with_unconfirmed() -> Meeting:
    """Works leads four measures: one it reports as completed, two that are so by suggested links, one not started."""
    codes = ("1.1", "1.2", "1.3", "1.4")
    return meeting_of(
        *(measure(code) for code in codes),
        *(lead(code, WORKS) for code in codes),
        review("1.1", WORKS, 1, status=Status.COMPLETED),
        *(outcome(code, "2024-11-15") for code in codes[1:3]),
        *(link(code, code, LinkState.SUGGESTED) for code in codes[1:3]),
    )


def order(number: int, month: int, due_on: date, closed_on: date | None = None) -> Order:
    """An order given at the end of a month to ฝ่ายโยธา."""
    given_on = FiscalMonth(2568, month).last_day
    answer = "ดำเนินการแล้ว" if closed_on else ""
    return Order(number, month, "ฝ่ายโยธา", None, f"เรื่องที่ {number}", due_on, given_on, DIRECTOR, answer, closed_on)


def remark(number: int, month: int, text: str = "", topic: Topic = Topic.MISSING) -> Remark:
    """What the director said on a month at its end, to ฝ่ายโยธา; ทราบ where no text is given."""
    response = Response.COMMENT if text else Response.ACKNOWLEDGED
    made_on = FiscalMonth(2568, month).last_day
    return Remark(number, month, response, topic, "ฝ่ายโยธา", None, text, made_on, DIRECTOR)
