"""A plan as somebody wants it: texts mended, measures added, moved, put in order, numbered anew, retired.

Every function takes the records of a plan and gives them as they shall be; nothing is written. Records are known by
their identity, so that a number may change as often as one likes; what is new has an identity of the draft's own.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from ita_data.model.cadence import WORDING, Cadence
from ita_data.model.names import Names, heading_of, is_initiative, number_of
from ita_data.model.planning.numbering import free_code
from ita_data.model.records import Assignment, Item, Measure, Records, Role

Arrange = Callable[[list[Measure]], list[Measure]]

_NEW = "new "


def drafted(stored: Records) -> Records:
    """What a draft begins with: the plan alone, without what was reported, decided and linked."""
    return Records(
        stored.organisation,
        stored.fiscal_year,
        sections=stored.sections,
        indicators=stored.indicators,
        initiatives=stored.initiatives,
        items=stored.items,
        measures=stored.measures,
        assignments=stored.assignments,
        outcomes=stored.outcomes,
    )


def is_new(measure: Measure) -> bool:
    """Whether a measure came with the draft."""
    return measure.identity.startswith(_NEW)


def measures_of(plan: Records, heading: str) -> list[Measure]:
    """The measures of an indicator or initiative, by its code 4 or ก1, in their order."""
    mine = (each for each in plan.measures if heading_of(each.code) == heading)
    return sorted(mine, key=lambda each: each.position)


def measure_of(plan: Records, identity: str) -> Measure:
    """The measure that has this identity."""
    return next(each for each in plan.measures if each.identity == identity)


def headings_of(plan: Records) -> set[str]:
    """The codes of its indicators and initiatives, 4 and ก1."""
    indicators = {str(each.number) for each in plan.indicators}
    return indicators | {f"ก{each.number}" for each in plan.initiatives}


def sections_of(plan: Records, measure: str, role: Role) -> list[str]:
    """The sections that have the measure of this code in a role."""
    return [each.section for each in plan.assignments if (each.measure, each.role) == (measure, role)]


def with_measure(plan: Records, identity: str, **values: Any) -> Records:
    """The plan where a measure has these values; what names it follows to another code."""
    return _with_measures(plan, {identity: replace(measure_of(plan, identity), **values)})


def with_assignments(plan: Records, identity: str, assignments: Iterable[Assignment]) -> Records:
    """The plan where these sections, and no others, are responsible for a measure."""
    code = measure_of(plan, identity).code
    others = (each for each in plan.assignments if each.measure != code)
    return replace(plan, assignments=(*others, *(replace(each, measure=code) for each in assignments)))


def with_sections(plan: Records, identity: str, role: Role, sections: Iterable[str]) -> Records:
    """The plan where these sections, and no others, have a measure in a role; one that had it keeps its months."""
    code, names = measure_of(plan, identity).code, list(sections)
    mine = {each.section: each for each in plan.assignments if each.measure == code}
    others = (each for each in mine.values() if each.role is not role and each.section not in names)
    kept = (each if (each := mine.get(name)) and each.role is role else Assignment(code, name, role) for name in names)
    return with_assignments(plan, identity, (*others, *kept))


def with_issue(plan: Records, codes: Iterable[str], issue: str) -> Records:
    """The plan where this was found wanting in items."""
    mended = frozenset(codes)
    return replace(plan, items=tuple(replace(i, issue=issue) if i.code in mended else i for i in plan.items))


def with_item(plan: Records, indicator: int, code: str, issue: str) -> Records:
    """The plan with one more item of an indicator, after its others."""
    last = max((each.position for each in plan.items), default=0)
    return replace(plan, items=(*plan.items, Item(code, indicator, issue, last + 1, identity=f"{_NEW}{code}")))


def with_initiative_name(plan: Records, number: int, name: str) -> Records:
    """The plan where an initiative bears this name."""
    named = (replace(each, name=name) if each.number == number else each for each in plan.initiatives)
    return replace(plan, initiatives=tuple(named))


def added(plan: Records, heading: str, before: str | None = None) -> tuple[Records, str]:
    """The plan with a new measure under an indicator or initiative, still without a text, and who that is.

    It comes last and gets the code after the last one; or it comes before the measure with the identity `before`, and
    all of the heading are numbered anew.
    """
    who = next(name for number in count(1) if (name := f"{_NEW}{number}") not in _identities(plan))
    new = Measure("", None, None, 0, "", cadence=Cadence.MONTHLY, follow_up=WORDING[Cadence.MONTHLY], identity=who)
    grown = _come(replace(plan, measures=(*plan.measures, new)), who, heading)
    if before is None:
        return grown, who
    return numbered(_in_order(grown, heading, lambda mine: _put_before(mine, who, before)), heading), who


def like_its_neighbour(plan: Records, identity: str, neighbour: str | None = None) -> Records:
    """The plan where a measure has the items, rhythm and sections of a neighbour, or of the one before it.

    That is where most new ones begin; the months of sections stay with the neighbour.
    """
    mine = [each.identity for each in measures_of(plan, heading_of(measure_of(plan, identity).code))]
    other = neighbour or next(iter(mine[: mine.index(identity)][-1:]), None)
    if other is None:
        return plan
    like = measure_of(plan, other)
    values = {name: getattr(like, name) for name in ("items", "cadence", "follow_up", "named_month")}
    sections = (Assignment("", each.section, each.role) for each in plan.assignments if each.measure == like.code)
    return with_assignments(with_measure(plan, identity, **values), identity, list(sections))


def without_new(plan: Records, identity: str) -> Records:
    """The plan without a measure that came with the draft, and without its sections; the others keep their numbers."""
    gone = measure_of(plan, identity)
    assert is_new(gone)
    measures = tuple(each for each in plan.measures if each.identity != identity)
    assignments = tuple(each for each in plan.assignments if each.measure != gone.code)
    return _positioned(replace(plan, measures=measures, assignments=assignments))


def moved(plan: Records, identity: str, steps: int) -> Records:
    """The plan where a measure stands so many places further on among its neighbours; every number stays."""
    heading = heading_of(measure_of(plan, identity).code)
    return _in_order(plan, heading, lambda mine: _shifted(mine, identity, steps))


def numbered(plan: Records, heading: str) -> Records:
    """The plan where the measures of an indicator or initiative are numbered from 1 in their order, without a gap."""
    mine = enumerate(measures_of(plan, heading), start=1)
    return _with_measures(plan, {each.identity: replace(each, code=f"{heading}.{place}") for place, each in mine})


def moved_to(plan: Records, identity: str, heading: str) -> Records:
    """The plan where a measure belongs to another indicator or initiative: last, with the next free code there.

    The items that it covered are of the indicator that it leaves, so it covers none any more.
    """
    return _come(with_measure(plan, identity, items=()), identity, heading)


def _come(plan: Records, identity: str, heading: str) -> Records:
    """The plan where a measure is the last one under a heading."""
    number, codes = number_of(heading), [each.code for each in plan.measures]
    parent = {"indicator": None, "initiative": number} if is_initiative(heading) else {"indicator": number}
    last = max((each.position for each in plan.measures), default=0) + 1
    values = {"initiative": None, **parent, "code": free_code(heading, codes), "position": last}
    return _positioned(with_measure(plan, identity, **values))


def _with_measures(plan: Records, changed: Mapping[str, Measure]) -> Records:
    """The plan with other versions of measures, by who they are; their sections follow them to other codes."""
    measures = tuple(changed.get(each.identity, each) for each in plan.measures)
    pairs = zip(plan.measures, measures, strict=True)
    names = Names({("measure", old.code): new.code for old, new in pairs if old.code != new.code})
    followed = (replace(each, measure=names.of("measure", each.measure)) for each in plan.assignments)
    return replace(plan, measures=measures, assignments=tuple(followed))


def _in_order(plan: Records, heading: str, arrange: Arrange) -> Records:
    """The plan where the measures under a heading stand in another order."""
    mine = enumerate(arrange(measures_of(plan, heading)), start=1)
    return _positioned(_with_measures(plan, {each.identity: replace(each, position=place) for place, each in mine}))


def _positioned(plan: Records) -> Records:
    """The plan where all measures are counted through as the yearly report lists them."""
    ordered = enumerate(sorted(plan.measures, key=_place), start=1)
    return _with_measures(plan, {each.identity: replace(each, position=place) for place, each in ordered})


def _place(measure: Measure) -> tuple[bool, int, int]:
    """Indicators before initiatives, then by position."""
    return measure.indicator is None, measure.indicator or measure.initiative or 0, measure.position


def _put_before(mine: list[Measure], identity: str, other: str) -> list[Measure]:
    """The measures with one of them right before another."""
    who = [each.identity for each in mine]
    return _shifted(mine, identity, who.index(other) - who.index(identity))


def _shifted(mine: list[Measure], identity: str, steps: int) -> list[Measure]:
    """The measures with one of them so many places further on, or as far as it goes."""
    place = next(place for place, each in enumerate(mine) if each.identity == identity)
    rest = [*mine[:place], *mine[place + 1 :]]
    target = min(max(place + steps, 0), len(rest))
    return [*rest[:target], mine[place], *rest[target:]]


def _identities(plan: Records) -> set[str]:
    return {each.identity for each in plan.measures}
