"""In the list of all sections a person adds one, renames one and puts one in another place."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.records import Section
from ita_data.model.rules import Rules
from ita_data.model.section_kind import SectionKind
from ita_data.services import history, looking, opening, undoing
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, change_rules
from tests.pages.apps import field, introduce, opened, press, tables_with, unfolded


def listed() -> AppTest:
    """The list, opened by somebody who said who they are."""
    return unfolded(introduce(opened("sections")), "section-list")


def chosen(name: str, store: Store) -> AppTest:
    """The list with one section chosen."""
    app = listed()
    return app.selectbox(key="section-to-change").select(stored(store)[name].identity).run()


def stored(store: Store) -> dict[str, Section]:
    return {section.name: section for section in looking.records(store, opening.plans(store)[0]).sections}


def enter(app: AppTest, **texts: str) -> AppTest:
    titles = {"name": _("Name of the section"), "short_name": _("Short name")}
    for name, text in texts.items():
        field(app.text_input, titles[name]).input(text)
    return app.run()


def test_every_section_stands_in_the_list_in_its_order(report: Store) -> None:
    (rows,) = tables_with(listed(), _("Short name"))
    assert [row[_("Section")] for row in rows] == list(stored(report))
    assert [row[_("Order")] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


def test_a_section_is_added_with_its_name_alone(report: Store) -> None:
    before = stored(report)
    app = press(enter(listed(), name="ฝ่ายบัญชี"), _("Save"))
    assert not app.exception
    assert set(stored(report)) - set(before) == {"ฝ่ายบัญชี"}
    assert stored(report)["ฝ่ายบัญชี"].position == len(before) + 1
    assert field(app.text_input, _("Name of the section")).value == ""
    assert app.success


def test_an_added_section_goes_by_undo(report: Store) -> None:
    before = stored(report)
    app = enter(listed(), name="ฝ่ายบัญชี")
    field(app.number_input, _("Place in the official order")).set_value(1)
    press(app, _("Save"))
    assert next(iter(stored(report))) == "ฝ่ายบัญชี"
    undoing.undo(report, history.batches(report)[0].id, COORDINATOR)
    assert stored(report) == before


def test_a_renamed_section_stays_who_it_is_with_its_measures(report: Store) -> None:
    before = stored(report)["ฝ่ายปกครอง"]
    plan = opening.plans(report)[0]
    had = [each.measure for each in looking.records(report, plan).assignments if each.section == "ฝ่ายปกครอง"]
    press(enter(chosen("ฝ่ายปกครอง", report), name="ฝ่ายปกครองและทะเบียน", short_name="ปท."), _("Save"))
    after = stored(report)["ฝ่ายปกครองและทะเบียน"]
    assert (after.identity, after.short_name, after.former_names) == (before.identity, "ปท.", ("ฝ่ายปกครอง",))
    found = looking.records(report, plan).assignments
    assert [each.measure for each in found if each.section == after.name] == had


def test_a_section_takes_another_place_and_those_between_move(report: Store) -> None:
    first, second, third, *_rest = stored(report)
    app = chosen(third, report)
    field(app.number_input, _("Place in the official order")).set_value(1).run()
    press(app, _("Save"))
    assert list(stored(report))[:3] == [third, first, second]
    assert [section.position for section in stored(report).values()] == [*range(1, len(stored(report)) + 1)]


def test_the_name_of_another_section_is_refused(report: Store) -> None:
    app = enter(chosen("ฝ่ายปกครอง", report), name="ฝ่ายโยธา")
    assert len(app.error) == 1
    assert app.button(key="save-section-list").disabled


@pytest.mark.usefixtures("report")
def test_what_the_page_of_one_section_renames_it_goes_on_showing() -> None:
    app = unfolded(introduce(opened("sections", section="ฝ่ายปกครอง")), "section-form")
    press(enter(app, name="ฝ่ายปกครองและทะเบียน"), _("Save"))
    assert not app.exception
    assert app.query_params["section"] in ("ฝ่ายปกครองและทะเบียน", ["ฝ่ายปกครองและทะเบียน"])
    assert app.success


def test_other_names_are_added_and_taken_away_by_hand(report: Store) -> None:
    app = chosen("ฝ่ายโยธา", report)
    field(app.text_area, _("Other names in files, one a line")).input(" งานช่าง \n\nงานโยธา").run()
    app = press(app, _("Save"))
    assert stored(report)["ฝ่ายโยธา"].former_names == ("งานช่าง", "งานโยธา")
    field(app.text_area, _("Other names in files, one a line")).input("งานโยธา").run()
    press(app, _("Save"))
    assert stored(report)["ฝ่ายโยธา"].former_names == ("งานโยธา",)


def test_a_school_is_added_and_owes_nothing_of_what_all_sections_have(report: Store) -> None:
    change_rules(report, opening.plans(report)[0], Rules(expects_supporting=True), COORDINATOR)
    app = enter(listed(), name="โรงเรียนวัดจันทร์")
    field(app.selectbox, _("Kind of section")).select(SectionKind.SCHOOL).run()
    text = _("By this the section owes {number} reports in fiscal year {year}.")
    assert text.format(number=0, year=2568) in [info.value for info in app.info]
    press(app, _("Save"))
    assert stored(report)["โรงเรียนวัดจันทร์"].section_kind is SectionKind.SCHOOL


@pytest.mark.usefixtures("report")
def test_a_section_without_a_name_is_not_saved() -> None:
    assert listed().button(key="save-section-list").disabled


def test_a_new_section_says_how_many_reports_it_would_owe(report: Store) -> None:
    change_rules(report, opening.plans(report)[0], Rules(expects_supporting=True), COORDINATOR)
    app = enter(listed(), name="ฝ่ายบัญชี")
    text = _("By this the section owes {number} reports in fiscal year {year}.")
    # 31 measures of the report are supported by all sections, each of them every month.
    assert text.format(number=31 * 12, year=2568) in [info.value for info in app.info]


def test_a_new_section_says_how_many_of_them_are_overdue_already(
    report: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_data.services.clock.today", lambda: date(2024, 12, 31))
    change_rules(report, opening.plans(report)[0], Rules(expects_supporting=True), COORDINATOR)
    app = enter(listed(), name="ฝ่ายบัญชี")
    text = _("{number} of them are overdue already on {day}, and count as missing at once.")
    # October's and November's, each of 31 measures.
    assert text.format(number=31 * 2, day="31 ธ.ค. 67") in [warning.value for warning in app.warning]
