"""The four figures: each with its window, its denominator, and the month before at the same age."""

import pickle
from datetime import date
from pathlib import Path

import pytest
from pandas import isna

from ita_data.findings import four_figures
from ita_data.metrics import View, year_of
from ita_data.model.cadence import Cadence, due_months
from ita_data.model.records import LinkState
from ita_data.model.rules import Rules
from ita_data.model.states import Status, cell_state
from ita_data.services import looking, opening
from ita_data.snapshot import Snapshot
from tests.findings.months import counted_on
from tests.plans import ADMINISTRATION, WORKS, lead, link, measure, outcome, review, supporting

DUE = {2: date(2024, 12, 6), 3: date(2025, 1, 6), 4: date(2025, 2, 5), 5: date(2025, 3, 5), 6: date(2025, 4, 8)}
BEFORE = {2: date(2024, 11, 5), **{month: DUE[month - 1] for month in (3, 4, 5, 6)}}
RECEIVED = ("on_time", "late")


@pytest.fixture(scope="module")
def snapshot(sample_office: Path) -> Snapshot:
    """The sample office as it stands."""
    store = opening.open_store(sample_office)
    found = looking.snapshot(store, opening.plans(store)[0])
    store.dispose()
    return pickle.loads(pickle.dumps(found))


@pytest.mark.parametrize("month", DUE)
@pytest.mark.parametrize("states", [RECEIVED, ("on_time",)])
def test_the_change_of_the_sample_offices_meetings_is_the_one_that_plain_loops_find(
    snapshot: Snapshot, month: int, states: tuple[str, ...]
) -> None:
    day = DUE[month].replace(day=DUE[month].day + 1)
    now = percent(snapshot, month, day, states)
    then = percent(snapshot, month - 1, BEFORE[month].replace(day=BEFORE[month].day + 1), states)

    figures = four_figures(looking.counted(View.of_office(year_of(snapshot, day), month)))
    figure = figures[0 if states == RECEIVED else 1]
    assert (figure.value, figure.points) == (f"{now}%", now - then)


def percent(snapshot: Snapshot, month: int, day: date, states: tuple[str, ...]) -> int:
    """The reports of a month in these states on a day, of those that were due."""
    due_on = dict(snapshot.months[["month", "due_on"]].values)[month]
    came = {
        (row.measure, row.section): (row.received_on, Status(row.status))
        for row in snapshot.reviews.itertuples()
        if row.month == month
    }
    exempt = {
        (row.measure, row.section): row.decided_on for row in snapshot.exemptions.itertuples() if row.month == month
    }
    found = [
        cell_state(day, due_on, *came.get(pair, (None, None)), exempt.get(pair)) for pair in asked(snapshot, month)
    ]
    due = [state for state in found if state in ("on_time", "late", "missing")]
    return round(100 * sum(state in states for state in due) / len(due))


def asked(snapshot: Snapshot, month: int) -> list[tuple[str, str]]:
    """The measures and sections of which the office expects a report for a month."""
    falls_due = {
        row.measure: due_months(Cadence(row.cadence), None if isna(row.named_month) else row.named_month)
        for row in snapshot.measures.itertuples()
    }
    return [
        (row.measure, row.section)
        for row in snapshot.assignments.itertuples()
        if month in falls_due[row.measure] and row.first_month <= month <= row.last_month
    ]


def test_lead_and_supporting_sections_stand_beside_the_whole() -> None:
    month = counted_on(
        "2024-11-06",
        1,
        measure("1.1"),
        lead("1.1", ADMINISTRATION),
        supporting("1.1", WORKS),
        review("1.1", ADMINISTRATION, 1, "2024-11-05"),
        rules=Rules(expects_supporting=True),
    )
    received = four_figures(month)[0]
    assert (received.name, received.value, received.of) == ("รายงานของ ต.ค. ที่ได้รับ", "50%", "1/2 · หลัก 1/1 · ร่วม 0/1")


def test_what_is_owed_from_before_says_since_when_and_by_how_many() -> None:
    records = (measure("1.1"), lead("1.1", ADMINISTRATION, WORKS), review("1.1", WORKS, 2, "2024-12-06"))
    older = four_figures(counted_on("2025-01-07", 3, *records))[2]
    assert (older.name, older.value) == ("รายงานค้างส่ง สะสม ต.ค.–พ.ย.", "3")
    assert (older.of, older.beside) == ("จาก 2 ฝ่าย", "เก่าสุด ต.ค. 67")


def test_completion_tells_what_waits_for_confirmation_its_pace_and_what_every_section_says() -> None:
    records = (
        measure("1.1"),
        measure("1.2"),
        lead("1.1", ADMINISTRATION),
        supporting("1.1", WORKS),
        lead("1.2", ADMINISTRATION),
        review("1.1", ADMINISTRATION, 1, "2024-11-05", Status.COMPLETED),
        outcome("1.1", "2024-10-20"),
        link("1.1", "1.2", LinkState.SUGGESTED),
    )
    completed = four_figures(counted_on("2024-12-07", 2, *records, rules=Rules(expects_supporting=True)))[3]
    assert (completed.name, completed.value) == ("มาตรการแล้วเสร็จ สะสม ต.ค.–พ.ย.", "100%")
    assert completed.of.startswith("ยืนยันแล้ว 1 · รอยืนยัน 1 จาก 2")
    assert "17%" in completed.of
    assert completed.more == "ครบทุกฝ่าย 1"


def test_what_undated_outcomes_completed_gets_no_arrow() -> None:
    records = (
        measure("1.1"),
        measure("1.2"),
        lead("1.1", ADMINISTRATION),
        lead("1.2", ADMINISTRATION),
        outcome("1.1", None),
        link("1.1", "1.1"),
        review("1.2", ADMINISTRATION, 1, "2024-11-05", Status.COMPLETED),
    )
    september = four_figures(counted_on("2025-10-07", 12, *records))[3]
    assert (september.value, september.points) == ("100%", None)
    november = four_figures(counted_on("2024-12-07", 2, *records))[3]
    assert (november.value, november.points) == ("50%", 0)


def test_before_the_due_date_there_is_no_rate_and_nothing_to_compare() -> None:
    records = (measure("1.1"), lead("1.1", ADMINISTRATION, WORKS), review("1.1", WORKS, 2, "2024-12-01"))
    received, on_time, _older, _completed = four_figures(counted_on("2024-12-02", 2, *records))
    assert (received.value, received.of, received.points) == ("–", "ได้รับแล้ว 1 จาก 2 ครบกำหนด 6 ธ.ค.", None)
    assert (on_time.value, on_time.points) == ("–", None)


def test_figures_of_one_screen_have_different_names() -> None:
    names = [figure.name for figure in four_figures(counted_on("2024-12-07", 2, measure("1.1"), lead("1.1", WORKS)))]
    assert len(set(names)) == 4
