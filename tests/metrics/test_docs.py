"""The worked examples of docs/metrics.md, read out of the page and worked by the functions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from ita_data.metrics import (
    METRICS,
    View,
    closing_day,
    completion,
    expected_cells,
    measure_status,
    month_to_report,
    opening_month,
    year_of,
)
from ita_data.metrics.asking import asking_of
from ita_data.model.cadence import Cadence, due_months
from ita_data.model.changes import Action, Change
from ita_data.model.closing import closed_cells
from ita_data.model.decisions import Closing, Order
from ita_data.model.due import due_on
from ita_data.model.known import known_on
from ita_data.model.news import days_since_last_meeting
from ita_data.model.pace import Targets, pace_of, targets_of
from ita_data.model.periods import FiscalMonth, due_date
from ita_data.model.planning.changes import changes_of
from ita_data.model.records import Assignment, Exemption, LinkState, Record, Review, Role
from ita_data.model.rules import Holiday, Rules, rules_in
from ita_data.model.scores import INSTRUMENTS, band_of, from_weighted, published, weighted_total
from ita_data.model.states import Status, cell_state
from tests.plans import (
    ADMINISTRATION,
    HOLIDAYS,
    WORKS,
    lead,
    link,
    measure,
    outcome,
    plan_of,
    records_of,
    review,
    section,
    supporting,
)

PAGE = Path(__file__).parents[2] / "docs" / "metrics.md"
MONTHS = ("Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep")
RATES = ("reporting_rate", "on_time_rate", "completion", "reporting_target", "on_time_target", "pace")
DASH = "–"
SECTION = section("ฝ่ายปกครอง")

Row = dict[str, str]


@dataclass(frozen=True)
class Example:
    """A table of the page with the words that introduce it: a function's name, then what is looked at."""

    name: str
    words: str
    rows: list[Row]

    @property
    def is_whole(self) -> bool:
        return "among others" not in self.words


def tables() -> Iterator[tuple[str, list[Row]]]:
    """Every table of the page, with the paragraph before it."""
    paragraphs = PAGE.read_text(encoding="utf-8").split("\n\n")
    for before, paragraph in zip(paragraphs, paragraphs[1:], strict=False):
        if paragraph.startswith("|"):
            headers, _, *lines = [re.split(r"\s*\|\s*", line.strip("| ")) for line in paragraph.strip().splitlines()]
            yield before, [dict(zip(headers, line, strict=True)) for line in lines]


def examples() -> Iterator[Example]:
    for before, rows in tables():
        if introduced := re.fullmatch(r"`(\w+)`(.*)", before):
            yield Example(introduced[1], introduced[2], rows)


def office() -> Iterator[Record | tuple[Record, ...]]:
    """The records of the page's example office."""
    for _, rows in tables():
        for row in rows:
            match list(row):
                case ["section", "came into being"]:
                    begins_on = day(row["came into being"])
                    yield section(row["section"], begins_on.isoformat() if begins_on else None)
                case ["measure", "what the office does", *_]:
                    yield measure(row["measure"], Cadence(coded(row["followed up"])), text=row["what the office does"])
                    yield lead(row["measure"], *names(row["lead"]))
                    yield supporting(row["measure"], *names(row["supporting"]))
                case ["review of", *_]:
                    received_on = day(row["received on"]).isoformat()
                    progress = None if row["progress"] == DASH else float(row["progress"])
                    status = Status(coded(row["status"]))
                    yield review(row["review of"], row["by"], number(row["for"]), received_on, status, progress)
                case ["outcome", *_]:
                    done_on = day(row["done on"])
                    yield outcome(row["outcome"], done_on.isoformat() if done_on else None)
                    yield link(row["outcome"], row["answers"], LinkState(row["link"]))


def view_of(words: str) -> View:
    """The view that an example's words describe."""
    month = number(re.search(r"October to (\w{3})", words)[1])
    as_of = day(re.search(r"as known on (\d+ \w+ \d+)", words)[1])
    named = re.search(r"(ฝ่าย\S+?)[,\s]", f"{words} ")
    plan = OFFICE_OF_ALL if "of whom reports are expected" in words else OFFICE
    return View(year_of(plan, as_of), month, named[1] if named else None, "lead and supporting" in words)


def as_written(table: pd.DataFrame, headers: list[str]) -> list[Row]:
    """A table's columns as the page writes them."""
    columns = {header: header.replace(" ", "_") for header in headers}
    return [{header: written(row[name], name) for header, name in columns.items()} for row in table.to_dict("records")]


