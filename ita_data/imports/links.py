"""Which measures an outcome answers, suggested by what the texts say; a person confirms.

An outcome's number is not its measure's number, so numbers and rows play no part. Likeness is the share of one text's
letter triples that the other text holds too: Thai writes no spaces between words, and outcomes quote measures in part.
"""

from collections.abc import Sequence
from itertools import product

from ita_data.model.records import Link, LinkState, Measure, Outcome
from ita_data.model.spelling import likeness

LEAST_LIKENESS = 0.10
"""Below this an outcome answers none of its indicator's measures: the texts share only common syllables."""
LEAST_SHARE = 0.35
"""A measure or outcome that is left over goes to its best counterpart if that holds at least this much of its text."""


def suggested_links(measures: Sequence[Measure], outcomes: Sequence[Outcome]) -> tuple[Link, ...]:
    """The likely links within each indicator, each with its likeness as a score from 0 to 100.

    First every outcome takes its likeliest measure, the surest pair first and no measure twice; then what is left on
    either side joins a counterpart that holds enough of its text.
    """
    links: list[Link] = []
    for indicator in dict.fromkeys(outcome.indicator for outcome in outcomes):
        links += _links_within(
            {measure.code: measure.text for measure in measures if measure.indicator == indicator},
            {outcome.code: outcome.text for outcome in outcomes if outcome.indicator == indicator},
        )
    return tuple(links)


def _links_within(measures: dict[str, str], outcomes: dict[str, str]) -> list[Link]:
    pairs = _best_pairs(measures, outcomes)
    left_measures = measures.keys() - {measure for _, measure in pairs}
    left_outcomes = outcomes.keys() - {outcome for outcome, _ in pairs}
    for measure in left_measures:
        share, outcome = max((likeness(measures[measure], text), code) for code, text in outcomes.items())
        if share >= LEAST_SHARE:
            pairs[outcome, measure] = share
    for outcome in left_outcomes if measures else ():
        share, measure = max((likeness(outcomes[outcome], text), code) for code, text in measures.items())
        if share >= LEAST_SHARE:
            pairs[outcome, measure] = share
    return [
        Link(outcome, measure, LinkState.SUGGESTED, round(100 * pairs[outcome, measure], 1))
        for outcome, measure in product(outcomes, measures)
        if (outcome, measure) in pairs
    ]


def _best_pairs(measures: dict[str, str], outcomes: dict[str, str]) -> dict[tuple[str, str], float]:
    """One measure for each outcome, the likeliest pair first; keys are (outcome, measure)."""
    shares = {(o, m): likeness(outcomes[o], measures[m]) for o, m in product(outcomes, measures)}
    pairs: dict[tuple[str, str], float] = {}
    taken_outcomes: set[str] = set()
    taken_measures: set[str] = set()
    for (outcome, measure), share in sorted(shares.items(), key=lambda pair: -pair[1]):
        if share < LEAST_LIKENESS or outcome in taken_outcomes or measure in taken_measures:
            continue
        pairs[outcome, measure] = share
        taken_outcomes.add(outcome)
        taken_measures.add(measure)
    return pairs
