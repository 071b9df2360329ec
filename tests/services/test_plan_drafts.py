"""Drafts of a plan saved on both databases: whatever moves, what hangs on a measure stays with it."""

from random import Random

import pytest

from ita_data.exports import EXPORTS
from ita_data.model.changes import by_key
from ita_data.model.planning import drafting
from ita_data.model.planning.draft_edits import edits_of
from ita_data.model.planning.drafting import added, drafted, measure_of, measures_of, moved, moved_to, numbered
from ita_data.model.records import Assignment, Records, Review, Role
from ita_data.model.states import Status
from ita_data.services import editing, importing, looking, opening, undoing
from ita_data.services.opening import Store
from tests.offices import bring_report
from tests.services.office import DAY, PLAN, SECTION, STAFF, plan

HEADINGS = ("1", "4", "9", "ก2")


def with_reviews(store: Store) -> Records:
    """The report's plan, where every measure has a review whose result is the measure's text."""
    bring_report(store)
    reviews = [
        Review(each.code, SECTION, 1, Status.IN_PROGRESS, DAY, result=each.text) for each in plan(store).measures
    ]
    editing.save(store, PLAN, [(None, each) for each in reviews], STAFF)
    return plan(store)


def save(store: Store, shown: Records, wanted: Records) -> int:
    batch = editing.save(store, PLAN, edits_of(drafted(shown), wanted), STAFF, revision=opening.revision(store))
    assert batch
    return batch.id


def hanging(found: Records) -> set[tuple[str, str]]:
    """What was reported on each measure, by who it is."""
    who = {each.code: each.identity for each in found.measures}
    return {(who[each.measure], each.result) for each in found.reviews}


def responsible(found: Records) -> set[tuple[str, str, Role]]:
    who = {each.code: each.identity for each in found.measures}
    return {(who[each.measure], each.section, each.role) for each in found.assignments}


def rearranged(wanted: Records, random: Random) -> Records:
    """The plan after a dozen steps as somebody might take them."""
    for _step in range(12):
        heading = random.choice(HEADINGS)
        mine = [each.identity for each in measures_of(wanted, heading)]
        match random.randrange(4):
            case 0:
                wanted, who = added(wanted, heading, random.choice([None, *mine]))
                wanted = drafting.with_measure(wanted, who, text=f"มาตรการใหม่ {who}")
            case 1:
                wanted = numbered(wanted, heading)
            case 2 if mine:
                wanted = moved(wanted, random.choice(mine), random.randint(-3, 3))
            case _ if mine:
                wanted = moved_to(wanted, random.choice(mine), random.choice(HEADINGS))
    return wanted


@pytest.mark.parametrize("seed", range(4))
def test_every_review_stays_with_its_measure_whatever_is_done_and_an_undo_gives_all_back(
    engine: Store, seed: int
) -> None:
    before = with_reviews(engine)
    wanted = rearranged(drafted(before), Random(seed))
    batch = save(engine, before, wanted)
    after = plan(engine)
    assert hanging(after) == hanging(before)
    assert responsible(after) == responsible(before)
    assert {(each.code, each.text) for each in after.measures} == {(each.code, each.text) for each in wanted.measures}
    assert len({each.code for each in after.measures}) == len(after.measures)
    undoing.undo(engine, batch, STAFF)
    assert by_key(plan(engine)) == by_key(before)


def test_a_measure_inserted_as_4_2_has_its_own_sections_and_no_report(engine: Store) -> None:
    before = with_reviews(engine)
    second = next(each for each in before.measures if each.code == "4.2")
    wanted, who = added(drafted(before), "4", second.identity)
    wanted = drafting.with_measure(wanted, who, text="ตรวจสอบครุภัณฑ์")
    wanted = drafting.with_assignments(wanted, who, [Assignment("", SECTION, Role.LEAD)])
    save(engine, before, wanted)
    after = plan(engine)
    assert [each.measure for each in after.reviews if each.result == second.text] == ["4.3"]
    assert [each.section for each in after.assignments if each.measure == "4.2"] == [SECTION]
    assert measure_of(after, second.identity).code == "4.3"


@pytest.mark.parametrize("export", EXPORTS)
def test_the_yearly_report_holds_what_was_changed_and_imported_again_plans_no_change(
    engine: Store, export: str
) -> None:
    before = with_reviews(engine)
    who = {each.code: each.identity for each in before.measures}
    wanted, new = added(drafted(before), "4", who["4.2"])
    wanted = drafting.like_its_neighbour(drafting.with_measure(wanted, new, text="ตั้งศูนย์รับเรื่อง"), new, who["4.2"])
    reworded = f"{measure_of(wanted, who['1.2']).text} ทุกไตรมาส"
    wanted = drafting.with_measure(wanted, who["1.2"], text=reworded)
    wanted = drafting.with_measure(wanted, who["2.2"], retired_from_month=7)
    save(engine, before, wanted)
    file = looking.export(engine, PLAN, export)
    found = importing.preview(engine, file, f"report.{EXPORTS[export].suffix}", DAY)
    assert found.changes is not None
    assert (found.changes.writes, found.changes.doubts) == ((), ())
    texts = {each.code: each.text for each in found.reading.records.measures}
    assert (texts["4.2"], texts["1.2"]) == ("ตั้งศูนย์รับเรื่อง", reworded)


def test_who_began_before_others_numbered_anew_is_told_and_writes_to_no_other_measure(engine: Store) -> None:
    before, revision = with_reviews(engine), opening.revision(engine)
    second = next(each for each in before.measures if each.code == "4.2")
    mended = edits_of(drafted(before), drafting.with_measure(drafted(before), second.identity, text="ข้อความใหม่"))
    save(engine, before, numbered(moved(drafted(before), second.identity, 1), "4"))
    with pytest.raises(editing.Overtaken):
        editing.save(engine, PLAN, mended, STAFF, revision=revision)
    assert measure_of(plan(engine), second.identity).text == second.text
