"""A field on the pages."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Action, Change
from ita_data.model.field_labels import field_label
from ita_data.model.records import Review
from ita_data.model.states import Status
from ita_data.services import editing, looking, opening
from ita_data.services.opening import Store
from tests.imports.layouts.monthly.small_workbooks import REVIEW
from tests.made_up.fields import MADE_UP, MadeUp
from tests.made_up.surfaces import EVERY_FIELD, holding
from tests.offices import bring_report, made_office
from tests.pages.apps import PAGES, introduce, opened, press, press_in_answers, tables_with
from tests.pages.conftest import shown_by_pages
from tests.pages.days import day_of
from tests.pages.sheets import first as first_row
from tests.pages.sheets import open_row
from ui.parts.changes import change_rows

SECTION = "ฝ่ายการคลัง"
OTHER = Actor("หัวหน้าฝ่ายการคลัง", ActorRole.SECTION_STAFF, SECTION)
OCTOBER = 1


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_office(tmp_path_factory.mktemp("report"), bring_report)


@pytest.fixture
def report(made: Path, tmp_path: Path) -> Iterator[Store]:
    with shown_by_pages(Path(shutil.copy(made, tmp_path))) as store:
        yield store


@EVERY_FIELD
def test_it_has_a_word(field: MadeUp) -> None:
    assert field_label(field.name) == field.label


@EVERY_FIELD
def test_changes_name_it(field: MadeUp) -> None:
    (added,) = change_rows(Change(Action.ADDED, None, holding(REVIEW, field)), 2568)
    assert f"{field.label}: {field.shown.rstrip('%')}" in added[-1]
    (changed,) = change_rows(Change(Action.CHANGED, REVIEW, holding(REVIEW, field)), 2568)
    assert changed[2] == field.label


@EVERY_FIELD
def test_it_is_entered_and_sent_on_my_month(field: MadeUp, report: Store) -> None:
    app = my_month()
    app.button_group[0].set_value(Status.IN_PROGRESS).run()
    enter(app, field)
    press(app, _("Send {number} reports").format(number=1))
    assert not app.exception
    sent = looking.reviews(report, opening.plans(report)[0], SECTION)
    assert [getattr(review, field.name) for review in sent] == [field.value]


@EVERY_FIELD
def test_two_versions_of_a_report_are_compared_in_it(field: MadeUp, report: Store) -> None:
    app = my_month()
    app.button_group[0].set_value(Status.IN_PROGRESS).run()
    enter(app, field)
    save(report, first(app))
    (rows,) = tables_with(app.run(), _("Stored now"))
    assert field.shown in {row[_("Entered here")] for row in rows if row[_("Field")] == field.label}


@EVERY_FIELD
def test_my_month_of_a_past_day_shows_it(field: MadeUp, report: Store) -> None:
    blank = first(my_month())
    save(report, holding(blank, field))
    app = opened("my_month", section=SECTION, month=str(OCTOBER), **{"as-of": "2025-01-31"})
    open_row(app, f"{blank.measure}-{OCTOBER}")
    (rows,) = tables_with(app, _("Sent"))
    assert field.shown in {row[_("Sent")] for row in rows if row[_("Field")] == field.label}


@EVERY_FIELD
def test_lists_of_reports_show_it(field: MadeUp, report: Store) -> None:
    blank = first(my_month())
    save(report, holding(blank, field))
    sent = tables_with(opened("sections", section=SECTION, month=str(OCTOBER)), field.label)
    months = opened("months", month=str(OCTOBER))
    grid = press_in_answers(months, f"reports {OCTOBER} {blank.measure}", "measures")
    behind = tables_with(grid, field.label)
    for rows in (sent[0], behind[0]):
        assert field.shown in {row[field.label] for row in rows}


def test_every_page_opens(report: Store) -> None:
    blank = first(my_month())
    save(report, replace(blank, **{field.name: field.value for field in MADE_UP}))
    for page in PAGES:
        assert not opened(page, section=SECTION, month=str(OCTOBER)).exception


def my_month() -> AppTest:
    """A section's October with its first report opened."""
    app = introduce(opened("my_month", section=SECTION, month=str(OCTOBER)))
    return open_row(app, first_row(app))


def first(app: AppTest) -> Review:
    """A report on the first measure of My month, with nothing in it."""
    measure = first_row(app).partition("-")[0]
    return Review(measure, SECTION, OCTOBER, Status.COMPLETED, date(2024, 11, 4))


def save(store: Store, review: Review) -> None:
    editing.save(store, opening.plans(store)[0], [(None, review)], OTHER)


def enter(app: AppTest, field: MadeUp) -> AppTest:
    if isinstance(field.value, date):
        return day_of(app, field.label).enter(field.value)
    inputs: tuple[Any, ...] = (*app.text_area, *app.text_input, *app.number_input)
    found = next(entry for entry in inputs if str(entry.key).startswith(f"{field.name}|"))
    entered: AppTest = found.set_value(field.value).run()
    return entered