def written(value: object, column: str) -> str:
    if pd.isna(value):
        return DASH
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if column in ("month", "fiscal_month", "latest_month"):
        return MONTHS[value - 1]
    if column in RATES:
        return f"{written(round(value * 100, 1), 'percent')} %"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value).replace("_", " ") if column in ("status", "state", "gap", "motion") else str(value)


def coded(words: str) -> str:
    return words.replace(" ", "_").replace("-", "_")


def names(cell: str) -> list[str]:
    return [] if cell == DASH else cell.split(", ")


def number(month: str) -> int:
    return MONTHS.index(month) + 1


def day(cell: str) -> date | None:
    return None if cell == DASH else datetime.strptime(cell, "%d %B %Y").date()  # noqa: DTZ007


EXAMPLES = list(examples())
OFFICE = plan_of(*office())
OFFICE_OF_ALL = plan_of(*office(), rules=Rules(expects_supporting=True))
"""The same office, where supporting sections report too."""


def span(cell: str) -> tuple[int | None, int | None]:
    """The months of "Nov to Jan"; none where there is a dash."""
    first, _, last = cell.partition(" to ")
    return (None, None) if cell == DASH else (number(first), number(last))


def truth(row: Row) -> str:
    """The state of the one cell that a row of the truth table is about."""
    cadence, _, named = row["followed up"].partition(" in ")
    first_month, last_month = span(row["active"])
    begun, day_of_change = re.fullmatch(r"(from|until|–) ?(.*)", row["section"]).groups()
    changes_on = day(day_of_change or DASH)
    month, status = number(row["month"]), row["status"]
    plan = [
        replace(
            SECTION, begins_on=changes_on if begun == "from" else None, ends_on=changes_on if begun == "until" else None
        ),
        replace(
            measure("1.1", Cadence(coded(cadence)), number(named) if named else None),
            first_month=first_month,
            last_month=last_month,
        ),
        Assignment("1.1", SECTION.name, Role.LEAD, *span(row["assigned"])),
    ]
    if row["received on"] != DASH:
        plan.append(received(month, Status(coded(status)), row["received on"], row["corrected on"]))
    if decided_on := day(row["exempt from"]):
        plan.append(Exemption("1.1", SECTION.name, month, "ปิดปรับปรุงสำนักงาน", decided_on))
    cells = expected_cells(View(year_of(plan_of(*plan), day(row["seen on"]))))
    states = cells.loc[cells["month"] == month, "state"].tolist()
    return states[0].replace("_", " ") if states else "not expected"


def received(month: int, status: Status, first: str, corrected: str) -> Review:
    """The stored review of a cell after all that was sent for it."""
    sent = review("1.1", SECTION.name, month, day(first).isoformat(), status)
    if corrected == DASH:
        return sent
    stored = records_of(replace(sent, status=Status.IN_PROGRESS))
    again = records_of(replace(sent, received_on=day(corrected)))
    return next(change.after for change in changes_of(stored, again, 0).changes if change.record.kind == Review.kind)


def rows_of(name: str) -> list[Row]:
    return next(example.rows for example in EXAMPLES if example.name == name)


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_has_a_worked_example(name: str) -> None:
    assert name in {example.name for example in EXAMPLES}


@pytest.mark.parametrize(
    "example", [example for example in EXAMPLES if example.name in METRICS], ids=lambda example: example.name
)
def test_a_worked_example_is_what_the_metric_says(example: Example) -> None:
    table = METRICS[example.name](view_of(example.words))
    rows = as_written(table, list(example.rows[0]))

    assert example.rows == (rows if example.is_whole else [row for row in rows if row in example.rows])


@pytest.mark.parametrize("row", rows_of("truth"), ids=lambda row: " · ".join(row.values()))
def test_every_row_of_the_truth_table_holds(row: Row) -> None:
    assert truth(row) == row["state"]


def owing(row: Row) -> list[str]:
    """The months until March that owe a report of the one measure that a row of the table is about."""
    final_from_month = None if row["final from"] == DASH else number(row["final from"])
    plan = [replace(measure("1.1"), final_from_month=final_from_month), lead("1.1", SECTION.name)]
    plan += [
        review("1.1", SECTION.name, number(month), status=Status(coded(row[month])))
        for month in ("Oct", "Nov", "Dec", "Jan")
        if row[month] != DASH
    ]
    if row["link"] != DASH:
        plan += [outcome("1.1", "2024-11-15"), link("1.1", "1.1", LinkState(row["link"]))]
    cells = expected_cells(View(year_of(plan_of(SECTION, *plan), date(2025, 9, 30)), number("Mar")))
    return [MONTHS[month - 1] for month in cells["month"]]


