"""How often a measure is followed up, in the same words on every page."""

from collections.abc import Iterator, Mapping

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.cadence import NAMING_A_MONTH
from ita_data.model.planning.beginning import without_rhythm
from ita_data.model.records import Measure


def rhythm(measure: Measure, months: Mapping[int, str]) -> Iterator[str]:
    """Its rhythm, the months where the plan names some, and whether it owes no more once it is completed.

    `months` are the names of the fiscal months.
    """
    yield _("No rhythm set") if without_rhythm([measure]) else label("cadence", measure.cadence)
    if measure.named_month and measure.cadence in NAMING_A_MONTH:
        yield months[measure.named_month]
    if measure.first_month or measure.last_month:
        yield f"{months[measure.first_month or 1]} – {months[measure.last_month or 12]}"
    if measure.final_from_month:
        yield _("no more reports once completed")
