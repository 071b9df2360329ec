"""What an office that begins is asked for by each answer, and what becomes of these; on both databases.

The given report has 35 measures that are followed up monthly, each led by one section; 31 of them are supported by
ทุกฝ่าย, which is nine further sections. Its initiatives have 12 measures that ฝ่ายปกครอง leads, without a rhythm.
"""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.metrics import View, year_of
from ita_data.metrics.reporting import reporting
from ita_data.model.cadence import Cadence
from ita_data.model.planning.beginning import Answers, proposed
from ita_data.model.records import Records
from ita_data.model.rules import Rules
from ita_data.services import editing, history, looking, undoing
from ita_data.services.beginning import asked_for, edits_of
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, bring_report
from tests.services.office import PLAN, plan

DAY = date(2024, 12, 10)
"""October's and November's reports were due by then, on 5 November and 6 December."""
DECEMBER, SEPTEMBER = 3, 12


@pytest.fixture
def office(engine: Store) -> Store:
    """An office that has imported its report and nothing else."""
    bring_report(engine)
    return engine


def answered(records: Records, cadence: Cadence = Cadence.MONTHLY, **rules: int | bool) -> Answers:
    answers = proposed(records, DAY)
    return replace(answers, rules=replace(answers.rules, **rules), cadence=cadence)


@pytest.mark.parametrize(
    ("supporting", "cadence", "reports", "sections"),
    [
        (False, Cadence.AS_NEEDED, 35, 2),
        (False, Cadence.MONTHLY, 35 + 12, 2),
        (True, Cadence.AS_NEEDED, 35 + 31 * 9, 10),
        (True, Cadence.MONTHLY, 35 + 31 * 9 + 12, 10),
        (False, Cadence.HALF_YEARLY, 35, 2),
    ],
)
def test_a_usual_month_has_so_many_reports_of_so_many_sections(
    office: Store, supporting: bool, cadence: Cadence, reports: int, sections: int
) -> None:
    asking = asked_for(plan(office), answered(plan(office), cadence, expects_supporting=supporting), DAY)
    assert (asking.reports, asking.sections) == (reports, sections)


def test_from_the_month_of_today_on_nothing_is_missing(office: Store) -> None:
    asking = asked_for(plan(office), answered(plan(office)), DAY)
    assert (asking.missing, asking.in_year) == (0, 10 * 47)
    assert (asking.first_month, asking.first_due_on) == (DECEMBER, date(2025, 1, 6))


def test_from_october_on_two_months_would_be_missing_at_once(office: Store) -> None:
    asking = asked_for(plan(office), answered(plan(office), starts_in_month=1), DAY)
    assert (asking.missing, asking.in_year) == (2 * 47, 12 * 47)


def test_another_due_day_is_counted_too(office: Store) -> None:
    asking = asked_for(plan(office), answered(plan(office), starts_in_month=2, due_day=11), DAY)
    assert (asking.missing, asking.first_due_on) == (0, date(2024, 12, 11))


def test_a_plan_without_measures_asks_for_nothing(office: Store) -> None:
    asking = asked_for(replace(plan(office), measures=(), assignments=()), answered(plan(office)), DAY)
    assert (asking.reports, asking.in_year, asking.first_month, asking.first_due_on) == (0, 0, None, None)


def test_all_answers_are_one_batch_that_comes_to_what_was_counted(office: Store) -> None:
    before = plan(office)
    answers = answered(before, expects_supporting=True)
    foreseen = asked_for(before, answers, DAY)
    editing.save(office, PLAN, edits_of(before.measures, answers), COORDINATOR)
    assert history.batches(office)[0].changed == 1 + 12
    assert plan(office).rules == (Rules(expects_supporting=True, starts_in_month=DECEMBER, is_decided=True),)
    year = View(year_of(looking.snapshot(office, PLAN), DAY), SEPTEMBER, with_supporting=True)
    assert reporting(year)["expected"].tolist() == [foreseen.in_year] == [10 * 326]


def test_undone_it_is_to_be_decided_again(office: Store) -> None:
    before = plan(office)
    batch = editing.save(office, PLAN, edits_of(before.measures, answered(before)), COORDINATOR)
    assert batch
    undoing.undo(office, batch.id, COORDINATOR)
    assert plan(office) == before


def test_the_rhythm_stays_when_the_report_comes_again(office: Store) -> None:
    editing.save(office, PLAN, edits_of(plan(office).measures, answered(plan(office))), COORDINATOR)
    decided = plan(office)
    bring_report(office)
    assert plan(office) == decided
    assert {measure.cadence for measure in decided.measures} == {Cadence.MONTHLY}
