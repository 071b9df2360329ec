"""What a section owes and has sent."""

import pytest

from ita_data.language import gettext as _
from ita_data.metrics import View, overdue, year_of
from ita_data.services import looking, opening
from tests.pages.apps import Office, click, in_office, opened, reached, tables

ENFORCEMENT = "ฝ่ายเทศกิจ"


@pytest.mark.usefixtures("report")
def test_the_rules_are_a_press_away() -> None:
    app = reached("sections").button(key="to-settings").click().run()
    assert not app.exception
    assert _("Rules of the plan") in [heading.value for heading in app.header]


@in_office("sample")
def test_a_section_sees_all_it_owes(office: Office) -> None:
    app = opened("sections", section=ENFORCEMENT, month="6", roles="all")
    plan = opening.plans(office.store)[0]
    snapshot = looking.snapshot(office.store, plan)
    owed = overdue(View(year_of(snapshot, opening.office_day(office.store)), 6, ENFORCEMENT, with_supporting=True))
    assert [row[1] for row in tables(app)[0][1:]] == owed["measure"].tolist() != []


@in_office("sample")
def test_a_section_sees_all_it_has_sent(office: Office) -> None:
    app = opened("sections", section=ENFORCEMENT, month="6")
    plan = opening.plans(office.store)[0]
    reviews = looking.snapshot(office.store, plan).reviews
    mine = reviews[(reviews["section"] == ENFORCEMENT) & (reviews["month"] <= 6)]
    assert len(tables(app)[-1]) - 1 == len(mine) > 0


@in_office("sample")
@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("chart", ["reporting_by_section", "completion_by_section"])
def test_a_click_on_a_section_shows_it(chart: str) -> None:
    app = click(reached("sections"), chart, ENFORCEMENT)
    assert not app.exception
    assert app.query_params["section"] == ENFORCEMENT
    assert _("Owed") in [heading.value for heading in app.header]
