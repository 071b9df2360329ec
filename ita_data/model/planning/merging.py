"""A section that is merged into another from a day on: what of its work the other carries on.

Its past stays as it was: what it reported, and what it owed until then.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ita_data.model.changes import Edit
from ita_data.model.periods import MONTHS, FiscalMonth
from ita_data.model.planning.asked import assignments_of
from ita_data.model.records import Assignment, Records, Role, Section

_FIRST, _LAST = MONTHS[0], MONTHS[-1]


@dataclass(frozen=True, slots=True)
class Merging:
    """Pairs of records as they are and as they shall be; and the codes of the measures that the other section has then.

    Which section has the `undecided` ones, a person says: a section has a measure in one role a year, so one that
    supports it can't lead it from a month on without losing what it owed until then.
    """

    edits: tuple[Edit, ...]
    carried: tuple[str, ...]
    undecided: tuple[str, ...]


def merged(records: Records, section: Section, into: Section, day: date) -> Merging:
    """What changes where a section is merged into another on a day of the plan's year.

    The other has its measures from that month on, and its name is another one in files of later months.
    """
    month = FiscalMonth.of(day).month
    ends = (section, replace(section, ends_on=day - timedelta(days=1)))
    named = (into, replace(into, former_names=(*into.former_names, section.name)))
    goes_on = [each for each in records.assignments if each.section == section.name and _last(each) >= month]
    handed_over = [_handed_over(records, mine, into, month) for mine in goes_on]
    edits = [(mine, _until(mine, month)) for mine in goes_on]
    added = [(None, theirs) for theirs in handed_over if isinstance(theirs, Assignment)]
    pairs = list(zip(goes_on, handed_over, strict=True))
    return Merging(
        (ends, named, *edits, *added),
        tuple(mine.measure for mine, theirs in pairs if theirs is not None),
        tuple(mine.measure for mine, theirs in pairs if theirs is None),
    )


def heir_of(name: str, sections: Iterable[Section], day: date) -> str:
    """Whose reports those of a section are on a day: of the one that took it over, where it has ended by then."""
    known = list(sections)
    has_ended = any(each.name == name and each.ends_on is not None and each.ends_on < day for each in known)
    heirs = (each.name for each in known if name in each.former_names)
    return next(heirs, name) if has_ended else name


def _handed_over(records: Records, mine: Assignment, into: Section, month: int) -> Assignment | bool | None:
    """The assignment by which another section goes on; True where it has the measure so already, None if undecided."""
    theirs = next((each for each in assignments_of(records, into) if each.measure == mine.measure), None)
    first = max(_first(mine), month)
    new = replace(mine, section=into.name, first_month=None if first == _FIRST else first)
    if theirs is None:
        return new
    if theirs.role in (mine.role, Role.LEAD):
        return True if _first(theirs) <= first and _last(theirs) >= _last(mine) else None
    is_named = any((each.measure, each.section) == (mine.measure, into.name) for each in records.assignments)
    owes_as_supporting = any(rules.expects_supporting for rules in records.rules)
    return None if is_named or owes_as_supporting else new


def _until(mine: Assignment, month: int) -> Assignment | None:
    """What is left of an assignment that ends before a month."""
    return None if _first(mine) >= month else replace(mine, last_month=month - 1)


def _first(assignment: Assignment) -> int:
    return assignment.first_month or _FIRST


def _last(assignment: Assignment) -> int:
    return assignment.last_month or _LAST
