"""Lists and bars show what matters first, and one switch has them stand as in the plan."""

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.services import looking, opening
from tests.pages.apps import Office, answers, in_office, opened, press_in_answers, reached, tables_with

DAY = {"month": "6", "as-of": "2025-04-09"}

pytestmark = [in_office("sample"), pytest.mark.usefixtures("office")]


def pressed_by(app: AppTest, kind: str, block: str = "answers") -> list[str]:
    """Where the buttons of a kind lead, one after the other."""
    names = [each.get("data-press") or "" for each in answers(app, block).iter("button")]
    return [name.removeprefix(kind) for name in names if name.startswith(kind)]


def test_indicators_stand_least_first_until_somebody_switches_to_the_order_of_the_plan() -> None:
    app = opened("overview", **DAY)
    assert pressed_by(app, "indicator ")[0] == "3"
    press_in_answers(app, "sort plan indicators")
    assert app.query_params["plan-order"] == "on"
    assert pressed_by(app, "indicator ") == [str(number) for number in range(1, 11)]
    assert pressed_by(app, "indicator ", "crossed")[:2] == ["1", "2"]
    press_in_answers(app, "sort matters indicators")
    assert "plan-order" not in app.query_params
    assert pressed_by(app, "indicator ")[0] == pressed_by(app, "indicator ", "crossed")[0] == "3"


def test_the_switch_says_whether_it_is_on_and_the_title_in_which_order_the_list_stands() -> None:
    for choices, checked, words in (
        ({}, "false", _("least first")),
        ({"plan-order": "on"}, "true", _("as in the plan")),
    ):
        shown = answers(opened("overview", **DAY, **choices))
        switches = [each for each in shown.iter("button") if each.get("role") == "switch"]
        assert [each.get("aria-checked") for each in switches] == [checked, checked]
        assert any(words in (span.text or "") for span in shown.iter("span"))


def test_the_order_goes_along_to_the_next_page_and_a_link_shows_it_too() -> None:
    app = press_in_answers(reached("overview", **DAY), "sort plan sections")
    app.switch_page("../pages/months.py").run()
    for shown in (app, opened("months", **DAY, **{"plan-order": "on"})):
        assert pressed_by(shown, "group 6 ", "measures")[:3] == ["1", "2", "3"]
    assert pressed_by(opened("months", **DAY), "group 6 ", "measures")[-1] == "1"


def test_who_owes_most_is_chased_first_until_somebody_switches_to_the_order_of_the_plan(office: Office) -> None:
    app = opened("chasing", **DAY)
    # 98, 68 and 33 reports.
    assert chased(app)[:3] == ["ฝ่ายรักษาความสะอาดและสวนสาธารณะ", "ฝ่ายเทศกิจ", "ฝ่ายการศึกษา"]
    owing = set(chased(app))
    plan = [each.name for each in looking.records(office.store, opening.plans(office.store)[0]).sections]
    assert chased(press_in_answers(app, "sort plan chases")) == [name for name in plan if name in owing]


def test_one_section_alone_has_no_order() -> None:
    assert pressed_by(opened("chasing", section="ฝ่ายเทศกิจ", **DAY), "sort ") == []


@pytest.mark.parametrize("chart", ["reporting_rate", "completion"])
def test_the_bars_of_sections_follow_the_switch(chart: str) -> None:
    section = label("column", "section")
    rates = [rates_by(opened("sections", **DAY, **order), section, chart) for order in ({}, {"plan-order": "on"})]
    assert rates[0] == sorted(rates[0])
    assert sorted(rates[1]) == rates[0] != rates[1]


def chased(app: AppTest) -> list[str]:
    """The sections that are listed, one after the other."""
    return [str(block.label).partition(" · ")[0] for block in app.expander if " · " in str(block.label)]


def rates_by(app: AppTest, section: str, column: str) -> list[int]:
    tables = [rows for rows in tables_with(app, section) if label("column", column) in rows[0]]
    return [int(row[label("column", column)].rstrip("%")) for row in tables[0]]
