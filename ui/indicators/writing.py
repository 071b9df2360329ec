"""An outcome written on screen or mended: what came of which measures, beside what the sections reported on them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.changes import Edit
from ita_data.model.field_labels import field_label
from ita_data.model.names import heading_of, number_of
from ita_data.model.outcome_lines import as_entered, words_of
from ita_data.model.planning.numbering import free_code
from ita_data.model.records import Link, LinkState, Measure, Outcome, Records
from ita_data.thai_text import cut_short
from ui.forms.begun import Form, edit, folded_form
from ui.forms.day import Entered, day_field
from ui.indicators.indicator import Heading
from ui.indicators.reported import reported_lines
from ui.look.look import Look
from ui.shell.going import take

_NAME = "outcome"
_WANTED = "outcome-wanted"
_NEW = ""
_LONGEST_TEXT = 90


@dataclass(frozen=True)
class Written:
    """An outcome with its links, of whatever state, and all measures of the plan as the form calls them."""

    outcome: Outcome
    links: frozenset[Link]
    known: tuple[Measure, ...]

    @property
    def measures(self) -> list[str]:
        """Who the measures are that it answers for sure."""
        sure = {link.measure for link in self.links if link.state is LinkState.CONFIRMED}
        return [each.identity for each in self.known if each.code in sure]


def outcome_form(heading: Heading) -> None:
    """A new outcome of the indicator, or one of its outcomes to be mended."""
    title = _("Write an outcome, or mend one")
    folded_form(_NAME, title, ":material/edit_note:", lambda: _edit(heading))


def write_for(measure: Measure) -> None:
    """Open the form for a new outcome of a measure, on the page of its indicator."""
    heading = heading_of(measure.code)
    take(indicator=heading)
    st.session_state[_NAME] = True
    st.session_state[_chooser(heading)] = _NEW
    st.session_state[_WANTED] = measure.identity


def _chooser(heading: str) -> str:
    return f"outcome-of-{heading}"


def _edit(heading: Heading) -> None:
    records = heading.look.stored.records
    outcomes = {each.identity: each for each in records.outcomes if str(each.indicator) == heading.code}
    who: str = st.selectbox(
        _("Outcome"),
        [_NEW, *outcomes],
        format_func=lambda who: _short(outcomes[who]) if who else _("A new outcome"),
        key=_chooser(heading.code),
    )
    of = f"{heading.look.plan.fiscal_year}|{heading.code}|{who}"
    outcome = outcomes[who] if who else _blank(records, number_of(heading.code))
    edit(heading.look, _NAME, of, _written(records, outcome), enter=partial(_entered, heading.look), edits=_edits)


def _short(record: Outcome | Measure) -> str:
    return cut_short(f"{record.code} {record.text}", _LONGEST_TEXT)


def _written(records: Records, outcome: Outcome) -> Written:
    links = frozenset(link for link in records.links if link.outcome == outcome.code)
    return Written(outcome, links, records.measures)


def _blank(records: Records, indicator: int) -> Outcome:
    """The next outcome of an indicator, with nothing said yet."""
    code = free_code(str(indicator), [each.code for each in records.outcomes])
    position = max((each.position for each in records.outcomes if each.indicator == indicator), default=0) + 1
    return Outcome(code, indicator, position, "")


def _entered(look: Look, form: Form[Written]) -> Written | None:
    measures = _measures(form)
    words, beside = st.columns([3, 2])
    with beside:
        reported_lines(look, form, _codes(look.stored.records.measures, measures), into=form.key("text"))
    with words:
        outcome, is_clear = _outcome(look, form)
        errors = list(_errors(outcome))
        for error in errors:
            st.error(error)
    if errors or not is_clear or not outcome.text:
        return None
    if not measures:
        st.warning(_("No measure is chosen yet: the outcome will stand in the report, but fills no gap."))
    links = _links(form.shown, _codes(form.shown.known, measures))
    return replace(form.shown, outcome=outcome, links=frozenset(links))


def _codes(measures: Iterable[Measure], chosen: Collection[str]) -> list[str]:
    """The codes that measures have, of those that were chosen."""
    return [each.code for each in measures if each.identity in chosen]


def _measures(form: Form[Written]) -> list[str]:
    """Who the measures are that it answers; those of its own indicator come first."""
    measures, own = {each.identity: each for each in form.shown.known}, str(form.shown.outcome.indicator)
    key = form.key("measures")
    chosen = st.session_state.setdefault(key, form.shown.measures)
    wanted = st.session_state.pop(_WANTED, None)
    if wanted in measures and wanted not in chosen:
        st.session_state[key] = [*chosen, wanted]
    return st.multiselect(
        _("Measures that it answers; choosing one confirms it"),
        sorted(measures, key=lambda who: heading_of(measures[who].code) != own),
        format_func=lambda who: _short(measures[who]),
        placeholder=_("Choose measures"),
        key=key,
    )


def _outcome(look: Look, form: Form[Written]) -> tuple[Outcome, bool]:
    """The outcome with what stands in the fields, just as it was where nobody changed anything; is each day clear?"""
    shown = form.shown.outcome
    words = _text(form)
    first_day, second_day = st.columns(2)
    with first_day:
        first = _day(look, form, "done_on", _("Done on, or first day"))
    with second_day:
        last = _day(look, form, "done_until", _("Last day, of a period"))
    quantity, document, evidence = (_line(form, name) for name in ("quantity", "document", "evidence"))
    entered = replace(
        shown, done_on=first.day, done_until=last.day, quantity=quantity, document=document, evidence=evidence
    )
    is_as_shown = entered == shown and words == words_of(shown)
    return shown if is_as_shown else as_entered(entered, words), first.is_clear and last.is_clear


def _text(form: Form[Written]) -> str:
    key = form.key("text")
    st.session_state.setdefault(key, words_of(form.shown.outcome))
    words: str = st.text_area(_("What came of it"), height=220, key=key)
    st.caption(_("The first line is the outcome, and each line below it one of its details."))
    return words


def _day(look: Look, form: Form[Written], name: str, title: str) -> Entered:
    return day_field(title, form.key(name), getattr(form.shown.outcome, name), opens=look.as_of)


def _line(form: Form[Written], name: str) -> str:
    key = form.key(name)
    st.session_state.setdefault(key, getattr(form.shown.outcome, name))
    text: str = st.text_input(field_label(name), key=key)
    return text


def _errors(outcome: Outcome) -> Iterator[str]:
    """What keeps the outcome from being saved."""
    if outcome.done_until is None:
        return
    if outcome.done_on is None:
        yield _("The period has a last day but no first one. Enter the first day too.")
    elif outcome.done_until <= outcome.done_on:
        text = _("The last day, {last}, must come after the first, {first}. Leave it empty where it is one day.")
        yield text.format(first=date_label(outcome.done_on), last=date_label(outcome.done_until))


def _links(shown: Written, measures: list[str]) -> Iterator[Link]:
    """The links as they shall be: chosen measures are confirmed, and one that was taken out is no match any more."""
    known = {link.measure for link in shown.links}
    for link in shown.links:
        if link.measure in measures:
            yield replace(link, state=LinkState.CONFIRMED)
        else:
            yield replace(link, state=LinkState.REJECTED) if link.state is LinkState.CONFIRMED else link
    for measure in measures:
        if measure not in known:
            yield Link(shown.outcome.code, measure, LinkState.CONFIRMED)


def _edits(shown: Written, entered: Written) -> Iterator[Edit]:
    """The outcome and each of its links, as they were and as they shall be."""
    before = {link.measure: link for link in shown.links}
    yield (shown.outcome if shown.outcome.text else None), entered.outcome
    for link in sorted(entered.links - shown.links, key=lambda link: link.measure):
        yield before.get(link.measure), link
