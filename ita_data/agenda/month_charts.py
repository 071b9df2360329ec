"""The charts that stand beside figures and lists, most of them by month."""

from collections import Counter

from ita_data.agenda.meeting import Meeting
from ita_data.agenda.screen import MonthChart, Series
from ita_data.findings import SectionMonths, stand_by_month
from ita_data.findings.counted import due_day
from ita_data.findings.wording import short_month
from ita_data.labels import label, words
from ita_data.language import gettext as _

_STATES = ("on_time", "late", "missing", "not_yet_due")


def reports_at_the_same_age(meeting: Meeting) -> tuple[MonthChart, ...]:
    """What share of each month's reports had come at the age of the month looked at, and what came later."""
    stands = stand_by_month(meeting)
    if not any(stand.reported is not None for stand in stands):
        return ()
    then = tuple(stand.reported_then for stand in stands)
    later = tuple(stand.later for stand in stands)
    months = tuple(short_month(meeting, stand.month) for stand in stands)
    series = (Series(same_age_words(meeting), "on_time", then), Series(_("came later"), "later", later))
    return (MonthChart(_("Share of the reports received"), months, series, is_rate=True),)


def completion_and_pace(meeting: Meeting) -> tuple[MonthChart, ...]:
    """The completion at the end of each month, beside where it should be."""
    stands = stand_by_month(meeting)
    if not stands:
        return ()
    months = tuple(short_month(meeting, stand.month) for stand in stands)
    series = [Series(_("Measures completed"), "completed", tuple(stand.completion for stand in stands))]
    if any(stand.pace is not None for stand in stands):
        series.append(Series(_("Pace"), "pace", tuple(stand.pace for stand in stands)))
    return (
        MonthChart(_("Share of the measures completed, together"), months, tuple(series), is_rate=True, has_lines=True),
    )


def completed_by_month(meeting: Meeting) -> tuple[MonthChart, ...]:
    """How many measures were completed at the end of each month, those to be confirmed apart."""
    rows = meeting.rows("completion_by_month")
    months = tuple(short_month(meeting, row["month"]) for row in rows)
    confirmed = tuple(row["completed"] - row["unconfirmed"] for row in rows)
    unconfirmed = tuple(row["unconfirmed"] for row in rows)
    series = [Series(_("Confirmed"), "completed", confirmed)]
    if any(unconfirmed):
        series.append(Series(_("To be confirmed"), "unconfirmed", unconfirmed))
    return (MonthChart(_("Measures completed, together"), months, tuple(series)),) if rows else ()


def measures_by_motion(meeting: Meeting) -> tuple[MonthChart, ...]:
    """How many measures moved in the last three months, and how many didn't."""
    found = Counter(row["motion"] for row in meeting.rows("standstill"))
    motions = [motion for motion in words("motion") if found[motion]]
    if not motions:
        return ()
    counts = tuple(found[motion] for motion in motions)
    names = tuple(label("motion", motion) for motion in motions)
    return (MonthChart(_("Measures beside three months before"), names, (Series("", "in_progress", counts),)),)


def reports_of_section(meeting: Meeting, each: SectionMonths) -> tuple[MonthChart, ...]:
    """What became of a section's reports, month by month."""
    months = tuple(short_month(meeting, row["month"]) for row in each.months)
    counts = {state: tuple(row[state] for row in each.months) for state in _STATES}
    series = tuple(Series(label("state", state), state, values) for state, values in counts.items() if any(values))
    return (MonthChart(_("Reports by month"), months, series),) if series else ()


def same_age_words(meeting: Meeting) -> str:
    """How old the month looked at is: received so many days after the due date."""
    due_on = due_day(meeting)
    if due_on is None or due_on >= meeting.as_of:
        return _("received")
    return _("received within {days} days of the due date").format(days=(meeting.as_of - due_on).days)
