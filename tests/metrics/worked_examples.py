"""The worked examples of docs/metrics.md, read out of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pandas as pd

from ita_data.metrics import View, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.records import LinkState, Record
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from tests.plans import lead, link, measure, outcome, plan_of, review, section, supporting

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


def span(cell: str) -> tuple[int | None, int | None]:
    """The months of "Nov to Jan"; none where there is a dash."""
    first, _, last = cell.partition(" to ")
    return (None, None) if cell == DASH else (number(first), number(last))


EXAMPLES = list(examples())
OFFICE = plan_of(*office())
OFFICE_OF_ALL = plan_of(*office(), rules=Rules(expects_supporting=True))
"""The same office, where supporting sections report too."""


def rows_of(name: str) -> list[Row]:
    return next(example.rows for example in EXAMPLES if example.name == name)
