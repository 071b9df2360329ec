"""The fields of a measure's follow-up: how often, in which months, and by which sections."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import streamlit as st
from pandas import DataFrame

from ita_data.labels import date_label, label, words
from ita_data.language import gettext as _
from ita_data.model.cadence import NAMING_A_MONTH, WORDING, Cadence, due_months
from ita_data.model.planning.drafting import is_new
from ita_data.model.records import Assignment, Measure, Records, Role
from ita_data.model.states import CellState
from ita_data.services import looking
from ui.forms.begun import Form
from ui.html.markdown import plain
from ui.look.look import Look
from ui.plan.choices import month_or_none, sections_in_role

_WHOLE_YEAR = (1, 12)

FollowUpForm = Form["FollowUp"]
"""The fields of one measure's follow-up as somebody began to fill them in."""

Months = tuple[int | None, int | None]
"""From which month until which, as a measure or an assignment has them."""


@dataclass(frozen=True)
class FollowUp:
    """A measure with the sections that are responsible for it."""

    measure: Measure
    assignments: frozenset[Assignment]

    def assignment_of(self, section: str) -> Assignment | None:
        """The assignment of one section, by name or as ทุกฝ่าย."""
        return next((entry for entry in self.assignments if entry.section == section), None)


def follow_up_of(records: Records, code: str) -> FollowUp:
    """The measure that has this code, with its sections."""
    measure = next(measure for measure in records.measures if measure.code == code)
    return FollowUp(measure, frozenset(entry for entry in records.assignments if entry.measure == code))


def entered_follow_up(look: Look, form: Form[FollowUp]) -> FollowUp | None:
    """What stands in the fields; None as long as that can't be saved."""
    entered = FollowUp(_entered_measure(look, form), frozenset(_entered_assignments(look, form)))
    errors = list(_errors(look, entered))
    for error in errors:
        st.error(error)
    return None if errors else entered


def say_what_falls_due(look: Look, entered: FollowUp) -> None:
    """How many reports of the year fall due by it, and a warning where none does that should."""
    measure = entered.measure
    if measure.cadence is Cadence.AS_NEEDED:
        st.info(_("As needed: no report falls due; whoever has something to tell reports it."))
    elif not measure.due_months:
        _say_that_nothing_falls_due(look, measure)
    else:
        _say_how_many_fall_due(look, entered)


def _entered_measure(look: Look, form: Form[FollowUp]) -> Measure:
    """The measure with what stands in the fields; another rhythm is worded anew for the report."""
    shown, rhythms = form.shown.measure, words("cadence")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = list(rhythms).index(shown.cadence)
        cadence = Cadence(
            st.selectbox(
                _("Rhythm of follow-up"),
                list(rhythms),
                place,
                format_func=rhythms.__getitem__,
                key=form.key("cadence"),
            )
        )
        named_month = _named_month(look, form) if cadence in NAMING_A_MONTH else shown.named_month
        first, last = _months(look, form, "measure", _("Active"), (shown.first_month, shown.last_month))
    final_from = shown.final_from_month if cadence is Cadence.AS_NEEDED else _final_from(look, form)
    wording = shown.follow_up if cadence == shown.cadence else WORDING[cadence]
    return replace(
        shown,
        cadence=cadence,
        follow_up=wording,
        named_month=named_month,
        first_month=first,
        last_month=last,
        final_from_month=final_from,
    )


def _final_from(look: Look, form: Form[FollowUp]) -> int | None:
    """From which month on the measure owes no more once it is completed; None where it always owes."""
    shown = form.shown.measure.final_from_month
    month = shown or _first_open_month(look)
    is_final = st.checkbox(_("Once completed, no more reports"), shown is not None, key=form.key("final"))
    if not is_final:
        return None
    text = _(
        "From the month after the one in which the measure is completed no report is expected any more. This holds "
        "from {month} on; the months before stay as they are."
    )
    st.caption(text.format(month=look.facts.names["month"][month]))
    return month


def _first_open_month(look: Look) -> int:
    """The month after the last one that is closed; September where all are."""
    return min(max((closing.month for closing in look.stored.records.closings), default=0) + 1, 12)


def _named_month(look: Look, form: Form[FollowUp]) -> int | None:
    usual = _("not named ({month})").format(month=look.facts.names["month"][12])
    shown, key = form.shown.measure.named_month, form.key("named-month")
    return month_or_none(look, _("Falls due in"), shown, without=usual, key=key)


