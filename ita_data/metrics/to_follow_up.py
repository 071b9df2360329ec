"""How many reports and measures the director has to follow up, each with what it is counted among."""

import pandas as pd

from ita_data.metrics.completion import completion_by_indicator
from ita_data.metrics.gaps import gaps
from ita_data.metrics.reporting import reporting
from ita_data.metrics.standstill import standstill
from ita_data.metrics.view import View
from ita_data.model.states import COMPARED


def to_follow_up(view: View) -> pd.DataFrame:
    """The numbers of the director's topics, in one row.

    Columns: missing and late, of the reports that are due; standing, of the measures compared with three months
    before; no_outcome and unconfirmed (as the kinds of `gaps`), of the measures of indicators, of
    which not_applicable are in no rate of completion.
    """
    indicators = completion_by_indicator(view)
    reports, motions, missing = reporting(view).iloc[0], standstill(view)["motion"], gaps(view)["gap"]
    return pd.DataFrame(
        {
            "missing": [int(reports["missing"])],
            "late": [int(reports["late"])],
            "due": [int(reports["due"])],
            "standing": [int((motions == "standing").sum())],
            "compared": [int(motions.isin(COMPARED).sum())],
            "no_outcome": [int((missing == "no_outcome").sum())],
            "unconfirmed": [int((missing == "unconfirmed").sum())],
            "of_indicators": [int(indicators["measures"].sum())],
            "not_applicable": [int(indicators["not_applicable"].sum())],
        }
    )
