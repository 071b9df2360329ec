"""The four figures of a month, each with its window, its denominator and what it is to be read beside."""

from dataclasses import dataclass

from ita_data.findings.counted import Counted, Row, due_day, is_due, month_before, of_month
from ita_data.findings.wording import day_words, few_or_number, month_words, short_month, window
from ita_data.labels import percent_label, whole_percent
from ita_data.language import gettext as _
from ita_data.model.states import COMPARED, STANDSTILL_MONTHS


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is shown.

    `of` is what it is counted among, with its parts; `beside` what it is read beside, such as the month before at the
    same age. `points` is the change since then in percentage points, None where it has no arrow; `more` what else
    belongs to it. `key` says which figure it is.
    """

    key: str
    name: str
    value: str
    of: str
    beside: str = ""
    points: int | None = None
    more: str = ""


def four_figures(counted: Counted) -> tuple[Figure, Figure, Figure, Figure]:
    """Reports of the month received and on time, reports owed from before, and measures completed so far."""
    return (_received(counted), _on_time(counted), _older(counted), _completed(counted))


def heading_figures(counted: Counted) -> tuple[Figure, Figure, Figure, Figure]:
    """The figures of one indicator or initiative, which `counted` is narrowed to.

    Reports of the month received, measures standing still, reports owed from before, and measures completed so far.
    """
    return (_received(counted), _standing(counted), _older(counted), _completed(counted))


def parts_of(row: Row) -> str:
    """The leads' and the supporting sections' part: หลัก 30/34 · ร่วม 183/277; nothing where only leads are expected."""
    # Where nobody leads, or nobody supports, the whole is said already.
    if not row.get("supporting_due") or not row["lead_due"]:
        return ""
    return _("lead {lead_received}/{lead_due} · supporting {supporting_received}/{supporting_due}").format(
        **{name: f"{row[name]:,}" for name in ("lead_received", "lead_due", "supporting_received", "supporting_due")}
    )


def confirmed_words(row: Row) -> str:
    """How many of the completed measures are confirmed: ยืนยันแล้ว 0 · รอยืนยัน 29 จาก 47; without any to wait for 18/46."""
    if not row["applicable"]:
        return _("none is applicable")
    if not row["unconfirmed"]:
        return f"{row['completed']:,}/{row['applicable']:,}"
    return _("confirmed {confirmed} · to be confirmed {unconfirmed} of {applicable}").format(
        confirmed=row["completed"] - row["unconfirmed"], unconfirmed=row["unconfirmed"], applicable=row["applicable"]
    )


def all_sections_words(row: Row) -> str:
    """How many measures every section calls completed; nothing where that wasn't kept."""
    return (
        _("every section says so of {number}").format(number=row["completed_by_all"])
        if "completed_by_all" in row
        else ""
    )


def pace_words(row: Row | None) -> str:
    """Where completion should be: แนวตามเวลา 50%, or the office's target; nothing where it wasn't kept."""
    if row is None:
        return ""
    words = _("target {pace}") if row["is_target"] else _("pace {pace}")
    return words.format(pace=percent_label(row["pace"]))


def change_words(figure: Figure) -> str:
    """What a figure is read beside, with the change since: ▲ 2 จุด จากก.พ. ณ วันเดียวกัน 37%."""
    if figure.points is None:
        return figure.beside
    if figure.points == 0:
        return f"= {figure.beside}"
    words = _("▲ {points} points, {beside}") if figure.points > 0 else _("▼ {points} points, {beside}")
    return words.format(points=abs(figure.points), beside=figure.beside)


def _received(counted: Counted) -> Figure:
    row, month = _of_the_month(counted), short_month(counted, counted.month.month)
    name = _("Reports of {month} received").format(month=month)
    if not is_due(counted):
        return Figure("received", name, "–", _so_far(counted, row))
    if not row["due"]:
        return Figure("received", name, "–", _("no report is expected"))
    of = " · ".join(part for part in (f"{row['received']:,}/{row['due']:,}", parts_of(row)) if part)
    return Figure("received", name, percent_label(row["reporting_rate"]), of, *_beside(counted, row, "reporting_rate"))


