"""The finding of one indicator or initiative: how far its measures are, what stands still, what came."""

from ita_data.findings.counted import Counted, of_month
from ita_data.findings.figures import confirmed_words, pace_words
from ita_data.findings.sentence import reports_of_month
from ita_data.findings.wording import few_or_number, heading_name, short_month
from ita_data.labels import whole_percent
from ita_data.language import gettext as _


def heading_finding(counted: Counted, heading: str) -> str:
    """A heading in a sentence: ตัวชี้วัดที่ 4 แล้วเสร็จ 1/4 ต่ำกว่าแนวตามเวลา 50% อยู่ 25 จุด · ...; `counted` is narrowed to it."""
    if not counted.rows("measure_status"):
        return _("{name} has no measure").format(name=heading_name(heading))
    completed = _("{name} has completed {completed}").format(name=heading_name(heading), completed=_completed(counted))
    return " · ".join(part for part in (completed, _standing(counted), _reports(counted)) if part)


def _completed(counted: Counted) -> str:
    row = counted.rows("completion")[0]
    pace = of_month(counted.rows("pace_by_month"), counted.month.month)
    if pace is None or not row["applicable"]:
        return confirmed_words(row)
    points = whole_percent(row["completion"]) - whole_percent(pace["pace"])
    words = (
        _("{completed}, {points} points above {pace}") if points > 0 else _("{completed}, {points} points below {pace}")
    )
    if points == 0:
        words = _("{completed}, just at {pace}")
    return words.format(completed=confirmed_words(row), points=abs(points), pace=pace_words(pace))


def _standing(counted: Counted) -> str:
    standing = [row["measure"] for row in counted.rows("standstill") if row["motion"] == "standing"]
    if not standing:
        return ""
    measures = few_or_number(standing, _("{number} measures"))
    return _("standing still for three months: {measures}").format(measures=measures)


def _reports(counted: Counted) -> str:
    row = of_month(counted.rows("reporting_by_month"), counted.month.month)
    if row is None or not row["due"] + row["not_yet_due"]:
        return _("{month}: no report is expected").format(month=short_month(counted, counted.month.month))
    return reports_of_month(counted, row)
