"""A whole year without a file: an office writes its plan, reports twelve months and takes its own report out."""

from datetime import date
from itertools import product

import pytest

from ita_data.exports import EXPORTS
from ita_data.metrics import View, completion, expected_cells, reporting, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.periods import months_of
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.by_hand import ITA_INDICATORS, edits_of_beginning
from ita_data.model.planning.draft_edits import edits_of
from ita_data.model.planning.drafting import added, drafted, with_item, with_measure, with_sections
from ita_data.model.records import Link, LinkState, Outcome, Records, Review, Role, Section
from ita_data.model.states import Status
from ita_data.services import editing, importing, looking
from ita_data.services.opening import Store
from tests.offices import COORDINATOR

PLAN = PlanName("สำนักงานเขตตัวอย่าง", 2568)
SECTIONS = ("ฝ่ายปกครอง", "ฝ่ายทะเบียน", "ฝ่ายการคลัง")
MEASURES = {
    "1": ("จัดทำคู่มือการให้บริการ", "ประกาศขั้นตอนการให้บริการ", "อบรมเจ้าหน้าที่ผู้ให้บริการ"),
    "2": ("เผยแพร่แผนการใช้จ่ายงบประมาณ", "รายงานผลการใช้จ่ายทุกเดือน", "ตรวจสอบการเบิกจ่าย"),
}
LAST_DAY = date(2025, 9, 30)


def records(store: Store) -> Records:
    return looking.records(store, PLAN)


def write_plan(store: Store) -> None:
    """Two indicators, an item and three measures each, and three sections, of which each leads two measures."""
    editing.save(store, PLAN, edits_of_beginning(ITA_INDICATORS[:2]), COORDINATOR)
    sections = [Section(name, position=place) for place, name in enumerate(SECTIONS)]
    editing.save(store, PLAN, [(None, section) for section in sections], COORDINATOR)
    wanted = drafted(records(store))
    for heading, texts in MEASURES.items():
        wanted = with_item(wanted, int(heading), f"I{heading}", f"ประเด็นของตัวชี้วัดที่ {heading}")
        for text, section in zip(texts, SECTIONS, strict=True):
            wanted, new = added(wanted, heading)
            monthly = {"cadence": Cadence.MONTHLY, "follow_up": "ทุกเดือน", "items": (f"I{heading}",)}
            wanted = with_measure(wanted, new, text=text, **monthly)
            wanted = with_sections(wanted, new, Role.LEAD, [section])
    editing.save(store, PLAN, edits_of(drafted(records(store)), wanted), COORDINATOR)


def report_twelve_months(store: Store) -> None:
    """Each lead reports each month in time, and says in September that it is done."""
    leads = {each.measure: each.section for each in records(store).assignments}
    for month in months_of(PLAN.fiscal_year):
        state = Status.COMPLETED if month.month == 12 else Status.IN_PROGRESS
        sent = [
            Review(measure, section, month.month, state, month.last_day, result=f"ดำเนินการเดือนที่ {month.month}")
            for measure, section in leads.items()
        ]
        editing.save(store, PLAN, [(None, review) for review in sent], COORDINATOR)


def write_outcomes(store: Store) -> None:
    for measure in records(store).measures:
        number = int(measure.code.rpartition(".")[2])
        written = Outcome(measure.code, measure.indicator or 0, number, f"ผลของ{measure.text}", done_on=LAST_DAY)
        link = Link(measure.code, measure.code, LinkState.CONFIRMED)
        editing.save(store, PLAN, [(None, written), (None, link)], COORDINATOR)


@pytest.mark.parametrize("export", EXPORTS)
def test_a_year_is_written_reported_and_taken_out_without_any_file(engine: Store, export: str) -> None:
    write_plan(engine)
    report_twelve_months(engine)
    write_outcomes(engine)
    stored = records(engine)
    assert [measure.code for measure in stored.measures] == [f"{one}.{two}" for one, two in product((1, 2), (1, 2, 3))]
    view = View(year_of(looking.snapshot(engine, PLAN), date(2025, 10, 10)), 12)
    assert len(expected_cells(view)) == 6 * 12
    assert reporting(view)[["on_time", "due"]].values.tolist() == [[72, 72]]
    assert completion(view)[["completed", "applicable"]].values.tolist() == [[6, 6]]
    made = EXPORTS[export]
    found = importing.preview(engine, made.file_of(stored), f"report{made.suffix}", date(2025, 10, 10))
    assert found.changes is not None
    assert (found.changes.writes, found.changes.doubts) == ((), ())
