"""What the director has to decide: sections that don't send or are never on time, measures that stand still."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ita_data.findings.counted import Counted, Row
from ita_data.findings.sections import days_late, section_months
from ita_data.findings.wording import section_name, short_months
from ita_data.language import gettext as _
from ita_data.model.decisions import Topic
from ita_data.model.records import EVERY_SECTION, Role


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to decide: who it is about, in a few words and with its reason; `order` is what an order might say."""

    key: str
    topic: Topic
    title: str
    reason: str
    order: str
    section: str = EVERY_SECTION
    measure: str | None = None


def to_decide(counted: Counted) -> list[Matter]:
    """The matters of a month, what weighs most first."""
    silent = list(_silent(counted))
    named = {matter.section for matter in silent}
    never = [matter for matter in _never_on_time(counted) if matter.section not in named]
    return [*silent, *never, *_standing(counted)]


def order_to_send(counted: Counted, months: Iterable[int]) -> str:
    """What an order says to a section that owes reports of these months."""
    return _("Send the missing reports of {months}.").format(months=short_months(counted, months))


def _silent(counted: Counted) -> Iterator[Matter]:
    months: defaultdict[str, list[Row]] = defaultdict(list)
    for row in counted.rows("silent_sections"):
        months[row["section"]].append(row)
    owed = {section: sum(row["missing"] for row in rows) for section, rows in months.items()}
    for section in sorted(months, key=lambda section: -owed[section]):
        yield _silent_matter(counted, section, [row["month"] for row in months[section]], owed[section])


def _silent_matter(counted: Counted, section: str, months: Sequence[int], missing: int) -> Matter:
    name, when = section_name(counted, section), short_months(counted, months)
    if len(months) == 1:
        title = _("{section} sent nothing of {months}").format(section=name, months=when)
        reason = _("{missing} reports missing").format(missing=f"{missing:,}")
    else:
        title = _("{section} sent nothing in {number} months").format(section=name, number=len(months))
        reason = _("{months}: {missing} reports missing").format(months=when, missing=f"{missing:,}")
    return Matter(f"silent-{section}", Topic.MISSING, title, reason, order_to_send(counted, months), section)


def _never_on_time(counted: Counted) -> Iterator[Matter]:
    days = days_late(counted)
    for each in section_months(counted):
        if not each.is_never_on_time:
            continue
        due = sum(row["due"] > 0 for row in each.months)
        reason = _("late by {days} days on average, in all {months} months").format(
            days=days.get(each.section, "–"), months=due
        )
        title = _("{section} was never on time").format(section=section_name(counted, each.section))
        order = _("Send the reports by their due date.")
        yield Matter(f"late-{each.section}", Topic.LATE, title, reason, order, each.section)


def _standing(counted: Counted) -> Iterator[Matter]:
    """The measures that stand still; where several sections lead one, a matter for each, for an order is to one."""
    leads = _lead_sections(counted)
    for row in counted.rows("standstill"):
        if row["motion"] == "standing":
            sections = leads[row["measure"]]
            is_of_all = len(sections) > 1 and set(sections) == counted.every_section
            for section in [EVERY_SECTION] if is_of_all or not sections else sections:
                yield _standing_matter(counted, row, section, is_one_of_some=len(sections) > 1 and not is_of_all)


def _lead_sections(counted: Counted) -> defaultdict[str, list[str]]:
    leads: defaultdict[str, list[str]] = defaultdict(list)
    for row in counted.rows("status_by_section"):
        if row.get("role", Role.LEAD) == Role.LEAD:
            leads[row["measure"]].append(row["section"])
    return leads


def _standing_matter(counted: Counted, row: Row, section: str, *, is_one_of_some: bool) -> Matter:
    measure = row["measure"]
    return Matter(
        f"standing-{measure}-{section}" if is_one_of_some else f"standing-{measure}",
        Topic.STANDSTILL,
        _("Measure {code} has stood still for three months").format(code=measure),
        f"{row['text']} · {section_name(counted, section)}",
        _("Report what holds the measure up, and by when it goes on."),
        section,
        measure,
    )
