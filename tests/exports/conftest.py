"""A small plan with everything that the report's layout has a way to write."""

from datetime import date

import pytest

from ita_data.model.cadence import Cadence
from ita_data.model.records import (
    EVERY_SECTION,
    Assignment,
    Indicator,
    Initiative,
    Item,
    Measure,
    Outcome,
    Records,
    Review,
    Role,
    Section,
)
from ita_data.model.states import Status

ADMINISTRATION, FINANCE, WORKS = "ฝ่ายปกครอง", "ฝ่ายการคลัง", "ฝ่ายโยธา"
DISCLOSED = tuple(f"O{number}" for number in range(1, 18))


@pytest.fixture
def plan() -> Records:
    """Indicators 6, 8 and 9 and one initiative, with a review of the finance section in January."""
    measures = (
        _measure("6.1", ("E1",), "เน้นย้ำมาตรฐานการให้บริการ"),
        _measure("6.2", ("E1",), "เผยแพร่คู่มือ", "ทางเว็บไซต์\n= ณ จุดบริการ"),
        _measure("6.3", ("E2",), "ประชาสัมพันธ์ E-service"),
        _measure("8.1", ("E5", "E6"), "จัดทำคู่มือ E-service"),
        _measure("8.2", ("E5", "E6"), "เปิดช่องทางแสดงความคิดเห็น"),
        _measure("9.1", DISCLOSED, "มอบหมายเจ้าหน้าที่ผู้รับผิดชอบ"),
        Measure("ก1.1", None, 1, 7, "แต่งตั้งคณะกรรมการ", "ผู้บริหารเขต\nหัวหน้าฝ่าย"),
        Measure("ก1.2", None, 1, 8, "ประชุมวิเคราะห์ผล"),
    )
    return Records(
        organisation="สำนักงานเขตตัวอย่าง",
        fiscal_year=2568,
        sections=(Section(ADMINISTRATION, position=1), Section(WORKS, position=2), Section(FINANCE, position=3)),
        indicators=(
            Indicator(6, "คุณภาพการดำเนินงาน", "EIT"),
            Indicator(8, "การปรับปรุงระบบการทำงาน", "EIT"),
            Indicator(9, "การเปิดเผยข้อมูล", "OIT"),
        ),
        initiatives=(Initiative(1, "มาตรการยกระดับคุณธรรม", "ภาพการประชุม"),),
        items=(
            Item("E1", 6, "ให้บริการเกินเวลา", 1),
            Item("E2", 6, "สื่อสารไม่ชัดเจน", 2),
            Item("E3", 6, "รับของจากผู้มาติดต่อ", 3),
            Item("E5", 8, "ประชาสัมพันธ์ไม่เพียงพอ", 4),
            Item("E6", 8, "ประชาสัมพันธ์ไม่เพียงพอ", 5),
            *(Item(code, 9, "เปิดเผยไม่ครบถ้วน", place) for place, code in enumerate(DISCLOSED, start=6)),
        ),
        measures=measures,
        assignments=tuple(_assignments(measures)),
        outcomes=_outcomes(),
        reviews=(_review(),),
    )


def _measure(code: str, items: tuple[str, ...], text: str, detail: str = "") -> Measure:
    number = int(code.partition(".")[0])
    position = {"6.1": 1, "6.2": 2, "6.3": 3, "8.1": 4, "8.2": 5, "9.1": 6}[code]
    return Measure(code, number, None, position, text, detail, Cadence.MONTHLY, None, "ทุกเดือน", items)


def _assignments(measures: tuple[Measure, ...]) -> list[Assignment]:
    """Administration leads everything but 6.1, which is finance's with every section in support."""
    lead = [Assignment(measure.code, ADMINISTRATION, Role.LEAD) for measure in measures[1:]]
    return [Assignment("6.1", FINANCE, Role.LEAD), Assignment("6.1", EVERY_SECTION, Role.SUPPORTING), *lead]


def _outcomes() -> tuple[Outcome, ...]:
    """Four outcomes, the last one with all that an outcome can say."""
    return (
        Outcome("6.1", 6, 1, "ประชุมข้าราชการและลูกจ้าง"),
        Outcome("6.2", 6, 2, "เผยแพร่คู่มือแล้ว", "การจัดการ\nแนวทาง"),
        Outcome("8.1", 8, 1, "เผยแพร่คู่มือ E-service แล้ว", done_on=date(2025, 1, 15)),
        Outcome(
            "8.2",
            8,
            2,
            "อบรมเจ้าหน้าที่",
            "รุ่นที่หนึ่ง\nรุ่นที่สอง",
            date(2024, 12, 2),
            date(2025, 3, 7),
            "214 คน",
            "กท 5001/123 ลงวันที่ 10 มีนาคม 2568",
            "https://example.com/training?year=2568",
        ),
    )


def _review() -> Review:
    return Review(
        "6.1",
        FINANCE,
        4,
        Status.IN_PROGRESS,
        received_on=date(2025, 2, 4),
        progress=50.0,
        people_reached=1200,
        result="=ประชุมแล้ว 1 ครั้ง",
        done_on=date(2025, 1, 15),
        evidence="https://example.com/1",
        note="- นัดอีกครั้ง",
    )
