"""At the desk a person says of an unknown section that it is a new one, or another name of one that is there."""

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.records import Section
from ita_data.model.spelling import normalised
from ita_data.services import looking, opening
from ita_data.services.opening import Store
from tests.imports.made_files import workbook
from tests.offices import report_of
from tests.pages.apps import introduce, press, unfolded
from tests.pages.import_desk import GOOD_ROW, HEADERS, keyed, reviews, uploaded

ACCOUNTS = "ฝ่ายบัญชี"
UNKNOWN = ("1.2", ACCOUNTS, "ต.ค. 67", "ดำเนินการแล้ว")


def with_unknown_section() -> AppTest:
    """A monthly workbook with a section that the office doesn't have."""
    return opened_question(introduce(uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW, UNKNOWN))))


def report_with_unknown_section() -> AppTest:
    """The yearly report with another section in place of ฝ่ายการคลัง."""
    report = report_of(2568).decode().replace("ฝ่ายการคลัง", ACCOUNTS).encode()
    return opened_question(introduce(uploaded("report.txt", report)))


def opened_question(app: AppTest) -> AppTest:
    """The desk with what it asks about the unknown section unfolded."""
    assert [each for each in app.expander if ACCOUNTS in each.label]
    return unfolded(app, f"unknown-section-{normalised(ACCOUNTS)}-1")


def sections(store: Store) -> dict[str, Section]:
    return {section.name: section for section in looking.records(store, opening.plans(store)[0]).sections}


def test_a_new_section_is_added_with_its_name_filled_in_and_its_rows_are_taken(report: Store) -> None:
    app = press(with_unknown_section(), _("Save"))
    assert not app.exception
    assert ACCOUNTS in sections(report)
    assert any(ACCOUNTS in each.value for each in app.success)
    press(app, _("Apply these changes"))
    assert reviews(report) == [("1.1", "ฝ่ายปกครอง", 1), ("1.2", ACCOUNTS, 1)]


def test_a_section_that_nobody_adds_is_left_out(report: Store) -> None:
    press(with_unknown_section(), _("Apply the good rows"))
    assert reviews(report) == [("1.1", "ฝ่ายปกครอง", 1)]
    assert ACCOUNTS not in sections(report)


def test_a_name_in_a_report_becomes_another_one_of_a_section(report: Store) -> None:
    app = report_with_unknown_section()
    keyed(app.radio, "unknown-section").set_value(False).run()
    box = next(each for each in app.selectbox if each.label == _("Another name of"))
    app = press(box.select(sections(report)["ฝ่ายการคลัง"].identity).run(), _("Save"))
    assert not app.exception
    assert sections(report)["ฝ่ายการคลัง"].former_names == (ACCOUNTS,)
    assert not [each for each in app.expander if ACCOUNTS in each.label]


@pytest.mark.usefixtures("report")
def test_a_known_section_is_not_asked_about() -> None:
    app = uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW))
    assert _("Sections that the office doesn't have") not in [each.value for each in app.header]
