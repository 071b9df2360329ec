"""What was typed into the cells of the sheet, as the browser tells it, and how far it was taken in.

The browser counts what is entered and keeps it until it hears here that it was taken, so that nothing is lost while
the server can't be reached, and a page that is drawn anew never takes what was typed meanwhile.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

import streamlit as st

from ita_data.model.drafts import Answers, Report
from ita_data.model.periods import FiscalMonth
from ui.look.look import Look
from ui.my_month.columns import COLUMNS, read
from ui.my_month.drafts import Drafts, enter
from ui.my_month.owed import Owed, reported

_TAKEN = "sheet-taken"
_UNREAD = "sheet-unread"
"""Texts that say nothing yet, by owner, row and column, each with the value that held when it was typed."""


class Edit(TypedDict):
    """What somebody entered in one cell."""

    row: str
    name: str
    value: str


class Told(TypedDict):
    """What a browser's tab entered since it last heard from the server, and the number of the last of it."""

    tab: str
    number: int
    edits: Sequence[Edit]


@dataclass(frozen=True, slots=True)
class Unread:
    """A text in a cell that says nothing yet, and what is wrong with it."""

    text: str
    fault: str


def row_of(report: Report) -> str:
    """By what the browser knows a report."""
    return "|".join(map(str, report))


def taken() -> Mapping[str, Any]:
    """The last of what was entered that was taken in, and of which tab."""
    found: Mapping[str, Any] = st.session_state.get(_TAKEN, {"tab": "", "number": 0})
    return found


def take_in(look: Look, section: str, drafts: Drafts, told: Told) -> None:
    """Keep what was entered as drafts; what the server took already is passed over."""
    last = taken()
    if told["tab"] == last["tab"] and told["number"] <= last["number"]:
        return
    by_row: dict[str, dict[str, str]] = {}
    for edit in told["edits"]:
        if edit["name"] in COLUMNS:
            by_row.setdefault(edit["row"], {})[edit["name"]] = edit["value"]
    entered = [_entered(look, entry, drafts, cells) for entry, cells in _named(look, section, by_row)]
    enter(drafts, [(entry, answers) for entry, answers in entered if answers])
    st.session_state[_TAKEN] = {"tab": told["tab"], "number": told["number"]}


def unread(entry: Owed, drafts: Drafts) -> dict[str, Unread]:
    """The texts in a report's cells that say nothing yet, by column; those over which another value came are gone."""
    texts = st.session_state.get(_UNREAD, {})
    found = {}
    for name in COLUMNS:
        text, fault, beside = texts.get((drafts.owner, entry.report, name), ("", "", None))
        if fault and beside == _value(entry, drafts, name):
            found[name] = Unread(text, fault)
    return found


def _named(look: Look, section: str, by_row: Mapping[str, dict[str, str]]) -> list[tuple[Owed, dict[str, str]]]:
    """The reports that the browser named; one whose measure is gone from the plan is left out."""
    reports = [(_report(row), cells) for row, cells in by_row.items()]
    found = [(reported(look, section, report), cells) for report, cells in reports]
    return [(entry, cells) for entry, cells in found if entry]


def _report(row: str) -> Report:
    measure, section, month = row.split("|")
    return Report(measure, section, int(month))


def _entered(look: Look, entry: Owed, drafts: Drafts, cells: Mapping[str, str]) -> tuple[Owed, Answers]:
    """What a report's cells say; a text that says nothing yet is set aside."""
    texts = st.session_state.setdefault(_UNREAD, {})
    opens = FiscalMonth(look.plan.fiscal_year, entry.month).first_day
    answers: dict[str, Any] = {}
    for name, text in cells.items():
        value, fault = read(name, text, opens)
        key = (drafts.owner, entry.report, name)
        texts.pop(key, None)
        if fault:
            texts[key] = text, fault, _value(entry, drafts, name)
        else:
            answers[name] = value
    return entry, answers


def _value(entry: Owed, drafts: Drafts, name: str) -> Any:
    draft = drafts.by_key.get(entry.key)
    return getattr(draft.review if draft else entry.untouched, name)
