"""A name found in a line of text."""

from dataclasses import dataclass

Month = tuple[int, int]
"""A month as a line names it: its number in the calendar, and its Gregorian year, 0 where it has none."""
Named = str | Month | None
"""What is named: a section by its full name, a month, or None where nobody knows it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A name from one letter of a line to another, with its text; `is_day` where a day stands with a month."""

    start: int
    end: int
    value: Named
    text: str
    is_day: bool = False
