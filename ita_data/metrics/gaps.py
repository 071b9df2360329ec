"""The measures for which the plan shows no outcome."""

import numpy as np
import pandas as pd

from ita_data.metrics.view import View
from ita_data.model.records import LinkState


def gaps(view: View) -> pd.DataFrame:
    """The measures without a confirmed outcome; with a section, those among its own. Retired ones need none.

    Columns: measure, indicator, initiative, text, gap. `gap` is "unconfirmed" where links are only suggested,
    "initiative" for an initiative's measure, whose table in the yearly report has no outcome column, and otherwise
    "no_outcome". An outcome of a later day than the view's is none yet; the month of the view matters only for what
    is retired from a month on.
    """
    measures = view.measures
    if view.section is not None:
        measures = measures[measures["measure"].isin(view.assignments["measure"])]
    measures = measures[~measures["measure"].isin(view.retired)]
    links = view.year.links
    confirmed = measures["measure"].isin(links.loc[links["state"] == LinkState.CONFIRMED, "measure"])
    suggested = measures["measure"].isin(links.loc[links["state"] == LinkState.SUGGESTED, "measure"])
    kinds = np.select([suggested, measures["initiative"].notna()], ["unconfirmed", "initiative"], "no_outcome")
    listed = measures.assign(gap=pd.Series(kinds, index=measures.index, dtype="str"))
    return listed[~confirmed].reset_index(drop=True)
