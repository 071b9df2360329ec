"""A closed month: its figures as they were kept, the live ones beside them, and what was changed since and why."""

from collections.abc import Iterable, Iterator
from typing import Any

import streamlit as st

from ita_data.labels import date_label, rate_label
from ita_data.language import gettext as _
from ita_data.metrics.frozen import Figures, digest
from ita_data.model.changes import Change
from ita_data.model.decisions import Closing
from ita_data.services import closing as service
from ita_data.services.closing import LaterChange
from ui.forms.begun import folded_form
from ui.forms.button import pressed_by
from ui.forms.save import save
from ui.html.markdown import plain
from ui.look.look import Look
from ui.parts.changes import change_rows
from ui.parts.moments import moment
from ui.parts.tables import text_table

_FORM = "reopen"
_GROUPS = ("", "_by_indicator", "_by_initiative", "_by_section")
_RATES = (
    ("completion", "completed", "applicable"),
    ("reporting", "received", "due"),
    ("reporting", "on_time", "due"),
)
"""The rates that are shown: of which metric, and which columns they divide."""


def show_closed(look: Look, closing: Closing) -> None:
    """Everything about the closing of the month looked at, in one block that is open from the start."""
    month = look.facts.names["month"][look.month]
    with st.container(border=True, key="closed-month"):
        st.header(_("{month} is closed").format(month=month), anchor=False)
        _say_who_and_when(look, closing)
        later = look.said.changes_after(closing)
        _show_figures(look, closing, bool(later))
        _show_changes(look, later)
        _show_reopenings(look)


def _say_who_and_when(look: Look, closing: Closing) -> None:
    months = look.stored.snapshot.months
    due_on = months.loc[months["month"] == look.month, "due_on"].item()
    st.write(
        _("Reports due on {due_on} · closed on {day} by {name} · reopened for {number} sections").format(
            due_on=date_label(due_on),
            day=date_label(closing.closed_on),
            name=plain(closing.closed_by),
            number=len(look.said.reopenings),
        )
    )
    if digest(closing.figures) == closing.sha256:
        text = _("The kept figures are those that were signed off: fingerprint SHA-256 {fingerprint}")
        st.caption(text.format(fingerprint=closing.sha256))
    else:
        st.error(
            _(
                "The kept figures don't match their fingerprint: somebody changed them in the database. "
                "Restore the database from a backup made before."
            ),
            icon=":material/gpp_bad:",
        )


def _show_figures(look: Look, closing: Closing, is_changed: bool) -> None:
    kept, live = look.said.kept_figures(closing), look.figures.of_office(look.month)
    rows = list(_rows(look, kept, live, is_changed))
    headers = ["", _("Completed when closed"), _("Reported when closed"), _("On time when closed")]
    text_table(headers, rows)


def _rows(look: Look, kept: Figures, live: Figures, is_changed: bool) -> Iterator[list[str]]:
    """One row for the office and for each indicator, initiative and section; those that came or went have a dash."""
    for group in _GROUPS:
        name = group.removeprefix("_by_")
        sides = [_by_name(figures, group, name) for figures in (kept, live)]
        for member in dict.fromkeys([*sides[0], *sides[1]]):
            then, now = (side.get(member, ["–"] * len(_RATES)) for side in sides)
            title = look.facts.names[name].get(member, str(member)) if name else _("Whole office")
            yield [title, *_side_by_side(then, now, is_changed)]


def _by_name(figures: Figures, group: str, name: str) -> dict[Any, list[str]]:
    """The rates of each member of a group, or of the office; a dash where a figure wasn't kept."""
    found: dict[Any, list[str]] = {}
    for place, (metric, part, whole) in enumerate(_RATES):
        for row in figures.get(metric + group, []):
            rates = found.setdefault(row.get(name), ["–"] * len(_RATES))
            rates[place] = rate_label(row[part], row[whole])
    return found


def _side_by_side(then: Iterable[str], now: Iterable[str], is_changed: bool) -> Iterator[str]:
    """Each kept rate, and below it the live one where it is another by now."""
    mark = _("✎ changed after closing") if is_changed else _("changed as days went by")
    for before, after in zip(then, now, strict=True):
        yield before if before == after else "\n".join([before, _("now {rate}").format(rate=after), mark])


def _show_changes(look: Look, later: list[LaterChange]) -> None:
    if not later:
        st.caption(_("Nothing of this month was changed after it was closed."))
        return
    st.markdown("**" + _("Changed after closing") + "**")
    headers = [_("When and by whom"), _("Reason"), _("Record"), _("Before"), _("After")]
    rows = [
        row for each in later for change in each.changes for row in _changed_rows(each, change, look.plan.fiscal_year)
    ]
    text_table(headers, rows, "changed-after-closing")


def _changed_rows(later: LaterChange, change: Change, fiscal_year: int) -> Iterator[list[str]]:
    by = f"{moment(later.batch.applied_at)}\n{later.batch.actor.name}"
    reason = later.batch.reason or _("reopened for the section")
    for record, action, field, before, after in change_rows(change, fiscal_year):
        yield [by, reason, f"{record}\n{field or action}", before, after]


def _show_reopenings(look: Look) -> None:
    if look.said.reopenings:
        text_table(
            [_("Reopened for"), _("Reason"), _("When"), _("By")],
            [[each.section, each.reason, date_label(each.opened_on), each.opened_by] for each in look.said.reopenings],
        )
    if not look.is_past:
        folded_form(_FORM, _("Reopen for one section"), ":material/lock_open:", lambda: _ask(look))


def _ask(look: Look) -> None:
    reopened = {each.section for each in look.said.reopenings}
    st.write(
        _(
            "The section may then change its reports of this month without giving a reason each time. The kept figures "
            "stay. Undo the reopening in the history to end it."
        )
    )
    sections = [name for name in look.facts.sections if name not in reopened]
    section = st.selectbox(_("Section"), sections, key="reopen-section")
    reason = st.text_input(_("Reason"), key="reopen-reason", max_chars=500)
    actor = pressed_by(_("Reopen"), "reopen-now", is_ready=section is not None)
    if actor is None or section is None:
        return
    plan, month = look.plan.name, look.month
    if save(_FORM, lambda store, _reason: service.reopen(store, plan, section, month, actor, reason=reason)):
        st.rerun()
