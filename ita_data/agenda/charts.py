"""The screens with a chart: completion by indicator and section, reports by month, and both by section."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from ita_data.agenda.behind import filled, measures_behind, reports_behind
from ita_data.agenda.fields import fields_of, key_of, reports_by_field
from ita_data.agenda.meeting import Meeting, Row
from ita_data.agenda.screen import Bar, Bars, Behind, Grid, Screen
from ita_data.agenda.wording import (
    completed_rule,
    foot,
    grid_rows,
    paged,
    reports_source,
    short_name,
)
from ita_data.findings import MonthStand, section_months, stand_by_month
from ita_data.findings.counted import is_due, of_month
from ita_data.findings.figures import pace_words
from ita_data.findings.least import least_completed
from ita_data.findings.wording import few_or_number, member_name, month_words, section_name, short_month
from ita_data.labels import (
    STATE_SYMBOLS,
    STATUS_SYMBOLS,
    UNCONFIRMED_SYMBOL,
    label,
    percent_label,
    rate_label,
    unconfirmed_label,
)
from ita_data.language import gettext as _
from ita_data.model.decisions import Topic

MOST_BARS = 10
_PARTS = ("completed", "unconfirmed", "in_progress", "not_started")
_LATER_SYMBOL = "+"


def completion_by_indicator(meeting: Meeting) -> Iterator[Screen]:
    """Each indicator's measures by status, least completed first; those without any measure are left out."""
    yield from _completion(meeting, "indicator")


def completion_by_section(meeting: Meeting) -> Iterator[Screen]:
    """Each section's measures by the status that it reported itself, least completed first."""
    yield from _completion(meeting, "section")


def reporting_by_month(meeting: Meeting) -> Iterator[Screen]:
    """Month by month, what of the reports had come at the age of the month looked at, what came later, what lacks."""
    stands = [stand for stand in stand_by_month(meeting) if stand.now["due"] + stand.now["not_yet_due"]]
    if not stands:
        return
    counts = {stand.month: _counts(stand) for stand in stands}
    parts = [part for part in _MONTH_PARTS if part != "not_yet_due" or any(each[part] for each in counts.values())]
    reports = {stand.month: [row for row in meeting.rows("states") if row["month"] == stand.month] for stand in stands}
    behind = filled(
        {str(month): reports_behind(meeting, month_words(meeting, month), rows) for month, rows in reports.items()}
    )
    bars = tuple(
        Bar(
            month_words(meeting, stand.month),
            tuple(counts[stand.month][part] for part in parts),
            _rate_then(meeting, stand),
            str(stand.month) if str(stand.month) in behind else "",
        )
        for stand in stands
    )
    words = tuple(_month_part_word(part) for part in parts)
    symbols = tuple(STATE_SYMBOLS.get(part, _LATER_SYMBOL) for part in parts)
    body = Bars(tuple(parts), words, symbols, bars, _("At the same age"))
    source, title = foot(meeting, reports_source()), _months_sentence(meeting, stands)
    yield Screen("reporting_by_month", title, body, source, _same_age_rules(), behind, topic=Topic.LATE)


def reporting_by_section_and_month(meeting: Meeting) -> Iterator[Screen]:
    """Section by section, month by month, what became of the reports; who sent least of the month first."""
    found = {each.section: each.months for each in section_months(meeting)}
    title, reports = _missing_sentence(meeting, list(found)), reports_by_field(meeting)
    most = grid_rows(section_name(meeting, section) for section in found)
    for name, counted, sections in paged("reporting_by_section_and_month", title, list(found), most):
        rows = [row for section in sections for row in found[section]]
        fields, behind = fields_of(meeting, rows, reports)
        months = tuple(month_words(meeting, month) for month in range(1, meeting.month.month + 1))
        named = tuple((section_name(meeting, section), tuple(row)) for section, row in fields.items())
        key = key_of(field for row in fields.values() for field in row)
        body = Grid(months, named, key, _lead_and_supporting([found[section][-1] for section in sections]))
        source = foot(meeting, reports_source())
        yield Screen(name, counted, body, source, _reporting_rules(), behind, topic=Topic.MISSING)


_MONTH_PARTS = ("on_time", "late", "later", "missing", "not_yet_due")


