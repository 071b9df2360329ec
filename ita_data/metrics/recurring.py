"""The rounds of the work that recurs: in which months a measure falls due, and who has done it then."""

import pandas as pd

from ita_data.metrics.cells import by_due_month, months_due
from ita_data.metrics.ending import without_ended
from ita_data.metrics.known_plan import KnownPlan
from ita_data.model.records import Role
from ita_data.model.states import Status

_DONE = (Status.IN_PROGRESS, Status.COMPLETED)


def rounds_of(known: KnownPlan) -> pd.DataFrame:
    """One row per measure that falls due in several months, section that has it, and month in which it falls due.

    Columns: measure, section, role, month, decides (the section leads the measure, or nobody does), is_done (its review
    says in progress or completed), is_exempt. Sections whose reviews aren't expected and that don't decide are left
    out, and so is what a completed measure owes no more.
    """
    recurring = [measure for measure, months in months_due(known).items() if len(months) > 1]
    asked = by_due_month(known, _those_who_do(known, recurring))
    cell = ["measure", "section", "month"]
    rows = asked.merge(known.reviews[[*cell, "received_on", "status"]], on=cell, how="left")
    rows = without_ended(known, rows.merge(_exemptions(known)[cell].assign(is_exempt=True), on=cell, how="left"))
    is_exempt = rows["is_exempt"].notna() | (rows["status"] == Status.NOT_APPLICABLE)
    rows = rows.assign(is_done=rows["status"].isin(_DONE) & ~is_exempt, is_exempt=is_exempt)
    return rows[[*cell, "role", "decides", "is_done", "is_exempt"]].reset_index(drop=True)


def _those_who_do(known: KnownPlan, measures: list[str]) -> pd.DataFrame:
    """The assignments whose sections do the rounds, and whether they decide on those of the office."""
    mine = known.assignments[known.assignments["measure"].isin(measures)]
    is_lead = mine["role"] == Role.LEAD
    decides = is_lead | ~is_lead.groupby(mine["measure"]).transform("any")
    return mine.assign(decides=decides)[decides | known.snapshot.rules.expects_supporting]


def _exemptions(known: KnownPlan) -> pd.DataFrame:
    """Those that the office had decided by the day of knowledge."""
    exemptions = known.snapshot.exemptions
    return exemptions[exemptions["decided_on"] <= known.as_of]
