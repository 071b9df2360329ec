"""`python -m bench.pages [PAGE …]`: what a run of every page takes on the server, beside one of the empty page.

"First" is the first run after a report was corrected, for which everything is read and counted anew; "another month"
is the first look at another month after that, for which the year is known already; "again" is the first question once
more. All are the time of the server's processor, for all the work is done in its one process.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle
from statistics import median

from bench.offices import sample_office, write
from bench.rounds import ratio, table
from bench.servers import Server, served
from bench.websocket import Reader, reader

ROUNDS = 9
PAGES = (
    "overview",
    "director",
    "meeting",
    "my_month",
    "plan",
    "indicators",
    "sections",
    "months",
    "chasing",
    "imports",
    "years",
    "wall",
    "history",
    "settings",
    "beginning",
)
_DEFAULT = "overview"
_FIRST, _OTHER, _AGAIN, _EMPTY = "first", "another month", "again", "empty"
_EMPTY_RUNS = 3


@dataclass
class Page:
    """A session on one page, with what its runs took of the processor."""

    name: str
    session: Reader
    timings: dict[str, list[float]]

    def months(self) -> Iterator[dict[str, str]]:
        """One choice of a month after another; nothing where the page has no such filter."""
        offered = self.session.options.get("month", [])
        return cycle([{"month": month} for month in offered[3:6]] or [{}])


def main(names: Sequence[str] = PAGES) -> None:
    """Measure and print."""
    with sample_office() as environment, ExitStack() as running:
        empty_server = running.enter_context(served("bench/empty/app.py", environment))
        server = running.enter_context(served("app.py", environment))
        empty = running.enter_context(reader(empty_server.port))
        pages = [_page(name, running.enter_context(reader(server.port, _address(name)))) for name in names]
        months = {page.name: page.months() for page in pages}
        for page in pages * ROUNDS:
            asked, other = next(months[page.name]), next(months[page.name])
            write(environment)
            page.timings[_FIRST].append(_cpu(server, page.session, asked))
            page.timings[_OTHER].append(_cpu(server, page.session, other))
            page.timings[_AGAIN].append(_cpu(server, page.session, asked))
            page.timings[_EMPTY].append(_empty(empty_server, empty))
    sys.stdout.write(table("Server: the processor's time for a run, ms", _HEADERS, [_row(page) for page in pages]))


_HEADERS = ("page", "again", "× empty page", "another month", "× empty page", "first", "× empty page", "messages", "kB")


def _row(page: Page) -> list[str]:
    row = [page.name]
    for kind in (_AGAIN, _OTHER, _FIRST):
        row += [f"{median(page.timings[kind]) * 1000:.1f}", f"{ratio(page.timings, kind, _EMPTY):.1f}"]
    return [*row, str(page.session.memory.messages), f"{page.session.memory.size / 1000:.0f}"]


def _page(name: str, session: Reader) -> Page:
    session.run()
    return Page(name, session, {_FIRST: [], _OTHER: [], _AGAIN: [], _EMPTY: []})


def _address(name: str) -> str:
    return "" if name == _DEFAULT else name


def _empty(server: Server, session: Reader) -> float:
    months = session.options["month"]
    return median(_cpu(server, session, {"month": month}) for month in months[:_EMPTY_RUNS])


def _cpu(server: Server, session: Reader, choices: dict[str, str]) -> float:
    began = server.cpu()
    session.run(**choices)
    return server.cpu() - began


if __name__ == "__main__":
    main(sys.argv[1:] or PAGES)
