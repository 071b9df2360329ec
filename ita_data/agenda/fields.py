"""The fields of grids and strips: what became of a section's reports of a month, and the reports behind it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ita_data.agenda.behind import reports_behind
from ita_data.agenda.meeting import Meeting, Row
from ita_data.agenda.screen import Behind, Field
from ita_data.findings.wording import month_words, section_name
from ita_data.labels import STATE_SYMBOLS, grid_state, label

Reports = Mapping[tuple[str, int], list[Row]]
"""The reports of each section and month."""


def reports_by_field(meeting: Meeting) -> Reports:
    """The reports behind each field; none where a month was closed before they were kept."""
    found: defaultdict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in meeting.rows("states"):
        found[row["section"], row["month"]].append(row)
    return found


def fields_of(
    meeting: Meeting, rows: Iterable[Row], reports: Reports
) -> tuple[dict[str, list[Field]], dict[str, Behind]]:
    """Rows of `reporting_by_section_and_month` as fields by their sections, with the lists behind them."""
    fields: dict[str, list[Field]] = {}
    behind: dict[str, Behind] = {}
    for row in rows:
        of_field = reports.get((row["section"], row["month"]), [])
        field = _field(row, has_list=bool(of_field))
        fields.setdefault(row["section"], []).append(field)
        if field.behind:
            title = f"{section_name(meeting, row['section'])} · {month_words(meeting, row['month'])}"
            behind[field.behind] = reports_behind(meeting, title, of_field)
    return fields, behind


def key_of(fields: Iterable[Field]) -> tuple[tuple[str, str, str], ...]:
    """The states that occur, with symbol and word."""
    found = {field.state: field for field in fields if field.state}
    return tuple((state, field.symbol, field.words) for state, field in found.items())


def _field(row: Row, has_list: bool) -> Field:
    state = grid_state(row)
    if state is None:
        return Field("", "", "", "")
    wanted = row["due"] + row["not_yet_due"]
    fraction = f"{row['received']}/{wanted}" if wanted else ""
    behind = f"{row['section']}-{row['month']}" if has_list else ""
    return Field(state, STATE_SYMBOLS[state], fraction, label("grid", state), behind)
