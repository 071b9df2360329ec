"""A year's assessment scores: what is known of them, and where they are kept."""

from ita_data.language import gettext as _
from ita_data.model.errors import NotFound
from ita_data.model.plan_name import PlanName
from ita_data.model.score import Score
from ita_data.services.opening import Store
from ita_data.store import read_from, reader


def scores(store: Store, organisation: str) -> list[Score]:
    """Every score of an office, whichever plan keeps it."""
    return [score for scores in _by_plan(store, organisation).values() for score in scores]


def plan_for(store: Store, organisation: str, fiscal_year: int) -> PlanName:
    """The plan of an office that keeps the scores of a year.


    It is the plan that has some of that year already, or that year's own, or that of the year after, for the first plan
    of an office answers the scores of a year that has none. Raises NotFound where there is no such plan.
    """
    by_plan = _by_plan(store, organisation)
    holding = (year for year, found in by_plan.items() if any(score.fiscal_year == fiscal_year for score in found))
    own = (year for year in (fiscal_year, fiscal_year + 1) if year in by_plan)
    home = next(holding, None) or next(own, None)
    if home is None:
        text = _("Scores of {year} need a plan of that year or of the year after.")
        raise NotFound(text.format(year=fiscal_year))
    return PlanName(organisation, home)


def _by_plan(store: Store, organisation: str) -> dict[int, tuple[Score, ...]]:
    with read_from(store) as connection:
        years = [plan.fiscal_year for plan in reader.plans(connection) if plan.organisation == organisation]
        return {year: reader.records_of(connection, PlanName(organisation, year), Score) for year in years}
