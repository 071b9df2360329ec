"""The rounds of the work that recurs: in which months a measure falls due, and who has done it then."""

import pandas as pd

from ita_data.metrics.cells import cells_among
from ita_data.metrics.known_plan import KnownPlan
from ita_data.model.records import Role
from ita_data.model.states import CellState, Status

_DONE = [Status.IN_PROGRESS, Status.COMPLETED]


def rounds_of(known: KnownPlan, cells: pd.DataFrame) -> pd.DataFrame:
    """One row per cell of a measure that falls due in several months: those that are expected, as of `cells_of`.

    Where nobody leads a measure, the cells of all that are assigned to it. Columns: measure, section, month, decides
    (the section leads the measure, or nobody does), is_done (its review says in progress or completed), is_exempt.
    """
    recurring = [measure for measure, months in known.months_due.items() if len(months) > 1]
    led = known.assignments.loc[known.assignments["role"] == Role.LEAD, "measure"].unique()
    unasked = known.assigned[~known.assigned["is_expected"] & ~known.assigned["measure"].isin(led)]
    if len(unasked):
        cells = pd.concat([cells, cells_among(known, unasked.reset_index(drop=True))], ignore_index=True)
    rows = cells[cells["measure"].isin(recurring)]
    # A state is of what is expected alone: of the others it tells what the office exempted, and not what they say.
    says_so = (rows["status"] == Status.NOT_APPLICABLE) & ~rows["awaits_approval"]
    is_exempt = says_so | (rows["state"] == CellState.EXEMPT)
    rows = rows.assign(
        decides=(rows["role"] == Role.LEAD) | ~rows["measure"].isin(led),
        is_done=rows["status"].isin(_DONE) & ~is_exempt,
        is_exempt=is_exempt,
    )
    return rows[["measure", "section", "month", "decides", "is_done", "is_exempt"]].reset_index(drop=True)
