"""What is entered on the plan's page is in its draft at once, whatever is pressed next and whoever saves meanwhile."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.planning.drafting import measures_of, sections_of
from ita_data.model.records import Initiative, Role
from ita_data.services import closing, editing, opening
from ita_data.services.opening import Store
from tests.offices import COORDINATOR
from tests.pages.apps import field, press
from tests.pages.plan_page import NEW, WORKS, choose, mend, page, said, save, shown_changes, write
from tests.pages.stored import measure, records

DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
NAMED_TWICE = _("{section} is named as lead and as supporting. Take it out of one of them.")


def entered(app: AppTest) -> list[str]:
    """What the shown changes would make of the plan."""
    return [row[_("After")] for row in shown_changes(app)]


def typed(app: AppTest, title: str, text: str) -> AppTest:
    """The page where a text was typed and nothing sent yet; it arrives with what is pressed next."""
    field(app.text_area, title).set_value(text)
    return app


def test_a_text_that_was_typed_stays_when_another_measure_is_chosen_next(report: Store) -> None:
    app = typed(mend("4.2"), _("Measure"), NEW)
    assert NEW in entered(choose(app, f"measure {measure(report, '4.1').identity}"))


def test_a_text_that_was_typed_stays_when_its_measure_is_moved_next(report: Store) -> None:
    app = press(typed(mend("4.2"), _("Measure"), NEW), _("Further up"))
    assert field(app.text_area, _("Measure")).value == NEW
    save(app)
    assert measures_of(records(report), "4")[0].text == NEW


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize(
    ("heading", "part", "title", "next_part"),
    [
        ("9", "issue O1", _("Issue of {codes}").format(codes="O1 – O17"), "add-item"),
        ("ก2", "name", _("Name of the initiative"), "add"),
    ],
    ids=["issue", "name"],
)
def test_an_issue_and_a_name_stay_when_something_else_is_chosen_next(
    heading: str, part: str, title: str, next_part: str
) -> None:
    app = typed(choose(page(heading), part), title, NEW)
    assert NEW in entered(choose(app, next_part))


def test_the_text_of_a_new_measure_waits_while_one_looks_at_another(report: Store) -> None:
    app = typed(page("4", measure="add"), _("Measure"), NEW)
    choose(app, f"measure {measure(report, '4.1').identity}")
    choose(app, "add")
    assert field(app.text_area, _("Measure")).value == NEW
    press(app, _("Add to the draft"))
    assert field(choose(app, "add").text_area, _("Measure")).value == ""


def test_the_text_of_a_new_measure_outlives_the_saving_of_what_was_changed_before(report: Store) -> None:
    app = write(mend("4.2"), _("Measure"), f"{NEW} ทุกเดือน")
    typed(choose(app, "add"), _("Measure"), NEW).run()
    save(app)
    assert measure(report, "4.2").text == f"{NEW} ทุกเดือน"
    assert field(choose(app, "add").text_area, _("Measure")).value == NEW


def test_a_measure_never_loses_its_text_to_a_blank_one(report: Store) -> None:
    before = measure(report, "4.2").text
    app = write(mend("4.2"), _("Measure"), "")
    choose(app, f"measure {measure(report, '4.1').identity}")
    save(write(app, _("Measure"), NEW))
    assert (measure(report, "4.1").text, measure(report, "4.2").text) == (NEW, before)


def test_what_came_after_a_draft_was_begun_is_taken_into_it(report: Store) -> None:
    app = write(mend("4.2"), _("Measure"), NEW)
    editing.save(report, opening.plans(report)[0], [(None, Initiative(4, "ส่งเสริมคุณธรรม"))], COORDINATOR)
    app.query_params["indicator"] = "ก4"
    press(app.run(), _("Take it into the draft"))
    choose(app, "name")
    assert field(app.text_area, _("Name of the initiative")).value == "ส่งเสริมคุณธรรม"
    save(app)
    assert measure(report, "4.2").text == NEW


def test_a_measure_is_asked_for_by_its_stored_number_whatever_the_draft_makes_of_it(report: Store) -> None:
    app = press(press(mend("4.2"), _("Further up")), _("Number in this order"))
    app.query_params["measure"] = "4.2"
    assert field(app.run().text_area, _("Measure")).value == measure(report, "4.2").text


def several(*measures: str) -> AppTest:
    """The change of several measures at once, with these chosen."""
    app = page("1")
    app.session_state["plan-several"] = True
    field(app.run().multiselect, _("Measures")).set_value(list(measures)).run()
    return app


def test_several_measures_get_no_section_in_both_roles(report: Store) -> None:
    app = several(measure(report, "1.1").identity)
    for title in (_("Lead sections"), _("Supporting sections")):
        field(app.multiselect, title).set_value([WORKS]).run()
    assert NAMED_TWICE.format(section=WORKS) in said(app)
    assert app.button(key="plan-several-add").disabled


def test_a_section_that_leads_one_of_several_measures_goes_on_leading_it(report: Store) -> None:
    (lead,) = sections_of(records(report), "1.1", Role.LEAD)
    app = several(*(measure(report, code).identity for code in ("1.1", "1.2")))
    field(app.multiselect, _("Supporting sections")).set_value([lead, WORKS]).run()
    save(press(app, _("Add to the draft")))
    mine = {each.section: each.role for each in records(report).assignments if each.measure == "1.1"}
    assert mine == {lead: Role.LEAD, WORKS: Role.SUPPORTING}


def test_before_a_measure_is_retired_it_says_how_many_reports_are_left(report: Store) -> None:
    app = mend("4.2")
    (lead,) = sections_of(records(report), "4.2", Role.LEAD)
    assert any(f"{lead} 12" in line for line in said(app))
    field(app.selectbox, _("Retired from")).select(8).run()
    assert any(f"{lead} 7" in line for line in said(app))
    field(app.selectbox, _("Retired from")).select(1).run()
    text = _("No report falls due: the measure is retired from {month} on, and its rhythm asks for none before.")
    assert text.format(month="ต.ค. 67") in said(app)


@pytest.mark.usefixtures("report")
def test_a_new_measure_says_how_many_of_its_reports_are_overdue_already() -> None:
    app = page("4", measure="add", month="6", year="2568")
    press(write(app, _("Measure"), NEW), _("Add to the draft"))
    text = _("{number} of them are overdue already on {day}, and count as missing at once.")
    assert any(line.startswith(text.partition("{day}")[0].format(number=12)) for line in said(app))


def test_the_reason_for_a_draft_is_given_up_with_it(report: Store) -> None:
    closing.close_month(report, opening.plans(report)[0], 5, DIRECTOR)
    app = mend("4.2")
    field(app.selectbox, _("Retired from")).select(4).run()
    press(app, _("Save"))
    title = _("Reason for the change after the month was closed")
    assert title in [each.label for each in app.text_input]
    press(app, _("Give up the draft"))
    write(app, _("Measure"), NEW)
    assert shown_changes(app)
    assert title not in [each.label for each in app.text_input]


def test_what_is_shown_before_saving_names_a_measure_as_it_is_called_now(report: Store) -> None:
    app = mend("4.2")
    field(app.multiselect, _("Lead sections")).set_value([WORKS]).run()
    first, second = measure(report, "4.1"), measure(report, "4.2")
    edits = [(first, replace(first, code="4.2")), (second, replace(second, code="4.1"))]
    editing.save(report, opening.plans(report)[0], edits, DIRECTOR)
    assert {row[_("Record")].split(" ")[1] for row in shown_changes(app.run())} == {"4.1"}
