"""The plan's rules, each from a month on: the due day, whose reviews are expected, and how much shall be completed."""

from dataclasses import replace
from functools import partial

import streamlit as st

from ita_data.language import gettext as _
from ita_data.metrics import next_to_fall_due
from ita_data.model.field_labels import field_label
from ita_data.model.pace import Targets, falling, targets_of
from ita_data.model.periods import MONTHS
from ita_data.model.rules import Rules, changed_from, rules_in
from ita_data.services.editing import edits_between
from ui.forms.begun import Form, edit, open_form
from ui.forms.rules import due_day_field, on_time_target_field, reporting_target_field, target_field
from ui.look.look import Look
from ui.parts.tables import text_table
from ui.settings.foreseen import is_confirmed

_NAME = "rules"
_FIELDS = ("due_day", "expects_supporting", "reporting_target", "on_time_target", "completion_targets")

PlanRules = tuple[Rules, ...]


def rules_form(look: Look) -> None:
    """The rules as they hold, and the fields that change them from a month on."""
    open_form(_NAME, _("Rules of the plan"), lambda: _edit(look))


def _edit(look: Look) -> None:
    stored = look.stored.snapshot.rules
    _show(look, stored)
    year = str(look.plan.fiscal_year)
    edit(look, _NAME, year, stored, enter=partial(_entered, look), edits=edits_between)


def _show(look: Look, rules: PlanRules) -> None:
    months = look.facts.names["month"]
    text_table(
        [_("From month"), *map(field_label, _FIELDS)],
        [
            [
                months[each.from_month],
                str(each.due_day),
                _("yes") if each.expects_supporting else _("no"),
                *map(_percent, (each.reporting_target, each.on_time_target)),
                _percents(look, each.completion_targets),
            ]
            for each in rules
        ],
    )


def _percent(target: int | None) -> str:
    return "–" if target is None else f"{target}%"


def _percents(look: Look, targets: Targets) -> str:
    months = look.facts.names["month"]
    given = [f"{months[month]} {each}%" for month, each in zip(MONTHS, targets, strict=False) if each is not None]
    return ", ".join(given) or "–"


def _entered(look: Look, form: Form[PlanRules]) -> PlanRules | None:
    left, right = st.columns(2)
    with left:
        month = _from_month(look, form)
    with right:
        due_day = due_day_field(rules_in(form.shown, month).due_day, form.key(f"due-day-{month}"))
    rules = replace(_rules(look, form, month), due_day=due_day)
    if fall := falling(rules.completion_targets):
        _say_that_targets_fall(look, *fall)
        return None
    entered = changed_from(form.shown, month, rules)
    return entered if is_confirmed(look, edits_between(form.shown, entered), form.key("confirm")) else None


def _from_month(look: Look, form: Form[PlanRules]) -> int:
    """The month from which on the fields hold; at first the next one that isn't due yet."""
    months = look.facts.names["month"]
    month: int = st.selectbox(
        _("From which month on"),
        list(MONTHS),
        index=next_to_fall_due(look.stored.snapshot, look.as_of) - 1,
        format_func=months.__getitem__,
        key=form.key("from-month"),
        help=_("The months before keep the rules that they have."),
        filter_mode=None,
    )
    return month


def _rules(look: Look, form: Form[PlanRules], month: int) -> Rules:
    """What stands in the other fields, which begin with what holds in the month."""
    held, key = rules_in(form.shown, month), f"-{month}"
    supporting = st.checkbox(
        _("Supporting sections report too"), held.expects_supporting, key=form.key("expects-supporting" + key)
    )
    left, right = st.columns(2)
    with left:
        reporting = reporting_target_field(held.reporting_target, form.key("reporting-target" + key))
    with right:
        on_time = on_time_target_field(held.on_time_target, form.key("on-time-target" + key))
    completion = _completion_targets(look, form, month, held.completion_targets)
    return replace(
        held,
        expects_supporting=supporting,
        reporting_target=reporting,
        on_time_target=on_time,
        completion_targets=completion,
    )


def _completion_targets(look: Look, form: Form[PlanRules], month: int, held: Targets) -> Targets:
    """A target for each month from the chosen one on that shall have one; those before stay."""
    st.write(_("Targets for completion at the end of the month (%)"))
    st.caption(
        _(
            "A month without a target has the last one before it. Where no month has one, completion is held against "
            "the time that has gone."
        )
    )
    months, targets = look.facts.names["month"], held or (None,) * len(MONTHS)
    with st.container(horizontal=True):
        entered = [
            target_field(
                months[each], targets[each - 1], form.key(f"completion-{each}-{month}"), placeholder="–", width=130
            )
            for each in range(month, len(MONTHS) + 1)
        ]
    return targets_of([*targets[: month - 1], *entered])


def _say_that_targets_fall(look: Look, earlier: int, later: int) -> None:
    months = look.facts.names["month"]
    text = _("The target of {later} is lower than that of {earlier}. Raise it, or lower the earlier one.")
    st.error(text.format(later=months[later], earlier=months[earlier]))
