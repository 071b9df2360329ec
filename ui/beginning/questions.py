"""The questions that a yearly report leaves open, and the fields to answer them."""

from dataclasses import replace

import streamlit as st

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.cadence import Cadence
from ita_data.model.names import heading_of
from ita_data.model.periods import MONTHS
from ita_data.model.planning.beginning import Answers, without_rhythm
from ita_data.model.rules import Rules
from ui.forms.begun import Form
from ui.forms.rules import due_day_field, on_time_target_field, reporting_target_field
from ui.look.look import Look

_WIDTH = 420
"""Of a field, in points: what it holds is short."""


def start(look: Look, form: Form[Answers]) -> int:
    """The first month for which reports are asked."""
    months = look.facts.names["month"]
    month: int = st.selectbox(
        _question(_("From which month does the follow-up start?")),
        list(MONTHS),
        index=form.shown.rules.starts_in_month - 1,
        format_func=months.__getitem__,
        key=form.key("starts-in-month"),
        filter_mode=None,
        width=_WIDTH,
    )
    return month


def who_reports(look: Look, form: Form[Answers], answers: Answers) -> Answers:
    """The answers with whose reports are asked for; beside each choice, how many these are a month."""
    choices = [replace(answers, rules=replace(answers.rules, expects_supporting=each)) for each in (False, True)]
    names = [_("Lead sections alone"), _("Supporting sections too")]
    place: int = st.radio(
        _question(_("Who reports?")),
        range(len(choices)),
        index=int(form.shown.rules.expects_supporting),
        format_func=names.__getitem__,
        captions=[_reports_a_month(look, choice) for choice in choices],
        key=form.key("expects-supporting"),
    )
    return choices[place]


def _reports_a_month(look: Look, answers: Answers) -> str:
    asking = look.stored.asked_for(answers)
    silent = len(look.facts.sections) - asking.sections
    text = _("Each month has {reports} reports, of {sections} sections.")
    if silent:
        text = _("Each month has {reports} reports, of {sections} sections; {silent} sections owe none.")
    return text.format(reports=f"{asking.reports:,}", sections=asking.sections, silent=silent)


def rhythm(look: Look, form: Form[Answers]) -> Cadence:
    """How often the measures are followed up of which the file doesn't say it; not asked where it says all."""
    unsaid = without_rhythm(look.stored.records.measures)
    if not unsaid:
        return form.shown.cadence
    cadences = list(Cadence)
    cadence: Cadence = st.selectbox(
        _question(_("How often are the measures followed up of which the file doesn't say it?")),
        cadences,
        index=cadences.index(form.shown.cadence),
        format_func=lambda each: label("cadence", each),
        key=form.key("cadence"),
        filter_mode=None,
        width=_WIDTH,
    )
    text = _("These are {number} measures of {headings}; the answer holds for all of them.")
    headings = dict.fromkeys(heading_of(measure.code) for measure in unsaid)
    st.caption(text.format(number=f"{len(unsaid):,}", headings=", ".join(headings)))
    return cadence


def due_day_and_targets(form: Form[Answers]) -> Rules:
    """The rules with the due day and the two targets of reporting; those of completion are set month by month."""
    held = form.shown.rules
    st.write(_question(_("By when, and how many of them?")))
    left, middle, right = st.columns(3)
    with left:
        due_day = due_day_field(held.due_day, form.key("due-day"))
    with middle:
        reporting = reporting_target_field(held.reporting_target, form.key("reporting-target"))
    with right:
        on_time = on_time_target_field(held.on_time_target, form.key("on-time-target"))
    return replace(held, due_day=due_day, reporting_target=reporting, on_time_target=on_time)


def _question(words: str) -> str:
    return f"**{words}**"
