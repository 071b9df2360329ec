"""The grid of measures and months leads to the reports behind each field, and months are set against their targets."""

import pytest

from ita_data.labels import label, pace_label
from ita_data.language import gettext as _
from ita_data.metrics import View, expected_cells, year_of
from ita_data.model.rules import Rules
from ita_data.services import looking, opening
from ita_data.services.opening import Store
from tests.offices import change_rules
from tests.pages.apps import (
    Office,
    answers,
    field,
    in_office,
    opened,
    press,
    press_in_answers,
    settings_from,
    tables_with,
)
from tests.services.office import STAFF


@in_office("sample")
@pytest.mark.parametrize("page", ["months", "indicators"])
def test_a_field_opens_the_reports_behind_it_which_a_copied_link_shows_too(office: Office, page: str) -> None:
    field = "reports 3 1.2"
    app = press_in_answers(opened(page, month="6", indicator="1"), field, "measures")
    assert app.query_params["open"] == field
    for shown in (app, opened(page, month="6", indicator="1", open=field)):
        (dialog,) = shown.get("dialog")
        assert dialog.proto.dialog.title == "1.2 · ธ.ค. 67"
        (rows,) = tables_with(shown, _("Role"))
        assert [row[_("Section")] for row in rows] == sections_expected(office, "1.2", 3)


@in_office("sample")
@pytest.mark.usefixtures("office")
def test_the_sum_of_a_group_opens_all_its_reports_of_the_month() -> None:
    app = press_in_answers(opened("months", month="6"), "group 3 1", "measures")
    (dialog,) = app.get("dialog")
    assert dialog.proto.dialog.title == "1 การปฏิบัติหน้าที่ · ธ.ค. 67"
    (rows,) = tables_with(app, _("Counts"))
    assert {row[_("Code")] for row in rows} == {"1.1", "1.2", "1.3", "1.4"}
    assert {row[_("Month")] for row in rows} == {"ธ.ค. 67"}


@in_office("sample")
@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("name", ["group 3 11", "group 7 1", "group x 1", "reports 7 1.2", "reports 3 1.9"])
def test_an_address_that_names_no_field_opens_nothing(name: str) -> None:
    app = opened("months", month="6", open=name)
    assert not app.exception
    assert "open" not in app.query_params


@in_office("sample")
@pytest.mark.usefixtures("office")
def test_measures_stand_in_folded_groups_but_those_of_one_indicator_are_open() -> None:
    folds = [each.get("aria-expanded") for each in answers(opened("months"), "measures").iter("button")]
    assert {fold for fold in folds if fold} == {"false"}
    (fold,) = [
        each
        for each in answers(opened("indicators", indicator="4"), "measures").iter("button")
        if each.get("data-fold")
    ]
    assert (fold.get("data-fold"), fold.get("aria-expanded")) == ("measures-4", "true")


def sections_expected(office: Office, measure: str, month: int) -> list[str]:
    """The sections whose report on a measure was expected for a month."""
    plan = opening.plans(office.store)[0]
    snapshot = looking.snapshot(office.store, plan)
    cells = expected_cells(View(year_of(snapshot, opening.office_day(office.store)), 6, with_supporting=True))
    return cells.loc[(cells["measure"] == measure) & (cells["month"] == month), "section"].tolist()


def test_targets_are_set_among_the_rules_and_the_months_under_them_are_named(report: Store) -> None:
    assert _("No target is set. It can be set on the page “Settings”.") in captions()
    app = settings_from(1)
    field(app.number_input, _("Target for reports received (%)")).set_value(95)
    press(app, _("Save"))
    (plan,) = opening.plans(report)
    snapshot = looking.snapshot(report, plan)
    assert (snapshot.rules_in(12).reporting_target, snapshot.rules_in(12).on_time_target) == (95, None)
    (said,) = (caption for caption in captions() if "95%" in caption)
    assert "ต.ค. 67 0% (0/" in said
    assert "ธ.ค. 67 0% (0/" in said


def test_where_completion_should_stand_is_said_with_who_says_so(report: Store) -> None:
    text = _("By the end of {month} completion should stand at {pace}.")
    assert text.format(month="มี.ค. 68", pace=pace_label(0.5, is_target=False)) in captions(month="6")
    change_rules(report, opening.plans(report)[0], Rules(completion_targets=(*[None] * 5, 40, *[None] * 6)), STAFF)
    assert text.format(month="มี.ค. 68", pace=pace_label(0.4, is_target=True)) in captions(month="6")


@pytest.mark.usefixtures("report")
def test_where_there_is_no_plan_of_the_year_before_the_page_says_so() -> None:
    text = _("There is no plan of fiscal year {year} here to compare this year with.").format(year=2567)
    assert text in [info.value for info in opened("months").info]


@in_office("two_years")
@pytest.mark.usefixtures("office")
def test_this_year_stands_beside_the_year_before() -> None:
    (rows,) = tables_with(opened("months", year="2569", **{"as-of": "2026-01-10"}), label("column", "fiscal_year"))
    years = [row[label("column", "fiscal_year")] for row in rows]
    assert (years.count("2568"), years.count("2569")) == (12, 3)


def captions(month: str = "3") -> list[str]:
    return [caption.value for caption in opened("months", month=month).caption]
