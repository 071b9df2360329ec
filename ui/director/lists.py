"""What several lists of the director's page share: who is left out, who leads a measure, and what was said."""

from collections.abc import Iterable, Sequence

from ita_data.labels import date_label, label
from ita_data.language import gettext as _
from ita_data.model.decisions import Remark
from ita_data.model.records import EVERY_SECTION, Role
from ui.html.tables import text_html
from ui.look.look import Look
from ui.parts.tables import folded_table, text_table


def left_out(headers: Sequence[str], rows: Sequence[Sequence[str]], key: str) -> None:
    """Who doesn't count, and why; folded, for it is asked for seldom."""
    if rows:
        title = _("Left out, with the reason: {number}").format(number=f"{len(rows):,}")
        folded_table(title, text_html(headers, rows), f"left-out-{key}")


def lead_sections(look: Look) -> dict[str, str]:
    """The sections that lead each measure in the month looked at, in one cell of a table."""
    own = look.figures.view.year.section_statuses
    leads = own[(own["month"] == look.month) & (own["role"] == Role.LEAD)]
    pairs: Iterable[Sequence[str]] = leads[["measure", "section"]].values.tolist()
    found: dict[str, list[str]] = {}
    for measure, section in pairs:
        found.setdefault(measure, []).append(section)
    return {code: _together(look, sections) for code, sections in found.items()}


def remarks_table(remarks: Sequence[Remark]) -> None:
    """What was said, one row for each; nothing where nobody said anything."""
    if remarks:
        headers = [_("Response"), _("Section"), _("Measure"), _("Text"), _("Made by")]
        text_table(headers, [_remark_row(remark) for remark in remarks])


def _together(look: Look, sections: Sequence[str]) -> str:
    if set(sections) == look.facts.every_section[look.month]:
        return EVERY_SECTION
    return "\n".join(look.facts.names["section"][section] for section in sections)


def _remark_row(remark: Remark) -> list[str]:
    by = f"{remark.made_by}\n{date_label(remark.made_on)}"
    return [label("response", remark.response), remark.section, remark.measure or "–", remark.text or "–", by]
