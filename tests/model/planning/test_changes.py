"""Changes: by hand, and as properties that hold for any two versions of a plan."""

from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from sqlalchemy import Engine

from ita_data import store
from ita_data.model.cadence import Cadence
from ita_data.model.changes import Action, Change, Changes, by_key
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.changes import changes_of
from ita_data.model.records import KINDS, Item, Link, LinkState, Measure, Record, Records, Review
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from tests.databases import SqliteFiles
from tests.metrics.strategies import plans
from tests.model.planning.one_record import EARLIER, LATER, REVIEW, changes, only
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS, lead, link, measure, outcome, records_of, review
from tests.store import office

unhurried = settings(deadline=None, max_examples=25)


def file_of(*records: Record) -> Records:
    """What a file holds that says nothing of the plan's rules."""
    return replace(records_of(*records), rules=())


def the_change(stored: Record, read: Record) -> Change:
    """What becomes of one record."""
    (change,) = (found for found in changes(stored, read).changes if found.record.kind == stored.kind)
    return change


def applied(stored: Records, planned: Changes) -> Records:
    """The records after the writes, in no particular order."""
    after = by_key(stored) | by_key(change.after for change in planned.writes if change.after)
    for change in planned.writes:
        if change.action is Action.REMOVED:
            del after[change.record.kind, change.record.key]
    kinds = {f"{kind}s": tuple(record for record in after.values() if record.kind == kind) for kind in KINDS}
    return replace(stored, **kinds)  # type: ignore[arg-type]


def test_a_record_that_nobody_knew_is_added() -> None:
    planned = changes_of(Records("สำนักงานเขตตัวอย่าง", 2568, rules=(Rules(),)), only(measure("1.1")), 7)
    assert planned == Changes(PlanName("สำนักงานเขตตัวอย่าง", 2568), 7, (Change(Action.ADDED, None, measure("1.1")),))


def test_a_new_plan_begins_with_the_usual_rules() -> None:
    planned = changes_of(Records("สำนักงานเขตตัวอย่าง", 2568), only(measure("1.1")), 0)
    added = (Change(Action.ADDED, None, Rules()), Change(Action.ADDED, None, measure("1.1")))
    assert planned.changes == added


def test_a_record_that_reads_alike_is_unchanged() -> None:
    assert the_change(measure("1.1"), measure("1.1")).action is Action.UNCHANGED


def test_a_changed_record_is_shown_as_it_was_and_as_it_will_be() -> None:
    change = the_change(measure("1.1", text="ประกาศ"), measure("1.1", text="ประกาศคู่มือ"))
    assert change.action is Action.CHANGED
    assert change.differences == (("text", "ประกาศ", "ประกาศคู่มือ"),)


def test_a_field_left_blank_is_kept_and_named() -> None:
    change = the_change(REVIEW, replace(REVIEW, progress=80.0, result="", note="", done_on=None))
    assert change.after == replace(REVIEW, progress=80.0)
    assert change.kept == ("result", "done_on", "note")


def test_a_file_that_only_leaves_blanks_changes_nothing_and_says_what_was_kept() -> None:
    change = the_change(REVIEW, replace(REVIEW, result=""))
    assert (change.action, change.after, change.kept) == (Action.UNCHANGED, REVIEW, ("result",))


def test_a_blank_where_nothing_is_stored_is_not_worth_a_word() -> None:
    stored = replace(REVIEW, result="", evidence="")
    assert the_change(stored, replace(stored, progress=80.0)).kept == ()


def test_a_correction_keeps_the_first_receipt() -> None:
    change = the_change(REVIEW, replace(REVIEW, progress=80.0, received_on=LATER))
    assert change.after == replace(REVIEW, progress=80.0)


def test_a_file_that_had_come_earlier_gives_the_first_receipt() -> None:
    change = the_change(replace(REVIEW, received_on=LATER), REVIEW)
    assert change.differences == (("received_on", LATER, EARLIER),)


