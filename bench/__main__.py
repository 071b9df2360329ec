"""`python -m bench`: serve three apps side by side, measure them in turn, print medians and ratios.

The dashboard runs on a database of its own with the sample office. A round asks every app once, so that whatever else
the machine does falls on all of them alike. "First time" is a choice whose numbers nobody has asked for since the last
import; "again" is one that somebody has.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import cycle, product
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from bench.browser import choose_next_month, visit
from bench.servers import ROOT, serving
from bench.websocket import Reader, reader
from tests.browser import running_browser
from tests.databases import address_of

APPS = {"empty": "bench/empty/app.py", "charts": "bench/charts/app.py", "overview": "app.py"}
SERVER_ROUNDS = 60
BROWSER_ROUNDS = 11

Timings = Mapping[str, list[float]]


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        environment = {"DATABASE_URL": address_of(Path(folder) / "bench.db")}
        load_sample(environment)
        ports = {name: servers.enter_context(serving(app, environment)) for name, app in APPS.items()}
        _print("Server: from the choice of a month to the last message", on_the_server(ports))
        _print("Browser: from the choice of a month to a page at rest", in_the_browser(ports))


def on_the_server(ports: Mapping[str, int]) -> Timings:
    """What a rerun takes without a browser."""
    with ExitStack() as sessions:
        empty, charts, again, first = (
            sessions.enter_context(reader(ports[app])) for app in ("empty", "charts", "overview", "overview")
        )
        seen = [{"month": month} for month in again.options["month"]]
        for choice in seen:
            again.run(**choice)
        sections, months = first.options["section"], first.options["month"]
        unseen = [{"section": section, "month": month} for section, month in product(sections[2:], months)]
        cases = {
            "empty page": _reruns(empty, cycle({"month": month} for month in empty.options["month"])),
            "three constant charts": _reruns(charts, cycle({"month": month} for month in charts.options["month"])),
            "overview, again": _reruns(again, cycle(seen)),
            "overview, first time": _reruns(first, unseen),
        }
        return _rounds(SERVER_ROUNDS, cases)


def in_the_browser(ports: Mapping[str, int]) -> Timings:
    """What the same takes with a browser that draws it."""
    with running_browser() as browser, ExitStack() as pages, reader(ports["overview"]) as session:
        unseen = session.options["section"][1]
        empty, charts, again, first = (
            pages.enter_context(visit(browser, ports[app], **query))
            for app, query in (("empty", {}), ("charts", {}), ("overview", {}), ("overview", {"section": unseen}))
        )
        cases = {
            "empty page": _choices(empty),
            "three constant charts": _choices(charts),
            "overview, again": _choices(again),
            "overview, first time": _choices(first),
        }
        return _rounds(BROWSER_ROUNDS, cases)


def load_sample(environment: Mapping[str, str]) -> None:
    """Make the database of a measurement, with the sample office in it."""
    for command in (["db", "upgrade"], ["demo"]):
        arguments = [sys.executable, "-m", "ita_data", *command]
        subprocess.check_call(arguments, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)


def _reruns(session: Reader, choices: Iterable[Mapping[str, str]]) -> Iterator[float]:
    for choice in choices:
        yield session.run(**choice)


def _choices(page: Page) -> Iterator[float]:
    while True:
        yield choose_next_month(page)


def _rounds(count: int, cases: Mapping[str, Iterator[float]]) -> Timings:
    timings: dict[str, list[float]] = {name: [] for name in cases}
    for _round in range(count):
        for name, case in cases.items():
            timings[name].append(next(case) * 1000)
    return timings


def _print(title: str, timings: Timings) -> None:
    """Medians, and medians of the ratios within a round."""
    bases = ("empty page", "three constant charts")
    lines = [f"{title}, ms", "", "| page | median | × empty page | × constant charts |", "|---|---|---|---|"]
    for name, values in timings.items():
        ratios = (median(a / b for a, b in zip(values, timings[base], strict=True)) for base in bases)
        lines.append(f"| {name} | {median(values):.0f} | " + " | ".join(f"{ratio:.1f}" for ratio in ratios) + " |")
    sys.stdout.write("\n".join(lines) + "\n\n")


if __name__ == "__main__":
    main()
