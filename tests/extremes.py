"""An office that is too large for every screen: fifty sections, long names, long texts, many orders and comments."""

from collections.abc import Sequence
from datetime import date
from itertools import product

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.cadence import Cadence
from ita_data.model.changes import Action, Change, Changes, Origin
from ita_data.model.decisions import Order, Remark, Response, Topic
from ita_data.model.plan_name import PlanName
from ita_data.model.records import EVERY_SECTION, Assignment, Indicator, Measure, Record, Review, Role, Section
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from ita_data.services import opening
from ita_data.services.applying import apply_changes
from ita_data.services.opening import Store

OFFICE = "สำนักงานเขตที่มีส่วนราชการมากที่สุด"
SECTIONS = 50
ORDERS = 30
LONGEST = 400
DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
_SENTENCE = "กำชับเจ้าหน้าที่ผู้ปฏิบัติงานทุกระดับให้ปฏิบัติหน้าที่อย่างโปร่งใส น้ำ ที่ กฤษฏิ์ ปั๊ม "


def bring_extremes(store: Store) -> None:
    """Write the plan, its reviews, its orders and comments of fiscal year 2568 in one batch."""
    changes = tuple(Change(Action.ADDED, None, record) for record in _records())
    plan = Changes(PlanName(OFFICE, 2568), opening.revision(store), changes)
    apply_changes(store, plan, Origin("page", date(2025, 4, 1)), DIRECTOR)


def long_text(number: int) -> str:
    """A text of four hundred letters that begins with its number."""
    return f"{number} {_SENTENCE * 8}"[:LONGEST].strip()


def _records() -> list[Record]:
    sections = [Section(f"ฝ่ายบริหารงานทั่วไปและพัฒนาระบบราชการ {number}", position=number) for number in range(SECTIONS)]
    indicators = [Indicator(number, f"การปฏิบัติหน้าที่และการเปิดเผยข้อมูลต่อสาธารณะ {number}") for number in range(1, 11)]
    measures = [
        Measure(f"{indicator}.{number}", indicator, None, number, long_text(number), cadence=Cadence.MONTHLY)
        for indicator in range(1, 11)
        for number in range(1, 5)
    ]
    assignments = [Assignment(measure.code, EVERY_SECTION, Role.LEAD) for measure in measures]
    reviews = [
        Review(measure.code, section.name, month, Status.IN_PROGRESS, date(2024, 10, 31), 40.0, "ดำเนินการ")
        for measure in measures[::3]
        for section in sections[::2]
        for month in (1, 2)
    ]
    orders = [
        Order(
            number, 2, sections[number].name, None, long_text(number), date(2024, 12, 31), date(2024, 12, 10), "ผอ.เขต"
        )
        for number in range(1, ORDERS + 1)
    ]
    return [Rules(), *sections, *indicators, *measures, *assignments, *reviews, *orders, *_comments(sections)]


def _comments(sections: Sequence[Section]) -> list[Remark]:
    """What was said on February and August, which the next month's agenda brings back: two on each topic."""
    said, day = enumerate(product((5, 11), [*Topic, *Topic]), start=1), date(2025, 3, 10)
    return [
        Remark(number, month, Response.COMMENT, topic, section.name, "1.1", long_text(number), day, "ผอ.เขต")
        for section, (number, (month, topic)) in zip(sections, said, strict=False)
    ]
