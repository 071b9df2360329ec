"""The finding: a month in one sentence."""

from ita_data.findings.counted import Counted, Row, due_day, is_due, month_before, of_month
from ita_data.findings.figures import confirmed_words
from ita_data.findings.wording import day_words, short_month, window
from ita_data.labels import whole_percent
from ita_data.language import gettext as _


def finding(counted: Counted) -> str:
    """How many reports of the month came, whether that is better than the month before was, and who sent nothing."""
    row = of_month(counted.rows("reporting_by_month"), counted.month.month)
    if not counted.rows("measure_status"):
        is_narrowed = bool(counted.names.get("measure"))
        return _("No measure counts for what is chosen") if is_narrowed else _("There are no measures in the plan")
    if row is None or not row["due"] + row["not_yet_due"]:
        return _nothing_asked(counted)
    if not any(each["received"] for each in counted.rows("reporting")):
        return _without_reports(counted, row)
    return reports_of_month(counted, row)


def reports_of_month(counted: Counted, row: Row) -> str:
    """What became of the reports of the month that `row` counts: how many came, and who sent nothing."""
    if not is_due(counted):
        return _not_yet_due(counted, row)
    return " · ".join(part for part in (_received(counted, row), _who_is_missing(counted, row)) if part)


def _received(counted: Counted, row: Row) -> str:
    month = short_month(counted, counted.month.month)
    if not row["missing"]:
        return _("{month}: all {due} reports have come").format(month=month, due=f"{row['due']:,}")
    text = _("{month}: {received} of {due} reports have come").format(
        month=month, received=f"{row['received']:,}", due=f"{row['due']:,}"
    )
    return " ".join(part for part in (text, _change(counted, row)) if part)


def _change(counted: Counted, row: Row) -> str:
    before = month_before(counted)
    if before is None or before["reporting_rate"] is None:
        return ""
    points = whole_percent(row["reporting_rate"]) - whole_percent(before["reporting_rate"])
    month = short_month(counted, before["month"])
    if points == 0:
        return _("as many as of {month} at the same age").format(month=month)
    words = (
        _("{points} points more than of {month} at the same age")
        if points > 0
        else _("{points} points fewer than of {month} at the same age")
    )
    return words.format(points=abs(points), month=month)


def _who_is_missing(counted: Counted, row: Row) -> str:
    if not row["missing"]:
        return ""
    silent = [each for each in counted.rows("silent_sections") if each["month"] == counted.month.month]
    if len({each["section"] for each in counted.rows("reporting_by_section_and_month")}) == 1:
        return _("nothing came at all") if silent else ""
    if silent:
        return _("{sections} sections sent nothing: {missing} of the {all} reports missing").format(
            sections=len(silent), missing=f"{sum(each['missing'] for each in silent):,}", all=f"{row['missing']:,}"
        )
    owing = [
        each
        for each in counted.rows("reporting_by_section_and_month")
        if each["month"] == counted.month.month and each["missing"]
    ]
    return _("{missing} are missing from {sections} sections").format(
        missing=f"{row['missing']:,}", sections=len(owing)
    )


def _not_yet_due(counted: Counted, row: Row) -> str:
    due_on = due_day(counted)
    return _("{month}: {received} of {asked} reports have come so far; they are due on {day}").format(
        month=short_month(counted, counted.month.month),
        received=f"{row['received']:,}",
        asked=f"{row['due'] + row['not_yet_due']:,}",
        day=day_words(due_on) if due_on else "–",
    )


def _without_reports(counted: Counted, row: Row) -> str:
    if not is_due(counted):
        return _not_yet_due(counted, row)
    return _("No report has come yet: {missing} of {month} are missing · measures completed {completed}").format(
        missing=f"{row['missing']:,}",
        month=short_month(counted, counted.month.month),
        completed=confirmed_words(counted.rows("completion")[0]),
    )


def _nothing_asked(counted: Counted) -> str:
    """A month in which nothing falls due, such as most of a plan that is followed up once a quarter."""
    return _("{month}: no report is expected · measures completed {completed}, {window}").format(
        month=short_month(counted, counted.month.month),
        completed=confirmed_words(counted.rows("completion")[0]),
        window=window(counted, counted.month.month),
    )
