"""The grid of measures and months leads to the reports behind each field."""

import pytest

from ita_data.language import gettext as _
from ita_data.metrics import View, expected_cells, year_of
from ita_data.services import clock, looking, opening
from tests.pages.apps import Office, click, in_office, opened, tables

GRID = "reporting_by_measure_and_month"

pytestmark = in_office("sample")


@pytest.mark.usefixtures("office")
def test_before_a_click_a_hint_says_what_a_click_does() -> None:
    hints = [info.value for info in opened("months").info]
    assert hints == [_("Click a field of the grid to see the reports behind it.")]


@pytest.mark.parametrize("page", ["months", "indicators"])
def test_a_click_on_a_field_shows_the_reports_behind_it(office: Office, page: str) -> None:
    app = click(opened(page, month="6", indicator="1"), GRID, ["1.2", 3])
    assert app.subheader[-1 if page == "months" else -2].value == "1.2 · ธ.ค. 67"
    assert [row[0] for row in tables(app)[-1][1:]] == sections_expected(office, "1.2", 3)


def sections_expected(office: Office, measure: str, month: int) -> list[str]:
    """The sections whose report on a measure was expected for a month."""
    plan = opening.plans(office.store)[0]
    snapshot = looking.snapshot(office.store, plan.organisation, plan.fiscal_year)
    cells = expected_cells(View(year_of(snapshot, clock.today()), 6, with_supporting=True))
    return cells.loc[(cells["measure"] == measure) & (cells["month"] == month), "section"].tolist()