def _completion(meeting: Meeting, group: str) -> Iterator[Screen]:
    metric = f"completion_by_{group}"
    rows = [row for row in meeting.rows(metric) if row["measures"]]
    message = least_completed(meeting, group, rows)
    least_first = sorted(rows, key=lambda row: (row["applicable"] == 0, row["completion"] or 0))
    pace = of_month(meeting.rows("pace_by_month"), meeting.month.month) if group == "indicator" else None
    for name, counted, shown in paged(metric, message, least_first, MOST_BARS):
        behind = filled({str(row[group]): _measures_of(meeting, group, row[group]) for row in shown})
        bars = tuple(_bar(meeting, group, row, behind) for row in shown)
        words, symbols = tuple(map(_part_word, _PARTS)), tuple(map(_part_symbol, _PARTS))
        share, said = (pace["pace"], pace_words(pace)) if pace else (None, "")
        body = Bars(_PARTS, words, symbols, bars, _("Completed"), share, said)
        source = foot(meeting, _("Source: the sections' monthly reports and the outcomes linked"))
        yield Screen(name, counted, body, source, (completed_rule(), _whose(group)), behind)


def _bar(meeting: Meeting, group: str, row: Row, behind: Collection[str]) -> Bar:
    confirmed = row["completed"] - row["unconfirmed"]
    counts = (confirmed, *(row[part] for part in _PARTS[1:]))
    rate = rate_label(row["completed"], row["applicable"])
    key = str(row[group])
    return Bar(short_name(member_name(meeting, group, row[group])), counts, rate, key if key in behind else "")


def _measures_of(meeting: Meeting, group: str, member: Any) -> Behind:
    metric = "status_by_section" if group == "section" else "measure_status"
    return measures_behind(
        member_name(meeting, group, member), [row for row in meeting.rows(metric) if row[group] == member]
    )


def _counts(stand: MonthStand) -> dict[str, int]:
    """A month's reports by what became of them; what came after the same age is told apart."""
    later = stand.now["received"] - stand.then["received"]
    if later < 0 or stand.then["not_yet_due"]:
        return {**{state: stand.now[state] for state in _MONTH_PARTS if state != "later"}, "later": 0}
    on_time = stand.then["on_time"]
    return {
        "on_time": on_time,
        "late": stand.then["received"] - on_time,
        "later": later,
        "missing": stand.now["missing"],
        "not_yet_due": stand.now["not_yet_due"],
    }


def _rate_then(meeting: Meeting, stand: MonthStand) -> str:
    row = stand.then if is_due(meeting) else stand.now
    return rate_label(row["received"], row["due"])


def _months_sentence(meeting: Meeting, stands: Sequence[MonthStand]) -> str:
    """How the month stands beside those before, all at the same age."""
    last, before = stands[-1], [stand for stand in stands[:-1] if stand.reported_then is not None]
    month = short_month(meeting, last.month)
    if not is_due(meeting) or last.reported_then is None:
        return _("{month}: the reports aren't due yet").format(month=month)
    if not before:
        return _("{month}: {rate} of the reports have come").format(month=month, rate=percent_label(last.reported_then))
    rates = [stand.reported_then for stand in before if stand.reported_then is not None]
    low, high = percent_label(min(rates)), percent_label(max(rates))
    return _("At the same age {rate} of {month} had come; of the months before {rates}").format(
        month=month, rate=percent_label(last.reported_then), rates=low if low == high else f"{low}–{high}"
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
        short=short, sections=len(asked), name=few_or_number(names, _("{number} sections")), missing=f"{most:,}"
    )


def _lead_and_supporting(rows: Sequence[Row]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The leads' and the supporting part of each section's month; nothing where only leads are expected."""
    if not any(row.get("supporting_due") for row in rows):
        return ()
    return tuple(
        (header, tuple(f"{row[f'{part}_received']}/{row[f'{part}_due']}" for row in rows))
        for part, header in (("lead", _("Lead, this month")), ("supporting", _("Supporting, this month")))
    )


def _month_part_word(part: str) -> str:
    if part == "later":
        return _("came later")
    return label("state", part)


def _part_word(part: str) -> str:
    return unconfirmed_label() if part == "unconfirmed" else label("status", part)


def _part_symbol(part: str) -> str:
    return STATUS_SYMBOLS.get(part, UNCONFIRMED_SYMBOL)


def _whose(group: str) -> str:
    return _("A section's figures go by its own reports.") if group == "section" else _("A measure counts once.")


def _same_age_rules() -> tuple[str, ...]:
    return (
        _("Every month is shown as it was so many days after its own due date; what came later is an outline."),
        _("A report is missing when its due date has passed; one that isn't due yet is no fault."),
    )


def _reporting_rules() -> tuple[str, ...]:
    return (
        _("A field shows the reports that came of those expected: the month's state is the worst of its reports."),
        _("A report is missing when its due date has passed; one that isn't due yet is no fault."),
    )
