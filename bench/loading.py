"""`python -m bench.loading [COMMIT]`: a first load of the overview, beside an earlier version and other products.

Every load begins with an empty browser; each page is loaded in turn, as fast as the machine can and at 5 Mbit/s. Bytes
are what came over the line, with the websocket. "Answer" is when the first figures stand there, "charts" when plotly
drew the last one. The earlier version is that of COMMIT, 0.2.0 if none is named, with an office of its own.
"""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median
from tarfile import open as open_tar
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, CDPSession

from bench.offices import load_sample, sample_office
from bench.peers.dash_charts import serving_dash
from bench.peers.environments import PeerMissingError
from bench.rounds import table
from bench.servers import ROOT, served
from tests.browser import running_browser
from tests.databases import address_of

ROUNDS = 2
LINES = {"unlimited": -1, "5 Mbit/s": 5_000_000 // 8}
OURS, BEFORE, DASH = "this version", "version before", "Dash"
_WATCH = """(() => {
  const seen = { answer: 0, charts: 0, drawn: 0 };
  window.seen = seen;
  const look = () => {
    const drawn = document.querySelectorAll(".js-plotly-plot:has(.main-svg)").length;
    const answer = document.querySelector(".answers, [data-testid=stMetricValue], .js-plotly-plot .main-svg");
    if (answer && !seen.answer) seen.answer = performance.now();
    if (drawn > seen.drawn) Object.assign(seen, { drawn, charts: performance.now() });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""
_ALL_DRAWN = "window.seen.drawn > 0 && performance.now() - window.seen.charts > 3000"
_PATIENCE_MS = 90_000


@dataclass
class Load:
    """One first load: its bytes and requests, and milliseconds to the answer and to the charts."""

    size: int = 0
    requests: int = 0
    answer: float = 0.0
    charts: float = 0.0


def main(commit: str = "") -> None:
    """Measure and print."""
    with ExitStack() as running:
        ports = {OURS: running.enter_context(_ours(ROOT)), BEFORE: running.enter_context(_version(commit))}
        office = running.enter_context(sample_office())
        try:
            ports[DASH] = running.enter_context(serving_dash(office)).port
        except (PeerMissingError, RuntimeError) as error:
            sys.stdout.write(f"{DASH} is left out: {error}\n\n")
        browser = running.enter_context(running_browser())
        for line, speed in LINES.items():
            loads: dict[str, list[Load]] = {name: [] for name in ports}
            for _round in range(ROUNDS):
                for name, port in ports.items():
                    loads[name].append(_load(browser, port, speed))
            sys.stdout.write(_table(f"First load, {line}", loads))


@contextmanager
def _ours(root: Path) -> Iterator[int]:
    """The version in a folder, with a sample office that it made itself."""
    with TemporaryDirectory() as folder:
        environment = {"DATABASE_URL": address_of(Path(folder) / "bench.db")}
        load_sample(environment, root)
        with served("app.py", environment, root=root) as server:
            yield server.port


@contextmanager
def _version(commit: str) -> Iterator[int]:
    with TemporaryDirectory() as folder:
        archive = _git("archive", commit or _of_the_release("## 0.2.0"))
        with open_tar(fileobj=BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        with _ours(Path(folder)) as port:
            yield port


def _of_the_release(heading: str) -> str:
    """The commit that brought a heading of the changelog."""
    found = _git("log", "--format=%H", f"-S{heading}", "--", "CHANGELOG.md").decode().split()
    return found[-1]


def _git(*arguments: str) -> bytes:
    return subprocess.check_output(["git", *arguments], cwd=ROOT)


def _load(browser: Browser, port: int, speed: int) -> Load:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.add_init_script(_WATCH)
    load = _watched(context.new_cdp_session(page), speed)
    page.goto(f"http://127.0.0.1:{port}/", timeout=_PATIENCE_MS)
    page.wait_for_function(_ALL_DRAWN, timeout=_PATIENCE_MS)
    page.wait_for_load_state("networkidle")
    seen: Mapping[str, float] = page.evaluate("window.seen")
    load.answer, load.charts = seen["answer"], seen["charts"]
    context.close()
    return load


def _watched(session: CDPSession, speed: int) -> Load:
    """A load that counts what comes over the line from now on, at so many bytes a second."""
    load = Load()

    def take(event: Mapping[str, Any]) -> None:
        load.size += int(event["encodedDataLength"])
        load.requests += 1

    def take_frame(event: Mapping[str, Any]) -> None:
        frame = event["response"]
        # What is not text comes as base64.
        load.size += len(frame["payloadData"]) * 3 // 4 if frame["opcode"] == 2 else len(frame["payloadData"])

    session.on("Network.loadingFinished", take)
    session.on("Network.webSocketFrameReceived", take_frame)
    session.send("Network.enable")
    conditions = {"offline": False, "latency": 0, "downloadThroughput": speed, "uploadThroughput": speed}
    session.send("Network.emulateNetworkConditions", conditions)
    return load


def _table(title: str, loads: Mapping[str, list[Load]]) -> str:
    headers = ("page", "MB", "requests", "answer ms", "charts ms", "charts, ours × of it")
    rows = []
    for name, found in loads.items():
        ratios = [ours.charts / other.charts for ours, other in zip(loads[OURS], found, strict=True)]
        rows.append(
            [
                name,
                f"{median(load.size for load in found) / 1e6:.2f}",
                f"{median(load.requests for load in found):.0f}",
                f"{median(load.answer for load in found):.0f}",
                f"{median(load.charts for load in found):.0f}",
                f"{median(ratios):.2f}",
            ]
        )
    return table(title, headers, rows)


if __name__ == "__main__":
    main(*sys.argv[1:2])
