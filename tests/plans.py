"""Plans in few words, for tests: only what a test is about is written out, the rest is made up around it."""

from datetime import date

from ita_data.model.cadence import Cadence
from ita_data.model.records import (
    KINDS,
    Assignment,
    Indicator,
    Initiative,
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
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from ita_data.public_holidays import thai_public_holidays
from ita_data.snapshot import Snapshot, snapshot_of

ADMINISTRATION = "ฝ่ายปกครอง"
WORKS = "ฝ่ายโยธา"
ENFORCEMENT = "ฝ่ายเทศกิจ"
SECTIONS = (ADMINISTRATION, WORKS, ENFORCEMENT)
HOLIDAYS = thai_public_holidays()


def section(name: str, begins_on: str | None = None, ends_on: str | None = None) -> Section:
    """One of the three sections, with the days (2025-03-31) on which it came into being and ended."""
    return Section(name, position=SECTIONS.index(name), begins_on=_day(begins_on), ends_on=_day(ends_on))


def measure(code: str, cadence: Cadence = Cadence.MONTHLY, named_month: int | None = None, text: str = "") -> Measure:
    """A measure of the indicator or initiative that its code names."""
    group, position = code.removeprefix("ก").split(".")
    indicator, initiative = (None, int(group)) if code.startswith("ก") else (int(group), None)
    text = text or f"มาตรการ {code}"
    return Measure(code, indicator, initiative, int(position), text, cadence=cadence, named_month=named_month)


def lead(measure: str, *sections: str) -> tuple[Assignment, ...]:
    """The sections that lead a measure."""
    return tuple(Assignment(measure, name, Role.LEAD) for name in sections)


def supporting(measure: str, *sections: str) -> tuple[Assignment, ...]:
    """The sections that support a measure."""
    return tuple(Assignment(measure, name, Role.SUPPORTING) for name in sections)


def review(
    measure: str,
    section: str,
    month: int,
    received_on: str = "2024-10-31",
    status: Status = Status.IN_PROGRESS,
    progress: float | None = None,
) -> Review:
    """A review that came long before it was due, unless the day says otherwise."""
    return Review(measure, section, month, status, date.fromisoformat(received_on), progress)


def outcome(code: str, done_on: str | None = None) -> Outcome:
    """An outcome of the indicator that its code names."""
    indicator, position = map(int, code.split("."))
    return Outcome(code, indicator, position, f"ผลการดำเนินการ {code}", done_on=_day(done_on))


def link(outcome: str, measure: str, state: LinkState = LinkState.CONFIRMED) -> Link:
    """A link between an outcome and a measure."""
    return Link(outcome, measure, state)


def records_of(*records: Record | tuple[Record, ...], rules: Rules | tuple[Rules, ...] | None = None) -> Records:
    """The records of a plan for fiscal year 2568, whose three sections have always been there unless one is given.

    Others stand after them.

    Indicators and initiatives are those that the measures name.
    """
    given = [record for entry in records for record in (entry if isinstance(entry, tuple) else (entry,))]
    fields = {f"{kind}s": tuple(record for record in given if record.kind == kind) for kind in KINDS}
    fields["sections"] = _all_sections(fields["sections"])
    measures = [record for record in given if isinstance(record, Measure)]
    fields["indicators"] = tuple(Indicator(n, f"ตัวชี้วัดที่ {n}") for n in sorted({m.indicator for m in measures} - {None}))
    fields["initiatives"] = tuple(
        Initiative(n, f"ประเด็น {n}") for n in sorted({m.initiative for m in measures} - {None})
    )
    fields["rules"] = rules if isinstance(rules, tuple) else (rules or Rules(),)
    return Records("สำนักงานเขตตัวอย่าง", 2568, **fields)


def plan_of(*records: Record | tuple[Record, ...], rules: Rules | tuple[Rules, ...] | None = None) -> Snapshot:
    """The snapshot of such a plan, with Thailand's public holidays."""
    return snapshot_of(records_of(*records, rules=rules), HOLIDAYS)


def _all_sections(given: tuple[Record, ...]) -> tuple[Record, ...]:
    named = {record.key: record for record in given}
    others = tuple(record for record in given if record.key[0] not in SECTIONS)
    return (*(named.get((name,), section(name)) for name in SECTIONS), *others)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