def voted(row: Row) -> View:
    """A plan of the one measure that a row of the table of votes is about."""
    spans = {"leads": (None, None), "supports": (None, None), "until Dec": (None, 3), "from Jan": (4, None)}
    plan: list[Record] = []
    for name, said in (("ฝ่ายปกครอง", row["says"]), ("ฝ่ายโยธา", row["the other says"])):
        role = Role.SUPPORTING if row[name] == "supports" else Role.LEAD
        plan.append(Assignment("1.1", name, role, *spans[row[name]]))
        if said != DASH:
            plan.append(review("1.1", name, 3 if row[name] == "until Dec" else 4, status=Status(coded(said))))
    if row["link"] != DASH:
        plan += [outcome("1.1", "2024-11-15"), link("1.1", "1.1", LinkState(row["link"]))]
    return View(year_of(plan_of(measure("1.1"), *plan), date(2025, 9, 30)), number("Jan"))


@pytest.mark.parametrize("row", rows_of("votes"), ids=lambda row: " · ".join(row.values()))
def test_what_the_votes_of_lead_sections_make_of_a_measure(row: Row) -> None:
    assert measure_status(voted(row))["status"].tolist() == [coded(row["status"])]


def exempt(row: Row) -> View:
    """A plan of the one measure that a row of the table is about."""
    first, last = span(row["exempt"])
    months = range(first, last + 1) if first else ()
    plan = [Exemption("1.1", SECTION.name, month, "ปิดปรับปรุงสำนักงาน", day(row["decided on"])) for month in months]
    if row["Oct"] != DASH:
        plan.append(review("1.1", SECTION.name, 1, status=Status(coded(row["Oct"]))))
    if row["link"] != DASH:
        plan += [outcome("1.1", "2024-11-15"), link("1.1", "1.1", LinkState(row["link"]))]
    snapshot = plan_of(SECTION, measure("1.1"), lead("1.1", SECTION.name), *plan)
    return View(year_of(snapshot, day(row["seen on"])), number("Dec"))


@pytest.mark.parametrize("row", rows_of("exempt_all_year"), ids=lambda row: " · ".join(row.values()))
def test_what_is_exempt_all_year_is_in_no_denominator(row: Row) -> None:
    view = exempt(row)

    assert measure_status(view)["status"].tolist() == [coded(row["status"])]
    assert completion(view)["applicable"].tolist() == [int(row["applicable"])]


def retired_plan(row: Row) -> View:
    """The one measure that a row of the table is about, up to March."""
    from_month = None if row["retired from"] == DASH else number(row["retired from"])
    plan = [replace(measure("1.1"), retired_from_month=from_month), lead("1.1", SECTION.name)]
    plan += [
        review("1.1", SECTION.name, number(month), status=Status(coded(row[month])))
        for month in ("Oct", "Nov", "Dec")
        if row[month] != DASH
    ]
    return View(year_of(plan_of(SECTION, *plan), date(2025, 9, 30)), number("Mar"))


def targets_by(cell: str) -> Targets:
    """The targets of "Dec 30, Mar 60"."""
    given = {number(month): int(percent) for month, percent in map(str.split, names(cell))}
    return targets_of(given.get(number(month)) for month in MONTHS)


@pytest.mark.parametrize("row", rows_of("final"), ids=lambda row: " · ".join(row.values()))
def test_what_a_completed_measure_owes(row: Row) -> None:
    assert owing(row) == names(row["owes"])


@pytest.mark.parametrize("row", rows_of("retired"), ids=lambda row: " · ".join(row.values()))
def test_what_a_retired_measure_owes(row: Row) -> None:
    view = retired_plan(row)
    by_month = METRICS["completion_by_month"](view)
    applicable = by_month.loc[by_month["applicable"] == 1, "month"]

    assert [MONTHS[month - 1] for month in expected_cells(view)["month"]] == names(row["owes"])
    assert [MONTHS[month - 1] for month in applicable] == names(row["applicable in"])


