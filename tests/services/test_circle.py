"""The whole circle: a report in, the plan lived by on screen, the next report out, and nothing lost on the way."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from ita_data.exports import EXPORTS
from ita_data.model.changes import Action
from ita_data.model.planning.draft_edits import edits_of
from ita_data.model.planning.drafting import (
    added,
    drafted,
    measures_of,
    moved,
    with_item,
    with_measure,
    with_sections,
)
from ita_data.model.records import Link, LinkState, Outcome, Records, Review, Role, Section
from ita_data.model.states import Status
from ita_data.services import editing, importing
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, bring_report
from tests.services.office import OFFICE, PLAN, STAFF, plan

NEW = "จัดตั้งศูนย์รับเรื่องร้องเรียนออนไลน์"
REWORDED = "เวียนแจ้งและซักซ้อมความเข้าใจ แนวทางการใช้ทรัพย์สินของราชการให้ทุกส่วนราชการทราบและถือปฏิบัติ"
SECTION = "ศูนย์บริการประชาชน"
RESULTS = {1: "ประชุมชี้แจง 12 พ.ย. 67", 2: "ประชุมชี้แจง 14 ม.ค. 68", 3: "ประชุมชี้แจง 11 มี.ค. 68"}
REPORT = date(2025, 10, 1)


def mended_plan(store: Store) -> None:
    """Add a section and a measure that it leads, before 4.2; reword 4.1 and retire what was 4.4."""
    editing.save(store, PLAN, [(None, Section(SECTION, position=99))], COORDINATOR)
    shown = plan(store)
    first, second, _third, fourth = measures_of(shown, "4")
    wanted, new = added(drafted(shown), "4", second.identity)
    wanted = with_measure(wanted, new, text=NEW, cadence=first.cadence, follow_up=first.follow_up, items=first.items)
    wanted = with_sections(wanted, new, Role.LEAD, [SECTION])
    wanted = with_measure(wanted, first.identity, text=REWORDED)
    wanted = with_measure(wanted, fourth.identity, retired_from_month=7)
    editing.save(store, PLAN, edits_of(drafted(shown), wanted), COORDINATOR)


def outcome_of_three_months(store: Store) -> None:
    """Report on the new measure for three months, and write its outcome from that."""
    reviews = [
        Review("4.2", SECTION, month, Status.IN_PROGRESS, REPORT, result=said) for month, said in RESULTS.items()
    ]
    editing.save(store, PLAN, [(None, review) for review in reviews], STAFF)
    number = 1 + sum(outcome.indicator == 4 for outcome in plan(store).outcomes)
    written = Outcome(
        f"4.{number}",
        4,
        number,
        " ".join(RESULTS.values()),
        done_on=date(2024, 11, 12),
        done_until=date(2025, 3, 11),
        quantity="214 คน",
        document="กท 5001/123",
    )
    link = Link(written.code, "4.2", LinkState.CONFIRMED)
    editing.save(store, PLAN, [(None, written), (None, link)], COORDINATOR)


def texts(records: Records) -> dict[str, str]:
    return {measure.code: measure.text for measure in records.measures if measure.indicator == 4}


def words(data: bytes) -> str:
    """All that a Word document says in its tables."""
    return "\n".join(cell.text for table in Document(BytesIO(data)).tables for row in table.rows for cell in row.cells)


def assert_nothing_planned(store: Store, export: str) -> None:
    """The report that is made of the plan asks nothing and changes nothing when it comes again."""
    made = EXPORTS[export]
    found = importing.preview(store, made.file_of(plan(store)), f"report{made.suffix}", REPORT, OFFICE)
    assert found.changes is not None
    assert found.changes.doubts == ()
    assert [change.record for change in found.changes.writes] == []
    assert found.changes.counts()[Action.MISSING] == 0


@pytest.mark.parametrize("export", EXPORTS)
def test_what_was_changed_on_screen_goes_out_in_the_report_and_comes_back_without_a_change(
    engine: Store, export: str
) -> None:
    bring_report(engine)
    before = texts(plan(engine))
    mended_plan(engine)
    outcome_of_three_months(engine)
    records = plan(engine)
    assert texts(records) == {"4.1": REWORDED, "4.2": NEW} | {
        f"4.{number + 1}": before[f"4.{number}"] for number in (2, 3, 4)
    }
    if export == "report-docx":
        said = words(EXPORTS[export].file_of(records))
        assert all(text in said for text in (NEW, REWORDED, SECTION, *RESULTS.values(), "214 คน", "กท 5001/123"))
    assert_nothing_planned(engine, export)


@pytest.mark.parametrize("export", EXPORTS)
def test_numbered_details_of_a_measure_are_no_measures_when_the_report_comes_back(engine: Store, export: str) -> None:
    bring_report(engine)
    shown = plan(engine)
    first = measures_of(shown, "4")[0]
    typed = "1. จัดประชุมชี้แจง\n2. ติดตามผล"
    wanted = with_measure(drafted(shown), first.identity, text=f"{first.text}\nทุกเดือน", detail=typed)
    editing.save(engine, PLAN, edits_of(drafted(shown), wanted), COORDINATOR)
    mended = measures_of(plan(engine), "4")[0]
    assert (mended.text, mended.detail) == (f"{first.text} ทุกเดือน", "(1) จัดประชุมชี้แจง\n(2) ติดตามผล")
    assert_nothing_planned(engine, export)


@pytest.mark.parametrize("export", EXPORTS)
def test_a_plan_in_another_order_comes_back_with_its_codes_and_places(engine: Store, export: str) -> None:
    """An item is added between those of others, a measure answers it and another item, and one moves up."""
    bring_report(engine)
    shown = plan(engine)
    first, last = measures_of(shown, "1")[0], measures_of(shown, "1")[-1]
    wanted = with_item(drafted(shown), 1, "I31", "ตอบช้า")
    wanted = with_measure(wanted, first.identity, items=("I1", "I3", "I31"))
    wanted = moved(wanted, last.identity, -2)
    editing.save(engine, PLAN, edits_of(drafted(shown), wanted), COORDINATOR)
    assert [each.code for each in measures_of(plan(engine), "1")] == ["1.1", "1.4", "1.2", "1.3"]
    assert measures_of(plan(engine), "1")[0].items == ("I1", "I3", "I31")
    assert_nothing_planned(engine, export)
