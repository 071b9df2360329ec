"""What a yearly report can't say of its follow-up, and what an office that begins answers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ita_data.model.cadence import Cadence
from ita_data.model.periods import MONTHS, month_in
from ita_data.model.records import Measure, Records
from ita_data.model.rules import Rules, changed_from, rules_in


@dataclass(frozen=True, slots=True)
class Answers:
    """How a plan shall be followed up: its rules from October on, and the rhythm of the measures that have none.

    `held` are the rules that the plan had when somebody was asked.
    """

    held: tuple[Rules, ...]
    rules: Rules
    cadence: Cadence = Cadence.MONTHLY


def proposed(records: Records, day: date) -> Answers:
    """What is proposed on a day: to begin in its month, every month, else by the rules that the plan has."""
    rules = rules_in(records.rules, MONTHS[0])
    month = rules.starts_in_month
    if month == MONTHS[0]:
        month = min(month_in(records.fiscal_year, day), MONTHS[-1])
    return Answers(records.rules, replace(rules, starts_in_month=month))


def decided_rules(answers: Answers) -> tuple[Rules, ...]:
    """The rules of a plan as answered; what was set for later months stays, but for the start of the follow-up."""
    changed = changed_from(answers.held, MONTHS[0], answers.rules)
    start = answers.rules.starts_in_month
    return tuple(replace(each, starts_in_month=start, is_decided=True) for each in changed)


def without_rhythm(measures: Iterable[Measure]) -> list[Measure]:
    """The measures of which the file doesn't say how often they are followed up: no initiative has such a column."""
    return [each for each in measures if each.cadence is Cadence.AS_NEEDED and not each.follow_up]
