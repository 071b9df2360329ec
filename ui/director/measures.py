"""The measures that don't come on: those at a standstill, and those without an outcome; and which aren't counted."""

from typing import Any

import streamlit as st

from ita_data.labels import label, of_indicators_label, progress_label, status_label
from ita_data.language import gettext as _
from ita_data.model.states import STANDSTILL_MONTHS
from ui.director.lists import lead_sections, left_out
from ui.look.look import Look
from ui.parts.tables import text_table


def standstill_counts(look: Look) -> tuple[int, str]:
    """How many measures are without progress for three months, of those compared."""
    counts = look.figures.rows("to_follow_up")[0]
    return counts["standing"], _("of {measures} measures compared").format(measures=f"{counts['compared']:,}")


def gap_counts(look: Look) -> tuple[int, str]:
    """How many measures of indicators nobody has linked to an outcome."""
    counts = look.figures.rows("to_follow_up")[0]
    return counts["no_outcome"], of_indicators_label(counts["of_indicators"], counts["not_applicable"])


def show_standstill(look: Look) -> None:
    """The measures that stand still, and the others with why they aren't counted."""
    rows, months, leads = look.figures.rows("standstill"), look.facts.names["month"], lead_sections(look)
    month = rows[0]["month"] if rows else 0
    if month > STANDSTILL_MONTHS:
        st.caption(
            _("Counted are the measures whose status and progress are still those of the end of {then}.").format(
                then=months[month - STANDSTILL_MONTHS]
            )
            + " "
            + _("{month} is the last month whose reports are due.").format(month=months[month])
        )
    standing = [row for row in rows if row["motion"] == "standing"]
    if standing:
        headers = [_("Code"), _("Measure"), _("Lead"), _("Status"), _("Progress"), _("Last reported")]
        text_table(headers, [_standing_row(row, leads, months) for row in standing])
    else:
        st.success(_("No measure is at a standstill."), icon=":material/check_circle:")
    others = [[row["measure"], row["text"], label("motion", row["motion"])] for row in rows if row not in standing]
    left_out([_("Code"), _("Measure"), _("Why")], others, "standstill")


def _standing_row(row: dict[Any, Any], leads: dict[str, str], months: Any) -> list[str]:
    status = status_label(row["status"])
    latest = months.get(row["latest_month"], "–")
    return [
        row["measure"],
        row["text"],
        leads.get(row["measure"], "–"),
        status,
        progress_label(row["progress"]),
        latest,
    ]


def show_gaps(look: Look) -> None:
    """The measures without an outcome, and the others with why they aren't counted."""
    rows, leads = look.figures.rows("gaps"), lead_sections(look)
    st.caption(
        _(
            "Counted are the measures of indicators, also those that are not applicable, which completion leaves out; "
            "an outcome counts once somebody has confirmed its link."
        )
    )
    open_ones = [row for row in rows if row["gap"] == "no_outcome"]
    if open_ones:
        headers = [_("Code"), _("Measure"), _("Lead")]
        text_table(headers, [[row["measure"], row["text"], leads.get(row["measure"], "–")] for row in open_ones])
    else:
        st.success(_("Every measure has an outcome."), icon=":material/check_circle:")
    others = [[row["measure"], row["text"], label("gap", row["gap"])] for row in rows if row not in open_ones]
    left_out([_("Code"), _("Measure"), _("Why")], others, "gap")
