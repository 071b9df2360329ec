"""One review to be entered: status, percentage, what was done, when, and where that can be seen."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from ita_data.labels import STATUS_SYMBOLS, date_label, label
from ita_data.language import gettext as _
from ita_data.model.problem_kinds import Severity
from ita_data.model.records import Review
from ita_data.model.review_checks import NOTHING_HAPPENED, problems_of
from ita_data.model.states import Status
from ita_data.services import clock
from ui.data import Look
from ui.drafts import Drafts, drop, keep
from ui.owed import Owed
from ui.tables import plain, state_words, text_table


def review_form(look: Look, section: str, entry: Owed, drafts: Drafts) -> None:
    """What a section enters for a measure and a month; it is kept as a draft with every change."""
    month = look.facts.names["month"][entry.month]
    st.markdown(f"**{entry.measure} · {month}** — {plain(entry.text)}")
    st.caption(" · ".join([state_words(entry.state), *_due(entry)]))
    draft = drafts.get(entry.key)
    if draft and draft.is_overtaken(entry):
        _ask_which(entry, drafts)
        return
    review = _entered(section, entry, draft.review if draft else entry.sent)
    if review:
        keep(drafts, entry, review)
        _show_problems(review, look.plan.fiscal_year)


def nothing_happened(section: str, entry: Owed) -> Review:
    """The answer that nothing was done this month; the status stays what it was."""
    review = entry.sent or _new(section, entry)
    status = entry.last.status if entry.last else Status.NOT_STARTED
    return replace(review, status=status, result=NOTHING_HAPPENED)


def can_be_sent(review: Review, fiscal_year: int) -> bool:
    """Whether nothing keeps a review from being stored."""
    return not any(problem.severity is Severity.ERROR for problem in problems_of(review, fiscal_year, clock.today()))


def _due(entry: Owed) -> list[str]:
    return [_("due on {day}").format(day=date_label(entry.due_on))] if entry.due_on else []


def _new(section: str, entry: Owed) -> Review:
    return Review(entry.measure, section, entry.month, Status.NOT_STARTED, clock.today())


def _entered(section: str, entry: Owed, shown: Review | None) -> Review | None:
    """What stands in the fields, None as long as no status is chosen."""
    status = _status(_name("status", section, entry), shown)
    left, right = st.columns(2)
    with left:
        progress = st.number_input(
            _("Progress (%)"), 0.0, 100.0, step=5.0, **_field("progress", section, entry, shown), format="%g"
        )
    with right:
        done_on: date | None = st.date_input(
            _("Done on"), format="DD/MM/YYYY", **_field("done_on", section, entry, shown)
        )
        if done_on:
            st.caption(date_label(done_on))
    _show_last(section, entry)
    result = st.text_area(_("What was done"), **_field("result", section, entry, shown))
    evidence = st.text_input(_("Evidence or link"), **_field("evidence", section, entry, shown))
    note = st.text_input(_("Note"), **_field("note", section, entry, shown))
    if status is None:
        return None
    return replace(
        entry.sent or _new(section, entry),
        status=status,
        progress=progress,
        result=result.strip(),
        done_on=done_on,
        evidence=evidence.strip(),
        note=note.strip(),
    )


def _status(name: str, shown: Review | None) -> Status | None:
    st.session_state.setdefault(name, shown.status if shown else None)
    chosen: Status | None = st.segmented_control(
        _("Status"),
        list(Status),
        format_func=lambda status: f"{STATUS_SYMBOLS[status]} {label('status', status)}",
        key=name,
        width="stretch",
    )
    return chosen


def _field(name: str, section: str, entry: Owed, shown: Review | None) -> dict[str, Any]:
    """The key of a field, which holds what was entered or stored before."""
    key = _name(name, section, entry)
    empty = None if name in ("progress", "done_on") else ""
    st.session_state.setdefault(key, getattr(shown, name) if shown else empty)
    return {"key": key, "value": st.session_state[key]} if name in ("progress", "done_on") else {"key": key}


def _name(field: str, section: str, entry: Owed) -> str:
    return f"{field}|{section}|{entry.key}"


def _show_last(section: str, entry: Owed) -> None:
    """What was reported before, to be taken over by a click and never by itself."""
    if entry.last is None or not entry.last.result:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("Reported before: {text}").format(text=plain(entry.last.result)))
        st.button(
            _("Take over this text"),
            icon=":material/content_copy:",
            key=f"take-over|{section}|{entry.key}",
            on_click=_take_over,
            args=(_name("result", section, entry), entry.last.result),
        )


def _take_over(name: str, text: str) -> None:
    st.session_state[name] = text


def _show_problems(review: Review, fiscal_year: int) -> None:
    for problem in problems_of(review, fiscal_year, clock.today()):
        show = st.error if problem.severity is Severity.ERROR else st.warning
        show(f"{plain(problem.message)} {plain(problem.mend)}")


def _ask_which(entry: Owed, drafts: Drafts) -> None:
    """Both versions, where somebody else sent one since this one was begun."""
    draft = drafts[entry.key]
    st.warning(_("Someone else sent this report meanwhile. Choose which version holds."))
    text_table(
        [_("Field"), _("Stored now"), _("Entered here")],
        [[label("field", name), _said(entry.sent, name), _said(draft.review, name)] for name in _FIELDS],
    )
    with st.container(horizontal=True):
        if st.button(_("Keep what is stored"), key=f"keep-stored-{entry.key}"):
            drop(drafts, entry)
            st.rerun()
        if st.button(_("Take what I entered"), key=f"keep-mine-{entry.key}"):
            drafts[entry.key] = replace(draft, shown=entry.sent)
            st.rerun()


_FIELDS = ("status", "progress", "result", "done_on", "evidence", "note")


def _said(review: Review | None, name: str) -> str:
    value = getattr(review, name, None)
    match value:
        case None:
            return "–"
        case Status():
            return label("status", value)
        case date():
            return date_label(value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)