def test_the_same_review_again_is_no_change_whenever_it_comes() -> None:
    assert the_change(REVIEW, replace(REVIEW, received_on=LATER)).action is Action.UNCHANGED


def test_a_blank_cell_of_a_review_leaves_what_was_there() -> None:
    blank = Review("1.1", WORKS, 1, Status.COMPLETED, LATER)
    assert the_change(REVIEW, blank).after == replace(REVIEW, status=Status.COMPLETED)


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        (Item("I1", 1, "ไม่ชัดเจน", 1), Item("I1", 1, "", 1)),
        (Measure("1.1", 1, None, 1, "ประกาศ", "หน้าแรก", items=("I1",)), Measure("1.1", 1, None, 1, "ประกาศ")),
        (
            Measure("1.1", 1, None, 1, "ประกาศ", cadence=Cadence.MONTHLY, follow_up="ทุกเดือน"),
            Measure("1.1", 1, None, 1, "ประกาศ"),
        ),
    ],
)
def test_a_blank_in_a_report_leaves_what_was_there(stored: Record, read: Record) -> None:
    assert the_change(stored, read).action is Action.UNCHANGED


@pytest.mark.parametrize(("text", "origin"), [("จัดทำคู่มือการให้บริการฉบับใหม่", "2.1"), ("ตรวจสอบทรัพย์สิน", None)])
def test_a_measure_keeps_its_origin_unless_its_code_stands_for_another_one_now(text: str, origin: str | None) -> None:
    stored = replace(measure("1.1", text="จัดทำคู่มือการให้บริการ"), comes_from="2.1")
    assert the_change(stored, measure("1.1", text=text)).after == replace(stored, text=text, comes_from=origin)


def test_a_report_leaves_it_as_it_is_whether_completion_is_final() -> None:
    stored = replace(measure("1.1"), final_from_month=4)
    assert the_change(stored, measure("1.1", text="มาตรการ 1.1 ทุกช่องทาง")).after.final_from_month == 4


def test_a_rhythm_that_is_written_replaces_the_old_one() -> None:
    stored = Measure("1.1", 1, None, 1, "ประกาศ", cadence=Cadence.MONTHLY, follow_up="ทุกเดือน")
    read = replace(stored, cadence=Cadence.AS_NEEDED, follow_up="เมื่อมีกรณี")
    assert the_change(stored, read).after == read


def test_a_section_that_the_file_no_longer_names_for_a_measure_is_removed() -> None:
    stored = records_of(measure("1.1"), measure("1.2"), lead("1.1", WORKS), lead("1.2", WORKS), review("1.1", WORKS, 1))
    read = file_of(measure("1.1"), measure("1.2"), *lead("1.1", ADMINISTRATION))
    planned = changes_of(stored, read, 0)
    (old,) = lead("1.1", WORKS)
    assert [change for change in planned.writes if change.action is Action.REMOVED] == [
        Change(Action.REMOVED, old, None)
    ]
    after = applied(stored, planned)
    assert after.assignments == (*lead("1.2", WORKS), *lead("1.1", ADMINISTRATION))
    assert after.reviews == stored.reviews


def test_a_measure_that_the_file_assigns_to_nobody_keeps_its_sections() -> None:
    stored = records_of(measure("1.1"), measure("1.2"), lead("1.1", WORKS), lead("1.2", WORKS))
    planned = changes_of(stored, file_of(measure("1.1"), measure("1.2"), *lead("1.2", WORKS)), 0)
    assert planned.counts()[Action.REMOVED] == 0
    assert planned.counts()[Action.MISSING] == 1


def linked(text: str, result: str, state: LinkState = LinkState.CONFIRMED) -> Records:
    """One measure and one outcome that answers it, with these texts."""
    return records_of(measure("1.1", text=text), replace(outcome("1.1"), text=result), link("1.1", "1.1", state))


