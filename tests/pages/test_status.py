"""A page opened as of a past day shows the numbers that `status` prints for that day."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from ita_data.__main__ import main
from ita_data.commands.pages import PAGES
from ita_data.labels import grid_label, label, pace_label, rounds_label, words
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.decisions import Order, Topic
from ita_data.model.records import EVERY_SECTION
from ita_data.services import editing, opening
from tests.pages.apps import answers, opened, press_in_answers, tables, tables_with, text_of
from tests.pages.conftest import shown_by_pages

DAYS = ("2024-09-15", "2024-12-11", "2025-01-06", "2025-01-07", "2025-04-09", "2025-09-30", "2025-10-01", "2026-02-10")
"""Before the year, after an order, a due date and the day after, in the year, its last day, the next, the next year."""
FINANCE, ENFORCEMENT = "ฝ่ายการคลัง", "ฝ่ายเทศกิจ"
DIRECTOR = "ผู้อำนวยการเขต"
ORDERS = (
    Order(1, 2, FINANCE, "4.2", "ตรวจสอบพัสดุ", date(2024, 12, 31), date(2024, 12, 10), DIRECTOR),
    Order(2, 2, EVERY_SECTION, None, "เร่งรัด", date(2025, 1, 31), date(2024, 12, 10), DIRECTOR,
          "ดำเนินการแล้ว", date(2025, 4, 2), FINANCE),
)  # fmt: skip

Numbers = list[int]
Found = dict[str, Any]


@pytest.fixture(scope="module")
def office(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The sample office, to which the director gave two orders."""
    path = Path(shutil.copy(sample_office, tmp_path_factory.mktemp("status")))
    with shown_by_pages(path) as store:
        (plan,) = opening.plans(store)
        orders = [(None, order) for order in ORDERS]
        editing.save(store, plan, orders, Actor(DIRECTOR, ActorRole.DIRECTOR))
        yield


def status(*options: str) -> Found:
    """What the command prints."""
    result = CliRunner().invoke(main, ["status", *options, "--json"], catch_exceptions=False)
    assert result.exit_code == 0
    found: Found = json.loads(result.stdout)
    return found


def numbers(text: str) -> Numbers:
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)]


def charts(app: AppTest, found: Found, *metrics: str) -> None:
    """The tables under the charts, one after the other."""
    columns = words("column")
    shown = [table for table in tables(app) if set(table[0]) <= set(columns.values())]
    assert len(shown) == len(metrics)
    for name, (headers, *rows) in zip(metrics, shown, strict=True):
        (first, *_others) = found["tables"][name]
        counts = [name for name, value in first.items() if columns.get(name) in headers[1:] and isinstance(value, int)]
        counts = [column for column in counts if column != "month" and "rate" not in column]
        expected = [[f"{row[column]:,}" for column in counts] for row in found["tables"][name]]
        places = [headers.index(columns[column]) for column in counts]
        assert counts
        assert [[row[place] for place in places] for row in rows] == expected


def overdue(app: AppTest, found: Found) -> None:
    """The sections that owe reports."""
    shown = [row for table in tables_with(app, _("Oldest month")) for row in table]
    expected = [[row["section"], row["missing"], row["days_overdue"]] for row in found["tables"]["overdue_by_section"]]
    headers = (_("Reports missing"), _("Days overdue"))
    assert [[row[_("Section")], *(numbers(row[header])[0] for header in headers)] for row in shown] == expected


def overview(app: AppTest, found: Found) -> None:
    first_screen(app, found)
    charts(app, found, "follow_up_by_month", "completion_by_section")
    (shown,) = tables_with(app, _("Initiative"))
    expected = [[row["completed"], row["applicable"]] for row in found["tables"]["completion_by_initiative"]]
    assert [numbers(row[_("Measures completed")])[-2:] for row in shown] == expected


def first_screen(app: AppTest, found: Found) -> None:
    """What the page says first, and what is to be decided."""
    said_first(app, found)
    assert text_of(answers(app), "matter") == [matter["title"] for matter in found["to_decide"]]


def said_first(app: AppTest, found: Found) -> None:
    """The finding and its figures."""
    shown = answers(app)
    assert text_of(shown, "finding") == [found["finding"]]
    assert text_of(shown, "of") == [figure["of"] for figure in found["figures"]]
    values = list(map(words_of, shown.iter("b")))
    assert values[:4] == [figure["value"] for figure in found["figures"]]


def words_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def director(app: AppTest, found: Found) -> None:
    counts = found["follow_up"]
    changed = counts["came"] + counts["corrected"] + counts["withdrawn"]
    expected = {
        Topic.MISSING: [counts["missing"], counts["due"]],
        Topic.LATE: [counts["late"], counts["due"]],
        Topic.STANDSTILL: [counts["standing"], counts["compared"]],
        Topic.GAP: [counts["no_outcome"], counts["of_indicators"]],
        Topic.CHANGES: [changed, counts["came"]],
    }
    *_blocks, lists = answers(app).iter("ol")
    titles = dict(zip(expected, lists, strict=True))
    assert {topic: numbers(words_of(title))[:2] for topic, title in titles.items()} == expected
    said_first(app, found)
    assert {matter["title"] for matter in found["to_decide"]} <= set(text_of(answers(app), "matter"))
    shown = [figure["value"] for figure in found["figures"]]
    assert shown[1:3] == [str(counts["open_orders"]), str(counts["overdue_orders"])]
    press_in_answers(app, f"topic {Topic.MISSING}")
    overdue(app, found)
    for topic, name, header in (
        (Topic.MISSING, "overdue", _("Days overdue")),
        (Topic.LATE, "late", _("Days late")),
    ):
        press_in_answers(app, f"topic {topic}")
        listed = [row for table in tables_with(app, header) for row in table if _("Code") in row]
        rows = found["tables"][name][:100]
        days = "days_overdue" if name == "overdue" else "days_late"
        expected_rows = [[row["section"], row["measure"], f"{row[days]:,}"] for row in rows]
        assert [[row[_("Section")], row[_("Code")], row[header]] for row in listed] == expected_rows


