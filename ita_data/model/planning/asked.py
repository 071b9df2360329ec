"""What a section is asked: the measures that are its own, and on which of them it reports for a month."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from ita_data.model.cadence import Cadence
from ita_data.model.periods import overlap
from ita_data.model.records import EVERY_SECTION, Assignment, Measure, Records, Section
from ita_data.model.rules import is_followed_up
from ita_data.model.section_kind import SectionKind


def every_section(sections: Iterable[Section], first: date = date.min, last: date = date.max) -> list[str]:
    """The names for which ทุกฝ่าย stands: those that are a ฝ่าย, and exist on a day from the first to the last one.

    A school, say, has what it is named for alone.
    """
    return [
        each.name
        for each in sections
        if each.section_kind is SectionKind.DEPARTMENT and overlap(each.begins_on, each.ends_on, first, last)
    ]


def real_assignments(assignments: Iterable[Assignment], sections: Iterable[Section]) -> list[Assignment]:
    """Every assignment by the name of a real section: ทุกฝ่าย is `every_section` of `sections`.

    A section that is named beside it keeps the role and the months that it was named for.
    """
    found: dict[tuple[str, str], Assignment] = {}
    names = every_section(sections)
    # Named sections come first, so ทุกฝ่าย never overrules what somebody wrote down.
    for assignment in sorted(assignments, key=lambda assignment: assignment.section == EVERY_SECTION):
        for name in names if assignment.section == EVERY_SECTION else [assignment.section]:
            found.setdefault((assignment.measure, name), replace(assignment, section=name))
    return list(found.values())


def assignments_of(records: Records, section: Section) -> list[Assignment]:
    """The assignments of a section, by name or as one of ทุกฝ่าย; it needn't be stored yet."""
    return [each for each in real_assignments(records.assignments, [section]) if each.section == section.name]


def assigned_measures(records: Records, section: str, month: int) -> Iterator[Measure]:
    """The measures a section leads or supports in a fiscal month, by name or as one of ทุกฝ่าย."""
    itself = (each for each in records.sections if each.name == section)
    assignments = chain.from_iterable(assignments_of(records, each) for each in itself)
    held = {entry.measure for entry in assignments if entry.holds_in(month)}
    return (measure for measure in records.measures if measure.code in held)


def is_asked_as_needed(measure: Measure, month: int) -> bool:
    """Whether a section reports on it in a fiscal month as needed, without a due date."""
    return measure.cadence is Cadence.AS_NEEDED and not measure.is_retired_in(month)


def measures_to_report(records: Records, section: str, month: int) -> Iterator[Measure]:
    """The measures assigned for a month that fall due then, those reported as needed, and those reported already.

    What the section is exempt from that month is left out.
    """
    reported = {review.measure for review in records.reviews if (review.section, review.month) == (section, month)}
    exempt = {entry.measure for entry in records.exemptions if (entry.section, entry.month) == (section, month)}
    for measure in assigned_measures(records, section, month):
        is_due = month in measure.due_months and is_followed_up(records.rules, month)
        is_asked = is_due or is_asked_as_needed(measure, month)
        if (is_asked and measure.code not in exempt) or measure.code in reported:
            yield measure
