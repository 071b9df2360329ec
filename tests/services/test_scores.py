"""Assessment scores of a year, entered and kept, on both databases."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ita_data.model.errors import NotFound
from ita_data.model.score import WHOLE_OFFICE, Band, Score
from ita_data.services import editing, history, rollover, scores, undoing
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, bring_report
from tests.services.office import OFFICE, OTHER_OFFICE, PLAN, bring_other_office, plan

IIT = Score(2567, "IIT", Decimal("88.4333"))
RESULT = Score(2567, WHOLE_OFFICE, Decimal("88.44"), Band.PASSED)


def enter(store: Store, *entered: Score) -> int:
    home = scores.plan_for(store, OFFICE, entered[0].fiscal_year)
    return editing.save(store, home, [(None, score) for score in entered], COORDINATOR).id


def test_scores_come_back_as_they_were_entered_with_their_history_and_undo(engine: Store) -> None:
    bring_report(engine)
    batch = enter(engine, IIT, RESULT)
    assert scores.scores(engine, OFFICE) == [IIT, RESULT]
    assert [change.after for change in history.changes_of(engine, batch)] == [IIT, RESULT]
    undoing.undo(engine, batch, COORDINATOR)
    assert scores.scores(engine, OFFICE) == []


def test_scores_of_the_year_before_the_first_plan_are_kept_in_that_plan(engine: Store) -> None:
    bring_report(engine)
    enter(engine, IIT)
    assert plan(engine).scores == (IIT,)


def test_scores_of_a_year_with_a_plan_are_kept_in_it_and_stay_together(engine: Store) -> None:
    bring_report(engine)
    enter(engine, IIT)
    enter(engine, replace(IIT, fiscal_year=2568))
    bring_report(engine, 2567)
    enter(engine, RESULT)
    assert [score.fiscal_year for score in plan(engine).scores] == [2567, 2567, 2568]
    assert plan(engine, 2567).scores == ()


def test_the_rollover_leaves_scores_where_they_are_and_the_new_year_finds_them(engine: Store) -> None:
    bring_report(engine)
    enter(engine, replace(IIT, fiscal_year=2568))
    rollover.apply(engine, rollover.preview(engine, PLAN), COORDINATOR)
    assert plan(engine, 2569).scores == ()
    assert scores.scores(engine, OFFICE) == [replace(IIT, fiscal_year=2568)]


def test_a_year_without_a_plan_or_one_after_it_keeps_no_scores(engine: Store) -> None:
    bring_report(engine)
    with pytest.raises(NotFound):
        enter(engine, replace(IIT, fiscal_year=2566))


def test_each_office_has_its_own_scores(engine: Store) -> None:
    bring_report(engine)
    bring_other_office(engine)
    enter(engine, IIT)
    assert scores.scores(engine, OTHER_OFFICE) == []
