"""One review to be entered: status, percentage, what was done, when, and where that can be seen."""

from typing import Any

import streamlit as st

from ita_data.labels import date_label, status_label
from ita_data.language import gettext as _
from ita_data.model.drafts import Draft
from ita_data.model.field_labels import field_label
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Review
from ita_data.model.review_fields import ANSWERS, LARGEST_NUMBER, REVIEW_FIELDS, Kind, ReviewField
from ita_data.model.states import Status
from ui.forms.day import day_field
from ui.html.markdown import plain
from ui.html.report_cells import state_words
from ui.look.look import Look
from ui.my_month.drafts import Drafts, drop, enter, faults_in, hold_against_stored, warnings_in
from ui.my_month.owed import Owed
from ui.parts.reviews import field_text
from ui.parts.tables import text_table

_SHORT = (Kind.PERCENT, Kind.WHOLE_NUMBER, Kind.DATE)
_TEXTS = (Kind.TEXT, Kind.LINK)
_FOLLOWING = [name for name in ANSWERS if REVIEW_FIELDS[name].kind is not Kind.DATE]
"""The fields that are told what to show; that of a day shows what it is given."""
_SIDE_BY_SIDE = 3
"""So many short fields stand in one line."""


def review_form(look: Look, entry: Owed, drafts: Drafts) -> bool:
    """What a section enters for a measure and a month, kept as a draft with every change; is all of it clear?"""
    _heading(look, entry)
    draft = drafts.by_key.get(entry.key)
    if draft and draft.is_overtaken(entry.sent):
        _ask_which(entry, drafts)
        return True
    is_clear = _fields(look, entry, drafts)
    if draft:
        _show_problems(draft, look.plan.fiscal_year)
    return is_clear


def review_as_it_was(look: Look, entry: Owed) -> None:
    """What the section had sent by a past day, which can only be read: whatever is entered is entered today."""
    _heading(look, entry)
    if entry.sent:
        text_table([_("Field"), _("Sent")], [[field_label(name), _said(entry.sent, name)] for name in ANSWERS])
    st.info(_("On a past day reports can only be read. Look at today to enter and send them."))


def _heading(look: Look, entry: Owed) -> None:
    month = look.facts.names["month"][entry.month]
    st.markdown(f"**{entry.measure} · {month}** — {plain(entry.text)}")
    st.caption(" · ".join([state_words(entry.state), *_due(entry)]))


def _due(entry: Owed) -> list[str]:
    return [_("due on {day}").format(day=date_label(entry.due_on))] if entry.due_on else []


def _fields(look: Look, entry: Owed, drafts: Drafts) -> bool:
    """All fields; gives whether each says clearly what it says."""
    _follow(entry, drafts.by_key.get(entry.key))
    st.segmented_control(
        _("Status"),
        list(Status),
        format_func=status_label,
        width="stretch",
        **_field("status", entry, drafts),
    )
    is_clear = True
    values = [REVIEW_FIELDS[name] for name in ANSWERS if REVIEW_FIELDS[name].kind in _SHORT]
    for first in range(0, len(values), _SIDE_BY_SIDE):
        beside = values[first : first + _SIDE_BY_SIDE]
        for field, column in zip(beside, st.columns(len(beside)), strict=True):
            with column:
                is_clear &= _value_field(look, field, entry, drafts)
    _show_last(entry, drafts)
    for field in (REVIEW_FIELDS[name] for name in ANSWERS if REVIEW_FIELDS[name].kind in _TEXTS):
        show = st.text_area if field.is_long else st.text_input
        show(field_label(field.name), **_field(field.name, entry, drafts))
    return is_clear


def _value_field(look: Look, field: ReviewField, entry: Owed, drafts: Drafts) -> bool:
    """The field of a percentage, a number or a day; gives whether it says clearly what it says."""
    name, title = field.name, field_label(field.name)
    match field.kind:
        case Kind.PERCENT:
            st.number_input(title, step=5.0, format="%g", **_with_value(name, entry, drafts))
        case Kind.WHOLE_NUMBER:
            asked = _with_value(name, entry, drafts)
            st.number_input(title, min_value=0, max_value=LARGEST_NUMBER, step=1, **asked)
        case Kind.DATE:
            return _day_field(look, name, entry, drafts)
    return True


