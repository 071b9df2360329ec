"""What tests of the plan's page do there."""

from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.names import heading_of
from tests.pages.apps import field, introduce, opened, press, tables_with

FINANCE, WORKS = "ฝ่ายการคลัง", "ฝ่ายโยธา"
NEW = "จัดตั้งศูนย์รับเรื่องร้องเรียนออนไลน์"


def page(heading: str = "4", **asked: str) -> AppTest:
    """The plan of an indicator or initiative, opened by somebody who said who they are."""
    app = introduce(opened("plan", indicator=heading, **asked))
    assert not app.exception
    return app


def choose(app: AppTest, part: str) -> AppTest:
    field(app.button_group, _("What shall be mended?")).set_value(part).run()
    assert not app.exception
    return app


def mend(code: str) -> AppTest:
    """The fields of a measure."""
    return page(heading_of(code), measure=code)


def write(app: AppTest, title: str, text: str) -> AppTest:
    return field(app.text_area, title).set_value(text).run()


def save(app: AppTest) -> AppTest:
    """Save what stands on the page as changes."""
    press(app, _("Save"))
    assert not app.exception
    return app


def shown_changes(app: AppTest) -> list[dict[str, str]]:
    return [row for table in tables_with(app, _("Before")) for row in table]


def said(app: AppTest) -> list[str]:
    return [box.value for kind in ("error", "warning", "info", "success") for box in app.get(kind)]