@pytest.mark.parametrize("row", rows_of("pace_of"), ids=lambda row: " · ".join(row.values()))
def test_where_completion_should_stand(row: Row) -> None:
    pace = pace_of(targets_by(row["targets"]), number(row["starts in"]), number(row["month"]))

    assert written(pace.share, "pace") == row["pace"]
    assert ("target" if pace.is_target else "time") == row["by"]


@pytest.mark.parametrize("row", rows_of("due_months"), ids=lambda row: row["followed up"])
def test_the_months_of_each_cadence(row: Row) -> None:
    months = [MONTHS[month - 1] for month in due_months(Cadence(coded(row["followed up"])))]

    assert names(row["months"]) == months


@pytest.mark.parametrize("row", rows_of("due_date"), ids=lambda row: f"{row['due day']} {row['month']}")
def test_the_due_date_of_a_month(row: Row) -> None:
    plan = plan_of(rules=Rules(due_day=int(row["due day"])))
    due_dates = dict(plan.months[["month", "due_on"]].values)

    assert day(row["due on"]) == due_dates[number(row["month"])]


@pytest.mark.parametrize("row", rows_of("due_on"), ids=lambda row: " · ".join(row.values()))
def test_the_due_date_by_another_due_day_and_a_holiday_of_the_office(row: Row) -> None:
    records = records_of(Holiday(date(2025, 1, 6), "วันหยุดพิเศษ"), rules=Rules(int(row["due day"])))

    assert due_on(records, FiscalMonth(2568, number(row["month"])), HOLIDAYS) == day(row["due on"])


@pytest.mark.parametrize("row", rows_of("rules_in"), ids=lambda row: row["month"])
def test_rules_hold_from_a_month_on(row: Row) -> None:
    rules, month = (Rules(), Rules(10, expects_supporting=True, from_month=4)), number(row["month"])
    plan = plan_of(measure("1.1"), lead("1.1", ADMINISTRATION), supporting("1.1", WORKS), rules=rules)
    cells = expected_cells(View(year_of(plan, date(2025, 9, 30)), with_supporting=True))
    cells = cells[cells["month"] == month]

    assert MONTHS[rules_in(rules, month).from_month - 1] == row["rules from"]
    assert set(cells["due_on"]) == {day(row["due on"])}
    assert cells["section"].tolist() == names(row["owed by"])


@pytest.mark.parametrize("row", rows_of("starts_in"), ids=lambda row: " · ".join(row.values()))
def test_nothing_is_expected_before_the_follow_up_starts(row: Row) -> None:
    rules = Rules(starts_in_month=number(row["follow-up starts in"]))
    plan = plan_of(measure("1.1", Cadence(coded(row["followed up"]))), lead("1.1", ADMINISTRATION), rules=rules)
    cells = expected_cells(View(year_of(plan, date(2025, 10, 30))))

    assert [MONTHS[month - 1] for month in cells["month"]] == names(row["owed for"])


@pytest.mark.parametrize("row", rows_of("asking_of"), ids=lambda row: " · ".join(row.values()))
def test_what_a_plan_asks_for(row: Row) -> None:
    supports = row["supporting sections"] == "yes"
    rules = Rules(expects_supporting=supports, starts_in_month=number(row["follow-up starts in"]))
    codes = ("1.1", "1.2", "1.3")
    plan = plan_of(
        *map(measure, codes),
        measure("1.4", Cadence.QUARTERLY),
        *(lead(code, ADMINISTRATION) for code in (*codes, "1.4")),
        *(supporting(code, WORKS) for code in codes[:2]),
        rules=rules,
    )
    asking = asking_of(year_of(plan, date(2024, 12, 10)))

    assert (asking.reports, asking.in_year) == (int(row["a usual month"]), int(row["in the year"]))
    assert (asking.sections, asking.missing) == (int(row["sections"]), int(row["missing"]))


@pytest.mark.parametrize("row", rows_of("changed_days"), ids=lambda row: " · ".join(row.values()))
def test_the_closed_months_that_the_days_of_a_section_change(row: Row) -> None:
    sides = [
        replace(SECTION, begins_on=day(row[f"{side} there from"]), ends_on=day(row[f"{side} there until"]))
        for side in ("was", "is")
    ]
    december = Closing(3, date(2025, 1, 7), "ผอ.เขต", 1, "{}", "")

    cells = closed_cells(
        [Change(Action.CHANGED, *sides)], replace(records_of(lead("1.1", SECTION.name)), closings=(december,))
    )

    assert [MONTHS[month - 1] for _section, month in cells] == names(row["closed months that change"])


