"""An office with its report, and what its staff bring."""

from dataclasses import replace
from datetime import date

from ita_data.exports.monthly import monthly_workbook
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Records, Review
from ita_data.model.states import Status
from ita_data.services import importing
from ita_data.services.importing import Preview
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, report_of
from tests.store.office import stored

OFFICE, OTHER_OFFICE = "สำนักงานเขตบางกอกน้อย", "สำนักงานเขตดุสิต"
PLAN = PlanName(OFFICE, 2568)
SECTION = "ฝ่ายปกครอง"
DAY = date(2024, 11, 4)
STAFF = Actor("เจ้าหน้าที่ฝ่ายปกครอง", ActorRole.SECTION_STAFF, SECTION)
REVIEW = Review("1.1", SECTION, 1, Status.IN_PROGRESS, DAY, 50.0, "ร่างประกาศแล้ว")


def plan(store: Store, fiscal_year: int = 2568, office: str = OFFICE) -> Records:
    """What the store holds of a plan of the office."""
    return stored(store, office, fiscal_year)


def monthly(records: Records, *reviews: Review) -> bytes:
    """A section's workbook for October with these reviews."""
    return monthly_workbook(replace(records, reviews=reviews or (REVIEW,)), SECTION, 1)


def preview_month(store: Store, fiscal_year: int = 2568) -> Preview:
    """What the section's workbook for October would change."""
    return importing.preview(store, monthly(plan(store, fiscal_year)), "ต.ค. 67.xlsx", DAY, OFFICE)


def bring_other_office(store: Store) -> None:
    """Import the same report as that of another office."""
    report = report_of(2568).decode().replace(OFFICE, OTHER_OFFICE).encode()
    importing.apply(store, importing.preview(store, report, "report.txt", DAY), COORDINATOR)
