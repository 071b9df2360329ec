"""Whatever people make of a plan on screen, the yearly report of it changes nothing when it comes again."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.exports import EXPORTS
from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.model.cadence import WORDING, Cadence
from ita_data.model.changes import Action
from ita_data.model.outcome_lines import as_entered
from ita_data.model.planning import drafting
from ita_data.model.planning.changes import changes_of
from ita_data.model.planning.drafting import headings_of, measures_of
from ita_data.model.planning.numbering import free_code
from ita_data.model.records import EVERY_SECTION, Assignment, Initiative, Measure, Outcome, Records, Role, Section
from ita_data.model.report_texts import printable
from ita_data.model.rules import Rules
from tests.imports.files import DAY, REPORT, read_report

TEXTS = (
    "จัดตั้งศูนย์รับเรื่องร้องเรียนออนไลน์",
    "1. จัดประชุมชี้แจง\n2. ติดตามผล",
    "- อบรม  2.5 ชั่วโมง\n\n• 3) สรุปผล ๔. เผยแพร่",
    "ตัวชี้วัดที่ 9 เผยแพร่ให้ทั่วถึงและ",
    "= จำนวน: 5 คน/",
)
NEW_SECTIONS = ("ศูนย์บริการประชาชน", "โรงเรียนวัดดงมูลเหล็ก", "งานทะเบียนและบัตร (ชั่วคราว)", "กลุ่มงาน ก/ข, ค")
text = st.sampled_from(TEXTS)
Edit = Callable[[Records, st.DataObject], Records]


INDICATORS, INITIATIVES = (3, 4, 5, 9), (1, 2)


@cache
def given_report() -> Records:
    """A part of the given report as a store holds it; the whole of it takes Word's tables too long."""
    whole = read_report(REPORT.read_bytes(), REPORT.name).records
    assert whole is not None
    found = part_of(whole)
    numbers = count(1)
    known = {
        f"{kind}s": tuple(replace(each, identity=str(next(numbers))) for each in found.of(kind))
        for kind in ("initiative", "item", "measure", "outcome")
    }
    return replace(found, rules=(Rules(),), **known)


def part_of(whole: Records) -> Records:
    """Some indicators and initiatives, with all that belongs to them."""
    measures = tuple(each for each in whole.measures if each.indicator in INDICATORS or each.initiative in INITIATIVES)
    codes = {each.code for each in measures}
    return replace(
        whole,
        indicators=tuple(each for each in whole.indicators if each.number in INDICATORS),
        initiatives=tuple(each for each in whole.initiatives if each.number in INITIATIVES),
        items=tuple(each for each in whole.items if each.indicator in INDICATORS),
        measures=measures,
        assignments=tuple(each for each in whole.assignments if each.measure in codes),
        outcomes=tuple(each for each in whole.outcomes if each.indicator in INDICATORS),
        links=(),
    )


def some_measure(plan: Records, data: st.DataObject) -> Measure:
    return data.draw(st.sampled_from(plan.measures))


def some_heading(plan: Records, data: st.DataObject) -> str:
    return data.draw(st.sampled_from(sorted(headings_of(plan))))


def reworded(plan: Records, data: st.DataObject) -> Records:
    who = some_measure(plan, data).identity
    return drafting.with_measure(plan, who, text=data.draw(text), detail=data.draw(st.sampled_from(["", *TEXTS])))


def in_charge(plan: Records, data: st.DataObject) -> Records:
    """Sections in any roles: one lead, several, or none; or no section at all."""
    measure = some_measure(plan, data)
    names = [EVERY_SECTION, *(each.name for each in plan.sections[:4])]
    named = data.draw(st.dictionaries(st.sampled_from(names), st.sampled_from(Role), max_size=3))
    mine = [Assignment(measure.code, name, role) for name, role in named.items()]
    return drafting.with_assignments(plan, measure.identity, mine)


def with_section(plan: Records, data: st.DataObject) -> Records:
    """A section that is new, beside a measure that it leads or supports."""
    name = data.draw(st.sampled_from(NEW_SECTIONS))
    if name not in {each.name for each in plan.sections}:
        plan = replace(plan, sections=(*plan.sections, Section(name, position=len(plan.sections) + 1)))
    return drafting.with_sections(plan, some_measure(plan, data).identity, data.draw(st.sampled_from(Role)), [name])


