"""Taking a meeting home: the figures that were shown, in official Thai, under a name that says what it is."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from ita_data.agenda import Arrangement, agenda
from ita_data.exports.meetings import MEETING_EXPORTS
from ita_data.language import language, spoken
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.periods import FiscalMonth
from ita_data.model.states import Status
from ita_data.services import closing, editing, meeting, opening
from ita_data.services.opening import Store
from tests.agenda.meetings import meeting_of
from tests.exports.meetings import DAY, MARCH, OFFICE
from tests.offices import SAMPLE_PLAN
from tests.services.office import plan

DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)

each_kind = pytest.mark.parametrize("kind", MEETING_EXPORTS)


@pytest.fixture
def store(sample_office: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the sample office, to be written to."""
    shutil.copy(sample_office, tmp_path / "office.db")
    opened = opening.open_store(tmp_path / "office.db")
    yield opened
    opened.dispose()


@each_kind
def test_a_closed_month_taken_home_a_year_later_is_the_same_to_the_byte(kind: str, store: Store) -> None:
    assert closing.close_month(store, SAMPLE_PLAN, MARCH.month, DIRECTOR)
    closed_on = plan(store, office=OFFICE).closings[0].closed_on
    before = meeting.take_away(store, OFFICE, MARCH, closed_on, kind=kind)
    review = next(
        each
        for each in plan(store, office=OFFICE).reviews
        if each.month == MARCH.month and each.status is Status.IN_PROGRESS
    )
    changed = replace(review, status=Status.COMPLETED, progress=100.0)
    editing.save(store, SAMPLE_PLAN, [(review, changed)], DIRECTOR, reason="แก้ไขภายหลัง")
    assert meeting.take_away(store, OFFICE, MARCH, date(closed_on.year + 1, 4, 9), kind=kind) == before


@each_kind
def test_a_file_is_thai_whatever_the_reader_chose(kind: str, store: Store) -> None:
    in_thai = meeting.take_away(store, OFFICE, MARCH, DAY, kind=kind)
    opened = meeting.open_meeting(store, OFFICE, MARCH, DAY)
    with spoken("en"):
        screens = agenda(opened)
        assert meeting.file_of(opened, screens, (), kind) == in_thai
        assert language.get() == "en"


@each_kind
def test_an_office_with_an_empty_plan_takes_a_file_home(kind: str) -> None:
    empty = meeting_of()
    assert meeting.file_of(empty, agenda(empty), (), kind)


def test_slides_come_as_the_presenter_arranged_them(store: Store) -> None:
    arrangement = Arrangement(pinned=("finished",), dropped=frozenset({"headline"}))
    file = meeting.take_away(store, OFFICE, MARCH, DAY, kind="pptx", arrangement=arrangement)
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(BytesIO(file)).slides]
    assert titles[1].startswith("ข่าวดี")
    assert not any("ดำเนินการแล้ว 18 จาก 46" in title for title in titles)


def test_a_file_is_called_by_office_and_month_without_what_windows_forbids() -> None:
    shown = replace(meeting_of(), organisation='สำนักงานเขต "ก/ข"', month=FiscalMonth(2568, 6))
    assert meeting.file_name(shown, "pptx") == "ประชุมติดตาม-สำนักงานเขต กข-มีนาคม-2568.pptx"
