"""On an indicator's page outcomes are written and mended, from what the sections reported."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.records import Measure, Outcome, Review
from ita_data.model.review_checks import NOTHING_HAPPENED
from ita_data.model.states import Status
from ita_data.services import closing, editing, history, undoing
from ita_data.services.opening import Store
from tests.offices import COORDINATOR
from tests.pages.apps import introduce, opened, unfolded
from tests.pages.days import days
from tests.pages.stored import measure, plan_of, records

FORM = "outcome"
DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
SECTION, OTHER = "ฝ่ายการคลัง", "ฝ่ายปกครอง"


def test_an_outcome_is_written_from_what_the_sections_reported(report: Store) -> None:
    reported(report, (1, "ตรวจสอบครั้งที่ 1"), (2, "ตรวจสอบครั้งที่ 2"), (4, "ตรวจสอบครั้งที่ 3"))
    app = form_of("4")
    measures(app).set_value(who(report, "4.2")).run()
    assert [line(box.label) for box in ticks(app)] == ["ตรวจสอบครั้งที่ 1", "ตรวจสอบครั้งที่ 2", "ตรวจสอบครั้งที่ 3"]
    for place in range(3):
        ticks(app)[place].check().run()
    app.button(key="put-into-text").click().run()
    text(app).set_value(f"ตรวจสอบวัสดุ 3 ครั้ง\n{text(app).value}").run()
    field(app, _("Quantity")).set_value("214 คน").run()
    field(app, _("Document number")).set_value("กท 5001/123").run()
    days(app)[0].enter(date(2024, 10, 1))
    days(app)[1].enter(date(2025, 1, 31))
    app.button(key="save-outcome").click().run()
    assert outcome(report, "4.4") == Outcome(
        "4.4",
        4,
        4,
        "ตรวจสอบวัสดุ 3 ครั้ง",
        "ตรวจสอบครั้งที่ 1\nตรวจสอบครั้งที่ 2\nตรวจสอบครั้งที่ 3",
        date(2024, 10, 1),
        date(2025, 1, 31),
        "214 คน",
        "กท 5001/123",
    )
    assert states(report, "4.4") == {"4.2": "confirmed"}
    assert history.batches(report)[0].added == 2
    assert text(app).value == ""


def test_what_was_ticked_is_put_into_the_text_once(report: Store) -> None:
    reported(report, (1, "ตรวจสอบแล้ว"), (2, "ตรวจสอบแล้ว"))
    app = form_of("4")
    measures(app).set_value(who(report, "4.2")).run()
    for place in range(2):
        ticks(app)[place].check().run()
    app.button(key="put-into-text").click().run()
    assert text(app).value == "ตรวจสอบแล้ว"
    assert not any(box.value for box in ticks(app))


def test_an_outcome_is_mended_and_its_links_with_it(report: Store) -> None:
    app = form_of("4")
    before = outcome(report, "4.2")
    app.selectbox(key="outcome-of-4").select(before.identity).run()
    assert text(app).value == before.text
    text(app).set_value("จัดทำคู่มือการใช้ทรัพย์สินแล้ว").run()
    measures(app).set_value(who(report, "4.1", "4.3")).run()
    app.button(key="save-outcome").click().run()
    assert outcome(report, "4.2") == replace(before, text="จัดทำคู่มือการใช้ทรัพย์สินแล้ว")
    assert states(report, "4.2") == {"4.1": "confirmed", "4.3": "confirmed"}
    measures(app).set_value(who(report, "4.3")).run()
    app.button(key="save-outcome").click().run()
    assert states(report, "4.2") == {"4.1": "rejected", "4.3": "confirmed"}


def test_an_outcome_may_answer_a_measure_of_another_indicator_and_its_own_come_first(report: Store) -> None:
    app = form_of("4")
    assert [option.split(" ")[0] for option in measures(app).options[:5]] == ["4.1", "4.2", "4.3", "4.4", "1.1"]
    measures(app).set_value(who(report, "4.2", "5.4")).run()
    text(app).set_value("รายงานผลแล้ว").run()
    app.button(key="save-outcome").click().run()
    assert states(report, "4.4") == {"4.2": "confirmed", "5.4": "confirmed"}


def test_without_a_text_or_with_days_that_contradict_nothing_can_be_saved(report: Store) -> None:
    app = form_of("4")
    assert app.button(key="save-outcome").disabled
    text(app).set_value("รายงานผลแล้ว").run()
    assert not app.button(key="save-outcome").disabled
    days(app)[1].enter(date(2025, 1, 31))
    assert app.button(key="save-outcome").disabled
    assert app.error
    days(app)[0].enter(date(2025, 1, 31))
    assert app.button(key="save-outcome").disabled
    assert "4.4" not in {each.code for each in records(report).outcomes}


def test_an_outcome_of_a_closed_month_asks_for_the_reason(report: Store) -> None:
    closing.close_month(report, plan_of(report), 1, DIRECTOR)
    app = form_of("4")
    text(app).set_value("รายงานผลแล้ว").run()
    days(app)[0].enter(date(2024, 10, 8))
    app.button(key="save-outcome").click().run()
    assert "4.4" not in {each.code for each in records(report).outcomes}
    field(app, _("Reason for the change after the month was closed")).set_value("ส่งเอกสารช้า").run()
    app.button(key="save-outcome").click().run()
    assert history.batches(report)[0].reason == "ส่งเอกสารช้า"


def test_a_written_outcome_is_taken_back_by_undoing_its_batch(report: Store) -> None:
    app = form_of("4")
    measures(app).set_value(who(report, "4.2")).run()
    text(app).set_value("รายงานผลแล้ว").run()
    app.button(key="save-outcome").click().run()
    undoing.undo(report, history.batches(report)[0].id, COORDINATOR)
    assert "4.4" not in {each.code for each in records(report).outcomes}
    assert states(report, "4.4") == {}


def test_from_september_on_measures_without_an_outcome_lead_to_writing_one(report: Store) -> None:
    app = introduce(opened("indicators", indicator="4", year="2568", month="12"))
    keys = [button.key for button in app.button if button.key and button.key.startswith("write-")]
    assert keys == ["write-4.2", "write-5.3", "write-5.4", "write-9.3", "write-10.1"]
    app.button(key="write-5.4").click().run()
    unfolded(app, FORM)
    assert app.query_params["indicator"] == "5"
    assert measures(app).value == who(report, "5.4")


def test_an_outcome_answers_the_measures_that_were_chosen_whatever_their_numbers_are_by_then(report: Store) -> None:
    app = form_of("4")
    measures(app).set_value(who(report, "4.2")).run()
    text(app).set_value("รายงานผลแล้ว").run()
    swap_numbers(report, *(measure(report, code) for code in ("4.1", "4.2")))
    app.button(key="save-outcome").click().run()
    assert states(report, "4.4") == {"4.1": "confirmed"}


def test_an_outcome_that_is_mended_stays_who_it_is_whatever_its_number_is_by_then(report: Store) -> None:
    first, second = outcome(report, "4.1"), outcome(report, "4.2")
    before = states(report, "4.1"), states(report, "4.2")
    app = form_of("4")
    app.selectbox(key="outcome-of-4").select(second.identity).run()
    text(app).set_value("จัดทำคู่มือแล้ว").run()
    swap_numbers(report, first, second)
    app.button(key="save-outcome").click().run()
    assert (outcome(report, "4.1").text, outcome(report, "4.2").text) == ("จัดทำคู่มือแล้ว", first.text)
    assert (states(report, "4.2"), states(report, "4.1")) == before


def test_what_somebody_else_made_of_an_outcome_meanwhile_is_shown_before_it_is_overwritten(report: Store) -> None:
    before = outcome(report, "4.2")
    app = form_of("4")
    app.selectbox(key="outcome-of-4").select(before.identity).run()
    text(app).set_value("จัดทำคู่มือแล้ว").run()
    others = replace(before, text="ปรับปรุงคู่มือแล้ว")
    editing.save(report, plan_of(report), [(before, others)], COORDINATOR)
    app.button(key="save-outcome").click().run()
    assert outcome(report, "4.2").text == "ปรับปรุงคู่มือแล้ว"
    assert len(app.error) == 1
    app.button(key="save-outcome").click().run()
    assert outcome(report, "4.2").text == "จัดทำคู่มือแล้ว"


@pytest.mark.usefixtures("report")
def test_before_september_nobody_is_reminded() -> None:
    app = opened("indicators", indicator="4", year="2568", month="6", **{"as-of": "2025-04-09"})
    assert not [button for button in app.button if button.key and button.key.startswith("write-")]


def form_of(indicator: str) -> AppTest:
    app = introduce(opened("indicators", indicator=indicator))
    return unfolded(app, FORM)


def reported(store: Store, *months: tuple[int, str]) -> None:
    """What a section said of measure 4.2."""
    reviews = [
        Review("4.2", SECTION, month, Status.COMPLETED, date(2025, 1, 5), result=result) for month, result in months
    ]
    nothing = Review("4.2", OTHER, 1, Status.NOT_STARTED, date(2025, 1, 5), result=NOTHING_HAPPENED)
    editing.save(store, plan_of(store), [(None, review) for review in [*reviews, nothing]], COORDINATOR)


def ticks(app: AppTest) -> list[Any]:
    return [box for box in app.checkbox if box.key and box.key.startswith("tick-")]


def line(label: str) -> str:
    """What was reported, without where and when."""
    return label.rpartition("\n")[2]


def measures(app: AppTest) -> Any:
    return next(each for each in app.multiselect if each.key and each.key.startswith("measures|outcome"))


def text(app: AppTest) -> Any:
    return app.text_area[0]


def field(app: AppTest, label: str) -> Any:
    return next(each for each in app.text_input if each.label == label)


def who(store: Store, *codes: str) -> list[str]:
    """The identities of measures."""
    return [measure(store, code).identity for code in codes]


def swap_numbers(store: Store, first: Measure | Outcome, second: Measure | Outcome) -> None:
    """What somebody else does while the form is filled in."""
    edits = [(first, replace(first, code=second.code)), (second, replace(second, code=first.code))]
    editing.save(store, plan_of(store), edits, COORDINATOR)


def outcome(store: Store, code: str) -> Outcome:
    return next(each for each in records(store).outcomes if each.code == code)


def states(store: Store, code: str) -> dict[str, str]:
    return {link.measure: link.state for link in records(store).links if link.outcome == code}