def my_month(app: AppTest, found: Found) -> None:
    (row,) = found["tables"]["owed_by_section"]
    if not row["asked"] + row["waiting"] + row["overdue"]:
        assert _("Nothing has to be reported for this month.") in [each.value for each in app.success]
        return
    said = next(text.value for text in app.markdown if " · " in text.value)
    sent = _("{sent} of {number} reports of the month are sent").format(sent=row["sent"], number=row["asked"])
    waiting = _("{number} reports of earlier months still wait").format(number=row["waiting"])
    assert said.startswith(sent)
    assert said.endswith(waiting) if row["waiting"] else waiting not in said
    overdue = [numbers(each.value) for each in app.warning if each.icon == ":material/notification_important:"]
    assert overdue == ([[row["overdue"]]] if row["overdue"] else [])


def indicators(app: AppTest, found: Found) -> None:
    (shown,) = tables_with(app, _("Follow-up"))
    rows = [row for row in found["tables"]["measure_status"] if row["indicator"] == 1]
    expected = [
        [row["measure"], label("status", row["status"]), "–" if row["progress"] is None else f"{row['progress']:.0f}%"]
        for row in rows
    ]
    statuses = [[row[_("Code")], row[_("Status")].split(" ")[1], row[_("Progress")]] for row in shown]
    assert statuses == expected
    assert [row[_("Rounds")] for row in shown] == [
        rounds_label(row["done"], row["rounds"])
        for row in found["tables"]["rounds_by_measure"]
        if row["indicator"] == 1
    ]
    mine = {row["measure"] for row in rows}
    cells = [row for row in found["tables"]["reporting_by_measure_and_month"] if row["measure"] in mine]
    measures(app, cells)


def measures(app: AppTest, rows: list[dict[str, Any]]) -> None:
    """The grid of the reports on measures by month."""
    buttons = answers(app, "measures").iter("button")
    shown = {each.get("data-press"): "".join(each.itertext()) for each in buttons}
    expected = {f"reports {row['month']} {row['measure']}": grid_label(row) for row in rows if row["expected"]}
    assert {press: text for press, text in shown.items() if str(press).startswith("reports ")} == expected


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("heading", ["4", "ก2"])
@pytest.mark.parametrize("day", ["2024-12-11", "2025-04-09", "2026-02-10"])
def test_an_indicators_finding_and_figures_are_those_of_the_command(heading: str, day: str) -> None:
    app = opened("indicators", **{"as-of": day, "indicator": heading})
    assert not app.exception
    first_screen(app, status("--as-of", day, "--page", "indicators", "--indicator", heading))


def sections(app: AppTest, found: Found) -> None:
    first_screen(app, found)
    if found["section"] is None:
        charts(app, found, "reporting_by_section", "completion_by_section")
        return
    owed = [row for table in tables_with(app, _("Days overdue")) for row in table]
    expected = [[row["measure"], row["text"], f"{row['days_overdue']:,}"] for row in found["tables"]["overdue"]]
    assert [[row[_("Code")], row[_("Measure")], row[_("Days overdue")]] for row in owed] == expected
    mine = [row for table in tables_with(app, _("Next report due on")) for row in table]
    assert [[row[_("Code")], row[_("Status")].split(" ")[1]] for row in mine] == [
        [row["measure"], label("status", row["status"])] for row in found["tables"]["measure_status"]
    ]
    assert [row[_("Rounds")] for row in mine] == [
        rounds_label(row["done"], row["rounds"]) for row in found["tables"]["rounds_by_measure"]
    ]


def months(app: AppTest, found: Found) -> None:
    first_screen(app, found)
    charts(app, found, "follow_up_by_month", "rates_by_month")
    measures(app, found["tables"]["reporting_by_measure_and_month"])
    row = found["tables"]["pace_by_month"][-1]
    assert any(pace_label(row["pace"], row["is_target"]) in caption.value for caption in app.caption)


COMPARED: dict[str, Callable[[AppTest, Found], None]] = {
    "overview": overview,
    "director": director,
    "my_month": my_month,
    "indicators": indicators,
    "sections": sections,
    "months": months,
}


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_the_numbers_of_the_command_for_any_past_day(page: str, day: str) -> None:
    section = ["--section", FINANCE] if page == "my_month" else []
    app = opened(page, **{"as-of": day, "plan-order": "on"}, **({"section": FINANCE} if section else {}))
    assert not app.exception
    COMPARED[page](app, status("--as-of", day, "--page", page, *section))


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("roles", ["lead", "all"])
@pytest.mark.parametrize("page", ["overview", "director", "sections"])
def test_a_sections_numbers_are_those_of_its_page(page: str, roles: str) -> None:
    choices = {"section": ENFORCEMENT, "month": "5", "roles": roles}
    options = [part for name, choice in choices.items() for part in (f"--{name}", choice)]
    found = status("--as-of", "2025-03-10", "--page", page, *options)
    app = opened(page, **{"as-of": "2025-03-10"}, **choices)
    (first_screen if page == "overview" else COMPARED[page])(app, found)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_read_as_text(page: str) -> None:
    result = CliRunner().invoke(main, ["status", "--as-of", "2025-04-09", "--page", page], catch_exceptions=False)
    assert result.exit_code == 0
    assert not re.search(r"[a-z]_[a-z]|None|\bnan\b", result.stdout)


def test_every_page_with_numbers_is_compared() -> None:
    assert set(COMPARED) == set(PAGES)