def covering(plan: Records, data: st.DataObject) -> Records:
    measure = some_measure(plan, data)
    codes = [each.code for each in plan.items if each.indicator == measure.indicator]
    chosen = data.draw(st.sets(st.sampled_from(codes))) if codes else set()
    return drafting.with_measure(plan, measure.identity, items=tuple(code for code in codes if code in chosen))


def followed_up(plan: Records, data: st.DataObject) -> Records:
    cadence = data.draw(st.sampled_from(Cadence))
    wording = {
        "cadence": cadence,
        "follow_up": WORDING[cadence],
        "retired_from_month": data.draw(st.none() | st.just(7)),
    }
    return drafting.with_measure(plan, some_measure(plan, data).identity, **wording)


def put_elsewhere(plan: Records, data: st.DataObject) -> Records:
    return drafting.moved(plan, some_measure(plan, data).identity, data.draw(st.integers(-3, 3)))


def moved_elsewhere(plan: Records, data: st.DataObject) -> Records:
    return drafting.moved_to(plan, some_measure(plan, data).identity, some_heading(plan, data))


def inserted(plan: Records, data: st.DataObject) -> Records:
    heading = some_heading(plan, data)
    before = data.draw(st.sampled_from([None, *(each.identity for each in measures_of(plan, heading))]))
    grown, who = drafting.added(plan, heading, before)
    return drafting.with_measure(grown, who, text=data.draw(text))


def numbered(plan: Records, data: st.DataObject) -> Records:
    return drafting.numbered(plan, some_heading(plan, data))


def with_item(plan: Records, data: st.DataObject) -> Records:
    code = data.draw(st.sampled_from(["I31", "E7", "O23", "X1", "ข้อ 3"]))
    if code in {each.code for each in plan.items}:
        return drafting.with_issue(plan, [code], data.draw(text))
    return drafting.with_item(plan, data.draw(st.sampled_from(INDICATORS)), code, data.draw(text))


def with_initiative(plan: Records, data: st.DataObject) -> Records:
    if data.draw(st.booleans()):
        return drafting.with_initiative_name(plan, 2, data.draw(text))
    number = max(each.number for each in plan.initiatives) + data.draw(st.integers(1, 2))
    new = Initiative(number, data.draw(text), identity=f"new ก{number}")
    return replace(plan, initiatives=(*plan.initiatives, new))


def with_outcome(plan: Records, data: st.DataObject) -> Records:
    heading = data.draw(st.sampled_from(INDICATORS))
    code = free_code(str(heading), [each.code for each in plan.outcomes])
    number = int(code.rpartition(".")[2])
    new = as_entered(Outcome(code, heading, number, "", identity=f"new {code}"), data.draw(text))
    return replace(plan, outcomes=(*plan.outcomes, new))


EDITS: tuple[Edit, ...] = (
    *(reworded, in_charge, with_section, covering, followed_up, put_elsewhere, moved_elsewhere),
    *(inserted, numbered, with_item, with_initiative, with_outcome),
)


def saved(shown: Records, wanted: Records) -> Records:
    """The plan as it is stored and read again, in texts that a report can hold and in its order."""
    known = {each.identity: each for each in (*shown.initiatives, *shown.items, *shown.measures)}
    kept = {
        f"{kind}s": tuple(printable(known.get(each.identity), each) for each in wanted.of(kind))
        for kind in ("initiative", "item", "measure")
    }
    plan = replace(wanted, **kept)
    return replace(
        plan,
        items=tuple(sorted(plan.items, key=lambda each: (each.indicator, each.position))),
        measures=tuple(
            sorted(plan.measures, key=lambda each: (each.initiative or 0, each.indicator or 0, each.position))
        ),
        outcomes=tuple(sorted(plan.outcomes, key=lambda each: (each.indicator, each.position))),
        assignments=tuple(sorted(plan.assignments, key=lambda each: each.key)),
    )


@pytest.mark.parametrize("name", EXPORTS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_edits_of_the_given_report_come_back_without_a_change(name: str, data: st.DataObject) -> None:
    stored = given_report()
    for edit in data.draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=6)):
        stored = saved(stored, edit(stored, data))
    export = EXPORTS[name]
    known = Known(plans={stored.plan: stored}, offices=(stored.organisation,), today=DAY, received_on=DAY)
    found = read(export.file_of(stored), f"report{export.suffix}", known)
    assert found.records is not None
    changes = changes_of(stored, found.records, 0)
    assert changes.doubts == ()
    assert [change.differences for change in changes.writes] == []
    assert changes.counts()[Action.MISSING] == 0
