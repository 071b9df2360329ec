"""Next year's plan from this year's: what it takes over, what it leaves behind, and what somebody should look at."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from ita_data.language import gettext as _
from ita_data.model.errors import CodesUnclear
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Assignment, Item, Measure, Records, Role, Section
from ita_data.model.rules import Rules, are_undecided, rules_in

Codes = Mapping[str, str | None]
"""The new codes of items whose code changes, by the old ones; None for an item that is no longer asked."""


class Notice(StrEnum):
    """What is said of a record of the old year."""

    SECTION_ENDED = "section_ended"
    ITEM_DROPPED = "item_dropped"
    MEASURE_RETIRED = "measure_retired"
    LEAD_LOST = "lead_lost"
    ITEMS_LOST = "items_lost"
    PART_OF_THE_YEAR = "part_of_the_year"


@dataclass(frozen=True, slots=True)
class Noticed:
    """A section or an item that is left behind, or a measure or an assignment that somebody should look at."""

    notice: Notice
    record: Section | Item | Measure | Assignment


@dataclass(frozen=True, slots=True)
class Rollover:
    """The records of next year's plan, and what is to be said of them."""

    records: Records
    noticed: tuple[Noticed, ...]


def rolled_over(old: Records, codes: Codes) -> Rollover:
    """Next year's plan as this year's would have it.

    September's rules, sections that haven't ended, indicators, initiatives, items, measures and assignments go on, each
    with its rhythm and its months; nothing of what was reported, ordered or exempted does, nor the pictures of it.
    Retired measures stay behind. Raises CodesUnclear where two items would bear one code.
    """
    codes = _every_code(old.items, codes)
    ended = {section.name for section in old.sections if _has_ended(section, old.fiscal_year)}
    going = tuple(measure for measure in old.measures if measure.retired_from_month is None)
    gone = {measure.code for measure in old.measures} - {measure.code for measure in going}
    new = Records(
        old.organisation,
        old.fiscal_year + 1,
        rules=(_rules(old),),
        sections=tuple(section for section in old.sections if section.name not in ended),
        indicators=old.indicators,
        initiatives=tuple(replace(initiative, pictures="") for initiative in old.initiatives),
        items=tuple(_items(old.items, codes)),
        measures=tuple(_carried_on(measure, codes) for measure in going),
        assignments=tuple(each for each in old.assignments if each.section not in ended and each.measure not in gone),
    )
    return Rollover(new, tuple(_notices(old, new, codes)))


def _every_code(items: Iterable[Item], codes: Codes) -> Codes:
    """The new code of every item, the same where nobody gave another."""
    old = [item.code for item in items]
    if unknown := sorted(codes.keys() - set(old)):
        raise CodesUnclear(_("This year's plan has no item {codes}.").format(codes=", ".join(unknown)))
    new = {code: codes.get(code, code) for code in old}
    if blank := [code for code, given in new.items() if given is not None and not given.strip()]:
        raise CodesUnclear(_("Give {codes} a new code, or leave it behind.").format(codes=", ".join(blank)))
    if twice := [code for code, number in Counter(filter(None, new.values())).items() if number > 1]:
        text = _("Several items would become {codes}. Give each a code of its own, or leave one behind.")
        raise CodesUnclear(text.format(codes=", ".join(twice)))
    return new


def _rules(old: Records) -> Rules:
    """September's rules; whoever was followed up by them has nothing to decide anew."""
    is_decided = not are_undecided(old.rules, has_reviews=bool(old.reviews))
    return replace(rules_in(old.rules, 12), starts_in_month=1, from_month=1, is_decided=is_decided)


def _has_ended(section: Section, fiscal_year: int) -> bool:
    return section.ends_on is not None and section.ends_on <= FiscalMonth(fiscal_year, 12).last_day


def _items(items: Iterable[Item], codes: Codes) -> Iterator[Item]:
    for item in items:
        if code := codes[item.code]:
            yield replace(item, code=code)


def _carried_on(measure: Measure, codes: Codes) -> Measure:
    items = tuple(code for code in map(codes.__getitem__, measure.items) if code)
    # No month of the new year is closed yet, so what is final is so from its beginning.
    final_from_month = measure.final_from_month and 1
    return replace(measure, items=items, comes_from=measure.code, final_from_month=final_from_month)


def _notices(old: Records, new: Records, codes: Codes) -> Iterator[Noticed]:
    """What is left behind, then what should be looked at."""
    yield from (Noticed(Notice.SECTION_ENDED, section) for section in old.sections if section not in new.sections)
    yield from (Noticed(Notice.ITEM_DROPPED, item) for item in old.items if codes[item.code] is None)
    goes_on = {measure.code for measure in new.measures}
    yield from (Noticed(Notice.MEASURE_RETIRED, each) for each in old.measures if each.code not in goes_on)
    lost = _led(old) - _led(new)
    yield from (Noticed(Notice.LEAD_LOST, measure) for measure in new.measures if measure.code in lost)
    had_items = {measure.code for measure in old.measures if measure.items}
    for measure in new.measures:
        if measure.code in had_items and not measure.items:
            yield Noticed(Notice.ITEMS_LOST, measure)
    for assignment in new.assignments:
        if assignment.first_month or assignment.last_month:
            yield Noticed(Notice.PART_OF_THE_YEAR, assignment)


def _led(records: Records) -> set[str]:
    return {assignment.measure for assignment in records.assignments if assignment.role is Role.LEAD}
