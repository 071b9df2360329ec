"""What the sections of an office are."""

from enum import StrEnum


class SectionKind(StrEnum):
    """What a responsible unit is: a ฝ่าย, a school, or something else; ทุกฝ่าย means the first alone."""

    DEPARTMENT = "department"
    SCHOOL = "school"
    OTHER = "other"
