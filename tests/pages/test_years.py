"""The page that compares two fiscal years and makes the next one's plan."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Review
from ita_data.model.states import Status
from ita_data.services import clock, editing, history, looking, opening
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, bring_report
from tests.pages.apps import choose, field, introduce, opened, press, tables_with

OFFICE = "สำนักงานเขตบางกอกน้อย"
SECTION = "ฝ่ายปกครอง"
MAKE = _("Make the plan of fiscal year {year}").format(year=2569)


def unfolded(form: str, year: str = "2568") -> AppTest:
    """The page with a form open, before somebody who said who they are."""
    app = introduce(opened("years", year=year))
    app.session_state[form] = True
    return app.run()


def said(app: AppTest) -> list[str]:
    return [box.value for kind in ("error", "warning", "info", "success") for box in app.get(kind)]


def years(store: Store) -> list[int]:
    return [name.fiscal_year for name in opening.plans(store)]


def of_both(app: AppTest) -> list[dict[str, str]]:
    return tables_with(app, _("As known on"))[0]


@pytest.mark.usefixtures("report")
def test_with_one_plan_alone_there_is_nothing_to_compare() -> None:
    app = opened("years")
    assert not app.exception
    assert _("There is no plan of the year before {year} to compare with.").format(year=2568) in said(app)


def test_the_next_plan_is_made_on_the_page_and_said(report: Store) -> None:
    app = press(unfolded("rollover"), MAKE)
    assert not app.exception
    assert years(report) == [2568, 2569]
    batch = history.batches(report)[0]
    assert any(str(batch.added) in text and str(batch.id) in text for text in said(app))
    assert batch.actor.name == "เจ้าหน้าที่ธุรการ"
    assert _("Next year's plan holds all of this already. There is nothing to change.") in said(app)


def test_items_get_their_new_codes_or_are_left_behind(report: Store) -> None:
    app = unfolded("rollover")
    app.multiselect(key="changing-codes").set_value(["I1", "I2"]).run()
    field(app.text_input, _("New code of {code}").format(code="I1")).input("I13").run()
    field(app.checkbox, _("{code} is no longer asked").format(code="I2")).check().run()
    (noticed,) = tables_with(app, _("What to look at"))
    assert [row[_("Which")] for row in noticed] == ["I2", "1.2"]
    press(app, MAKE)
    codes = {item.code for item in looking.records(report, PlanName(OFFICE, 2569)).items}
    assert {"I13"} <= codes
    assert not {"I1", "I2"} & codes


def test_codes_that_collide_are_refused_before_anything_can_be_made(report: Store) -> None:
    app = unfolded("rollover")
    app.multiselect(key="changing-codes").set_value(["I1"]).run()
    field(app.text_input, _("New code of {code}").format(code="I1")).input("I2").run()
    assert len(app.error) == 1
    assert MAKE not in [button.label for button in app.button]
    assert years(report) == [2568]


def test_what_somebody_wrote_meanwhile_is_shown_before_the_plan_is_made(report: Store) -> None:
    app = unfolded("rollover")
    before = looking.records(report, PlanName(OFFICE, 2568)).measures[0]
    editing.save(report, PlanName(OFFICE, 2568), [(before, replace(before, text="แก้ไขแล้ว"))], COORDINATOR)
    press(app, MAKE)
    assert years(report) == [2568]
    assert len(app.error) == 1
    press(app, MAKE)
    assert looking.records(report, PlanName(OFFICE, 2569)).measures[0].text == "แก้ไขแล้ว"


def test_what_the_next_plan_holds_stays_unless_somebody_asks(report: Store) -> None:
    press(unfolded("rollover"), MAKE)
    before = looking.records(report, PlanName(OFFICE, 2569)).measures[0]
    editing.save(report, PlanName(OFFICE, 2569), [(before, replace(before, text="ถ้อยคำใหม่"))], COORDINATOR)
    app = unfolded("rollover")
    assert MAKE not in [button.label for button in app.button]
    assert _("Differs in next year's plan and stays as it is") in [each.value for each in app.header]
    press(app.checkbox(key="overwrites").check().run(), MAKE)
    assert looking.records(report, PlanName(OFFICE, 2569)).measures[0].text == before.text


def test_nobody_makes_a_plan_without_a_name(report: Store) -> None:
    app = opened("years", year="2568")
    app.session_state["rollover"] = True
    assert app.run().button(key="make-plan").disabled
    assert years(report) == [2568]


@pytest.mark.parametrize(("day", "year"), [(date(2025, 9, 30), 2568), (date(2025, 10, 1), 2569)])
def test_the_new_year_opens_on_the_first_of_october(
    report: Store, monkeypatch: pytest.MonkeyPatch, day: date, year: int
) -> None:
    bring_report(report, 2569)
    monkeypatch.setattr(clock, "today", lambda: day)
    assert opened("overview").query_params["year"] == str(year)


@pytest.mark.usefixtures("report")
def test_on_the_last_of_september_the_new_year_has_nothing_due(monkeypatch: pytest.MonkeyPatch) -> None:
    press(unfolded("rollover"), MAKE)
    monkeypatch.setattr(clock, "today", lambda: date(2025, 9, 30))
    old, new = of_both(opened("years", year="2569"))
    assert (new[_("Up to month")], new[_("Reports received")], new[_("As known on")]) == ("ต.ค. 68", "–", "30 ก.ย. 68")
    assert (old[_("Up to month")], old[_("Reports received")]) == ("ส.ค. 68", "0% (0/385)")
    assert new[_("Measures completed")] == "0% (0/47)"


def test_each_year_stands_as_of_its_own_end(report: Store) -> None:
    bring_report(report, 2569)
    old, new = of_both(opened("years", year="2569"))
    assert [each[_("As known on")] for each in (old, new)] == ["7 ต.ค. 68", "6 ต.ค. 69"]


def test_nothing_of_one_year_counts_in_the_others_numbers(report: Store) -> None:
    bring_report(report, 2569)
    before = of_both(opened("years", year="2569"))
    review = Review("1.1", SECTION, 1, Status.COMPLETED, date(2025, 11, 4))
    editing.save(report, PlanName(OFFICE, 2569), [(None, review)], COORDINATOR)
    old, new = of_both(opened("years", year="2569"))
    assert old == before[0]
    assert new != before[1]


def test_without_an_origin_measures_are_new_and_gone_until_somebody_says_otherwise(report: Store) -> None:
    bring_report(report, 2569)
    app = unfolded("origins", "2569")
    assert passages(app) == {"new", "gone"}
    press(app, _("Carry these on"))
    assert not app.exception
    assert "same" in passages(app)
    assert {
        each.comes_from for each in looking.records(report, PlanName(OFFICE, 2569)).measures if each.code == "1.1"
    } == {"1.1"}


def test_a_measure_can_be_said_to_carry_on_another_one(report: Store) -> None:
    bring_report(report, 2569)
    app = choose(unfolded("origins", "2569"), "origin-of", "1.2")
    origin = field(app.selectbox, _("carries on the measure of {year}").format(year=2568))
    press(origin.select("2.1").run(), _("Save"))
    measures = {each.code: each for each in looking.records(report, PlanName(OFFICE, 2569)).measures}
    assert measures["1.2"].comes_from == "2.1"
    assert "reworded" in passages(app)


def passages(app: AppTest) -> set[str]:
    (rows,) = tables_with(app, _("What became of it"))
    found = {row[_("What became of it")] for row in rows}
    return {each for each in ("same", "reworded", "new", "gone") if label("passage", each) in found}
