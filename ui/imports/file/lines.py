"""The parts of a monthly workbook in lines: what was taken for each, what may be changed, and what is here already."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ita_data.imports.reading import Part, Rank, Reading, Source
from ita_data.language import gettext as _
from ita_data.model.changes import Action, Changes
from ita_data.model.periods import FiscalMonth, months_of
from ita_data.model.records import EVERY_SECTION, Review
from ui.html.bar import Choice
from ui.imports.file.html import PartLine, Remark
from ui.imports.file.sources import month_shown, source_words

MOST_LINES = 60
"""So many parts are listed; an office has ten sections."""

_OF_ROWS = (Rank.OWN, Rank.HEADER)
_NOT_CHANGED = (*_OF_ROWS, Rank.ABOVE)
_STORED = (Action.CHANGED, Action.UNCHANGED, Action.MISSING)
_IN_FILE = (Action.ADDED, Action.CHANGED, Action.UNCHANGED)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the lines are set against: the sections and months to choose from, and the section of who looks."""

    sections: Sequence[str]
    months: Sequence[str]
    own_section: str = ""


def months_to_choose(years: Iterable[int], today: date) -> list[str]:
    """The months of these fiscal years that have begun, as in 2025-01."""
    months = [month for year in sorted(set(years)) for month in months_of(year)]
    return [month.code for month in months if month.first_day <= today]


def part_lines(reading: Reading, changes: Changes | None, desk: Desk) -> list[PartLine]:
    """A line for each of the first parts, in the order of the file."""
    stored = _reported(changes) if changes else {}
    is_of_several = len({part.place.sheet for part in reading.parts}) > 1
    return [
        PartLine(
            _field(number, "section", part, reading.parts, desk),
            _field(number, "month", part, reading.parts, desk),
            _rows(part, names_sheet=is_of_several),
            source_words(part),
            (*_whose(part, desk.own_section), *_already(part, stored, changes)),
        )
        for number, part in enumerate(reading.parts[:MOST_LINES])
    ]


def _rows(part: Part, *, names_sheet: bool) -> str:
    rows = _("{number} rows").format(number=f"{part.rows:,}")
    return f"{rows} · {part.place.sheet}" if names_sheet else rows


def _field(number: int, name: str, part: Part, parts: Sequence[Part], desk: Desk) -> Choice | str:
    value = part.section if name == "section" else part.month
    shown = value if name == "section" else month_shown(value)
    if not _may_be_changed(name, part, parts):
        return shown or "?"
    known = desk.sections if name == "section" else desk.months
    options = {of: of if name == "section" else month_shown(of) for of in known}
    chosen = {value: shown} if value else {"": _("(please choose)")}
    label = _("Section of these rows") if name == "section" else _("Month of these rows")
    return Choice(f"{number} {name}", label, tuple((chosen | options).items()), value)


def _may_be_changed(name: str, part: Part, parts: Sequence[Part]) -> bool:
    """Whether an answer would hold for these rows: what each says by itself goes before it, unless all say the same."""
    if _source(name, part).rank not in _NOT_CHANGED:
        return True
    beside = [other for other in parts if other.place == part.place]
    values = {other.section if name == "section" else other.month for other in beside}
    return len(values) == 1 and "" not in values and all(_source(name, each).rank in _OF_ROWS for each in beside)


def _source(name: str, part: Part) -> Source:
    return part.section_from if name == "section" else part.month_from


def _whose(part: Part, own_section: str) -> list[Remark]:
    sections = part.section.split(", ") if part.section else []
    if not own_section or all(section == own_section for section in sections):
        return []
    return [Remark(_("This isn't your own section, {section}.").format(section=own_section), heed=True)]


def _reported(changes: Changes) -> dict[tuple[str, int], Counter[Action]]:
    """What becomes of the reports by section and month."""
    found: defaultdict[tuple[str, int], Counter[Action]] = defaultdict(Counter)
    for change in changes.changes:
        if isinstance(change.record, Review):
            found[change.record.section, change.record.month][change.action] += 1
    return found


def _already(part: Part, stored: dict[tuple[str, int], Counter[Action]], changes: Changes | None) -> list[Remark]:
    """Whether the month of a part is reported already, and how much of the file differs from that."""
    if not changes or not part.section or not part.month:
        return []
    month = FiscalMonth.of_code(part.month)
    names = part.section.split(", ")
    found = Counter[Action]()
    for (section, number), counts in stored.items():
        if number == month.month and (section in names or EVERY_SECTION in names):
            found += counts
    total = sum(found[action] for action in _IN_FILE)
    if not total or month.fiscal_year != changes.fiscal_year:
        return []
    if not sum(found[action] for action in _STORED):
        return [Remark(_("Nothing is reported for this month yet."))]
    words = {"same": f"{found[Action.UNCHANGED]:,}", "total": f"{total:,}", "differ": f"{found[Action.CHANGED]:,}"}
    if found[Action.UNCHANGED] == total:
        text = _(
            "This month is reported already: {same} of {total} rows are the same. Is it last month's file? Then choose "
            "the right month above."
        )
        return [Remark(text.format(**words), heed=True)]
    text = _("This month is reported already: {differ} of {total} rows differ, {same} are the same.")
    return [Remark(text.format(**words))]
