"""Which measures and outcomes of a report are which stored ones: asked where two readings are possible, then shown."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.changes import Change, Changes, Doubt, Key, by_key, key_of
from ita_data.model.planning.becoming import Becoming, becoming
from ita_data.model.records import Record
from ita_data.services.importing import Preview
from ui.html.differences import marked
from ui.html.markdown import plain
from ui.imports.said import of_this_file
from ui.parts.changes import record_name
from ui.parts.tables import text_table

_NEW = "new"
_SIDE_BY_SIDE = {Becoming.REWORDED, Becoming.MOVED, Becoming.INSERTED, Becoming.GONE}


def tell_apart(preview: Preview) -> Preview:
    """Asks who the records in doubt are, and gives the preview with the answers; what is left open stays in doubt."""
    if preview.changes is None or not preview.changes.doubts:
        return preview
    st.header(_("New, or the same in other words?"), anchor=False)
    st.write(_("Reports stay with the record that you say it is. Nothing is written before each of these is answered."))
    answers: dict[Key, Key | None] = {}
    for doubt in preview.changes.doubts:
        answer = _ask(doubt, preview.changes.fiscal_year)
        if answer is not None:
            answers[doubt.key] = key_of(doubt.candidates[answer]) if isinstance(answer, int) else None
    return preview.told(answers)


def show_who_is_who(preview: Preview, changes: Changes) -> None:
    """How many measures, outcomes and initiatives of a report stay, change and come, and the texts of those that do."""
    held = by_key(preview.reading.records or ())
    told = [(change, words) for change in changes.changes if (words := becoming(change, held))]
    counted = Counter(word for _change, words in told for word in words)
    if not counted.keys() - {Becoming.SAME, Becoming.INSERTED}:
        return  # The same again, or a plan that is new as a whole.
    st.markdown(" · ".join(f"{label('becoming', word)} {number:,}" for word in Becoming if (number := counted[word])))
    rows = [_row(change, words, changes.fiscal_year) for change, words in told if set(words) & _SIDE_BY_SIDE]
    if rows:
        headers = [_("Record"), _("What becomes of it"), _("In the plan"), _("In the file")]
        text_table(headers, rows, of_this_file("who-is-who"))


def _ask(doubt: Doubt, fiscal_year: int) -> int | str | None:
    """Which of the candidates a record is, or that it is new; None until somebody said."""
    name = record_name(doubt.record, fiscal_year)

    def shown(option: int | str) -> str:
        if isinstance(option, str):
            return _("It is new: the one in the plan stays with its reports")
        former = record_name(doubt.candidates[option], fiscal_year)
        return _("It is {name} in other words: “{text}”").format(
            name=former, text=plain(_text(doubt.candidates[option]))
        )

    answer: int | str | None = st.radio(
        f"{label('kind', doubt.record.kind)} {name}: “{plain(_text(doubt.record))}”",
        [*range(len(doubt.candidates)), _NEW],
        format_func=shown,
        index=None,
        key=of_this_file("doubt", doubt.record.kind, name),
    )
    return answer


def _row(change: Change, words: Sequence[Becoming], fiscal_year: int) -> list[str]:
    before, after = (_text(record) if record else "" for record in (change.before, change.after))
    becomes = ", ".join(label("becoming", word) for word in words)
    name = f"{label('kind', change.record.kind)} {record_name(change.record, fiscal_year)}"
    if Becoming.GONE in words:
        return [name, becomes, before, ""]
    return [name, becomes, *(marked(before, after) if before and after else (before, after))]


def _text(record: Record) -> str:
    return str(getattr(record, "text", "") or getattr(record, "name", ""))
