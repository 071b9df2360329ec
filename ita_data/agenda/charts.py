"""The screens with a chart: completion by indicator and section, and the reports by section and month."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ita_data.agenda.behind import measures_behind, reports_behind
from ita_data.agenda.meeting import Meeting, Row
from ita_data.agenda.screen import Bar, Bars, Behind, Field, Grid, Screen
from ita_data.agenda.wording import foot, member_name, month_words, paged, section_name
from ita_data.labels import STATE_SYMBOLS, STATUS_SYMBOLS, grid_state, label, rate_label
from ita_data.language import gettext as _

MOST_BARS = 10
MOST_GRID_ROWS = 10
_PARTS = ("completed", "unconfirmed", "in_progress", "not_started")
_UNCONFIRMED_SYMBOL = "◉"

Reports = defaultdict[tuple[str, int], list[Row]]
"""The reports of each section and month."""


def completion_by_indicator(meeting: Meeting) -> Iterator[Screen]:
    """Each indicator's measures by status; those without any measure are left out."""
    title = _("{name} is furthest behind: {completed} of {applicable} measures completed")
    all_done = _("All measures of all indicators are completed")
    yield from _completion(meeting, "indicator", title, all_done)


def completion_by_section(meeting: Meeting) -> Iterator[Screen]:
    """Each section's measures by the status that it reported itself."""
    title = _("{name} is furthest behind: {completed} of {applicable} measures completed")
    all_done = _("All sections have completed their measures")
    yield from _completion(meeting, "section", title, all_done)


def reporting_by_section_and_month(meeting: Meeting) -> Iterator[Screen]:
    """Section by section, month by month, what became of the reports; sections that owe none are left out."""
    rows = meeting.rows("reporting_by_section_and_month")
    asked = {row["section"] for row in rows if row["expected"]}
    sections = list(dict.fromkeys(row["section"] for row in rows if row["section"] in asked))
    title, reports = _missing_sentence(meeting, sections), _reports_by_field(meeting)
    for name, counted, names in paged("reporting_by_section_and_month", title, sections, MOST_GRID_ROWS):
        body, behind = _grid(meeting, [row for row in rows if row["section"] in names], reports)
        yield Screen(name, counted, body, foot(meeting, _reports_source()), _reporting_rules(), behind)


def _completion(meeting: Meeting, group: str, title: str, all_done: str) -> Iterator[Screen]:
    metric = f"completion_by_{group}"
    rows = [row for row in meeting.rows(metric) if row["measures"]]
    message = _furthest_behind(meeting, group, rows, title, all_done)
    for name, counted, shown in paged(metric, message, rows, MOST_BARS):
        bars = tuple(_bar(meeting, group, row) for row in shown)
        body = Bars(_PARTS, tuple(map(_part_word, _PARTS)), tuple(map(_part_symbol, _PARTS)), bars)
        behind = {str(row[group]): _measures_of(meeting, group, row[group]) for row in shown}
        source = _("Source: the sections' monthly reports and the outcomes linked")
        yield Screen(name, counted, body, foot(meeting, source), _completion_rules(group), behind)


def _furthest_behind(meeting: Meeting, group: str, rows: Sequence[Row], title: str, all_done: str) -> str:
    open_rows = [row for row in rows if row["applicable"] and row["completed"] < row["applicable"]]
    if not open_rows:
        return all_done
    last = min(open_rows, key=lambda row: row["completed"] / row["applicable"])
    name = _member(meeting, group, last[group])
    return title.format(name=name, completed=last["completed"], applicable=last["applicable"])


def _member(meeting: Meeting, group: str, member: Any) -> str:
    return (
        _("Indicator {number}").format(number=member) if group == "indicator" else member_name(meeting, group, member)
    )


def _bar(meeting: Meeting, group: str, row: Row) -> Bar:
    confirmed = row["completed"] - row["unconfirmed"]
    counts = (confirmed, *(row[part] for part in _PARTS[1:]))
    rate = rate_label(row["completed"], row["applicable"])
    return Bar(member_name(meeting, group, row[group]), counts, rate, str(row[group]))


def _measures_of(meeting: Meeting, group: str, member: Any) -> Behind:
    metric = "status_by_section" if group == "section" else "measure_status"
    return measures_behind(
        member_name(meeting, group, member), [row for row in meeting.rows(metric) if row[group] == member]
    )


def _missing_sentence(meeting: Meeting, sections: Sequence[str]) -> str:
    reporting = {row["section"]: row for row in meeting.rows("reporting_by_section")}
    asked = [reporting[section] for section in sections]
    most = max(asked, key=lambda row: row["missing"], default=None)
    if most is None or not most["missing"]:
        return _("No report is missing: {due} of {due} that were due have come").format(
            due=f"{meeting.rows('reporting')[0]['due']:,}"
        )
    short = sum(row["missing"] > 0 for row in asked)
    return _("{short} of {sections} sections lack reports; {name} most, {missing} reports").format(
        short=short, sections=len(asked), name=section_name(meeting, most["section"]), missing=most["missing"]
    )


def _grid(meeting: Meeting, rows: Iterable[Row], reports: Reports) -> tuple[Grid, dict[str, Behind]]:
    fields: dict[str, list[Field]] = {}
    behind: dict[str, Behind] = {}
    for row in rows:
        field = _field(row)
        fields.setdefault(row["section"], []).append(field)
        if field.behind:
            title = f"{section_name(meeting, row['section'])} · {month_words(meeting, row['month'])}"
            behind[field.behind] = reports_behind(meeting, title, reports[row["section"], row["month"]])
    months = tuple(month_words(meeting, month) for month in range(1, meeting.month.month + 1))
    states = dict.fromkeys(field.state for row in fields.values() for field in row if field.state)
    key = tuple((state, STATE_SYMBOLS[state], label("grid", state)) for state in states)
    named = tuple((section_name(meeting, section), tuple(row)) for section, row in fields.items())
    return Grid(months, named, key), behind


def _field(row: Row) -> Field:
    state = grid_state(row)
    if state is None:
        return Field("", "", "", "")
    wanted = row["due"] + row["not_yet_due"]
    fraction = f"{row['received']}/{wanted}" if wanted else ""
    return Field(state, STATE_SYMBOLS[state], fraction, label("grid", state), f"{row['section']}-{row['month']}")


def _reports_by_field(meeting: Meeting) -> Reports:
    found: Reports = defaultdict(list)
    for row in meeting.rows("states"):
        found[row["section"], row["month"]].append(row)
    return found


def _part_word(part: str) -> str:
    return _("Completed, link to be confirmed") if part == "unconfirmed" else label("status", part)


def _part_symbol(part: str) -> str:
    return STATUS_SYMBOLS.get(part, _UNCONFIRMED_SYMBOL)


def _reports_source() -> str:
    return _("Source: the sections' monthly reports")


def _completion_rules(group: str) -> tuple[str, ...]:
    whose = _("A section's figures go by its own reports.") if group == "section" else _("A measure counts once.")
    return (_("Completed: measures whose status is completed, of the applicable ones; each counts once."), whose)


def _reporting_rules() -> tuple[str, ...]:
    return (
        _("A field shows the reports that came of those expected: the month's state is the worst of its reports."),
        _("A report is missing when its due date has passed; one that isn't due yet is no fault."),
    )