def _entered_assignments(look: Look, form: Form[FollowUp]) -> Iterator[Assignment]:
    """The sections named in each role, with the months in which each has the measure."""
    with st.container(horizontal=True):
        named = {role: _sections(look, form, role) for role in Role}
    for role, sections in named.items():
        for section in sections:
            shown = form.shown.assignment_of(section)
            title = f"{section} · {label('role', role)}"
            with st.container(horizontal=True, vertical_alignment="bottom"):
                kept = (shown.first_month, shown.last_month) if shown else (None, None)
                months = _months(look, form, f"{role}-{section}", title, kept)
            yield Assignment(form.shown.measure.code, section, role, *months)


def _sections(look: Look, form: Form[FollowUp], role: Role) -> list[str]:
    assigned = (entry.section for entry in form.shown.assignments if entry.role is role)
    return sections_in_role(look, role, assigned, placeholder=_("Choose sections"), key=form.key(role))


def _months(look: Look, form: Form[FollowUp], field: str, title: str, shown: Months) -> Months:
    """From which month until which; what wasn't touched stays as it is stored, also where that is nothing."""
    names = look.facts.names["month"]
    titles = (_("{title} from").format(title=title), _("{title} until").format(title=title))
    chosen = [
        st.selectbox(
            plain(name),
            list(names),
            (stored or usual) - 1,
            format_func=names.__getitem__,
            key=form.key(f"{field}-{place}"),
        )
        for place, (name, stored, usual) in enumerate(zip(titles, shown, _WHOLE_YEAR, strict=True))
    ]
    first, last = (
        stored if month == (stored or usual) else month
        for month, stored, usual in zip(chosen, shown, _WHOLE_YEAR, strict=True)
    )
    return first, last


def _errors(look: Look, entered: FollowUp) -> Iterator[str]:
    """What keeps the follow-up from being saved."""
    names = look.facts.names["month"]
    spans: list[tuple[str, Measure | Assignment]] = [(_("The measure"), entered.measure)]
    spans += [(plain(entry.section), entry) for entry in entered.assignments]
    for name, span in spans:
        first, last = span.first_month or 1, span.last_month or 12
        if first > last:
            text = _("{name}: the first month, {first}, comes after the last, {last}. Choose an earlier or later one.")
            yield text.format(name=name, first=names[first], last=names[last])
    for section, times in Counter(entry.section for entry in entered.assignments).items():
        if times > 1:
            text = _("{section} is named as lead and as supporting. Take it out of one of them.")
            yield text.format(section=plain(section))


def _say_that_nothing_falls_due(look: Look, measure: Measure) -> None:
    names = look.facts.names["month"]
    asked_for = replace(measure, retired_from_month=None).due_months
    if measure.retired_from_month and asked_for:
        text = _("No report falls due: the measure is retired from {month} on, and its rhythm asks for none before.")
        st.info(text.format(month=names[measure.retired_from_month]))
        return
    text = _(
        "No report falls due: this rhythm asks for {months}, but the measure is active from {first} until {last} only. "
        "Choose other months or another rhythm."
    )
    months = _listed(look, due_months(measure.cadence, measure.named_month))
    first, last = names[measure.first_month or 1], names[measure.last_month or 12]
    st.warning(text.format(months=months, first=first, last=last))


def _say_how_many_fall_due(look: Look, entered: FollowUp) -> None:
    months, expected = _listed(look, entered.measure.due_months), _expected(look, entered)
    number = Counter(expected["section"].tolist())
    if not number:
        text = _("No report falls due: no lead section has the measure in {months}. Name one, or other months.")
        st.warning(text.format(months=months))
        return
    text = _("By this {number} reports fall due in fiscal year {year}: {sections}. They are for {months}.")
    sections = ", ".join(f"{plain(section)} {times}" for section, times in number.items())
    year = look.plan.fiscal_year
    st.info(text.format(number=f"{number.total():,}", year=year, sections=sections, months=months))
    overdue = int((expected["state"] == CellState.MISSING).sum())
    if is_new(entered.measure) and overdue:
        text = _("{number} of them are overdue already on {day}, and count as missing at once.")
        st.warning(text.format(number=f"{overdue:,}", day=date_label(look.as_of)))


def _expected(look: Look, entered: FollowUp) -> DataFrame:
    """The cells of the year that would be expected of the measure."""
    alone = replace(
        look.stored.records,
        measures=(entered.measure,),
        assignments=tuple(entered.assignments),
        items=(),
        outcomes=(),
        links=(),
        reviews=(),
        exemptions=(),
    )
    return looking.expected_by(alone, look.as_of)


def _listed(look: Look, months: Sequence[int]) -> str:
    names = look.facts.names["month"]
    if len(months) > 4 and len(months) == months[-1] - months[0] + 1:
        return _("every month from {first} until {last}").format(first=names[months[0]], last=names[months[-1]])
    return ", ".join(names[month] for month in months)
