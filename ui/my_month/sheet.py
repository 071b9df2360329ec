"""A section's month as a sheet: one row a report, entered by keys, each cell a draft as soon as it is typed."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from ita_data.labels import date_label, label, status_label
from ita_data.language import gettext as _
from ita_data.model.field_labels import field_label
from ita_data.model.names import heading_of
from ita_data.model.states import Status
from ui.html.report_cells import state_words
from ui.look.look import Look
from ui.my_month.columns import COLUMNS, written
from ui.my_month.drafts import Drafts, faults_in, nothing_happened, warnings_in
from ui.my_month.owed import Owed
from ui.my_month.typed import row_of, take_in, taken, unread
from ui.serving.web import component_script

OPENED = "opened-report"
"""The row whose whole report is opened beside the sheet; none where it is blank."""

_KEY = "sheet"
_component = st.components.v2.component(
    "sheet", html='<div class="sheet" data-sheet></div>\n', js=component_script("sheet/sheet.js"), isolate_styles=False
)


def sheet(look: Look, section: str, entries: Sequence[Owed], drafts: Drafts) -> None:
    """The reports as rows; what is entered comes back as drafts, and a row that is pressed is opened."""
    names = {name: field_label(name) for name in COLUMNS}
    shown = {
        "of": f"{drafts.owner} {look.plan.fiscal_year} {section} {look.month}",
        "taken": dict(taken()),
        "opened": st.session_state.get(OPENED, ""),
        "is_read_only": look.is_past,
        "rows": [_row(look, entry, drafts) for entry in entries],
        "statuses": [{"code": status, "label": label("status", status)} for status in Status],
        "heads": names | {"progress": "%"},
        "names": names,
        "words": _words(),
    }
    _component(
        key=_KEY,
        data=shown,
        on_edits_change=partial(_take, look, section, drafts),
        on_opened_change=_open,
    )


def report_opened(entries: Sequence[Owed]) -> Owed | None:
    """The report that is opened beside the sheet."""
    return next((entry for entry in entries if row_of(entry.report) == st.session_state.get(OPENED)), None)


def faults_of(look: Look, entry: Owed, drafts: Drafts) -> list[str]:
    """What keeps a report that was entered from being sent, each in words."""
    faults = [each.fault for each in unread(entry, drafts).values()]
    draft = drafts.by_key.get(entry.key)
    if draft is None:
        return faults
    if draft.is_overtaken(entry.sent):
        return [_("Someone else sent this report meanwhile. Open it and choose which version holds.")]
    return faults + faults_in(draft, look.plan.fiscal_year)


def _take(look: Look, section: str, drafts: Drafts) -> None:
    if told := st.session_state[_KEY].get("edits"):
        take_in(look, section, drafts, told)


def _open() -> None:
    st.session_state[OPENED] = st.session_state[_KEY].get("opened") or ""


def _row(look: Look, entry: Owed, drafts: Drafts) -> dict[str, Any]:
    draft = drafts.by_key.get(entry.key)
    review = draft.review if draft else entry.untouched
    has_status = draft.has_status if draft else entry.sent is not None
    texts, faults = unread(entry, drafts), faults_of(look, entry, drafts)
    doubts = warnings_in(draft, look.plan.fiscal_year) if draft else []
    values = {name: texts[name].text if name in texts else written(name, getattr(review, name)) for name in COLUMNS}
    declared = {name: written(name, value) for name, value in nothing_happened(entry).items() if name in COLUMNS}
    return {
        "id": row_of(entry.report),
        "heading": _heading(look, entry),
        "code": entry.measure,
        "text": entry.text,
        "due": _("due on {day}").format(day=date_label(entry.due_on)) if entry.due_on else "",
        "said": _standing(entry, drafts, is_faulty=bool(faults)),
        "last": _last(look, entry),
        "values": values | ({} if has_status else {"status": ""}),
        "faults": faults + doubts,
        "nothing": declared if entry.sent is None else None,
        "is_entered": entry.key in drafts.by_key,
        "is_faulty": bool(faults),
        "waits": bool(entry.state) and entry.sent is None and entry.key not in drafts.by_key,
        "is_locked": look.is_past or bool(draft and draft.is_overtaken(entry.sent)),
    }


def _heading(look: Look, entry: Owed) -> str:
    """The indicator or initiative of a measure; what is followed up as needed stands apart."""
    if entry.state is None and entry.due_on is None:
        return _("Followed up as needed: reported where something was done")
    heading = heading_of(entry.measure)
    return look.facts.headings.get(heading, heading)


def _standing(entry: Owed, drafts: Drafts, *, is_faulty: bool) -> str:
    if entry.key not in drafts.by_key:
        return _("Sent; waits for the coordinator") if entry.awaits_approval else state_words(entry.state)
    if is_faulty:
        return _("✎ entered, to be mended before it can be sent")
    return _("✎ entered, not sent yet")


def _last(look: Look, entry: Owed) -> dict[str, str]:
    """What was reported before; the text is one that can be taken over, never that nothing was done."""
    if entry.last is None:
        return {"words": "", "text": ""}
    month = look.facts.names["month"][entry.last.month]
    return {"words": f"{month} · {status_label(entry.last.status)}", "text": entry.last_text}


def _words() -> dict[str, str]:
    """What the sheet calls its parts, in the reader's language."""
    return {
        "measure": _("Measure"),
        "last": _("Reported before"),
        "take": _("Take over this text"),
        "nothing": _("Nothing happened this month"),
        "more": _("Evidence, note and history"),
        "next": _("next report"),
        "leave": _("to the buttons that send"),
        "waits": _("What you typed waits here until the server answers. Leave this page open: nothing is lost."),
    }
