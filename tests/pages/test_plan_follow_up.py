"""On the plan's page a person says how a measure is followed up, when, and by whom."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.cadence import Cadence
from ita_data.model.records import EVERY_SECTION, Assignment, Measure, Role
from ita_data.services import closing, editing, history, opening
from ita_data.services.opening import Store
from tests.pages.apps import field, introduce, opened, press, tables_with
from tests.pages.plan_page import said
from tests.pages.stored import records

OTHER = Actor("หัวหน้าฝ่ายปกครอง", ActorRole.SECTION_STAFF, "ฝ่ายปกครอง")
DISTRICT, WORKS = "ฝ่ายปกครอง", "ฝ่ายโยธา"
DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
FINAL = _("Once completed, no more reports")
QUARTERS = "ธ.ค. 67, มี.ค. 68, มิ.ย. 68, ก.ย. 68"


def form(code: str = "1.1") -> AppTest:
    """The fields of a measure of the first indicator, opened by somebody who said who they are."""
    return introduce(opened("plan", indicator="1", measure=code))


def told_of_it() -> str:
    """What the indicator's page says of the follow-up of its first measure."""
    measures, *_others = tables_with(opened("indicators", indicator="1"), _("Follow-up"))
    return measures[0][_("Follow-up")]


def choose(app: AppTest, title: str, option: object) -> AppTest:
    return field(app.selectbox, title).select(option).run()


def captions(app: AppTest) -> list[str]:
    return [caption.value for caption in app.caption]


def test_a_measures_rhythm_can_be_changed_and_the_report_is_worded_by_it(report: Store) -> None:
    app = choose(form(), _("Rhythm of follow-up"), "quarterly")
    press(app, _("Save"))
    assert not app.exception
    assert (stored(report).cadence, stored(report).follow_up) == (Cadence.QUARTERLY, "รายไตรมาส")
    assert history.batches(report)[0].actor.name == "เจ้าหน้าที่ธุรการ"


def test_before_saving_it_says_how_many_reports_fall_due(report: Store) -> None:
    app = choose(form(), _("Rhythm of follow-up"), "quarterly")
    assert falls_due(4, f"{DISTRICT} 4", QUARTERS) in said(app)
    assert stored(report).cadence is Cadence.MONTHLY


def test_the_month_of_a_yearly_follow_up_can_be_named(report: Store) -> None:
    app = choose(form(), _("Rhythm of follow-up"), "yearly")
    choose(app, _("Falls due in"), 6)
    assert falls_due(1, f"{DISTRICT} 1", "มี.ค. 68") in said(app)
    press(app, _("Save"))
    assert stored(report).due_months == (6,)


@pytest.mark.usefixtures("report")
def test_a_rhythm_that_never_falls_due_in_the_active_months_is_pointed_out() -> None:
    app = choose(form(), _("Rhythm of follow-up"), "yearly")
    choose(app, until(_("Active")), 9)
    text = _(
        "No report falls due: this rhythm asks for {months}, but the measure is active from {first} until {last} only. "
        "Choose other months or another rhythm."
    )
    assert text.format(months="ก.ย. 68", first="ต.ค. 67", last="มิ.ย. 68") in said(app)


@pytest.mark.usefixtures("report")
def test_nothing_is_pointed_out_where_the_rhythm_is_as_needed() -> None:
    app = choose(form(), _("Rhythm of follow-up"), "as_needed")
    assert not app.warning
    assert _("As needed: no report falls due; whoever has something to tell reports it.") in said(app)


def test_a_measure_can_be_active_in_some_months_only(report: Store) -> None:
    app = choose(choose(form(), since(_("Active")), 2), until(_("Active")), 4)
    press(app, _("Save"))
    assert stored(report).due_months == (2, 3, 4)
    assert told_of_it() == f"{label('cadence', 'monthly')}พ.ย. 67 – ม.ค. 68"


@pytest.mark.usefixtures("report")
def test_months_that_end_before_they_begin_are_refused() -> None:
    app = choose(choose(form(), since(_("Active")), 6), until(_("Active")), 2)
    text = _("{name}: the first month, {first}, comes after the last, {last}. Choose an earlier or later one.")
    assert text.format(name=_("The measure"), first="มี.ค. 68", last="พ.ย. 67") in said(app)
    assert app.button(key="save-plan").disabled


