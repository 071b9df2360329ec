"""The numbers of a plan: which one is free for a record that comes, or that makes way."""

from collections.abc import Collection

from ita_data.model.names import Name, heading_of
from ita_data.model.records import Initiative, Measure, Outcome


def free_name(record: Initiative | Measure | Outcome, taken: Collection[Name]) -> Name:
    """The number after the last one beside a record."""
    if isinstance(record, Initiative):
        return max((number for number in taken if isinstance(number, int)), default=0) + 1
    return free_code(heading_of(record.code), taken)


def free_code(heading: str, taken: Collection[Name]) -> str:
    """The code after the last one under an indicator or initiative, such as 4.6 after 4.5."""
    numbers = [_number_of(str(code)) for code in taken if heading_of(str(code)) == heading]
    return f"{heading}.{max(numbers, default=0) + 1}"


def _number_of(code: str) -> int:
    number = code.rpartition(".")[2]
    return int(number) if number.isdecimal() else 0
