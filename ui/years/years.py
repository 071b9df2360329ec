"""Two fiscal years side by side: the figures of each as of its own end, and what became of its measures."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from ita_data.labels import date_label, label, rate_label, status_label
from ita_data.language import gettext as _
from ita_data.metrics import closing_day, opening_month
from ita_data.model.records import Measure
from ita_data.model.years import Pair, Passage, likely_origins, side_by_side
from ita_data.thai_text import cut_short
from ui.forms.begun import Form, edit, folded_form, one_record
from ui.forms.save import edits_button
from ui.html.differences import marked
from ui.look.look import Look
from ui.look.plans import plans
from ui.parts.points import points_label
from ui.parts.tables import number_table, text_table

_ORIGINS = "origins"
_LONGEST_TEXT = 60


@dataclass(frozen=True)
class Years:
    """What is looked at of two years that follow each other."""

    old: Look
    new: Look

    @property
    def both(self) -> tuple[Look, Look]:
        return self.old, self.new

    @property
    def pairs(self) -> list[Pair]:
        """The measures of both years."""
        return side_by_side(self.old.stored.records, self.new.stored.records)


def two_years(look: Look) -> Years | None:
    """The year looked at and the one before it, or else the one after it; None where it is the only one."""
    mine = {plan.fiscal_year: plan for plan in plans() if plan.organisation == look.plan.organisation}
    year = look.plan.fiscal_year
    for first in (year - 1, year):
        if first in mine and first + 1 in mine:
            old, new = (_at_its_end(replace(look, plan=mine[each])) for each in (first, first + 1))
            return Years(old, new)
    st.info(_("There is no plan of the year before {year} to compare with.").format(year=year))
    return None


def _at_its_end(look: Look) -> Look:
    """The same look at the plan's own year as of its end, up to the month that has come by then."""
    snapshot = look.stored.snapshot
    as_of = closing_day(snapshot, look.as_of)
    section = look.section if look.section in look.facts.sections else None
    return replace(look, month=opening_month(snapshot, as_of), as_of=as_of, section=section)


def show_figures(years: Years) -> None:
    """Completion and reporting of each year, in one row each."""
    headers = [_("Fiscal year"), _("Up to month"), _("As known on"), *_figure_headers()]
    number_table(_("Both years"), headers, [_year_row(look) for look in years.both])
    st.caption(
        _("Each year stands as known on the day after its September reports were due, or today; they are never mixed.")
    )


def _figure_headers() -> list[str]:
    return [_("Measures completed"), _("Reports received"), _("Reports on time")]


def _year_row(look: Look) -> list[str]:
    completion, reporting = look.figures.rows("completion")[0], look.figures.rows("reporting")[0]
    return [
        str(look.plan.fiscal_year),
        look.facts.names["month"][look.month],
        date_label(look.as_of),
        rate_label(completion["completed"], completion["applicable"]),
        rate_label(reporting["received"], reporting["due"]),
        rate_label(reporting["on_time"], reporting["due"]),
    ]


def show_indicators(years: Years) -> None:
    """Each indicator in each year: the score that its measures answer, completion and reporting."""
    names = {**years.old.facts.names["indicator"], **years.new.facts.names["indicator"]}
    headers = [_("Indicator")]
    for look in years.both:
        year = look.plan.fiscal_year
        titles = (_("Score"), _("Completed"), _("Reports received"))
        headers += [f"{name}\n{of}" for name, of in zip(titles, (year - 1, year, year), strict=True)]
    rows = [
        [names[indicator], *(cell for look in years.both for cell in _indicator_figures(look, indicator))]
        for indicator in sorted(names)
    ]
    number_table(_("By indicator"), headers, rows)


def _indicator_figures(look: Look, indicator: int) -> list[str]:
    """The score that a year's measures answer, and how far they are."""
    return [
        points_label(look.stored.assessment(look.plan.fiscal_year - 1).points.get(str(indicator))),
        _rate(look, "completion_by_indicator", indicator, "completed", "applicable"),
        _rate(look, "reporting_by_indicator", indicator, "received", "due"),
    ]