def test_a_section_can_hand_a_measure_over_to_another_one(report: Store) -> None:
    app = form()
    field(app.multiselect, _("Lead sections")).set_value([DISTRICT, WORKS]).run()
    choose(app, until(lead(DISTRICT)), 3)
    choose(app, since(lead(WORKS)), 4)
    assert falls_due(12, f"{DISTRICT} 3, {WORKS} 9", every_month()) in said(app)
    press(app, _("Save"))
    assert assignments(report) == {
        Assignment("1.1", DISTRICT, Role.LEAD, None, 3),
        Assignment("1.1", WORKS, Role.LEAD, 4, None),
    }


def test_every_section_can_support_a_measure(report: Store) -> None:
    app = form()
    field(app.multiselect, _("Supporting sections")).set_value([EVERY_SECTION]).run()
    press(app, _("Save"))
    assert Assignment("1.1", EVERY_SECTION, Role.SUPPORTING) in assignments(report)


def test_a_section_is_named_in_one_role_only(report: Store) -> None:
    app = form()
    field(app.multiselect, _("Supporting sections")).set_value([DISTRICT]).run()
    text = _("{section} is named as lead and as supporting. Take it out of one of them.")
    assert text.format(section=DISTRICT) in said(app)
    assert _("Nothing is changed yet. What you change is kept as a draft until you save it.") in captions(app)
    assert assignments(report) == {Assignment("1.1", DISTRICT, Role.LEAD)}


def test_a_measure_that_nobody_leads_is_pointed_out(report: Store) -> None:
    app = form()
    field(app.multiselect, _("Lead sections")).set_value([]).run()
    text = _("No report falls due: no lead section has the measure in {months}. Name one, or other months.")
    assert text.format(months=every_month()) in said(app)
    press(app, _("Save"))
    assert assignments(report) == set()


def test_a_measure_can_owe_no_more_once_it_is_completed_from_the_first_month_that_is_open(report: Store) -> None:
    closing.close_month(report, opening.plans(report)[0], 2, DIRECTOR)
    field(form().checkbox, FINAL).check().run()
    assert stored(report).final_from_month is None
    app = press(field(form().checkbox, FINAL).check().run(), _("Save"))
    assert not app.exception
    assert stored(report).final_from_month == 3
    text = _(
        "From the month after the one in which the measure is completed no report is expected any more. This holds "
        "from {month} on; the months before stay as they are."
    )
    assert text.format(month="ธ.ค. 67") in captions(form())
    assert told_of_it().endswith(_("no more reports once completed"))


def test_it_can_owe_them_again(report: Store) -> None:
    save_as_somebody_else(report, final_from_month=4)
    press(field(form().checkbox, FINAL).uncheck().run(), _("Save"))
    assert stored(report).final_from_month is None


@pytest.mark.usefixtures("report")
def test_of_what_is_never_owed_that_is_not_asked() -> None:
    app = choose(form(), _("Rhythm of follow-up"), "as_needed")
    assert FINAL not in [box.label for box in app.checkbox]


@pytest.mark.usefixtures("report")
def test_nobody_changes_a_follow_up_without_a_name() -> None:
    app = choose(opened("plan", indicator="1", measure="1.1"), _("Rhythm of follow-up"), "quarterly")
    assert app.button(key="save-plan").disabled


def since(name: str) -> str:
    return _("{title} from").format(title=name)


def until(name: str) -> str:
    return _("{title} until").format(title=name)


def lead(section: str) -> str:
    return f"{section} · {label('role', 'lead')}"


def every_month() -> str:
    return _("every month from {first} until {last}").format(first="ต.ค. 67", last="ก.ย. 68")


def falls_due(number: int, sections: str, months: str) -> str:
    text = _("By this {number} reports fall due in fiscal year {year}: {sections}. They are for {months}.")
    return text.format(number=number, year=2568, sections=sections, months=months)


def stored(store: Store) -> Measure:
    return next(measure for measure in records(store).measures if measure.code == "1.1")


def assignments(store: Store) -> set[Assignment]:
    return {entry for entry in records(store).assignments if entry.measure == "1.1"}


def save_as_somebody_else(store: Store, **values: object) -> None:
    measure = stored(store)
    editing.save(store, opening.plans(store)[0], [(measure, replace(measure, **values))], OTHER)
