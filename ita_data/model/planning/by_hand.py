"""A plan that is begun by hand: the office's rules, and the indicators that it answers."""

from collections.abc import Iterable

from ita_data.model.changes import Edit
from ita_data.model.records import Indicator
from ita_data.model.rules import Rules

ITA_INDICATORS = (
    Indicator(1, "การปฏิบัติหน้าที่", "IIT"),
    Indicator(2, "การใช้งบประมาณ", "IIT"),
    Indicator(3, "การใช้อำนาจ", "IIT"),
    Indicator(4, "การใช้ทรัพย์สินของราชการ", "IIT"),
    Indicator(5, "การแก้ไขปัญหาการทุจริต", "IIT"),
    Indicator(6, "คุณภาพการดำเนินงาน", "EIT"),
    Indicator(7, "ประสิทธิภาพการสื่อสาร", "EIT"),
    Indicator(8, "การปรับปรุงระบบการทำงาน", "EIT"),
    Indicator(9, "การเปิดเผยข้อมูล", "OIT"),
    Indicator(10, "การป้องกันการทุจริต", "OIT"),
)
"""The ten indicators of the assessment, by the names that yearly reports give them."""


def edits_of_beginning(indicators: Iterable[Indicator]) -> list[Edit]:
    """What makes a new plan with the usual rules."""
    return [(None, Rules()), *((None, indicator) for indicator in indicators)]
