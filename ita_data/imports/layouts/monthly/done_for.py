"""The month that stands beside a status: what was done for another one, or later, is no status of the reported one."""

from ita_data.imports.dates import day_typed
from ita_data.imports.layouts.monthly.slips import is_out_of_time
from ita_data.imports.layouts.months import month_spans
from ita_data.imports.layouts.spans import Span
from ita_data.imports.statuses import words_behind
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Records
from ita_data.model.repairs import arabic


def is_done_for_another(text: str, reported: FiscalMonth, plan: Records | None) -> bool:
    """Whether a cell of statuses names another month than the reported one beside its status.

    A day tells when the work was done, which may be long ago; one after the report fell due is none of it.
    """
    line = arabic(words_behind(text)).strip()
    spans = month_spans(line)
    months = [month for span in spans if not span.is_day and (month := _month(span, reported))]
    if any(_is_later(line, span, reported, plan) for span in spans if span.is_day):
        return True
    return bool(months) and (reported not in months or max(months) > reported)


def _month(span: Span, reported: FiscalMonth) -> FiscalMonth | None:
    """The month that is named; one without a year is that of the reported fiscal year."""
    if not isinstance(span.value, tuple):
        return None
    month, year = span.value
    if not year:
        return FiscalMonth.in_year(reported.fiscal_year, month)
    return FiscalMonth.of_code(f"{year:04d}-{month:02d}")


def _is_later(line: str, span: Span, reported: FiscalMonth, plan: Records | None) -> bool:
    found = day_typed(line[span.start : span.end])
    if found is None:
        month = _month(span, reported)
        return month is not None and month > reported
    return found > reported.last_day and is_out_of_time(found, reported, plan)