def _day_field(look: Look, name: str, entry: Owed, drafts: Drafts) -> bool:
    """The field of a day, whose half-typed text is of the person alone who types it."""
    month = FiscalMonth(look.plan.fiscal_year, entry.month)
    draft = drafts.by_key.get(entry.key)
    entered = day_field(
        field_label(name),
        f"{entry.field(name)}|{drafts.owner}",
        getattr(draft.review if draft else entry.untouched, name),
        opens=month.first_day,
        on_change=lambda day: enter(drafts, [(entry, {name: day})]),
    )
    return entered.is_clear


def _follow(entry: Owed, draft: Draft | None) -> None:
    """Let the fields show the draft, or else what is stored, also where somebody else changed that meanwhile.

    A field that shows it already is left alone: what somebody is typing there would be lost.
    """
    review = draft.review if draft else entry.untouched
    has_status = draft.has_status if draft else entry.sent is not None
    for name in _FOLLOWING:
        value = getattr(review, name) if has_status or name != "status" else None
        key = entry.field(name)
        if key not in st.session_state or not _shows(entry, name, value):
            st.session_state[key] = value


def _shows(entry: Owed, name: str, value: Any) -> bool:
    shown = st.session_state[entry.field(name)]
    return bool((shown.strip() if isinstance(shown, str) else shown) == value)


def _in_field(entry: Owed, name: str) -> Any:
    value = st.session_state[entry.field(name)]
    return value.strip() if isinstance(value, str) and name != "status" else value


def _field(name: str, entry: Owed, drafts: Drafts) -> dict[str, Any]:
    return {"key": entry.field(name), "on_change": _take_in, "args": (name, entry, drafts)}


def _with_value(name: str, entry: Owed, drafts: Drafts) -> dict[str, Any]:
    """The same for a field that is only empty where it is told so."""
    return {"value": st.session_state[entry.field(name)], **_field(name, entry, drafts)}


def _take_in(name: str, entry: Owed, drafts: Drafts) -> None:
    """Keep what stands in a field, before the page runs: what changed it may already have led to another report."""
    if entry.field(name) in st.session_state:  # Not where the same click threw the draft away.
        enter(drafts, [(entry, {name: _in_field(entry, name)})])


def _show_last(entry: Owed, drafts: Drafts) -> None:
    """What was reported before, to be taken over by a click and never by itself."""
    if not entry.last_text:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("Reported before: {text}").format(text=plain(entry.last_text)))
        st.button(
            _("Take over this text"),
            icon=":material/content_copy:",
            key=entry.field("take-over"),
            on_click=_take_over,
            args=(entry, drafts),
        )


def _take_over(entry: Owed, drafts: Drafts) -> None:
    st.session_state[entry.field("result")] = entry.last_text
    _take_in("result", entry, drafts)


def _show_problems(draft: Draft, fiscal_year: int) -> None:
    for fault in faults_in(draft, fiscal_year):
        st.error(plain(fault))
    for warning in warnings_in(draft, fiscal_year):
        st.warning(plain(warning))


def _ask_which(entry: Owed, drafts: Drafts) -> None:
    """Both versions, where somebody else sent one since this one was begun."""
    draft = drafts.by_key[entry.key]
    st.warning(_("Someone else sent this report meanwhile. Choose which version holds."))
    text_table(
        [_("Field"), _("Stored now"), _("Entered here")],
        [[field_label(name), _said(entry.sent, name), _said(draft.review, name)] for name in ANSWERS],
    )
    with st.container(horizontal=True):
        if st.button(_("Keep what is stored"), key=f"keep-stored-{entry.key}"):
            drop(drafts, entry)
            st.rerun()
        if st.button(_("Take what I entered"), key=f"keep-mine-{entry.key}"):
            hold_against_stored(drafts, entry)
            st.rerun()


def _said(review: Review | None, name: str) -> str:
    return field_text(name, getattr(review, name, None))
