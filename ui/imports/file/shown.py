"""What the file on the desk is: told first, with what may be changed right there and what was answered."""

import streamlit as st

from ita_data.imports.reading import ContextKey
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Batch
from ita_data.model.records import Records
from ita_data.services.importing import Preview
from ui.imports.file.answered import answered, take_back
from ui.imports.file.html import PartLine, Remark, file_html
from ui.imports.file.lines import MOST_LINES, Desk, months_to_choose, part_lines
from ui.imports.said import say_context
from ui.look import day
from ui.look.look import Look
from ui.parts.moments import moment
from ui.shell.pressable import pressable

_KEY = "desk-file"
_BACK = "back"


def take_what_was_pressed(preview: Preview | None) -> None:
    """Take what was chosen for a part of the file shown until now, or an answer back, before the file is read."""
    pressed = (st.session_state.get(_KEY) or {}).get("pressed") or ""
    first, _space, rest = pressed.partition(" ")
    if preview is None or not rest:
        return
    if first == _BACK:
        take_back(preview.reading, int(rest))
        return
    name, _space, value = rest.partition(" ")
    if value and int(first) < len(preview.reading.parts):
        sheet, cell = preview.reading.parts[int(first)].place
        say_context({ContextKey(sheet, cell, name): value})


def show_file(preview: Preview, look: Look | None, actor: Actor | None) -> None:
    """A line for each part of a monthly workbook, one for a yearly report; the file is read again with what changes."""
    lines, answers = _lines(preview, look, actor), answered(preview.reading)
    remarks = [_seen(preview.seen)] if preview.seen else []
    if (more := len(preview.reading.parts) - MOST_LINES) > 0:
        remarks.append(Remark(_("{number} more parts aren't listed.").format(number=f"{more:,}")))
    if lines or answers or remarks:
        pressable(file_html(_("What this file is"), lines, remarks, _("Your answers"), answers), _KEY)


def _lines(preview: Preview, look: Look | None, actor: Actor | None) -> list[PartLine | str]:
    if preview.reading.parts:
        return [*part_lines(preview.reading, preview.changes, _desk(preview, look, actor))]
    records = preview.reading.records
    return [_report(records)] if records and records.measures else []


def _desk(preview: Preview, look: Look | None, actor: Actor | None) -> Desk:
    asked = [option for of in preview.reading.context if of.key.field == "section" for option in of.options]
    sections = dict.fromkeys((*(look.facts.sections if look else ()), *asked))
    years = [plan.fiscal_year for plan in (look and look.plan, preview.changes) if plan]
    return Desk(tuple(sections), months_to_choose(years, day.today()), actor.section if actor else "")


def _report(records: Records) -> str:
    text = _("{indicators} indicators · {items} items · {measures} measures · {office} · {year}")
    return text.format(
        indicators=len(records.indicators),
        items=len(records.items),
        measures=sum(measure.indicator is not None for measure in records.measures),
        office=records.organisation,
        year=records.fiscal_year,
    )


def _seen(batch: Batch) -> Remark:
    text = _("This very file was already imported on {when} by {name} (batch {batch}).")
    return Remark(text.format(when=moment(batch.applied_at), name=batch.actor.name, batch=batch.id), heed=True)