def _on_time(counted: Counted) -> Figure:
    row, month = _of_the_month(counted), short_month(counted, counted.month.month)
    due_on = due_day(counted)
    name = _("of {month} on time").format(month=month)
    if due_on:
        name = _("of {month} on time ({day})").format(month=month, day=day_words(due_on))
    if not is_due(counted):
        return Figure("on_time", name, "–", _("not yet due"))
    if not row["due"]:
        return Figure("on_time", name, "–", _("no report is expected"))
    of = f"{row['on_time']:,}/{row['due']:,}"
    return Figure("on_time", name, percent_label(row["on_time_rate"]), of, *_beside(counted, row, "on_time_rate"))


def _older(counted: Counted) -> Figure:
    last = counted.month.month - 1
    owed = [row for row in counted.rows("reporting_by_section_and_month") if row["missing"] and row["month"] <= last]
    name = _("Reports owed of {window}").format(window=window(counted, last)) if last else _("Reports owed from before")
    if not owed:
        return Figure("older", name, "0", _("nothing is owed") if last else _("the fiscal year begins"))
    of = _("from {number} sections").format(number=len({row["section"] for row in owed}))
    oldest = _("oldest of {month}").format(month=month_words(counted, min(row["month"] for row in owed)))
    return Figure("older", name, f"{sum(row['missing'] for row in owed):,}", of, oldest)


def _completed(counted: Counted) -> Figure:
    row, month = counted.rows("completion")[0], counted.month.month
    name = _("Measures completed, {window}").format(window=window(counted, month))
    pace = of_month(counted.rows("pace_by_month"), month)
    of = " · ".join(part for part in (confirmed_words(row), pace_words(pace)) if part)
    before = month_before(counted)
    beside, points = _beside(counted, row, "completion")
    if before and before.get("undated") != row.get("undated"):
        points = None
    more = all_sections_words(row)
    return Figure("completed", name, percent_label(row["completion"]), of, beside, points, more)


def _standing(counted: Counted) -> Figure:
    rows = counted.rows("standstill")
    month = rows[0]["month"] if rows else 0
    if month <= STANDSTILL_MONTHS:
        return Figure("standing", _("Measures standing still"), "–", _("too early to compare"))
    first, last = short_month(counted, month - STANDSTILL_MONTHS + 1), short_month(counted, month)
    name = _("Measures standing still, {first}–{last}").format(first=first, last=last)
    standing = [row["measure"] for row in rows if row["motion"] == "standing"]
    compared = sum(row["motion"] in COMPARED for row in rows)
    of = _("of {measures} measures compared").format(measures=compared)
    codes = few_or_number(standing, "") if standing else ""
    return Figure("standing", name, f"{len(standing):,}", of if compared else _("none can be compared"), codes)


def _of_the_month(counted: Counted) -> Row:
    return of_month(counted.rows("reporting_by_month"), counted.month.month) or counted.rows("reporting")[0]


def _so_far(counted: Counted, row: Row) -> str:
    text = _("{received} of {asked} so far").format(
        received=f"{row['received']:,}", asked=f"{row['due'] + row['not_yet_due']:,}"
    )
    due_on = due_day(counted)
    return text if due_on is None else _("{text}, due on {day}").format(text=text, day=day_words(due_on))


def _beside(counted: Counted, row: Row, rate: str) -> tuple[str, int | None]:
    """The month before at the same age in words, and the change since."""
    before = month_before(counted)
    if before is None or before[rate] is None or row[rate] is None:
        return "", None
    words = _("{month} at the same age {rate}").format(
        month=short_month(counted, before["month"]), rate=percent_label(before[rate])
    )
    return words, whole_percent(row[rate]) - whole_percent(before[rate])
