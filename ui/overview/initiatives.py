"""The office-wide programmes beside the indicators."""

from ita_data.labels import chart_title, rate_label
from ita_data.language import gettext as _
from ui.look.look import Look
from ui.parts.tables import number_table


def initiatives(look: Look) -> None:
    """How far the office-wide programmes beside the indicators are."""
    rows = look.figures.rows("completion_by_initiative")
    if not rows:
        return
    names = look.facts.names["initiative"]
    number_table(
        chart_title("completion_by_initiative"),
        [_("Initiative"), _("Measures completed")],
        [[names[row["initiative"]], rate_label(row["completed"], row["applicable"])] for row in rows],
    )
