"""Where a section or month came from, in words; and sections and months as the desk shows them."""

from ita_data.imports.reading import Part, Rank, Source
from ita_data.labels import month_label
from ita_data.language import gettext as _
from ita_data.model.periods import FiscalMonth


def source_words(part: Part) -> str:
    """Where the section and the month of a part came from, said once where it is the same."""
    section, month = _source(part.section_from), _source(part.month_from)
    if section == month:
        return section
    return _("section: {section_from}, month: {month_from}").format(section_from=section, month_from=month)


def month_shown(written: str) -> str:
    """A month such as 2025-01 as people read it; empty for what is none."""
    try:
        return month_label(FiscalMonth.of_code(written).first_day)
    except ValueError:
        return ""


def _source(source: Source) -> str:
    words = {
        Rank.ANSWER: _("as you answered"),
        Rank.OWN: _("from the cells of the rows"),
        Rank.HEADER: _("from the column's header {cell}"),
        Rank.ABOVE: _("from the cell above ({cell})"),
        Rank.BAND: _("from the line between the rows {cell}"),
        Rank.TITLE: _("from the title {cell}"),
        # A name that stands alone above the table is its title to whoever reads it.
        Rank.LINE: _("from the title {cell}"),
        Rank.SHEET: _("from the sheet's name"),
        Rank.FILE: _("from the file's name"),
        Rank.UNCLEAR: _("waits for your answer"),
    }
    return words[source.rank].format(cell=source.place.cell).strip()
