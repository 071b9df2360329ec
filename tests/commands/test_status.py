"""`status` on the command line: the numbers of the sample office."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ita_data import metrics
from ita_data.metrics import View, opening_month, year_of
from ita_data.services import looking, opening
from tests.commands.runs import DONE, REFUSED, run, run_json
from tests.databases import address_of

AS_OF = date(2025, 4, 9)


@pytest.fixture(autouse=True)
def sample(sample_office: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[opening.Store]:
    """The sample office."""
    monkeypatch.setenv("DATABASE_URL", address_of(sample_office))
    store = opening.open_store()
    yield store
    store.dispose()


@pytest.mark.parametrize("by", ["indicator", "initiative", "section", "month"])
def test_status_gives_the_numbers_of_the_metrics(sample: opening.Store, by: str) -> None:
    found = run_json("status", "--as-of", AS_OF, "--by", by, "--roles", "lead")
    name = opening.plans(sample)[0]
    snapshot = looking.snapshot(sample, name)
    view = View(year_of(snapshot, AS_OF), opening_month(snapshot, AS_OF))
    for kind in ("completion", "reporting"):
        table = metrics.METRICS[f"{kind}_by_{by}"](view)
        expected = json.loads(table.to_json(orient="records"))
        assert [{key: line[key] for key in table} for line in found["rows"]] == expected
        total = json.loads(metrics.METRICS[kind](view).to_json(orient="records"))[0]
        assert {key: found["total"][key] for key in total} == total
    assert (found["by"], found["as_of"], found["month"]) == (by, "2025-04-09", view.month)


def test_status_shows_every_rate_with_its_denominator() -> None:
    total = run_json("status", "--as-of", AS_OF)["total"]
    result = run("--language", "en", "status", "--as-of", AS_OF)
    assert result.exit_code == DONE
    (line,) = (line for line in result.stdout.splitlines() if line.startswith("Total: "))
    assert f"({total['completed']:,}/{total['applicable']:,})" in line
    assert f"({total['on_time'] + total['late']:,}/{total['due']:,})" in line


def test_status_tells_what_to_follow_up_with_what_it_is_among() -> None:
    counts = run_json("status", "--as-of", AS_OF)["follow_up"]
    result = run("--language", "en", "status", "--as-of", AS_OF)
    assert f"Reports missing: {counts['missing']:,} (of {counts['due']:,} due)" in result.stdout.splitlines()
    assert "Open orders: 0, of which overdue: 0" in result.stdout.splitlines()


def test_status_says_why_measures_are_more_than_those_that_completion_counts() -> None:
    lines = run("--language", "en", "status", "--as-of", AS_OF).stdout.splitlines()
    among = "of 35 measures of indicators, 1 of them not applicable; 30 more await confirmation"
    assert f"Measures without an outcome: 5 ({among})" in lines


def test_status_of_a_section_that_the_plan_does_not_have_is_refused() -> None:
    assert run("status", "--section", "ฝ่ายอื่น").exit_code == REFUSED


def test_status_looks_at_the_months_up_to_the_one_that_is_named() -> None:
    found = run_json("status", "--as-of", AS_OF, "--month", 3, "--by", "month")
    assert (found["month"], [line["month"] for line in found["rows"]]) == (3, [1, 2, 3])


def test_status_takes_a_day_with_a_buddhist_year() -> None:
    assert run_json("status", "--as-of", "2568-04-09") == run_json("status", "--as-of", AS_OF)


def test_status_names_its_rows_as_people_do() -> None:
    lines = run("status", "--as-of", AS_OF, "--by", "month").stdout.splitlines()
    assert "2568" in lines[0]
    assert lines[0].endswith("2025-04-09")
    assert [line.partition(":")[0] for line in lines[1:4]] == ["ต.ค. 67", "พ.ย. 67", "ธ.ค. 67"]
    by_section = run("status", "--as-of", AS_OF, "--by", "section").stdout.splitlines()
    assert by_section[1].startswith("ฝ่ายปกครอง:")


def test_the_sample_office_is_looked_at_on_its_own_day_unless_another_is_named() -> None:
    assert run_json("status")["as_of"] == "2025-04-09"
    assert run_json("status", "--as-of", "2025-01-10")["as_of"] == "2025-01-10"
