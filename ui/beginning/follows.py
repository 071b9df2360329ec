"""What follows from the answers of an office that begins, said beside each question."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.metrics.asking import Asking
from ita_data.model.cadence import Cadence
from ita_data.model.planning.beginning import Answers, without_rhythm
from ita_data.model.rules import Rules
from ui.look.look import Look


def start(look: Look, asking: Asking) -> None:
    """How many reports the year has, and how many of them would be overdue at once."""
    text = _("Nothing is expected of the months before. From this one on, the year has {number} reports.")
    st.caption(text.format(number=f"{asking.in_year:,}"))
    if asking.missing:
        text = _("{number} of them are overdue already on {day}, and count as missing at once.")
        words = text.format(number=f"{asking.missing:,}", day=date_label(look.as_of))
        st.warning(words, icon=":material/warning:")


def rhythm(look: Look, answers: Answers, asking: Asking) -> None:
    """How many of the year's reports these measures come to; nothing where all have a rhythm."""
    if not without_rhythm(look.stored.records.measures):
        return
    others = look.stored.asked_for(replace(answers, cadence=Cadence.AS_NEEDED))
    text = _("They come to {number} of the {all} reports of the year.")
    st.caption(text.format(number=f"{asking.in_year - others.in_year:,}", all=f"{asking.in_year:,}"))


def due_day_and_targets(look: Look, rules: Rules, asking: Asking) -> None:
    """By which day the first reports come, and how many the targets are of a usual month's."""
    for line in _due_day_and_targets(look, rules, asking):
        st.caption(line)


def _due_day_and_targets(look: Look, rules: Rules, asking: Asking) -> Iterator[str]:
    if asking.first_month and asking.first_due_on:
        text, month = _("The reports of {month} are due on {day}."), look.facts.names["month"][asking.first_month]
        yield text.format(month=month, day=date_label(asking.first_due_on))
    of_a_month = {
        _("At least {number} of the {all} reports of a month shall come."): rules.reporting_target,
        _("At least {number} of the {all} reports of a month shall come in time."): rules.on_time_target,
    }
    for text, target in of_a_month.items():
        if target is not None:
            yield text.format(number=f"{ceil(asking.reports * target / 100):,}", all=f"{asking.reports:,}")
