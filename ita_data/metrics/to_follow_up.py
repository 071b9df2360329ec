"""How many reports and measures the director has to follow up, each with what it is counted among."""

import pandas as pd

from ita_data.metrics.completion import measure_status
from ita_data.metrics.gaps import gaps
from ita_data.metrics.reporting import reporting
from ita_data.metrics.standstill import standstill
from ita_data.metrics.view import View
from ita_data.model.states import COMPARED, Status


def to_follow_up(view: View) -> pd.DataFrame:
    """The numbers of the director's topics, in one row.

    Columns: missing and late, of the reports that are due; standing, of the measures compared with three months
    before; no_outcome and unconfirmed (as the kinds of `gaps`), of the measures of indicators that aren't retired, of
    which not_applicable are in no rate of completion.
    """
    measures = measure_status(view)
    asked = measures[measures["indicator"].notna() & ~measures["measure"].isin(view.retired)]
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
            "of_indicators": [len(asked)],
            "not_applicable": [int((asked["status"] == Status.NOT_APPLICABLE).sum())],
        }
    )
