"""Which measures an outcome answers, suggested by what the texts say; a person confirms.

An outcome's number is not its measure's number, so numbers and rows play no part. Likeness is the share of one text's
letter triples that the other text holds too: Thai writes no spaces between words, and outcomes quote measures in part.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from ita_data.model.records import Link, LinkState, Measure, Outcome
from ita_data.model.spelling import likeness

LEAST_LIKENESS = 0.10
"""Below this an outcome answers none of its indicator's measures: the texts share only common syllables."""
LEAST_SHARE = 0.35
"""A measure or outcome that is left over goes to its best counterpart if that holds at least this much of its text."""
NEARLY = 0.05
"""A measure that is left over is also suggested where an outcome is so nearly as like it as the measure it took."""
SURE_LIKENESS = 0.30
SURE_MARGIN = 0.10
"""A link is sure where it is at least so like, and by so much more than any other of its outcome or its measure."""

Pair = tuple[str, str]
"""The codes of an outcome and of a measure."""
Likenesses = Mapping[Pair, float]
"""How much of each outcome's text each measure of its indicator holds."""


@dataclass(frozen=True, slots=True)
class WaitingLinks:
    """The links of a plan that wait for a person: those that can be confirmed together, and those that can't."""

    sure: tuple[Link, ...]
    doubtful: tuple[Link, ...]


def suggested_links(measures: Sequence[Measure], outcomes: Sequence[Outcome]) -> tuple[Link, ...]:
    """The likely links within each indicator, each with its likeness as a score from 0 to 100.

    First every outcome takes its likeliest measure, the surest pair first and no measure twice; then what is left on
    either side joins a counterpart that holds enough of its text, and a measure those that are all but as like it as
    what they took.
    """
    links: list[Link] = []
    for indicator in dict.fromkeys(outcome.indicator for outcome in outcomes):
        links += _links_within(
            {measure.code: measure.text for measure in measures if measure.indicator == indicator},
            {outcome.code: outcome.text for outcome in outcomes if outcome.indicator == indicator},
        )
    return tuple(links)


def waiting_links(measures: Sequence[Measure], outcomes: Sequence[Outcome], links: Collection[Link]) -> WaitingLinks:
    """The suggested links, stored ones and those that the texts suggest where an outcome or a measure has none yet."""
    stored = {link.key for link in links}
    standing = [link for link in links if link.state is not LinkState.REJECTED]
    linked = {link.outcome for link in standing}, {link.measure for link in standing}
    fresh = [
        link
        for link in suggested_links(measures, outcomes)
        if link.key not in stored and (link.outcome not in linked[0] or link.measure not in linked[1])
    ]
    waiting = [*(link for link in links if link.state is LinkState.SUGGESTED), *fresh]
    places = {(o.code, m.code): place for place, (o, m) in enumerate(product(outcomes, measures))}
    waiting.sort(key=lambda link: places[link.outcome, link.measure])
    sure = sure_pairs(measures, outcomes)
    return WaitingLinks(
        tuple(link for link in waiting if (link.outcome, link.measure) in sure),
        tuple(link for link in waiting if (link.outcome, link.measure) not in sure),
    )


def sure_pairs(measures: Sequence[Measure], outcomes: Sequence[Outcome]) -> frozenset[Pair]:
    """The outcomes and measures that are clearly each other's best counterpart within their indicator."""
    shares = {
        (outcome.code, measure.code): likeness(outcome.text, measure.text)
        for outcome, measure in product(outcomes, measures)
        if outcome.indicator == measure.indicator
    }
    return frozenset(pair for pair, share in shares.items() if share >= SURE_LIKENESS and _is_clear(pair, shares))


def _is_clear(pair: Pair, shares: Likenesses) -> bool:
    """Whether no other pair of the same outcome, or of the same measure, comes near."""
    rivals = (share for other, share in shares.items() if (other[0] == pair[0]) != (other[1] == pair[1]))
    return shares[pair] - max(rivals, default=0.0) >= SURE_MARGIN


def _links_within(measures: Mapping[str, str], outcomes: Mapping[str, str]) -> list[Link]:
    shares = {(o, m): likeness(outcomes[o], measures[m]) for o, m in product(outcomes, measures)}
    pairs = _best_pairs(shares)
    left_measures = measures.keys() - {measure for _, measure in pairs}
    left_outcomes = outcomes.keys() - {outcome for outcome, _ in pairs}
    near_ties = _near_ties(shares)
    for measure in left_measures:
        pairs |= {pair: share for pair, share in near_ties.items() if pair[1] == measure}
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


def _best_pairs(shares: Likenesses) -> dict[Pair, float]:
    """One measure for each outcome, the likeliest pair first."""
    pairs: dict[Pair, float] = {}
    taken_outcomes: set[str] = set()
    taken_measures: set[str] = set()
    for (outcome, measure), share in sorted(shares.items(), key=lambda pair: -pair[1]):
        if share < LEAST_LIKENESS or outcome in taken_outcomes or measure in taken_measures:
            continue
        pairs[outcome, measure] = share
        taken_outcomes.add(outcome)
        taken_measures.add(measure)
    return pairs


def _near_ties(shares: Likenesses) -> dict[Pair, float]:
    """The pairs that are all but as like as the best of their outcome: the texts alone can't tell which is meant."""
    best: dict[str, float] = {}
    for (outcome, _measure), share in shares.items():
        best[outcome] = max(share, best.get(outcome, LEAST_LIKENESS))
    return {pair: share for pair, share in shares.items() if share >= max(LEAST_LIKENESS, best[pair[0]] - NEARLY)}
