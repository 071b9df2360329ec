"""A section's finding: whether it is ever on time, and what it owes, in one sentence."""

from collections.abc import Iterator

from ita_data.findings.counted import Counted, Row
from ita_data.findings.sections import SectionMonths, days_late
from ita_data.findings.wording import section_name, short_months
from ita_data.language import gettext as _


def section_finding(counted: Counted, each: SectionMonths) -> str:
    """A section in a sentence: ฝ่ายโยธา ไม่เคยทันกำหนด ช้าเฉลี่ย 4 วัน · ไม่ส่งเลย มี.ค. 31 รายงาน."""
    found = " · ".join(part for part in (_habit(counted, each), *_owed(counted, each)) if part)
    return f"{section_name(counted, each.section)} {found or _nothing_owed()}"


def _nothing_owed() -> str:
    return _("owes no report")


def _habit(counted: Counted, each: SectionMonths) -> str:
    days = days_late(counted).get(each.section)
    late = each.months[-1]["late"]
    if each.is_never_on_time and days is not None:
        return _("was never on time, {days} days late on average").format(days=days)
    if not late:
        return ""
    return _("{late} reports of this month late").format(late=f"{late:,}")


def _owed(counted: Counted, each: SectionMonths) -> Iterator[str]:
    """The months of which nothing came, then those of which some reports are missing."""
    silent = [row for row in each.months if row["missing"] and not row["received"]]
    some = [row for row in each.months if row["missing"] and row["received"]]
    yield _said(counted, _("nothing came of {months}: {missing} reports"), silent)
    yield _said(counted, _("missing of {months}: {missing} reports"), some)


def _said(counted: Counted, words: str, rows: list[Row]) -> str:
    if not rows:
        return ""
    months = short_months(counted, (row["month"] for row in rows))
    return words.format(months=months, missing=f"{sum(row['missing'] for row in rows):,}")