def _rate(look: Look, metric: str, indicator: int, numerator: str, denominator: str) -> str:
    row = next((row for row in look.figures.rows(metric) if row["indicator"] == indicator), None)
    return rate_label(row[numerator], row[denominator]) if row else "–"


def show_passages(years: Years) -> None:
    """The measures of both years beside each other, and what became of each."""
    st.header(_("Measures of both years"), anchor=False)
    pairs = years.pairs
    counted = Counter(pair.passage for pair in pairs)
    met = [passage for passage in Passage if counted[passage]]
    chosen = st.pills(
        _("Show"),
        met,
        selection_mode="multi",
        default=met,
        format_func=lambda passage: f"{label('passage', passage)} ({counted[passage]:,})",
        # One that wasn't met before is shown as well.
        key=f"passages {' '.join(met)}",
    )
    statuses = [{row["measure"]: row["status"] for row in look.figures.rows("measure_status")} for look in years.both]
    headers = [_("What became of it")]
    for look in years.both:
        headers += [_("Measure {year}").format(year=look.plan.fiscal_year), _("Status")]
    text_table(headers, [_pair_row(pair, *statuses) for pair in pairs if pair.passage in chosen], "pairs")


def _pair_row(pair: Pair, old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    before, after = (each.text if each else "" for each in (pair.old, pair.new))
    if pair.passage is Passage.REWORDED:
        before, after = marked(before, after)
    return [
        label("passage", pair.passage),
        _code(pair.old) + before,
        _status(pair.old, old),
        _code(pair.new) + after,
        _status(pair.new, new),
    ]


def _code(measure: Measure | None) -> str:
    return f"{measure.code} " if measure else "–"


def _status(measure: Measure | None, statuses: Mapping[str, str]) -> str:
    status = statuses.get(measure.code) if measure else None
    return status_label(status) if status else "–"


def origins_form(years: Years) -> None:
    """Which measure of the old year a measure carries on, to be said by whoever knows; same words are offered."""
    folded_form(
        _ORIGINS, _("Which measure carries on which"), ":material/linked_services:", lambda: _edit_origins(years)
    )


def _edit_origins(years: Years) -> None:
    _take_likely_ones(years)
    _choose_origin(years)


def _take_likely_ones(years: Years) -> None:
    likely = likely_origins(years.old.stored.records, years.new.stored.records)
    if not likely:
        return
    text = _("{number} measures without an origin say just what one of the year before says.")
    st.info(text.format(number=len(likely)))
    mine = [measure for measure in years.new.stored.records.measures if measure.code in likely]
    edits = [(measure, replace(measure, comes_from=likely[measure.code])) for measure in mine]
    edits_button(years.new, _ORIGINS, _("Carry these on"), "take-likely", edits)


def _choose_origin(years: Years) -> None:
    news = {measure.code: measure for measure in years.new.stored.records.measures}
    olds = {measure.code: measure for measure in years.old.stored.records.measures}
    title = _("Measure {year}").format(year=years.new.plan.fiscal_year)
    code = st.selectbox(title, list(news), format_func=lambda code: _short(news[code]), key="origin-of")
    if code is None:
        return
    edit(
        years.new,
        _ORIGINS,
        news[code].identity,
        news[code],
        enter=partial(_entered_origin, years, olds),
        edits=one_record,
    )


def _entered_origin(years: Years, olds: Mapping[str, Measure], form: Form[Measure]) -> Measure:
    shown = form.shown.comes_from
    choices = ["", *olds]
    origin = st.selectbox(
        _("carries on the measure of {year}").format(year=years.old.plan.fiscal_year),
        choices,
        index=choices.index(shown or "") if shown in olds else 0,
        format_func=lambda code: _short(olds[code]) if code else _("none: it is new"),
        key=form.key("origin"),
    )
    return replace(form.shown, comes_from=origin or None)


def _short(measure: Measure) -> str:
    return f"{measure.code} {cut_short(measure.text, _LONGEST_TEXT)}"
