"""The sample office."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from shutil import copy

import pytest
from openpyxl import load_workbook

from ita_data.exports.monthly import monthly_workbook
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.rules import Rules
from ita_data.services import editing, history, importing, looking, opening, sample
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, SAMPLE_OFFICE, SAMPLE_PLAN
from tests.services.office import OTHER_OFFICE, bring_other_office, plan

WORKS = "ฝ่ายโยธา"
STAFF = Actor("สมชาย", ActorRole.SECTION_STAFF, WORKS)


def test_the_sample_office_is_loaded_once_and_leaves_other_offices_alone(engine: Store) -> None:
    bring_other_office(engine)
    others = plan(engine, office=OTHER_OFFICE)
    batches = sample.load_sample(engine, COORDINATOR)
    assert [batch.id for batch in history.batches(engine)] == [*reversed(batches), 1]
    assert plan(engine, office=OTHER_OFFICE) == others
    assert plan(engine, office=SAMPLE_OFFICE).rules == (Rules(due_day=5, expects_supporting=True),)
    assert looking.snapshot(engine, SAMPLE_PLAN).is_sample
    assert sample.load_sample(engine, COORDINATOR) == []


def test_every_sample_batch_came_on_its_day_from_its_section(sample_office: Path) -> None:
    store = opening.open_store(sample_office)
    months = [batch for batch in history.batches(store) if batch.origin.layout == "monthly"]
    store.dispose()
    assert all(batch.origin.is_sample and batch.actor.section for batch in months)
    assert [batch.origin.received_on for batch in months] == sorted(
        (batch.origin.received_on for batch in months), reverse=True
    )


@pytest.fixture
def own(sample_office: Path, tmp_path: Path) -> Iterator[Store]:
    """The sample office, in which somebody goes on with reports of its own."""
    store = opening.open_store(Path(copy(sample_office, tmp_path)))
    yield store
    store.dispose()


def test_a_report_written_in_the_sample_office_is_its_own(own: Store) -> None:
    invented = next(each for each in looking.records(own, SAMPLE_PLAN).reviews if each.section == WORKS)
    batch = editing.save(own, SAMPLE_PLAN, [(invented, replace(invented, result="ประชุมแล้ว"))], STAFF)
    assert batch is not None
    assert not batch.origin.is_sample
    found = {each.key: each for each in looking.records(own, SAMPLE_PLAN).reviews}
    assert found[invented.key] == replace(invented, result="ประชุมแล้ว", is_sample=False)
    others = [each for each in found.values() if each.key != invented.key]
    assert all(each.is_sample for each in others)


def test_of_a_filled_in_workbook_only_what_was_filled_in_is_the_offices_own(own: Store) -> None:
    records = looking.records(own, SAMPLE_PLAN)
    before = {each.key: each for each in records.reviews}
    book = load_workbook(BytesIO(monthly_workbook(records, WORKS, 5, opening.revision(own))))
    sheet = book.worksheets[0]
    (header,) = [row for row in sheet.iter_rows() if row[0].value == "รหัสมาตรการ"]
    columns = {cell.value: cell.column for cell in header}
    reported = (row for row in range(header[0].row + 1, sheet.max_row + 1) if sheet.cell(row, columns["สถานะ"]).value)
    row = next(reported)
    code = sheet.cell(row, 1).value
    sheet.cell(row, columns["ผลการดำเนินการ"]).value = "ตรวจพื้นที่แล้ว 3 แห่ง"
    file = BytesIO()
    book.save(file)
    found = importing.preview(own, file.getvalue(), "ของเรา.xlsx", opening.office_day(own))
    batch = importing.apply(own, found, STAFF)
    assert batch is not None
    assert not batch.origin.is_sample
    changed = [each for each in looking.records(own, SAMPLE_PLAN).reviews if each != before.get(each.key)]
    assert [(each.measure, each.result, each.is_sample) for each in changed] == [(code, "ตรวจพื้นที่แล้ว 3 แห่ง", False)]