@pytest.mark.parametrize(
    ("text", "result"),
    [("อบรมเจ้าหน้าที่ประจำปี", "ประกาศคู่มือแล้ว"), ("ประกาศคู่มือ", "จัดซื้อครุภัณฑ์สำนักงาน")],
)
def test_a_confirmed_link_is_doubted_once_another_text_stands_at_one_of_its_ends(text: str, result: str) -> None:
    planned = changes_of(linked("ประกาศคู่มือ", "ประกาศคู่มือแล้ว"), linked(text, result), 0)
    (change,) = (found for found in planned.changes if found.record.kind == "link")
    assert (change.action, change.after) == (Action.CHANGED, link("1.1", "1.1", LinkState.SUGGESTED))


def test_a_confirmed_link_outlives_a_correction_of_its_texts() -> None:
    planned = changes_of(
        linked("ประกาศคู่มือ", "ประกาศแล้ว"), linked("ประกาศคู่มือการปฏิบัติงาน", "ประกาศแล้วในเว็บไซต์ของสำนักงานเขต"), 0
    )
    assert {change.record.kind for change in planned.writes} == {"measure", "outcome"}


def test_a_rejected_link_stays_rejected_whatever_the_texts_say() -> None:
    stored = linked("ประกาศคู่มือ", "ประกาศแล้ว", LinkState.REJECTED)
    planned = changes_of(stored, linked("อบรมเจ้าหน้าที่ประจำปี", "ประกาศแล้ว"), 0)
    assert [change.record.kind for change in planned.writes] == ["measure"]


@pytest.mark.parametrize("state", LinkState)
def test_a_link_between_the_same_texts_is_never_touched(state: LinkState) -> None:
    stored = replace(link("1.1", "1.1", state), score=80.0)
    change = the_change(stored, link("1.1", "1.1", LinkState.SUGGESTED))
    assert change == Change(Action.UNCHANGED, stored, stored)


def test_what_the_file_lacks_is_listed_and_stays() -> None:
    stored = records_of(measure("1.1"), measure("1.2"))
    planned = changes_of(stored, file_of(measure("1.1")), 0)
    missing = [change for change in planned.changes if change.action is Action.MISSING]
    assert missing == [Change(Action.MISSING, measure("1.2"), None)]
    assert not planned.writes


def test_kinds_that_the_file_says_nothing_of_are_not_missing() -> None:
    stored = records_of(measure("1.1"), outcome("1.1"), link("1.1", "1.1"), review("1.1", WORKS, 1))
    planned = changes_of(stored, file_of(measure("1.1")), 0)
    assert planned.counts()[Action.MISSING] == 0


def test_a_link_that_is_no_longer_suggested_is_not_missing() -> None:
    stored = records_of(measure("1.1"), measure("1.2"), outcome("1.1"), link("1.1", "1.1"), link("1.1", "1.2"))
    read = file_of(measure("1.1"), measure("1.2"), outcome("1.1"), link("1.1", "1.1"))
    assert changes_of(stored, read, 0).counts()[Action.MISSING] == 0


def test_a_file_suggests_no_link_between_two_texts_that_are_stored_already() -> None:
    stored = records_of(measure("1.1"), measure("1.2"), outcome("1.1"), link("1.1", "1.1"))
    read = file_of(measure("1.1"), measure("1.2"), outcome("1.1"), link("1.1", "1.2", LinkState.SUGGESTED))
    assert not changes_of(stored, read, 0).writes


def test_a_file_suggests_a_link_where_it_brings_another_text() -> None:
    stored = records_of(measure("1.1"), measure("1.2"), outcome("1.1"), link("1.1", "1.1"))
    suggested = link("1.1", "1.2", LinkState.SUGGESTED)
    read = file_of(measure("1.1"), measure("1.2", text="อบรมเจ้าหน้าที่"), outcome("1.1"), suggested)
    assert suggested in [change.after for change in changes_of(stored, read, 0).writes]


def test_reviews_are_only_missing_in_the_sections_and_months_that_the_file_reports() -> None:
    here = review("1.2", WORKS, 1)
    elsewhere = (review("1.2", WORKS, 2), review("1.2", ADMINISTRATION, 1), review("1.2", ENFORCEMENT, 3))
    stored = records_of(measure("1.1"), measure("1.2"), here, elsewhere)
    read = Records(stored.organisation, 2568, reviews=(review("1.1", WORKS, 1), review("1.1", ENFORCEMENT, 2)))
    planned = changes_of(stored, read, 0)
    assert [change.record for change in planned.changes if change.action is Action.MISSING] == [here]


