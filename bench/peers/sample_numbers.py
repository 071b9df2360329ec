"""The sample office's numbers as two plain tables, as somebody would give them to another product."""

from collections.abc import Mapping
from pathlib import Path

from ita_data.metrics.year import year_of
from ita_data.services import clock, looking, opening

REPORTS, STATUSES = "reports.csv", "statuses.csv"
_OF_REPORTS = ["indicator", "section", "month", "state"]
_OF_STATUSES = ["indicator", "measure", "month", "status"]


def put_numbers(environment: Mapping[str, str], folder: Path) -> None:
    """Write what became of every expected report, and the status of every measure in every month."""
    store = opening.open_store(environment["DATABASE_URL"])
    (plan,) = opening.plans(store)
    year = year_of(looking.snapshot(store, plan, clock.SAMPLE_DAY), clock.SAMPLE_DAY)
    store.dispose()
    year.cells[_OF_REPORTS].to_csv(folder / REPORTS, index=False)
    statuses = year.office_statuses[_OF_STATUSES].dropna(subset="indicator")
    statuses.to_csv(folder / STATUSES, index=False)
