"""A small office with a record of every kind, and plans that write it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy import Engine

from ita_data import store
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.cadence import Cadence
from ita_data.model.changes import Action, Change, Changes, Origin, by_key
from ita_data.model.decisions import Closing, HeldMeeting, Order, Remark, Reopening, Response, Topic
from ita_data.model.plan_name import PlanName
from ita_data.model.records import (
    EVERY_SECTION,
    Assignment,
    Exemption,
    Indicator,
    Initiative,
    Item,
    Link,
    LinkState,
    Measure,
    Outcome,
    Record,
    Records,
    Review,
    Role,
    Section,
)
from ita_data.model.rules import Holiday, Rules
from ita_data.model.score import WHOLE_OFFICE, Band, Score
from ita_data.model.section_kind import SectionKind
from ita_data.model.states import Status

OFFICE = "สำนักงานเขตทดสอบ"
NOON = datetime(2024, 11, 4, 12, 0, tzinfo=UTC)
ORIGIN = Origin("monthly", date(2024, 11, 4), "ต.ค. 67.xlsx", "ab" * 32)
ACTOR = Actor("ผู้ประสานงานแผน", ActorRole.COORDINATOR, "ฝ่ายปกครอง")

TARGETS = (None, None, 10, None, None, 40, None, None, None, None, None, 100)

RECORDS = Records(
    OFFICE,
    2568,
    rules=(
        Rules(7, expects_supporting=True, reporting_target=95, on_time_target=80, completion_targets=TARGETS),
        Rules(10, starts_in_month=2, from_month=5, is_decided=True),
    ),
    holidays=(Holiday(date(2025, 1, 6), "วันหยุดพิเศษ"),),
    sections=(
        Section("ฝ่ายปกครอง", position=1, begins_on=date(2024, 10, 1), former_names=("งานปกครอง", "ฝ่ายปกครองทั่วไป")),
        Section("ฝ่ายสิ่งแวดล้อมและสุขาภิบาล", "ฝ่ายสิ่งแวดล้อมฯ", 2, ends_on=date(2025, 3, 31)),
        Section("โรงเรียนวัดจันทร์", position=3, section_kind=SectionKind.SCHOOL),
    ),
    indicators=(Indicator(1, "การปฏิบัติหน้าที่", "IIT"), Indicator(10, "การป้องกันการทุจริต", "OIT")),
    initiatives=(Initiative(1, "การสร้างวัฒนธรรม", "ภาพที่ 1"),),
    items=(Item("I1", 1, "ขั้นตอนไม่ชัดเจน", 1), Item("I2", 1, "", 2), Item("O18", 10, "นโยบาย", 3)),
    measures=(
        Measure("1.9", 1, None, 9, "จัดทำคู่มือ", "- ขั้นตอน\n- ระยะเวลา", Cadence.MONTHLY, None, "ทุกเดือน", ("I2", "I1")),
        Measure(
            "1.10", 1, None, 10, "ประชาสัมพันธ์คู่มือ", cadence=Cadence.ONCE, named_month=3, items=("I1",), comes_from="1.2"
        ),
        Measure("10.1", 10, None, 1, "ประกาศนโยบาย"),
        Measure(
            "ก1.1",
            None,
            1,
            1,
            "อบรมเจ้าหน้าที่",
            cadence=Cadence.QUARTERLY,
            first_month=2,
            last_month=9,
            final_from_month=3,
            retired_from_month=11,
        ),
    ),
    assignments=(
        Assignment("1.9", EVERY_SECTION, Role.SUPPORTING),
        Assignment("1.9", "ฝ่ายปกครอง", Role.LEAD),
        Assignment("1.10", "ฝ่ายปกครอง", Role.LEAD, first_month=1, last_month=6),
    ),
    outcomes=(Outcome("1.1", 1, 1, "เผยแพร่คู่มือแล้ว", "หน้าแรก", date(2024, 12, 4)), Outcome("10.1", 10, 1, "ประกาศแล้ว")),
    links=(Link("1.1", "1.10", LinkState.SUGGESTED, 71.5), Link("10.1", "10.1", LinkState.CONFIRMED)),
    reviews=(
        Review(
            "1.9",
            "ฝ่ายปกครอง",
            1,
            Status.IN_PROGRESS,
            date(2024, 11, 4),
            50.0,
            "ร่างคู่มือ",
            date(2024, 10, 15),
            "ปค 1",
            "-",
            25,
        ),
        Review("1.9", "ฝ่ายปกครอง", 2, Status.COMPLETED, date(2024, 12, 6), is_sample=True),
        Review("1.10", "ฝ่ายปกครอง", 1, Status.NOT_APPLICABLE, date(2024, 11, 4)),
    ),
    exemptions=(Exemption("1.9", "ฝ่ายปกครอง", 3, "ปิดปรับปรุงสำนักงาน", date(2024, 12, 20)),),
    orders=(
        Order(1, 2, EVERY_SECTION, None, "ส่งรายงานให้ครบ", date(2024, 12, 31), date(2024, 12, 2), "ผอ.เขต"),
        Order(
            2,
            3,
            "ฝ่ายปกครอง",
            "1.9",
            "ประกาศคู่มือ",
            date(2025, 10, 31),
            date(2025, 1, 6),
            "ผอ.เขต",
            "ประกาศแล้ว",
            date(2025, 2, 3),
            "หัวหน้าฝ่ายปกครอง",
        ),
    ),
    remarks=(
        Remark(1, 2, Response.ACKNOWLEDGED, Topic.MISSING, EVERY_SECTION, None, "", date(2024, 12, 2), "ผอ.เขต"),
        Remark(2, 2, Response.COMMENT, Topic.GAP, "ฝ่ายปกครอง", "1.9", "ควรเร่ง", date(2024, 12, 2), "ผอ.เขต"),
    ),
    closings=(Closing(1, date(2024, 11, 6), "ผู้อำนวยการเขต", 3, '{"completion":[]}', "cd" * 32),),
    reopenings=(Reopening("ฝ่ายปกครอง", 1, "ส่งเอกสารเพิ่ม", date(2024, 11, 7), "ผู้อำนวยการเขต"),),
    held_meetings=(HeldMeeting(1, date(2024, 11, 6), date(2024, 11, 7), "ผู้ประสานงานแผน"),),
    scores=(
        Score(2567, "4", Decimal("79.4")),
        Score(2567, "IIT", Decimal("88.4333")),
        Score(2567, WHOLE_OFFICE, Decimal("88.44"), Band.PASSED),
        Score(2568, WHOLE_OFFICE, None, Band.GOOD),
    ),
    is_sample=True,
)
"""Everything as the store gives it back: in the order of the plan, with a review that was invented."""


def opened(records: Records) -> Records:
    """The same without a closed month, so that anything may be changed and undone."""
    return replace(records, closings=(), reopenings=())


def plan(after: Records, before: Records | None = None, revision: int = 0) -> Changes:
    """The plan that turns what is stored into `after`, which brings the usual rules where it is new."""
    stored = by_key(before or ())
    usual = () if before or after.rules else (Rules(),)
    changes = (_change(stored.get((record.kind, record.key)), record) for record in (*usual, *after))
    return Changes(PlanName(after.organisation, after.fiscal_year), revision, tuple(changes))


def write(engine: Engine, changes: Changes, origin: Origin = ORIGIN, now: datetime = NOON) -> int:
    """Apply a plan in a transaction of its own."""
    with store.write_to(engine) as connection:
        return store.apply(connection, changes, origin, ACTOR, now).id


def stored(engine: Engine, organisation: str = OFFICE, fiscal_year: int = 2568) -> Records:
    """What the store holds of a plan."""
    with store.read_from(engine) as connection:
        return store.records(connection, PlanName(organisation, fiscal_year))


def revision(engine: Engine) -> int:
    """The store's revision."""
    with store.read_from(engine) as connection:
        return store.revision(connection)


def _change(before: Record | None, after: Record) -> Change:
    if before is None:
        return Change(Action.ADDED, None, after)
    return Change(Action.UNCHANGED if before == after else Action.CHANGED, before, after)