@given(plans())
@unhurried
def test_the_same_records_again_plan_no_change(records: Records) -> None:
    counts = changes_of(records, replace(records, rules=()), 0).counts()
    assert (counts[Action.ADDED], counts[Action.CHANGED], counts[Action.MISSING]) == (0, 0, 0)


@given(plans(), plans())
@unhurried
def test_once_applied_a_file_plans_no_further_change(stored: Records, read: Records) -> None:
    after = applied(stored, changes_of(stored, read, 0))
    assert not changes_of(after, read, 1).writes


@given(plans(), plans())
@unhurried
def test_every_record_of_both_sides_is_accounted_for_once(stored: Records, read: Records) -> None:
    planned = changes_of(stored, read, 0).changes
    keys = [(change.record.kind, change.record.key) for change in planned]
    assert len(keys) == len(set(keys))
    # A link between two texts that were stored already is left as people left it, also where they made none.
    assert {key for key in by_key(read) if key[0] != Link.kind} <= set(keys)
    assert set(keys) <= by_key(stored).keys() | by_key(read).keys()


@given(plans(), plans())
@unhurried
def test_no_change_loses_a_text_a_receipt_or_a_decision(stored: Records, read: Records) -> None:
    for change in changes_of(stored, read, 0).changes:
        if change.action is not Action.CHANGED:
            continue
        if isinstance(change.before, Link) and isinstance(change.after, Link):
            assert (change.before.state, change.after.state) == (LinkState.CONFIRMED, LinkState.SUGGESTED)
            continue
        assert not any(new in ("", None, ()) for _name, _old, new in change.differences)
        if isinstance(change.before, Review) and isinstance(change.after, Review):
            assert change.after.received_on <= change.before.received_on


@given(plans(), plans())
@unhurried
def test_planning_leaves_both_sides_as_they_were(stored: Records, read: Records) -> None:
    copies = deepcopy((stored, read))
    changes_of(stored, read, 0)
    assert (stored, read) == copies


@given(plans(), plans())
@settings(deadline=None, max_examples=10)
def test_what_is_planned_is_what_the_store_holds_afterwards(
    sqlite: SqliteFiles, stored: Records, read: Records
) -> None:
    with sqlite.migrated() as address:
        engine = store.engine_for(address)
        office.write(engine, changes_of(Records(stored.organisation, 2568), stored, 0))
        planned = changes_of(office.stored(engine, stored.organisation), read, 1)
        office.write(engine, planned)
        held = office.stored(engine, stored.organisation)
        engine.dispose()
    assert by_key(held) == by_key(applied(stored, planned))


def test_a_plan_of_every_kind_of_record_is_stored_as_it_was_read(engine: Engine) -> None:
    office.write(engine, changes_of(Records(office.OFFICE, 2568), office.RECORDS, 0))
    held = office.stored(engine)
    assert held == office.RECORDS
    assert not changes_of(held, office.RECORDS, 1).writes


def test_a_corrected_plan_is_stored_as_it_was_planned(engine: Engine) -> None:
    office.write(engine, changes_of(Records(office.OFFICE, 2568), office.RECORDS, 0))
    corrected = replace(
        office.RECORDS,
        measures=tuple(replace(each, text=f"{each.text} ใหม่", detail="") for each in office.RECORDS.measures),
        reviews=tuple(replace(each, status=Status.COMPLETED, received_on=LATER) for each in office.RECORDS.reviews[:1]),
    )
    planned = changes_of(office.stored(engine), corrected, 1)
    office.write(engine, planned)
    assert by_key(office.stored(engine)) == by_key(applied(office.RECORDS, planned))
    assert {change.record.kind for change in planned.writes} == {"measure", "review"}
