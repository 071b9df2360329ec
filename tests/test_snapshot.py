"""The frames that every number is computed from."""

from datetime import date

import pandas as pd
import pytest

from ita_data.model.cadence import Cadence
from ita_data.model.records import EVERY_SECTION, Assignment, Item, Measure, Records, Review, Role, Section
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from ita_data.snapshot import COLUMNS, Snapshot, snapshot_of
from tests.plans import (
    ADMINISTRATION,
    ENFORCEMENT,
    SECTIONS,
    WORKS,
    lead,
    link,
    measure,
    outcome,
    plan_of,
    records_of,
    review,
    section,
    supporting,
)

EMPTY = snapshot_of(Records("สำนักงานเขตตัวอย่าง", 2568), holidays=())
SMALL = plan_of(
    section(WORKS, begins_on="2024-12-01"),
    Item("I1", 1, "ประเด็น", 1),
    Measure("1.1", 1, None, 1, "เผยแพร่คู่มือ", "- ขั้นตอน", Cadence.ONCE, 3, "ปีละครั้ง", ("I1", "I2")),
    measure("ก1.1"),
    lead("1.1", ADMINISTRATION),
    outcome("1.1", done_on="2024-11-15"),
    link("1.1", "1.1"),
    review("1.1", ADMINISTRATION, 1, "2024-11-05"),
)


def rows(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    return list(frame.itertuples(index=False, name=None))


@pytest.mark.parametrize("snapshot", [EMPTY, SMALL], ids=["empty", "small"])
@pytest.mark.parametrize("name", COLUMNS)
def test_every_frame_has_its_declared_columns(snapshot: Snapshot, name: str) -> None:
    frame: pd.DataFrame = getattr(snapshot, name)

    assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == COLUMNS[name]


def test_a_measure_keeps_what_the_plan_says_of_it() -> None:
    first, second = SMALL.measures.to_dict("records")

    unsaid = dict.fromkeys(("initiative", "first_month", "last_month", "final_from_month", "retired_from_month"))
    assert first | unsaid == {
        "measure": "1.1",
        "indicator": 1,
        "initiative": None,
        "position": 1,
        "text": "เผยแพร่คู่มือ",
        "detail": "- ขั้นตอน",
        "cadence": "once",
        "named_month": 3,
        "first_month": None,
        "last_month": None,
        "final_from_month": None,
        "retired_from_month": None,
        "follow_up": "ปีละครั้ง",
    }
    assert second["initiative"] == 1
    assert pd.isna([first["initiative"], second["indicator"], second["named_month"]]).all()


def test_a_measure_covers_each_of_its_items() -> None:
    assert rows(SMALL.coverage) == [("1.1", "I1"), ("1.1", "I2")]


def test_dates_are_plain_dates_or_none() -> None:
    assert SMALL.reviews["received_on"].tolist() == [date(2024, 11, 5)]
    assert SMALL.outcomes["done_on"].tolist() == [date(2024, 11, 15)]
    assert SMALL.sections["begins_on"].tolist() == [None, date(2024, 12, 1), None]


def test_every_section_means_each_section_of_the_office() -> None:
    snapshot = plan_of(measure("1.1"), lead("1.1", EVERY_SECTION))

    assert rows(snapshot.assignments) == [("1.1", name, "lead", 1, 12) for name in SECTIONS]


def test_a_section_named_beside_every_section_keeps_its_own_role() -> None:
    snapshot = plan_of(measure("1.1"), supporting("1.1", EVERY_SECTION), lead("1.1", WORKS))

    assert dict(snapshot.assignments[["section", "role"]].values) == {
        WORKS: "lead",
        ADMINISTRATION: "supporting",
        ENFORCEMENT: "supporting",
    }


def test_a_section_named_beside_every_section_keeps_its_own_months() -> None:
    own = Assignment("1.1", WORKS, Role.LEAD, 4, 6)

    for assignments in ((own, *lead("1.1", EVERY_SECTION)), (*lead("1.1", EVERY_SECTION), own)):
        months = plan_of(measure("1.1"), assignments).assignments.set_index("section")[["first_month", "last_month"]]
        assert months.loc[[ADMINISTRATION, WORKS]].values.tolist() == [[1, 12], [4, 6]]


def test_the_twelve_months_carry_their_due_dates() -> None:
    months = SMALL.months

    assert months["month"].tolist() == list(range(1, 13))
    assert months["first_day"].iloc[0] == date(2024, 10, 1)
    assert months["last_day"].iloc[11] == date(2025, 9, 30)
    assert months["due_on"].tolist()[:3] == [date(2024, 11, 5), date(2024, 12, 6), date(2025, 1, 6)]


def test_the_plan_may_set_another_due_day() -> None:
    assert plan_of(rules=Rules(due_day=10)).months["due_on"].iloc[0] == date(2024, 11, 11)


def test_records_of_a_file_without_rules_follow_the_usual_ones() -> None:
    assert EMPTY.rules_in(12) == Rules()


def test_a_snapshot_says_which_plan_and_revision_it_shows() -> None:
    snapshot = snapshot_of(records_of(), holidays=(), revision=7)

    assert (snapshot.organisation, snapshot.fiscal_year, snapshot.revision) == ("สำนักงานเขตตัวอย่าง", 2568, 7)


def test_one_invented_review_makes_the_plan_a_sample() -> None:
    real = review("1.1", WORKS, 1)
    invented = Review("1.1", WORKS, 2, Status.COMPLETED, date(2024, 12, 1), is_sample=True)

    assert not EMPTY.is_sample
    assert not plan_of(measure("1.1"), real).is_sample
    assert plan_of(measure("1.1"), real, invented).is_sample


def test_records_are_not_changed_by_looking_at_them() -> None:
    records = records_of(measure("1.1"), Assignment("1.1", EVERY_SECTION, Role.LEAD), Section(WORKS))
    before = list(records)
    snapshot_of(records, holidays=())

    assert list(records) == before
