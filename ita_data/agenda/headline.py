"""The first screen: how the month stands, against the one before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_data.agenda.behind import filled, measures_behind, reports_where
from ita_data.agenda.meeting import Meeting, Row
from ita_data.agenda.screen import Behind, Number, Numbers, Screen
from ita_data.agenda.wording import completed_rule, foot, month_words, nothing_applicable, reports_source
from ita_data.language import gettext as _

_DUE = ("on_time", "late", "missing")


def headline(meeting: Meeting) -> Iterator[Screen]:
    """Completion up to the month, the reports of the month itself, and what is missing of all months up to it."""
    completed, reported = meeting.rows("completion")[0], meeting.rows("reporting")[0]
    behind = filled(_behind(meeting))
    numbers = (
        _completed(meeting, completed),
        _reported(meeting, _("Reports of the month received"), "received", "reporting_rate"),
        _reported(meeting, _("Reports of the month on time"), "on_time", "on_time_rate"),
        _missing(reported),
    )
    body = Numbers(tuple(number if number.behind in behind else replace(number, behind="") for number in numbers))
    title = _sentence(meeting, completed, reported)
    yield Screen("headline", title, body, foot(meeting, reports_source()), _rules(), behind)


def _sentence(meeting: Meeting, completed: Row, reported: Row) -> str:
    month = month_words(meeting, meeting.month.month)
    if not meeting.rows("measure_status"):
        return _("{month}: there are no measures in the plan").format(month=month)
    if not completed["applicable"]:
        return f"{month}: {nothing_applicable()}"
    if not reported["received"]:
        return _("{month}: none of the reports expected in this fiscal year has come").format(month=month)
    return _("Up to {month}, {completed} of {applicable} measures are completed; {missing} reports are missing").format(
        month=month,
        completed=completed["completed"],
        applicable=completed["applicable"],
        missing=f"{reported['missing']:,}",
    )


def _completed(meeting: Meeting, row: Row) -> Number:
    before = _of_month(meeting.rows("completion_by_month"), meeting.month.month - 1)
    change = _change(row["completion"], before["completion"] if before else None)
    return _rate(_("Measures completed"), row["completed"], row["applicable"], _("measures"), change, "measures")


def _reported(meeting: Meeting, name: str, column: str, rate: str) -> Number:
    """The reports of the month itself, beside those of the month before."""
    by_month = meeting.rows("reporting_by_month")
    row = _of_month(by_month, meeting.month.month) or meeting.rows("reporting")[0]
    before = _of_month(by_month, meeting.month.month - 1)
    return _rate(
        name, row[column], row["due"], _("reports due"), _change(row[rate], before[rate] if before else None), "reports"
    )


def _missing(reported: Row) -> Number:
    of = _("of {due} due, all months").format(due=f"{reported['due']:,}")
    return Number(_("Reports missing"), f"{reported['missing']:,}", of, "", "faults")


def _rate(name: str, part: int, whole: int, counted: str, change: str, behind: str) -> Number:
    value = f"{part / whole:.0%}" if whole else "–"
    return Number(name, value, f"{part:,}/{whole:,} {counted}", change, behind)


def _change(now: float | None, before: float | None) -> str:
    if now is None or before is None:
        return ""
    points = round(100 * now) - round(100 * before)
    if points == 0:
        return _("= as the month before, {before}").format(before=f"{before:.0%}")
    words = _("▲ {points} points up from {before}") if points > 0 else _("▼ {points} points down from {before}")
    return words.format(points=abs(points), before=f"{before:.0%}")


def _of_month(rows: Sequence[Row], month: int) -> Row | None:
    return next((row for row in rows if row["month"] == month), None)


def _rules() -> tuple[str, ...]:
    return (
        completed_rule(),
        _("Received: reports that came, on time or late, of those that were due. On time: those that came by the day."),
        _("The change is in percentage points, against the month before as it is known now."),
        _("Missing: all months up to this one."),
    )


def _behind(meeting: Meeting) -> dict[str, Behind]:
    return {
        "measures": measures_behind(_("Measures completed"), meeting.rows("measure_status")),
        "reports": reports_where(
            meeting,
            _("Reports of the month that were due"),
            lambda row: row["state"] in _DUE and row["month"] == meeting.month.month,
        ),
        "faults": reports_where(meeting, _("Reports missing"), lambda row: row["state"] == "missing"),
    }
