"""`python -m bench.changing`: from the choice of a month to a page at rest, in a browser and beside other products.

All show the same office, and in a round every one is asked for the same month, each in turn. A product that can't be
installed here is passed over.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from statistics import median

from playwright.sync_api import Browser

from bench.browser import DASH, Visit, visit
from bench.offices import sample_office
from bench.peers.dash_charts import serving_dash
from bench.peers.environments import PeerMissingError
from bench.rounds import Timings, ratio, rounds, table
from bench.servers import Server, served
from bench.websocket import look_at_every_month
from tests.browser import running_browser

ROUNDS = 8
OURS, EMPTY = "this product", "empty page"

Serving = Callable[[Mapping[str, str]], AbstractContextManager[Server]]
PEERS: Mapping[str, tuple[Serving, Callable[[Browser, int], AbstractContextManager[Visit]]]] = {
    EMPTY: (lambda environment: served("bench/empty/app.py", environment), visit),
    OURS: (lambda environment: served("app.py", environment), visit),
    "Dash": (serving_dash, lambda browser, port: visit(browser, port, DASH)),
}


def main() -> None:
    """Measure and print."""
    with sample_office() as environment, running_browser() as browser, ExitStack() as running:
        visits = dict(_visits(environment, browser, running))
        timings = rounds(ROUNDS, {name: each.choose_next_month for name, each in visits.items()})
    sys.stdout.write(_table(timings))


def _visits(environment: Mapping[str, str], browser: Browser, running: ExitStack) -> Iterator[tuple[str, Visit]]:
    for name, (serving, opening) in PEERS.items():
        try:
            server = running.enter_context(serving(environment))
        except (PeerMissingError, RuntimeError) as error:
            sys.stdout.write(f"{name} is left out: {error}\n\n")
            continue
        if name == OURS:
            look_at_every_month(server.port)
        yield name, running.enter_context(opening(browser, server.port))


def _table(timings: Timings) -> str:
    rows = [
        [name, f"{median(times) * 1000:.0f}", f"{ratio(timings, OURS, name):.2f}"] for name, times in timings.items()
    ]
    return table("Browser: from the choice of a month to a page at rest", ("page", "ms", "ours × of it"), rows)


if __name__ == "__main__":
    main()
