"""Words of a file that nobody knows: the questions about them, by which people say what they mean."""

from collections.abc import Iterable
from types import MappingProxyType

from ita_data.imports.layouts.monthly.background import Background
from ita_data.imports.reading import WordQuestion
from ita_data.model.problems import Place, Problem
from ita_data.model.spelling import normalised
from ita_data.model.states import Status

_ASKED_BY = MappingProxyType(
    {
        "status-unknown": "status",
        "status-several": "status",
        "status-unticked": "status",
        "status-sign": "status",
        "status-doubted": "status",
        "status-time": "status",
        "status-target": "status",
        "status-cancelled": "status",
        "section-unknown": "section",
        "measure-unknown": "measure",
        "measure-several": "measure",
        "measure-ambiguous": "measure",
        "measure-renumbered-unclear": "measure",
    }
)
"""The field that each problem is about whose words a person may explain."""


def word_questions(problems: Iterable[Problem], background: Background) -> tuple[WordQuestion, ...]:
    """A question for each unknown word, the one that stands in most places first; none without a plan to answer by."""
    if background.plan is None:
        return ()
    options = _options(background)
    places: dict[tuple[str, str], dict[Place, str]] = {}
    for problem in problems:
        field, word = _ASKED_BY.get(problem.code, ""), normalised(problem.value)
        if field and word:
            places.setdefault((field, word), {})[problem.place] = problem.value
    found = [
        WordQuestion(field, next(iter(said.values())), tuple(said), options[field])
        for (field, _word), said in places.items()
    ]
    return tuple(sorted(found, key=lambda question: -len(question.places)))


def _options(background: Background) -> dict[str, tuple[str, ...]]:
    plan = background.plan
    assert plan is not None
    return {
        "status": tuple(status.value for status in Status),
        "section": tuple(section.name for section in plan.sections),
        "measure": tuple(measure.code for measure in plan.measures),
    }
