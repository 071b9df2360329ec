"""The reports that are missing, and those that came late: by whom, since when, and who isn't counted."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from ita_data.labels import date_label, label
from ita_data.language import gettext as _
from ita_data.model.states import CellState
from ui.director.lists import left_out
from ui.look.look import Look
from ui.parts.counted import Reasons, reasons
from ui.parts.tables import number_table, text_table

_NOT_DUE = (CellState.EXEMPT, CellState.NOT_YET_DUE)


def missing_counts(look: Look) -> tuple[int, str]:
    """How many reports are overdue and haven't come, of those that are due."""
    return _counts(look, "missing")


def late_counts(look: Look) -> tuple[int, str]:
    """How many reports came after their due date, of those that are due."""
    return _counts(look, "late")


def show_missing(look: Look) -> None:
    """Who owes since when, the missing reports one by one, and those that count in no rate with the reason."""
    _say_who_counts(look)
    _overdue_by_section(look)
    rows = look.figures.rows("overdue")
    if rows:
        headers = [_("Section"), _("Month"), _("Code"), _("Measure"), _("Due on"), _("Days overdue")]
        text_table(headers, [[*_named(look, row), f"{row['days_overdue']:,}"] for row in rows], key="missing")
    _left_out(look, "missing")


def show_late(look: Look) -> None:
    """The reports that came late, and those that count in no rate with the reason."""
    _say_who_counts(look)
    rows = look.figures.rows("late")
    if rows:
        headers = [
            _("Section"),
            _("Month"),
            _("Code"),
            _("Measure"),
            _("Due on"),
            _("Received on"),
            _("Days late"),
        ]
        received = [[date_label(row["received_on"]), f"{row['days_late']:,}"] for row in rows]
        text_table(headers, [[*_named(look, row), *late] for row, late in zip(rows, received, strict=True)], key="late")
    else:
        st.success(_("No report came late."), icon=":material/check_circle:")
    _left_out(look, "late")


def _counts(look: Look, name: str) -> tuple[int, str]:
    counts = look.figures.rows("to_follow_up")[0]
    return counts[name], _("of {due} due").format(due=f"{counts['due']:,}")


def _say_who_counts(look: Look) -> None:
    counts = look.figures.rows("reporting")[0]
    st.caption(
        _("Counted are the {due} reports that are due: {on_time} on time, {late} late, {missing} missing.").format(
            **{name: f"{counts[name]:,}" for name in ("due", "on_time", "late", "missing")}
        )
        + " "
        + _roles(look)
    )


def _roles(look: Look) -> str:
    if not look.facts.expects_supporting(look.month):
        return _("Supporting sections aren't asked to report.")
    return "" if look.with_supporting else _("Supporting sections report too, but only lead sections are looked at.")


def _named(look: Look, row: dict[Any, Any]) -> list[str]:
    month = look.facts.names["month"][row["month"]]
    return [row["section"], month, row["measure"], row["text"], date_label(row["due_on"])]


def _left_out(look: Look, key: str) -> None:
    """The expected reports that are not due: exempt ones with their reason, and those whose day hasn't come."""
    cells = [cell for cell in look.figures.rows("expected_cells") if cell["state"] in _NOT_DUE]
    months, why = look.facts.names["month"], reasons(look)
    rows = [
        [row["section"], months[row["month"]], row["measure"], _why(row, why)]
        for row in sorted(cells, key=lambda cell: (cell["state"], cell["month"]))
    ]
    left_out([_("Section"), _("Month"), _("Code"), _("Why")], rows, key)


def _why(row: Mapping[Any, Any], why: Reasons) -> str:
    if row["state"] == CellState.NOT_YET_DUE:
        return f"{label('state', row['state'])} ({_('due on {day}').format(day=date_label(row['due_on']))})"
    reason = why.get((row["measure"], row["section"], row["month"])) or label("status", "not_applicable")
    return f"{label('state', row['state'])}: {reason}"


def _overdue_by_section(look: Look) -> None:
    """The sections that owe reports, the one that has owed longest first."""
    rows = look.figures.rows("overdue_by_section")
    if not rows:
        st.header(_("Overdue reports"), anchor=False)
        st.success(_("No report is overdue."), icon=":material/check_circle:")
        return
    months = look.facts.names["month"]
    number_table(
        _("Overdue reports"),
        [_("Section"), _("Reports missing"), _("Oldest month"), _("Days overdue")],
        [[row["section"], f"{row['missing']:,}", months[row["month"]], f"{row['days_overdue']:,}"] for row in rows],
    )
