"""Columns that people explained: the answers hold for an office and a layout, until somebody takes them back."""

from datetime import date

import sqlalchemy as sa

from ita_data.services import columns, importing, opening
from ita_data.services.opening import Store
from ita_data.store import log_tables, read_from
from tests.offices import COORDINATOR, bring_report
from tests.services.office import OFFICE, OTHER_OFFICE, STAFF

DAY = date(2024, 11, 4)


def test_the_answers_of_an_office_are_remembered_and_replaced(engine: Store) -> None:
    columns.remember(engine, OFFICE, "monthly", {"ร้อยละ": "progress", "ลำดับ": ""}, STAFF)
    columns.remember(engine, OFFICE, "monthly", {"ร้อยละ": ""}, COORDINATOR)
    columns.remember(engine, OTHER_OFFICE, "monthly", {"ผล": "result"}, STAFF)
    assert answers(engine) == {"ลำดับ": "", "ร้อยละ": ""}
    assert answers(engine, given={"ลำดับ": "measure"}) == {"ลำดับ": "measure", "ร้อยละ": ""}
    assert [(kept.header, kept.actor_name) for kept in columns.remembered(engine, OFFICE)] == [
        ("ลำดับ", STAFF.name),
        ("ร้อยละ", COORDINATOR.name),
    ]
    assert opening.revision(engine) == 0


def test_an_answer_holds_for_the_layout_that_it_was_given_for(engine: Store) -> None:
    columns.remember(engine, OFFICE, "monthly", {"ผล": "result"}, STAFF)
    columns.remember(engine, OFFICE, "report", {"ผล": "outcome"}, STAFF)
    known = importing.known(engine, OFFICE, DAY).known
    assert (known.answers("monthly"), known.answers("report")) == ({"ผล": "result"}, {"ผล": "outcome"})
    assert known.answers("another") == {}


def test_the_only_office_needs_no_choice_to_be_remembered(engine: Store) -> None:
    bring_report(engine)
    columns.remember(engine, OFFICE, "monthly", {"ผล": "result"}, STAFF)
    assert answers(engine, "") == {"ผล": "result"}


def test_an_answer_that_was_taken_back_no_longer_holds_and_says_by_whom(engine: Store) -> None:
    columns.remember(engine, OFFICE, "monthly", {"ร้อยละ": "progress", "ผล": "result"}, STAFF)
    kept = {answer.header: answer for answer in columns.remembered(engine, OFFICE)}
    columns.forget(engine, OFFICE, [kept["ผล"]], COORDINATOR)
    assert answers(engine) == {"ร้อยละ": "progress"}
    assert [answer.header for answer in columns.remembered(engine, OFFICE)] == ["ร้อยละ"]
    assert actor_of(engine, "ผล") == COORDINATOR.name
    columns.remember(engine, OFFICE, "monthly", {"ผล": "note"}, STAFF)
    assert answers(engine)["ผล"] == "note"


def answers(store: Store, organisation: str = OFFICE, given: dict[str, str] | None = None) -> dict[str, str]:
    """What the next monthly file of an office is read with, beside the answers just given."""
    known = importing.known(store, organisation, DAY, {"monthly": given or {}}).known
    return dict(known.answers("monthly"))


def actor_of(store: Store, header: str) -> str:
    """Who last said something of a header."""
    table = log_tables.column_answers
    with read_from(store) as connection:
        return str(connection.execute(sa.select(table.c.actor_name).where(table.c.header == header)).scalar_one())
