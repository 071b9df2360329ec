"""The screens with a chart: completion by indicator and section, and the reports by section and month."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from ita_data.agenda.behind import filled, measures_behind, reports_behind
from ita_data.agenda.meeting import Meeting, Row
from ita_data.agenda.screen import Bar, Bars, Behind, Field, Grid, Screen
from ita_data.agenda.wording import (
    completed_rule,
    foot,
    paged,
    reports_source,
)
from ita_data.findings.least import least_completed
from ita_data.findings.wording import member_name, month_words, section_name, together
from ita_data.labels import STATE_SYMBOLS, STATUS_SYMBOLS, grid_state, label, rate_label
from ita_data.language import gettext as _
from ita_data.model.decisions import Topic

MOST_BARS = 10
MOST_GRID_ROWS = 10
_PARTS = ("completed", "unconfirmed", "in_progress", "not_started")
_UNCONFIRMED_SYMBOL = "◉"

Reports = defaultdict[tuple[str, int], list[Row]]
"""The reports of each section and month."""


def completion_by_indicator(meeting: Meeting) -> Iterator[Screen]:
    """Each indicator's measures by status; those without any measure are left out."""
    yield from _completion(meeting, "indicator")


def completion_by_section(meeting: Meeting) -> Iterator[Screen]:
    """Each section's measures by the status that it reported itself."""
    yield from _completion(meeting, "section")


def reporting_by_section_and_month(meeting: Meeting) -> Iterator[Screen]:
    """Section by section, month by month, what became of the reports; sections that owe none are left out."""
    rows = meeting.rows("reporting_by_section_and_month")
    asked = {row["section"] for row in rows if row["expected"]}
    sections = list(dict.fromkeys(row["section"] for row in rows if row["section"] in asked))
    title, reports = _missing_sentence(meeting, sections), _reports_by_field(meeting)
    for name, counted, names in paged("reporting_by_section_and_month", title, sections, MOST_GRID_ROWS):
        body, behind = _grid(meeting, [row for row in rows if row["section"] in names], reports)
        source = foot(meeting, reports_source())
        yield Screen(name, counted, body, source, _reporting_rules(), behind, topic=Topic.MISSING)


def _completion(meeting: Meeting, group: str) -> Iterator[Screen]:
    metric = f"completion_by_{group}"
    rows = [row for row in meeting.rows(metric) if row["measures"]]
    message = least_completed(meeting, group, rows)
    for name, counted, shown in paged(metric, message, rows, MOST_BARS):
        behind = filled({str(row[group]): _measures_of(meeting, group, row[group]) for row in shown})
        bars = tuple(_bar(meeting, group, row, behind) for row in shown)
        body = Bars(_PARTS, tuple(map(_part_word, _PARTS)), tuple(map(_part_symbol, _PARTS)), bars)
        source = foot(meeting, _("Source: the sections' monthly reports and the outcomes linked"))
        yield Screen(name, counted, body, source, (completed_rule(), _whose(group)), behind)


def _bar(meeting: Meeting, group: str, row: Row, behind: Collection[str]) -> Bar:
    confirmed = row["completed"] - row["unconfirmed"]
    counts = (confirmed, *(row[part] for part in _PARTS[1:]))
    rate = rate_label(row["completed"], row["applicable"])
    key = str(row[group])
    return Bar(member_name(meeting, group, row[group]), counts, rate, key if key in behind else "")


def _measures_of(meeting: Meeting, group: str, member: Any) -> Behind:
    metric = "status_by_section" if group == "section" else "measure_status"
    return measures_behind(
        member_name(meeting, group, member), [row for row in meeting.rows(metric) if row[group] == member]
    )


def _missing_sentence(meeting: Meeting, sections: Sequence[str]) -> str:
    due = meeting.rows("reporting")[0]["due"]
    if not due:
        return _("No report is due yet")
    reporting = {row["section"]: row for row in meeting.rows("reporting_by_section")}
    asked = [reporting[section] for section in sections]
    most = max(row["missing"] for row in asked)
    if not most:
        return _("No report is missing: {due} of {due} that were due have come").format(due=f"{due:,}")
    short = sum(row["missing"] > 0 for row in asked)
    names = [section_name(meeting, row["section"]) for row in asked if row["missing"] == most]
    return _("{short} of {sections} sections lack reports; {name} most, {missing} reports").format(
        short=short, sections=len(asked), name=together(names), missing=f"{most:,}"
    )


def _grid(meeting: Meeting, rows: Iterable[Row], reports: Reports) -> tuple[Grid, dict[str, Behind]]:
    fields: dict[str, list[Field]] = {}
    behind: dict[str, Behind] = {}
    for row in rows:
        of_field = reports[row["section"], row["month"]]
        field = _field(row, has_list=bool(of_field))
        fields.setdefault(row["section"], []).append(field)
        if field.behind:
            title = f"{section_name(meeting, row['section'])} · {month_words(meeting, row['month'])}"
            behind[field.behind] = reports_behind(meeting, title, of_field)
    months = tuple(month_words(meeting, month) for month in range(1, meeting.month.month + 1))
    states = dict.fromkeys(field.state for row in fields.values() for field in row if field.state)
    key = tuple((state, STATE_SYMBOLS[state], label("grid", state)) for state in states)
    named = tuple((section_name(meeting, section), tuple(row)) for section, row in fields.items())
    return Grid(months, named, key), behind


def _field(row: Row, has_list: bool) -> Field:
    state = grid_state(row)
    if state is None:
        return Field("", "", "", "")
    wanted = row["due"] + row["not_yet_due"]
    fraction = f"{row['received']}/{wanted}" if wanted else ""
    behind = f"{row['section']}-{row['month']}" if has_list else ""
    return Field(state, STATE_SYMBOLS[state], fraction, label("grid", state), behind)


def _reports_by_field(meeting: Meeting) -> Reports:
    found: Reports = defaultdict(list)
    for row in meeting.rows("states"):
        found[row["section"], row["month"]].append(row)
    return found


def _part_word(part: str) -> str:
    return _("Completed, link to be confirmed") if part == "unconfirmed" else label("status", part)


def _part_symbol(part: str) -> str:
    return STATUS_SYMBOLS.get(part, _UNCONFIRMED_SYMBOL)


def _whose(group: str) -> str:
    return _("A section's figures go by its own reports.") if group == "section" else _("A measure counts once.")


def _reporting_rules() -> tuple[str, ...]:
    return (
        _("A field shows the reports that came of those expected: the month's state is the worst of its reports."),
        _("A report is missing when its due date has passed; one that isn't due yet is no fault."),
    )