@pytest.mark.parametrize("row", rows_of("cell_state"), ids=lambda row: row["state"])
def test_the_state_of_a_cell(row: Row) -> None:
    status = None if row["status"] == DASH else Status(coded(row["status"]))

    assert cell_state(day(row["seen on"]), day(row["due on"]), day(row["received on"]), status) == coded(row["state"])


@pytest.mark.parametrize("row", rows_of("opening_month"), ids=lambda row: row["today"])
def test_the_month_on_which_a_page_opens(row: Row) -> None:
    assert opening_month(OFFICE, day(row["today"])) == number(row["opens on"])


@pytest.mark.parametrize("row", rows_of("month_to_report"), ids=lambda row: row["today"])
def test_the_month_that_a_section_is_to_report_now(row: Row) -> None:
    view = View(year_of(OFFICE, day(row["today"])), section=SECTION.name, with_supporting=True)

    assert month_to_report(view) == number(row["opens on"])


@pytest.mark.parametrize("row", rows_of("days_since_last_meeting"), ids=lambda row: f"{row['month']} {row['seen on']}")
def test_the_days_since_the_last_meeting(row: Row) -> None:
    month, seen_on = FiscalMonth(2568, number(row["month"])), day(row["seen on"])
    meetings = {FiscalMonth(2568, 3): date(2025, 1, 9), FiscalMonth(2568, 4): date(2025, 2, 12)}
    known = {each: held_on for each, held_on in meetings.items() if held_on <= seen_on}
    last_due_on = due_date(month.previous, 5, HOLIDAYS)

    expected = day(row["new is what came after"]), day(row["up to"])
    assert days_since_last_meeting(month, seen_on, known, last_due_on) == expected


@pytest.mark.parametrize("row", rows_of("order"), ids=lambda row: row["seen on"])
def test_an_order_as_of_a_past_day(row: Row) -> None:
    given_on, closed_on = date(2024, 12, 10), date(2025, 4, 2)
    given = Order(1, 2, SECTION.name, None, "ส่งให้ครบ", date(2024, 12, 31), given_on, "ผอ.เขต", "ครบแล้ว", closed_on)
    found = [order.answer for order in known_on([given], day(row["seen on"]))]

    assert row["is"] == {"": "open", "ครบแล้ว": "closed"}[found[0]] if found else row["is"] == "not given"


@pytest.mark.parametrize("row", rows_of("closing_day"), ids=lambda row: row["looked at on"])
def test_the_day_as_of_which_a_year_stands_beside_another_one(row: Row) -> None:
    assert closing_day(OFFICE, day(row["looked at on"])) == day(row["as known on"])


def points_of(row: Row) -> dict[str, Decimal]:
    return {name: Decimal(row[name]) for name in INSTRUMENTS if row[name] != DASH}


def come_to(points: dict[str, Decimal]) -> list[str]:
    """The total and the band as the page writes them."""
    total, band = weighted_total(points), band_of(2567, points)
    return [DASH if total is None else str(total), band or DASH]


@pytest.mark.parametrize("row", rows_of("band_of"), ids=lambda row: " · ".join(row.values()))
def test_the_band_of_a_years_scores(row: Row) -> None:
    assert come_to(points_of(row)) == [row["total"], row["band"]]


@pytest.mark.parametrize("row", rows_of("from_weighted"), ids=lambda row: " · ".join(row.values()))
def test_the_points_of_100_behind_weighted_ones(row: Row) -> None:
    points = from_weighted(points_of(row))
    assert [str(published(points[name])) for name in INSTRUMENTS] == [row[f"{name} of 100"] for name in INSTRUMENTS]
    assert come_to(points) == [row["total"], row["band"]]


def test_every_introduced_table_of_the_page_is_tested() -> None:
    others = {
        "asking_of",
        "due_months",
        "due_date",
        "due_on",
        "rules_in",
        "starts_in",
        "changed_days",
        "cell_state",
        "truth",
        "real_assignments",
        "final",
        "votes",
        "exempt_all_year",
        "retired",
        "pace_of",
        "opening_month",
        "month_to_report",
        "order",
        "days_since_last_meeting",
        "closing_day",
        "band_of",
        "from_weighted",
    }

    assert {example.name for example in EXAMPLES} == METRICS.keys() | others
