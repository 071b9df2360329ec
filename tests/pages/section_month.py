"""A section's month without a browser: opening it, entering a report, and what was sent."""

from typing import Any

from streamlit.testing.v1 import AppTest

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Review
from ita_data.model.states import Status
from ita_data.services import looking, opening
from ita_data.services.opening import Store
from tests.pages.apps import introduce, opened
from tests.pages.sheets import first, open_row, rows

SECTION = "ฝ่ายการคลัง"
OTHER = Actor("หัวหน้าฝ่ายการคลัง", ActorRole.SECTION_STAFF, SECTION)
DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
OCTOBER = "1"


def sheet_of(month: str = OCTOBER) -> AppTest:
    """The section's sheet of a month."""
    return introduce(opened("my_month", section=SECTION, month=month))


def my_month(month: str = OCTOBER) -> AppTest:
    """The same with its first report opened."""
    app = sheet_of(month)
    return open_row(app, first(app))


def organisation(store: Store) -> str:
    return opening.plans(store)[0].organisation


def sent(store: Store) -> list[Review]:
    return looking.reviews(store, PlanName(organisation(store), 2568), SECTION)


def choose_status(app: AppTest, status: Status) -> AppTest:
    return app.button_group[0].set_value(status).run()


def enter(app: AppTest, name: str, text: str) -> AppTest:
    return field_of(app, name).input(text).run()


def field_of(app: AppTest, name: str) -> Any:
    return next(field for field in (*app.text_area, *app.text_input) if str(field.key).startswith(f"{name}|"))


def number_of(app: AppTest, name: str) -> Any:
    return next(field for field in app.number_input if str(field.key).startswith(f"{name}|"))


def send_button(app: AppTest) -> Any:
    return next(button for button in app.button if button.key == "send")


def keys(app: AppTest) -> list[str]:
    """The measures and months of the sheet's rows: 4.2-1."""
    return list(rows(app))
