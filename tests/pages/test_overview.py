"""The overview answers first: what it says is what the command line says, and all of it can be pressed."""

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.findings import finding, four_figures, indicator_bars, section_months
from ita_data.findings.counted import Counted
from ita_data.language import gettext as _
from ita_data.metrics import View, year_of
from ita_data.services import looking, opening
from tests.pages.apps import Office, answers, in_office, opened, press_in_answers, reached, tables_with, text_of
from tests.pages.bars import title

ENFORCEMENT, WORKS, ADMINISTRATION = "ฝ่ายเทศกิจ", "ฝ่ายโยธา", "ฝ่ายปกครอง"
VIEWS: list[tuple[int, str | None, bool]] = [
    (6, None, True),
    (3, None, True),
    (12, None, False),
    (6, ENFORCEMENT, True),
    (4, ENFORCEMENT, False),
]
"""Month, section, and whether supporting sections count too."""
DAY = {"as-of": "2025-04-09"}

pytestmark = [pytest.mark.usefixtures("office"), in_office("sample")]


@pytest.fixture(scope="module", params=VIEWS)
def overview(request: pytest.FixtureRequest, office: Office) -> tuple[AppTest, Counted]:
    """The overview with each choice of filters, and its figures, counted apart from the page."""
    month, section, with_supporting = request.param
    app = opened("overview", month=str(month), section=section or "all", roles="all" if with_supporting else "lead")
    snapshot = looking.snapshot(office.store, opening.plans(office.store)[0])
    return app, looking.counted(
        View(year_of(snapshot, opening.office_day(office.store)), month, section, with_supporting)
    )


def test_the_finding_is_the_first_thing_said(overview: tuple[AppTest, Counted]) -> None:
    app, counted = overview
    assert text_of(answers(app), "finding") == [finding(counted)]


def test_each_figure_has_its_window_and_its_denominator(overview: tuple[AppTest, Counted]) -> None:
    app, counted = overview
    shown = answers(app)
    figures = four_figures(counted)
    names = [name for name in text_of(shown, "name") if name in {figure.name for figure in figures}]
    assert names == [figure.name for figure in figures]
    assert text_of(shown, "of") == [figure.of for figure in figures]


def test_who_sent_least_stands_first_with_what_is_missing(overview: tuple[AppTest, Counted]) -> None:
    app, counted = overview
    sections = section_months(counted)
    numbers = [text if text != "–" else "0" for text in text_of(answers(app), "n")][2 : 2 + 2 * len(sections)]
    expected = [f"{number:,}" for each in sections for number in (each.missing, each.older)]
    assert numbers == expected


def test_every_indicator_has_its_bar_least_completed_first(overview: tuple[AppTest, Counted]) -> None:
    app, counted = overview
    pressed = [each.get("data-press") for each in answers(app).iter("button")]
    bars = [name for name in pressed if name and name.startswith("indicator ")]
    assert bars == [f"indicator {row['indicator']}" for row in indicator_bars(counted).rows]


def test_every_button_is_named(overview: tuple[AppTest, Counted]) -> None:
    app, _counted = overview
    for button in answers(app).iter("button"):
        assert button.get("aria-label") or "".join(button.itertext()).strip()


def test_a_section_that_is_pressed_leads_to_its_page_and_an_indicator_to_its_own() -> None:
    app = press_in_answers(reached("overview", **DAY), f"section {WORKS}")
    assert (title(app), app.query_params["section"]) == (f"{_('Sections')} · {WORKS}", WORKS)
    app = press_in_answers(reached("overview", **DAY), "indicator 3")
    assert (title(app), app.query_params["indicator"]) == (_("Indicators"), "3")


def test_a_field_opens_the_reports_behind_it_which_a_copied_link_shows_too() -> None:
    app = press_in_answers(opened("overview", **DAY), f"cell 5 {ENFORCEMENT}")
    assert app.query_params["open"] == f"cell 5 {ENFORCEMENT}"
    copied = opened("overview", **DAY, open=f"cell 5 {ENFORCEMENT}")
    for shown in (app, copied):
        (rows,) = tables_with(shown, _("Counts"))
        assert {row[_("Section")] for row in rows} == {ENFORCEMENT}
        assert {row[_("Month")] for row in rows} == {"ก.พ. 68"}


def test_what_is_missing_stands_first_among_the_reports_behind_a_figure() -> None:
    (rows,) = tables_with(press_in_answers(opened("overview", **DAY), f"cell 3 {ADMINISTRATION}"), _("Counts"))
    is_missing = [row[_("State")].endswith("ขาดรายงาน") for row in rows]
    assert is_missing == sorted(is_missing, reverse=True)
    assert any(is_missing)
    assert not all(is_missing)


@pytest.mark.parametrize(
    ("field", "title"),
    [("completed month 1 5", "1 การปฏิบัติหน้าที่ · ก.พ. 68"), (f"completed section 2 {WORKS}", f"· {WORKS}")],
)
def test_a_field_of_a_crossed_grid_opens_the_measures_behind_it_at_once(field: str, title: str) -> None:
    app = press_in_answers(opened("overview", **DAY), field, "crossed")
    assert not app.exception
    assert app.query_params["open"] == field
    (rows,) = [table for table in tables_with(app, _("Status")) if _("Progress") in table[0]]
    assert {row[_("Code")].split(".")[0] for row in rows} == {field.split()[2]}
    (dialog,) = app.get("dialog")
    assert dialog.proto.dialog.title.endswith(title)


@pytest.mark.parametrize("name", ["received", "on_time", "older", "completed"])
def test_behind_each_figure_stands_its_list_and_its_rule(name: str) -> None:
    behind = opened("overview", **DAY, open=f"figure {name}")
    assert not behind.exception
    assert tables_with(behind, _("Code"))
    assert not opened("overview", **DAY, open=f"rule {name}").exception


@pytest.mark.parametrize("name", ["figure nothing", "cell 13 ฝ่ายโยธา", "cell x", "order nothing", "nothing", "rule "])
def test_an_address_that_names_nothing_opens_nothing(name: str) -> None:
    app = opened("overview", **DAY, open=name)
    assert not app.exception
    assert "open" not in app.query_params
