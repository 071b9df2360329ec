"""On an indicator's page a person decides which measures each outcome answers."""

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.exports import EXPORTS
from ita_data.findings import figure_rule
from ita_data.language import gettext as _
from ita_data.model.records import Link, LinkState
from ita_data.services import editing, history, looking, opening
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, decide
from tests.pages.apps import answers, introduce, opened, press_in_answers, reached, tables, tables_with, text_of
from tests.pages.bars import choose

NAME = "เจ้าหน้าที่ธุรการ"


def test_a_suggested_link_can_be_confirmed(report: Store) -> None:
    app = introduce(opened("indicators", indicator="4"))
    assert links(report)["4.2", "4.3"] == "suggested"
    app.button(key="confirmed-4.2-4.3").click().run()
    assert links(report)["4.2", "4.3"] == "confirmed"
    assert app.button(key="confirmed-4.2-4.3").disabled
    assert written_by(report) == NAME


def test_a_suggested_link_can_be_rejected_and_its_measure_has_no_outcome_then(report: Store) -> None:
    app = introduce(opened("indicators", indicator="4"))
    app.button(key="rejected-4.2-4.3").click().run()
    assert links(report)["4.2", "4.3"] == "rejected"
    assert outcomes_of(app, "4.3") == _("none")
    assert written_by(report) == NAME


def test_a_link_that_nobody_suggested_can_be_made(report: Store) -> None:
    app = introduce(opened("indicators", indicator="4"))
    app.selectbox(key="other-4.1").select("4.2").run()
    app.button(key="add-4.1").click().run()
    assert links(report)["4.1", "4.2"] == "confirmed"
    assert outcomes_of(app, "4.2") == "4.1"
    assert written_by(report) == NAME


def test_of_two_who_decide_a_link_otherwise_the_later_one_is_told_and_may_decide_anew(report: Store) -> None:
    app = introduce(opened("indicators", indicator="4"))
    plan = opening.plans(report)[0]
    (shown,) = (link for link in looking.records(report, plan).links if link.key == ("4.2", "4.3"))
    editing.save(report, plan, [(shown, replace(shown, state=LinkState.REJECTED))], COORDINATOR)
    app.button(key="confirmed-4.2-4.3").click().run()
    assert links(report)["4.2", "4.3"] == "rejected"
    assert any("4.2 · 4.3" in error.value for error in app.error)
    app.button(key="confirmed-4.2-4.3").click().run()
    assert links(report)["4.2", "4.3"] == "confirmed"
    assert not app.error


def test_a_link_that_somebody_else_made_meanwhile_is_not_overwritten(report: Store) -> None:
    app = introduce(opened("indicators", indicator="4"))
    app.selectbox(key="other-4.1").select("4.2").run()
    plan = opening.plans(report)[0]
    editing.save(report, plan, [(None, Link("4.1", "4.2", LinkState.REJECTED))], COORDINATOR)
    app.button(key="add-4.1").click().run()
    assert links(report)["4.1", "4.2"] == "rejected"
    assert any("4.1 · 4.2" in error.value for error in app.error)


def test_a_decided_link_changes_the_numbers_of_the_overview(report: Store) -> None:
    decide(report)
    app = introduce(reached("overview"))
    before = text_of(answers(app), "of")[3]
    app.switch_page("../pages/indicators.py").run()
    choose(app, "indicator", "4")
    app.button(key="rejected-4.2-4.3").click().run()
    app.switch_page("../pages/overview.py").run()
    assert completed(text_of(answers(app), "of")[3]) == completed(before) - 1


@pytest.mark.usefixtures("report")
def test_nobody_decides_without_a_name() -> None:
    app = opened("indicators", indicator="4")
    assert app.button(key="confirmed-4.2-4.3").disabled
    assert app.button(key="rejected-4.2-4.3").disabled
    assert app.button(key="add-4.2").disabled


@pytest.mark.usefixtures("report")
def test_the_address_names_the_indicator_or_initiative() -> None:
    assert tables(opened("indicators", indicator="4"))[1][1][0] == "4.1"
    assert tables(opened("indicators", indicator="ก2"))[0][1][0] == "ก2.1"


@pytest.mark.usefixtures("report")
def test_items_of_one_issue_share_a_row() -> None:
    items = [row[0] for row in tables(opened("indicators", indicator="9"))[0]]
    assert "O1 – O17" in items


@pytest.mark.usefixtures("report")
def test_the_page_says_first_how_its_own_measures_stand_and_leads_to_the_list_behind_each_figure() -> None:
    app = opened("indicators", indicator="4", year="2568", month="6")
    assert text_of(answers(app), "finding")[0].startswith("ตัวชี้วัดที่ 4 แล้วเสร็จ")
    for figure in ("completed", "standing"):
        press_in_answers(app, f"figure {figure}")
        listed = tables_with(app.run(), _("Progress"))[-1]
        assert [row[_("Code")] for row in listed] == ["4.1", "4.2", "4.3", "4.4"]
    press_in_answers(app, "rule standing")
    assert figure_rule("standing") in [text.value for text in app.run().markdown]


@pytest.mark.usefixtures("report")
def test_the_report_can_be_had_in_the_governments_form() -> None:
    app = opened("indicators")
    assert [button.key for button in app.get("download_button")] == [f"download-{name}" for name in EXPORTS]


def links(store: Store) -> dict[tuple[str, str], str]:
    plan = opening.plans(store)[0]
    found = looking.snapshot(store, plan).links
    return {(outcome, measure): state for outcome, measure, state in found[["outcome", "measure", "state"]].values}


def outcomes_of(app: AppTest, measure: str) -> str:
    """What the table of measures says came of one of them."""
    headers, *rows = tables(app)[1]
    return next(row[headers.index(_("Outcomes"))] for row in rows if row[0] == measure)


def written_by(store: Store) -> str:
    return history.batches(store)[0].actor.name


def completed(fraction: str) -> int:
    """Of "5/46", or of those that are confirmed and those that wait: ยืนยันแล้ว 0 · รอยืนยัน 29 จาก 47."""
    counts = [int(number) for number in re.findall(r"\d+", fraction)]
    return counts[0] if "/" in fraction.split(" ")[0] else counts[0] + counts[1]
