"""A report that comes again, changed in Word, into an office whose sections have reported for months."""

from dataclasses import replace

import pytest

from ita_data.exports.docx import report_docx
from ita_data.model.changes import Action
from ita_data.model.errors import ConflictsOpen
from ita_data.model.records import Records
from ita_data.services import importing, undoing
from ita_data.services.opening import Store
from ita_data.services.sample import load_sample
from tests.model.planning.test_matching import numbered
from tests.offices import COORDINATOR, SAMPLE_OFFICE
from tests.services.office import DAY, plan

REWORDED = "ทบทวนและประกาศหลักเกณฑ์การใช้ทรัพย์สินของราชการใหม่ทั้งฉบับ"
NEW = "จัดตั้งศูนย์รับเรื่องร้องเรียนออนไลน์ตลอดยี่สิบสี่ชั่วโมง"


def with_measure_inserted(records: Records, code: str, text: str = NEW) -> bytes:
    """The office's report as Word holds it, with a measure before the one of a code."""
    at = next(place for place, measure in enumerate(records.measures) if measure.code == code)
    new = replace(records.measures[at], text=text, detail="")
    measures = numbered(records, [*records.measures[:at], new, *records.measures[at:]]).measures
    # The plan's own order of sections: those of each measure, by its new code.
    codes = dict(zip([measure.code for measure in records.measures], _without(measures, at), strict=True))
    assigned = [replace(each, measure=codes[each.measure]) for each in records.assignments]
    assigned += [replace(each, measure=code) for each in records.assignments if each.measure == code]
    return report_docx(replace(records, measures=measures, assignments=tuple(assigned)))


def _without(measures: tuple, at: int) -> list[str]:
    return [measure.code for place, measure in enumerate(measures) if place != at]


def reports(records: Records) -> set[tuple[str, str, int]]:
    """What was reported, by the texts of the measures and not by their codes."""
    texts = {measure.code: measure.text for measure in records.measures}
    return {(texts[review.measure], review.section, review.month) for review in records.reviews}


def test_a_measure_inserted_in_word_moves_no_report_of_six_months_to_another_measure(engine: Store) -> None:
    load_sample(engine, COORDINATOR)
    before = plan(engine, office=SAMPLE_OFFICE)
    found = importing.preview(engine, with_measure_inserted(before, "4.2"), "report.docx", DAY)
    assert found.changes is not None
    assert (found.changes.doubts, found.changes.conflicts) == ((), ())
    assert not [change for change in found.changes.writes if change.record.kind == "review"]
    batch = importing.apply(engine, found, COORDINATOR, reason="แทรกมาตรการ")
    after = plan(engine, office=SAMPLE_OFFICE)
    assert reports(after) == reports(before)
    assert next(measure.text for measure in after.measures if measure.code == "4.2") == NEW
    again = importing.preview(engine, report_docx(after), "report.docx", DAY)
    assert again.changes is not None
    assert again.changes.writes == ()
    assert batch is not None
    undoing.undo(engine, batch.id, COORDINATOR, reason="ยกเลิก")
    assert set(plan(engine, office=SAMPLE_OFFICE)) == set(before)


def test_nothing_is_written_before_somebody_says_who_a_record_is(engine: Store) -> None:
    load_sample(engine, COORDINATOR)
    before = plan(engine, office=SAMPLE_OFFICE)
    at = next(place for place, measure in enumerate(before.measures) if measure.code == "4.2")
    measures = [*before.measures]
    measures[at] = replace(measures[at], text=REWORDED, detail="")
    found = importing.preview(engine, report_docx(replace(before, measures=tuple(measures))), "report.docx", DAY)
    assert found.changes is not None
    (doubt,) = found.changes.doubts
    assert found.is_open
    with pytest.raises(ConflictsOpen):
        importing.apply(engine, found, COORDINATOR)
    reworded = found.told({doubt.key: ("measure", ("4.2",))})
    assert reworded.changes is not None
    assert [change.action for change in reworded.changes.writes if change.record.kind == "measure"] == [Action.CHANGED]
    as_new = found.told({doubt.key: None})
    importing.apply(engine, as_new, COORDINATOR)
    assert reports(plan(engine, office=SAMPLE_OFFICE)) == reports(before)
