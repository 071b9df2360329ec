"""The fields of one measure: its text and details whole, its follow-up and sections, and the items that it covers."""

from dataclasses import replace
from functools import partial

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.planning.drafting import measure_of, with_assignments, with_measure
from ui.look.look import Look
from ui.plan.choices import month_or_none, short_name
from ui.plan.draft import Draft, change, draft_of
from ui.plan.follow_up import FollowUp, FollowUpForm, entered_follow_up, follow_up_of, say_what_falls_due
from ui.plan.long_text import long_text

_ENTERED = (
    *("text", "detail", "items", "cadence", "follow_up", "named_month"),
    *("first_month", "last_month", "final_from_month", "retired_from_month"),
)
"""What of a measure stands in the fields; its number and place are changed elsewhere."""


def measure_fields(look: Look, identity: str) -> bool:
    """The fields of a measure, which the draft follows as long as what stands in them can be saved; whether it can."""
    draft = draft_of(look)
    form = _form(draft, look, identity)
    text = _long_text(look, form, identity, "text", _("Measure"))
    detail = _long_text(look, form, identity, "detail", _("Details, one a line"))
    if not text:
        st.error(_("Write what the measure is: without a text it can't be saved."))
    items = _items(draft, form)
    entered = entered_follow_up(look, form)
    retired_from = _retired_from(look, form)
    if not text or entered is None:
        return False
    measure = replace(entered.measure, text=text, detail=detail, items=items, retired_from_month=retired_from)
    entered = replace(entered, measure=measure)
    _take(look, identity, entered)
    say_what_falls_due(look, entered)
    return True


def _form(draft: Draft, look: Look, identity: str) -> FollowUpForm:
    """The fields as they were begun; anew where they weren't on the page a moment ago, for then they forgot all."""
    name = f"plan|{look.plan.organisation}|{look.plan.fiscal_year}|{identity}|{draft.round}"
    form: FollowUpForm | None = st.session_state.get(name)
    if form is None or form.key("text") not in st.session_state:
        shown = follow_up_of(draft.wanted, measure_of(draft.wanted, identity).code)
        form = FollowUpForm(name, shown, draft.revision, form.round + 1 if form else 0)
        st.session_state[name] = form
    return form


def _long_text(look: Look, form: FollowUpForm, identity: str, field: str, title: str) -> str:
    take = partial(_take_text, look, identity, field)
    return long_text(title, form.key(field), getattr(form.shown.measure, field), take)


def _take_text(look: Look, identity: str, field: str, text: str) -> None:
    """Have the draft say a text; without one the measure keeps what it has, so that it can be saved."""
    if text or field != "text":
        change(look, with_measure(draft_of(look).wanted, identity, **{field: text}))


def _items(draft: Draft, form: FollowUpForm) -> tuple[str, ...]:
    """The items that the measure covers, of its own indicator."""
    measure = form.shown.measure
    issues = {each.code: each.issue for each in draft.wanted.items if each.indicator == measure.indicator}
    if not issues:
        return measure.items
    covered = [code for code in issues if code in measure.items]
    chosen: list[str] = st.multiselect(
        _("Items that it covers"),
        list(issues),
        covered,
        format_func=lambda code: short_name(code, issues[code]),
        placeholder=_("Choose items"),
        key=form.key("items"),
    )
    return measure.items if set(chosen) == set(measure.items) else tuple(code for code in issues if code in chosen)


def _retired_from(look: Look, form: FollowUpForm) -> int | None:
    shown, key = form.shown.measure.retired_from_month, form.key("retired-from")
    month = month_or_none(look, _("Retired from"), shown, without=_("goes on"), key=key)
    if month:
        text = _(
            "From {month} on no report is expected of the measure, and it is in no rate. What was reported on it and "
            "the figures of the months before stay."
        )
        st.caption(text.format(month=look.facts.names["month"][month]))
    return month


def _take(look: Look, identity: str, entered: FollowUp) -> None:
    """Have the draft say what stands in the fields."""
    plan = draft_of(look).wanted
    before = follow_up_of(plan, measure_of(plan, identity).code)
    values = {name: getattr(entered.measure, name) for name in _ENTERED}
    after = replace(before.measure, **values)
    mine = frozenset(replace(each, measure=after.code) for each in entered.assignments)
    if (before.measure, before.assignments) == (after, mine):
        return
    wanted = with_measure(plan, identity, **values)
    change(look, with_assignments(wanted, identity, sorted(mine, key=lambda each: (each.role, each.section))))
