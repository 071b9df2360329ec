"""An office that has just brought its report is asked how it follows up, and opens without a red bar.

The report has 35 measures that are followed up monthly, 31 of them with nine supporting sections beside the lead, and
12 measures of initiatives without a rhythm.
"""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.findings import four_figures
from ita_data.language import gettext as _
from ita_data.metrics import View, opening_month, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.rules import Rules
from ita_data.model.states import CellState
from ita_data.services import editing, history, looking, opening, undoing
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, REPORT, change_rules
from tests.pages.apps import answers, field, in_office, introduce, opened, press, reached, tables, text_of
from tests.pages.bars import title
from tests.pages.import_desk import uploaded
from tests.pages.stored import records
from tests.services.office import REVIEW, STAFF

DAY = date(2024, 12, 10)
"""October's and November's reports were due by then."""
OCTOBER, DECEMBER = 1, 3
START = "**{}**".format(_("From which month does the follow-up start?"))
RHYTHM = "**{}**".format(_("How often are the measures followed up of which the file doesn't say it?"))


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_data.services.clock.today", lambda: DAY)


def is_followed_up(overview: AppTest) -> bool:
    """Whether the overview answers with its four figures, and leads nobody to decide how to follow up."""
    has_figures = len(text_of(answers(overview), "figure")) == 4
    return has_figures and "begin" not in [button.key for button in overview.button]


def captions(app: AppTest) -> list[str]:
    return [caption.value for caption in app.caption]


def counted(reports: int, sections: int, silent: int) -> str:
    text = _("Each month has {reports} reports, of {sections} sections.")
    if silent:
        text = _("Each month has {reports} reports, of {sections} sections; {silent} sections owe none.")
    return text.format(reports=reports, sections=sections, silent=silent)


def who_reports(app: AppTest) -> list[str]:
    """What stands beside the choices of who reports."""
    return list(app.radio[0].proto.captions)


def begun() -> AppTest:
    """The page after the proposed answers were saved."""
    app = press(introduce(opened("beginning")), _("Save"))
    assert not app.exception
    return app


@pytest.mark.usefixtures("report")
def test_the_overview_of_a_new_office_shows_the_plan_and_the_way_to_decide() -> None:
    app = opened("overview")
    assert not [block for block in app.get("bidi_component") if block.proto.id.endswith("-answers")]
    rows = tables(app)[0]
    assert rows[1] == ["1 การปฏิบัติหน้าที่", "4", "ฝ่ายปกครอง"]
    assert sum(int(row[1]) for row in rows[1:]) == 35 + 12
    assert title(reached("overview").button(key="begin").click().run()) == _("Getting started")


@pytest.mark.usefixtures("empty")
def test_the_receipt_of_the_first_import_leads_there() -> None:
    app = introduce(uploaded("report.txt", REPORT.read_bytes())).button(key="apply").click().run()
    assert not app.exception
    assert [button.key for button in app.button if button.key == "begin"] == ["begin"]


@pytest.mark.usefixtures("report")
def test_the_receipt_of_a_later_import_does_not() -> None:
    begun()
    text = REPORT.read_bytes().replace("ทุกเดือน".encode(), "รายไตรมาส".encode(), 1)
    app = introduce(uploaded("report.txt", text)).button(key="apply").click().run()
    assert not app.exception
    assert [button.key for button in app.button if button.key == "begin"] == []


@pytest.mark.usefixtures("report")
def test_each_choice_says_how_many_reports_a_month_has() -> None:
    app = introduce(opened("beginning"))
    assert who_reports(app) == [counted(35 + 12, 2, 8), counted(35 + 31 * 9 + 12, 10, 0)]
    field(app.selectbox, RHYTHM).set_value(Cadence.AS_NEEDED).run()
    assert who_reports(app) == [counted(35, 2, 8), counted(35 + 31 * 9, 10, 0)]


@pytest.mark.usefixtures("report")
def test_an_earlier_start_says_what_would_be_missing_at_once() -> None:
    app = introduce(opened("beginning"))
    start = field(app.selectbox, START)
    assert start.value == DECEMBER
    assert not app.warning
    start.set_value(OCTOBER).run()
    text = _("{number} of them are overdue already on {day}, and count as missing at once.")
    assert [each.value for each in app.warning] == [text.format(number=2 * 47, day="10 ธ.ค. 67")]


@pytest.mark.usefixtures("report")
def test_a_target_says_how_many_reports_it_is_and_the_due_day_its_date() -> None:
    app = introduce(opened("beginning"))
    field(app.number_input, _("Target for reports received (%)")).set_value(90)
    field(app.number_input, _("Reports are due on this day of the following month")).set_value(10).run()
    of_a_month = _("At least {number} of the {all} reports of a month shall come.")
    assert of_a_month.format(number=43, all=47) in captions(app)
    due = _("The reports of {month} are due on {day}.")
    assert due.format(month="ธ.ค. 67", day="10 ม.ค. 68") in captions(app)


def test_all_answers_are_saved_as_one_batch(report: Store) -> None:
    app = introduce(opened("beginning"))
    app.radio[0].set_value(1)
    field(app.number_input, _("Target for reports on time (%)")).set_value(80)
    press(app, _("Save"))
    assert not app.exception
    decided = Rules(expects_supporting=True, on_time_target=80, starts_in_month=DECEMBER, is_decided=True)
    assert records(report).rules == (decided,)
    assert {measure.cadence for measure in records(report).measures} == {Cadence.MONTHLY}
    newest = history.batches(report)[0]
    assert (newest.changed, newest.actor.name) == (13, "เจ้าหน้าที่ธุรการ")


def test_once_decided_nothing_is_asked_and_the_overview_opens_with_nothing_missing(report: Store) -> None:
    app = begun()
    assert [button.key for button in app.button if str(button.key).startswith("save")] == []
    assert not opened("beginning").radio
    overview = opened("overview")
    assert not [button for button in overview.button if button.key == "begin"]
    plan = opening.plans(report)[0]
    snapshot = looking.snapshot(report, plan)
    figures = four_figures(looking.counted(View(year_of(snapshot, DAY), opening_month(snapshot, DAY))))
    assert text_of(answers(overview), "of") == [figure.of for figure in figures]
    assert set(year_of(snapshot, DAY).cells["state"]) == {CellState.NOT_YET_DUE}


def test_undone_the_office_is_asked_again(report: Store) -> None:
    begun()
    undoing.undo(report, history.batches(report)[0].id, COORDINATOR)
    assert opened("beginning").radio
    assert opened("overview").button(key="begin")


def test_rules_that_somebody_else_changed_meanwhile_are_not_overwritten(report: Store) -> None:
    app = introduce(opened("beginning"))
    field(app.number_input, _("Target for reports on time (%)")).set_value(80).run()
    change_rules(report, opening.plans(report)[0], Rules(7), COORDINATOR)
    press(app, _("Save"))
    assert records(report).rules == (Rules(7),)


def test_an_office_whose_sections_report_already_is_not_asked(report: Store) -> None:
    editing.save(report, opening.plans(report)[0], [(None, REVIEW)], STAFF)
    assert not opened("beginning").radio
    assert is_followed_up(opened("overview"))


@in_office("sample")
@pytest.mark.usefixtures("office")
def test_the_sample_office_is_not_asked() -> None:
    assert not opened("beginning").radio
    assert is_followed_up(opened("overview"))
