"""The screen that crosses sections with indicators: where measures are completed, and where none is yet."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ita_data.agenda.behind import filled, measures_behind
from ita_data.agenda.fields import key_of
from ita_data.agenda.meeting import Meeting, Row
from ita_data.agenda.screen import Behind, Field, Grid, MonthChart, Screen, Series
from ita_data.agenda.wording import completed_rule, foot, grid_rows, paged
from ita_data.findings.wording import indicator_names, member_name, section_name
from ita_data.labels import STATUS_SYMBOLS, label
from ita_data.language import gettext as _

_STATES = ("completed", "in_progress", "not_started")
_Crossed = dict[tuple[str, int], Row]


def completion_by_indicator_and_section(meeting: Meeting) -> Iterator[Screen]:
    """How many measures of each indicator each section calls completed; the section with fewest first."""
    rows = [row for row in meeting.rows("completion_by_indicator_and_section") if row["applicable"]]
    crossed = {(row["section"], row["indicator"]): row for row in rows}
    indicators = sorted({row["indicator"] for row in rows})
    title, sections = _sentence(rows), _fewest_first(rows)
    most = grid_rows(section_name(meeting, section) for section in sections)
    for name, counted, shown in paged("completion_by_indicator_and_section", title, sections, most):
        behind = filled(_lists(meeting, shown, crossed))
        drawn = tuple(
            (section_name(meeting, section), tuple(_field(crossed, behind, section, each) for each in indicators))
            for section in shown
        )
        key = key_of(field for _name, fields in drawn for field in fields)
        headers = tuple(_("Ind. {number}").format(number=number) for number in indicators)
        body = Grid(headers, drawn, key, chart=_chart(drawn))
        source = foot(meeting, _("Source: the sections' monthly reports and the outcomes linked"))
        own = _("A section's figures go by its own reports.")
        yield Screen(name, counted, body, source, (completed_rule(), own), behind)


def _fewest_first(rows: Sequence[Row]) -> list[str]:
    done: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        done[row["section"]][0] += row["completed"]
        done[row["section"]][1] += row["applicable"]
    return sorted(done, key=lambda section: done[section][0] / done[section][1])


def _sentence(rows: Sequence[Row]) -> str:
    """The indicators of which most sections have completed nothing; those who share the place are all named."""
    sections: defaultdict[int, list[bool]] = defaultdict(list)
    for row in rows:
        sections[row["indicator"]].append(row["completed"] == 0)
    if not any(any(none) for none in sections.values()):
        return _("Every section has completed a measure of each of its indicators")
    most = max(sum(none) for none in sections.values())
    named = [number for number, none in sorted(sections.items()) if sum(none) == most]
    return _("{indicators}: {sections} sections have completed no measure yet").format(
        indicators=indicator_names(named), sections=most
    )


def _field(crossed: _Crossed, behind: dict[str, Behind], section: str, indicator: int) -> Field:
    row = crossed.get((section, indicator))
    if row is None:
        return Field("", "", "", "")
    state = _state(row)
    key = f"{section}-{indicator}"
    fraction = f"{row['completed']}/{row['applicable']}"
    return Field(state, STATUS_SYMBOLS[state], fraction, label("done", state), key if key in behind else "")


def _chart(rows: Sequence[tuple[str, tuple[Field, ...]]]) -> MonthChart:
    """Of how many indicators each section has completed all, some, or no measure."""
    states = [[field.state for field in fields] for _name, fields in rows]
    series = tuple(
        Series(label("done", state), state, tuple(each.count(state) for each in states)) for state in _STATES
    )
    return MonthChart(_("Indicators by section"), tuple(name for name, _fields in rows), series)


def _state(row: Row) -> str:
    if not row["completed"]:
        return "not_started"
    return "completed" if row["completed"] == row["applicable"] else "in_progress"


def _lists(meeting: Meeting, sections: Sequence[str], crossed: _Crossed) -> dict[str, Behind]:
    """The measures behind each field; none where the statuses by section weren't kept."""
    indicators = {row["measure"]: row["indicator"] or 0 for row in meeting.rows("measure_status")}
    rows: defaultdict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in meeting.rows("status_by_section"):
        rows[row["section"], indicators.get(row["measure"], 0)].append(row)
    return {
        f"{section}-{indicator}": measures_behind(
            f"{section_name(meeting, section)} · {member_name(meeting, 'indicator', indicator)}",
            rows[section, indicator],
        )
        for section, indicator in crossed
        if section in sections
    }
