"""The fields of a review: the one table by which files, forms, lists and their checks know them.

The record itself, `Review` in records.py, and the column of the store stand beside it; tests see that all three agree.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ita_data.language import mark


class Kind(StrEnum):
    """What a field holds, and so how it is read, checked, entered and shown."""

    MEASURE = "measure"
    SECTION = "section"
    MONTH = "month"
    STATUS = "status"
    TEXT = "text"
    LINK = "link"
    PERCENT = "percent"
    WHOLE_NUMBER = "whole_number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of the monthly workbook: its header there, by which it is read too, its width, and how to fill it in.

    In an example `{year}` is the plan's fiscal year, and `{short_year}` its last two digits.
    """

    header: str
    width: float
    how: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class ReviewField:
    """A field of a review, in the words of the screen (`label`, to be translated) and of the monthly workbook.

    An answer is what a section reports, as against what the row is about; two telling ones show that a row reports
    something. Texts of two columns are joined, or else asked about. Lists of reports show what is listed; a long text
    is entered over several lines. `units` are words that may follow a number: "120 คน".
    """

    name: str
    kind: Kind
    label: str
    column: FormColumn
    is_answer: bool = True
    is_telling: bool = True
    is_joined: bool = False
    is_listed: bool = False
    is_long: bool = False
    units: tuple[str, ...] = ()


_FIELDS = (
    ReviewField("measure", Kind.MEASURE, mark("Measure"), FormColumn("รหัสมาตรการ", 10), is_answer=False),
    ReviewField("section", Kind.SECTION, mark("Section"), FormColumn("ฝ่ายที่รับผิดชอบ", 15), is_answer=False),
    ReviewField("month", Kind.MONTH, mark("Month"), FormColumn("เดือนที่รายงาน", 12), is_answer=False),
    ReviewField(
        "status",
        Kind.STATUS,
        mark("Status"),
        FormColumn("สถานะ", 19, "เลือกจากรายการในช่อง ต้องเลือกทุกแถวที่รายงาน", "อยู่ระหว่างดำเนินการ"),
        is_listed=True,
    ),
    ReviewField(
        "progress",
        Kind.PERCENT,
        mark("Progress (%)"),
        FormColumn("ความก้าวหน้า (%)", 13, "พิมพ์ตัวเลข 0 ถึง 100 โดยไม่ต้องใส่เครื่องหมาย %", "50"),
        is_listed=True,
    ),
    ReviewField(
        "people_reached",
        Kind.WHOLE_NUMBER,
        mark("People reached"),
        FormColumn("จำนวนผู้เข้าร่วม (คน)", 12, "พิมพ์จำนวนคนเป็นตัวเลข หากไม่ได้นับหรือไม่เกี่ยวข้อง เว้นว่างได้", "120"),
        is_telling=False,
        is_listed=True,
        units=("คน", "ราย", "ท่าน"),
    ),
    ReviewField(
        "result",
        Kind.TEXT,
        mark("What was done"),
        FormColumn(
            "ผลการดำเนินการ",
            36,
            "เขียนสิ่งที่ทำในเดือนนี้ ว่าทำอะไร เมื่อใด จำนวนเท่าใด หากไม่ได้ทำสิ่งใด ให้เขียนว่า "
            "“ไม่มีการดำเนินการในเดือนนี้” ซึ่งนับเป็นการรายงานแล้ว",
            "ประชุมชี้แจงเจ้าหน้าที่ 1 ครั้ง ผู้เข้าร่วม 25 คน",
        ),
        is_joined=True,
        is_listed=True,
        is_long=True,
    ),
    ReviewField(
        "done_on",
        Kind.DATE,
        mark("Done on"),
        FormColumn(
            "วันที่ดำเนินการ",
            13,
            "พิมพ์ วัน/เดือน/ปี ของวันที่ดำเนินการ ใช้ปี พ.ศ. ได้",
            "15/1/{year} หรือ 15 ม.ค. {short_year:02d}",
        ),
    ),
    ReviewField(
        "evidence",
        Kind.LINK,
        mark("Evidence or link"),
        FormColumn(
            "หลักฐาน/ลิงก์",
            20,
            "วางลิงก์ หรือเขียนเลขที่หนังสือหรือชื่อเอกสาร",
            "ที่ กท 6101/123 ลงวันที่ 15 มกราคม {year}",
        ),
        is_joined=True,
    ),
    ReviewField(
        "note",
        Kind.TEXT,
        mark("Note"),
        FormColumn("หมายเหตุ", 18, "ปัญหา อุปสรรค หรือข้อความอื่น เว้นว่างได้", "รอผลการพิจารณาจากส่วนกลาง"),
        is_telling=False,
        is_joined=True,
    ),
)

REVIEW_FIELDS: dict[str, ReviewField] = {field.name: field for field in _FIELDS}
"""Every field that a section fills in, by its name; the order is that of the workbook, the forms and the lists."""

ANSWERS: tuple[str, ...] = tuple(field.name for field in _FIELDS if field.is_answer)
"""What a section reports, as against what a row is about."""

LARGEST_NUMBER = 9_999_999
"""The largest whole number that is taken: more people than the country's capital has are a slip."""


@cache
def fields_of(*kinds: Kind) -> tuple[str, ...]:
    """The names of the fields of these kinds."""
    return tuple(field.name for field in _FIELDS if field.kind in kinds)
